"""Socket Mode: a way in that needs no public address. The SDK pings, and replaces a socket that dies silently."""

import asyncio
import logging
from collections.abc import Callable
from time import time

import aiohttp
from slack_bolt.adapter.socket_mode.async_internals import run_async_bolt_app, send_async_response
from slack_bolt.async_app import AsyncApp
from slack_sdk.socket_mode.aiohttp import SocketModeClient
from slack_sdk.socket_mode.async_client import AsyncBaseSocketModeClient
from slack_sdk.socket_mode.request import SocketModeRequest
from slack_sdk.web.async_client import AsyncWebClient

from bot.adapters.base import PlatformStopped
from bot.adapters.slack.client import LIBRARY, insist

_log = logging.getLogger(__name__)

PING = 5.0
"""Seconds between two pings; after four without an answer another socket is opened."""
LONGEST = 30.0
"""Seconds between two handshakes at most."""
REFUSED = (
    "slack: the app-level token is not valid; make one with the scope connections:write at api.slack.com/apps "
    "(Basic Information) and set DRAGOMAN_SLACK_APP_TOKEN"
)


class _Client(SocketModeClient):
    """The SDK's client with a fresh address for every handshake, which it tells no log: the address is a key.

    The SDK's own tries an address again that was used up, for ever, and logs it with its ticket each time.
    """

    refused: Callable[[PlatformStopped], object]

    async def issue_new_wss_url(self) -> str:
        """Ask until Slack answers. Raises ``PlatformStopped`` for a token that is of no use any more."""
        try:
            opened = await insist(lambda: self.web_client.apps_connections_open(app_token=self.app_token), REFUSED)
        except PlatformStopped as why:
            self.closed = True  # the SDK's watch over the socket ends
            self.refused(why)
            raise
        return str(opened["url"])

    async def connect(self) -> None:
        """Connect, however often that takes."""
        self.auto_reconnect_enabled = False
        wait = self.ping_interval
        while not self.closed:
            # Good for one handshake, and for a few seconds.
            url, self.wss_uri = self.wss_uri or await self.issue_new_wss_url(), None
            try:
                if self.current_session is not None:
                    await self.current_session.close()
                self.current_session = await self.aiohttp_client_session.ws_connect(
                    url, autoping=False, heartbeat=self.ping_interval, proxy=self.proxy
                )
                await self.current_session.ping(f"sdk-ping-pong:{time()}".encode())
            except (aiohttp.ClientError, TimeoutError, OSError) as error:
                _log.warning("slack: the socket could not be opened (%s); again in %s s", type(error).__name__, wait)
                await asyncio.sleep(wait)
                wait = min(LONGEST, wait * 2)
            else:
                self._watch()
                return

    def _watch(self) -> None:
        """Watch the new socket in the place of the old one. May cancel its caller, so that nothing is awaited after."""
        self.stale = False
        self.auto_reconnect_enabled = self.default_auto_reconnect_enabled
        for old in (self.current_session_monitor, self.message_receiver):
            if old is not None:
                old.cancel()
        self.current_session_monitor = asyncio.ensure_future(self.monitor_current_session())
        self.message_receiver = asyncio.ensure_future(self.receive_messages())


class Socket:
    """The app's socket. ``refused`` hears that the app-level token was revoked."""

    def __init__(
        self,
        app: AsyncApp,
        client: AsyncWebClient,
        app_token: str,
        ping: float = PING,
        refused: Callable[[PlatformStopped], object] = lambda why: None,
    ) -> None:
        self._app = app
        self._client = _Client(app_token, LIBRARY, client, ping_interval=ping)
        self._client.refused = refused
        self._client.socket_mode_request_listeners.append(self._take)

    async def _take(self, client: AsyncBaseSocketModeClient, request: SocketModeRequest) -> None:
        begun = time()
        await send_async_response(client, request, await run_async_bolt_app(self._app, request), begun)

    async def open(self) -> None:
        """Connect. Raises ``PlatformStopped`` for a bad app-level token."""
        await self._client.connect()

    async def close(self) -> None:
        """Leave."""
        await self._client.close()  # type: ignore[no-untyped-call]
