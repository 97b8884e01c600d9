"""The library's client as we use it, who we are, and what Slack's errors mean."""

import asyncio
import logging
from collections.abc import Awaitable, Callable
from typing import Any

import aiohttp
from slack_sdk.errors import SlackApiError
from slack_sdk.http_retry.builtin_async_handlers import AsyncRateLimitErrorRetryHandler
from slack_sdk.web.async_client import AsyncWebClient
from slack_sdk.web.async_slack_response import AsyncSlackResponse

from bot.adapters.base import PlatformStopped
from bot.adapters.slack.workspaces import Workspace

_log = logging.getLogger(__name__)

LIBRARY = logging.getLogger("slack")
"""For Bolt and the SDK: below warnings they write what people said, and addresses of sockets."""
LIBRARY.setLevel(logging.WARNING)
API_URL = "https://slack.com/api/"
REVOKED = (
    "slack: the token is not valid, or the app was removed; take a new one from api.slack.com/apps "
    "(OAuth & Permissions) and set DRAGOMAN_SLACK_BOT_TOKEN"
)
SHUT_OUT = frozenset(
    {"invalid_auth", "not_authed", "account_inactive", "token_revoked", "token_expired", "not_allowed_token_type"}
)
"""The token is of no use any more."""
NO_WAY_IN = frozenset(
    {"channel_not_found", "not_in_channel", "is_archived", "user_not_in_channel", "restricted_action"}
)
"""The channel is closed to us, which the person who asks there need not notice."""
UNSURE = frozenset({"fatal_error", "internal_error", "request_timeout", "service_unavailable", "team_added_to_org"})
"""It may have been done."""
PASSING = UNSURE | {"ratelimited", ""}
"""What was asked may be told in a minute. Where the answer was none of Slack's, a gateway of theirs gave it."""
TIMEOUT = 20
PATIENCE = 5
"""How often the SDK waits out a 429 before we hear of it."""


def make_client(token: str, api_url: str = "") -> AsyncWebClient:
    """A client that keeps its connections, waits out 429, and sends nothing twice where a connection breaks."""
    client = AsyncWebClient(
        token,
        base_url=api_url or API_URL,
        timeout=TIMEOUT,
        logger=LIBRARY,
        session=aiohttp.ClientSession(timeout=aiohttp.ClientTimeout(total=TIMEOUT)),
        # In the place of the SDK's default, which sends a post again when the connection was lost.
        retry_handlers=[AsyncRateLimitErrorRetryHandler(max_retry_count=PATIENCE)],
    )
    if api_url:
        client.proxy = None  # a server of one's own is in the house
    return client


async def close_client(client: AsyncWebClient) -> None:
    """Give its connections back."""
    if client.session:
        await client.session.close()


def error_of(error: SlackApiError) -> str:
    """Slack's word for it; "" where the answer was none of Slack's."""
    data = error.response.data if hasattr(error.response, "data") else None
    return str(data.get("error", "")) if isinstance(data, dict) else ""


async def who_am_i(client: AsyncWebClient) -> Workspace:
    """Where the token is at home. Raises ``PlatformStopped`` for a bad one; tries again while the network is down."""
    told = await insist(lambda: client.auth_test(), REVOKED)
    return Workspace(
        team=told["team_id"],
        user=told["user_id"],
        bot=told.get("bot_id") or "",
        enterprise=told.get("enterprise_id") or "",
    )


async def insist(call: Callable[[], Awaitable[AsyncSlackResponse]], refused: str) -> dict[str, Any]:
    """What Slack tells, asked until it answers. Raises ``PlatformStopped`` with ``refused`` where it says no."""
    wait = 1
    while True:
        try:
            response = await call()
        except SlackApiError as error:
            if error_of(error) in SHUT_OUT:
                raise PlatformStopped(refused) from None
            problem = error_of(error) or "no answer of Slack's"
        except (aiohttp.ClientError, TimeoutError) as error:
            problem = type(error).__name__
        else:
            assert isinstance(response.data, dict)
            return response.data
        _log.warning("slack cannot be reached (%s); again in %s s", problem, wait)
        await asyncio.sleep(wait)
        wait = min(30, wait * 2)
