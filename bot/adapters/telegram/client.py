"""HTTP for the library, by aiohttp: the server that we run anyway brings the client, and with many chats at once it
takes a fraction of the time of the library's own (docs/dependencies.md)."""

import io
from typing import Any, TypeVar
from urllib.parse import urlencode

from aiohttp import (
    ClientConnectorError,
    ClientError,
    ClientSession,
    ClientTimeout,
    ConnectionTimeoutError,
    FormData,
    TCPConnector,
)
from telegram.error import NetworkError, TimedOut
from telegram.request import BaseRequest, RequestData

ValueT = TypeVar("ValueT")
_FORM = {"Content-Type": "application/x-www-form-urlencoded"}
SLOWEST = 64 * 1024
"""Bytes a second: on a slower line a file is not sent or fetched."""
LARGEST = 20 * 1024 * 1024
"""Bytes of the largest file that a bot may fetch (Bot API, getFile)."""
_FAILED = frozenset({500, 502, 503})
_UNSAFE = str.maketrans("", "", '"\\;\r\n')


class Repeatable(NetworkError):
    """A call that may be made again at once: it never reached Telegram, or making it twice is making it once."""


class Refused(NetworkError):
    """Telegram has failed (500, 502, 503) and has not done what was asked, which a time-out (504) leaves open."""


class AiohttpRequest(BaseRequest):
    """Requests over at most ``connections`` at a time; ``read`` and ``connect`` are seconds."""

    def __init__(self, connections: int, *, read: float = 20.0, connect: float = 10.0) -> None:
        self._connections = connections
        self._read = read
        self._connect = connect
        self._session: ClientSession | None = None

    @property
    def read_timeout(self) -> float:
        """The default, in seconds."""
        return self._read

    async def initialize(self) -> None:
        """Open the pool of connections."""
        if self._session is None:
            connector = TCPConnector(limit=self._connections)
            self._session = ClientSession(connector=connector, headers={"User-Agent": self.USER_AGENT})

    async def shutdown(self) -> None:
        """Close them."""
        if self._session is not None:
            await self._session.close()
            self._session = None

    async def do_request(
        self,
        url: str,
        method: str,
        request_data: RequestData | None = None,
        read_timeout: Any = BaseRequest.DEFAULT_NONE,
        write_timeout: Any = BaseRequest.DEFAULT_NONE,  # aiohttp has none
        connect_timeout: Any = BaseRequest.DEFAULT_NONE,
        pool_timeout: Any = BaseRequest.DEFAULT_NONE,  # whoever waits, waits in its lane
    ) -> tuple[int, bytes]:
        """The status and the body. Raises ``NetworkError``, without the address: it has the token."""
        if self._session is None:
            raise RuntimeError("the client is not initialized")
        read, connect = _given(read_timeout, self._read), _given(connect_timeout, self._connect)
        # A file that is fetched comes by GET; everything else is called by POST.
        size = LARGEST if method == "GET" else _size(request_data)
        timeout = ClientTimeout(total=connect + read + size / SLOWEST, sock_read=read, sock_connect=connect)
        body, headers = _body(request_data)
        try:
            async with self._session.request(method, url, data=body, headers=headers, timeout=timeout) as response:
                if response.status in _FAILED:
                    raise Refused(f"{response.reason} ({response.status})")
                return response.status, await response.read()
        except (ClientConnectorError, ConnectionTimeoutError) as error:
            raise Repeatable(type(error).__name__) from None
        except TimeoutError:
            raise TimedOut from None
        except (ClientError, OSError) as error:
            raise NetworkError(type(error).__name__) from None


def _given(value: Any, default: ValueT) -> ValueT:
    return default if value is BaseRequest.DEFAULT_NONE else value


def _body(data: RequestData | None) -> tuple[FormData | bytes | None, dict[str, str] | None]:
    """The parameters as a form, with the files if there are any."""
    if data is None:
        return None, None
    if not data.contains_files:
        return urlencode(data.json_parameters).encode(), _FORM
    form = FormData(quote_fields=False)  # Telegram shows a name as it comes, without reading any %20
    for name, value in data.json_parameters.items():
        form.add_field(name, value)
    for name, (filename, content, media_type) in data.multipart_data.items():
        # Bytes would be written in one go, while every other chat waits.
        file = io.BytesIO(content) if isinstance(content, bytes) else content
        form.add_field(name, file, filename=filename.translate(_UNSAFE), content_type=media_type)
    return form, None


def _size(data: RequestData | None) -> int:
    """Bytes of the files."""
    if data is None or not data.contains_files:
        return 0
    return sum(len(content) for _, content, _ in data.multipart_data.values() if isinstance(content, bytes))
