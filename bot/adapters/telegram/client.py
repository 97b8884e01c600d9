"""HTTP for the library, by aiohttp: the server that we run anyway brings the client, and with many chats at once it
takes a fraction of the time of the library's own (docs/dependencies.md)."""

from typing import Any, TypeVar
from urllib.parse import urlencode

from aiohttp import ClientError, ClientSession, ClientTimeout, FormData, TCPConnector
from telegram.error import NetworkError, TimedOut
from telegram.request import BaseRequest, RequestData

ValueT = TypeVar("ValueT")
_FORM = {"Content-Type": "application/x-www-form-urlencoded"}


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
        """The status and the body. Raises ``TimedOut`` and ``NetworkError``, without the address: it has the token."""
        if self._session is None:
            raise RuntimeError("the client is not initialized")
        timeout = ClientTimeout(
            total=None,
            sock_read=_given(read_timeout, self._read),
            sock_connect=_given(connect_timeout, self._connect),
        )
        body, headers = _body(request_data)
        try:
            async with self._session.request(method, url, data=body, headers=headers, timeout=timeout) as response:
                return response.status, await response.read()
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
    form = FormData()
    for name, value in data.json_parameters.items():
        form.add_field(name, value)
    for name, (filename, content, media_type) in data.multipart_data.items():
        form.add_field(name, content, filename=filename, content_type=media_type)
    return form, None
