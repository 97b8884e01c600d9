"""Socket Mode: a way in that needs no public address. The SDK pings, and replaces a socket that dies silently."""

from slack_bolt.adapter.socket_mode.async_handler import AsyncSocketModeHandler
from slack_bolt.async_app import AsyncApp
from slack_sdk.web.async_client import AsyncWebClient

from bot.adapters.slack.client import LIBRARY, insist

PING = 5.0
"""Seconds between two pings; after four without an answer another socket is opened."""
REFUSED = (
    "slack: the app-level token is not valid; make one with the scope connections:write at api.slack.com/apps "
    "(Basic Information) and set DRAGOMAN_SLACK_APP_TOKEN"
)


class Socket:
    """The app's socket."""

    def __init__(self, app: AsyncApp, client: AsyncWebClient, app_token: str, ping: float = PING) -> None:
        self._client = client
        self._app_token = app_token
        self._handler = AsyncSocketModeHandler(app, app_token, LIBRARY, client, ping_interval=ping)

    async def open(self) -> None:
        """Connect. Raises ``PlatformStopped`` for a bad app-level token."""
        # Asked here first: the SDK would try a token for ever that Slack refuses.
        opened = await insist(lambda: self._client.apps_connections_open(app_token=self._app_token), REFUSED)
        self._handler.client.wss_uri = opened["url"]
        await self._handler.client.connect()  # type: ignore[no-untyped-call]

    async def close(self) -> None:
        """Leave."""
        await self._handler.client.close()  # type: ignore[no-untyped-call]
