"""What is shown to one person at once, and is not sent again: modals and App Home."""

import logging
from typing import Any

import aiohttp
from slack_sdk.errors import SlackApiError
from slack_sdk.web.async_client import AsyncWebClient

from bot.adapters.slack.client import error_of

_log = logging.getLogger(__name__)


async def open_view(client: AsyncWebClient, trigger_id: str, view: dict[str, Any]) -> bool:
    """Open a modal; False where Slack does not, since a trigger is good for three seconds only."""
    try:
        await client.views_open(trigger_id=trigger_id, view=view)
    except SlackApiError as error:
        _log.warning("slack did not open a form: %s", error_of(error))
        return False
    except (aiohttp.ClientError, TimeoutError) as error:
        _log.warning("slack did not open a form: %s", type(error).__name__)
        return False
    return True


async def publish_home(client: AsyncWebClient, user: str, view: dict[str, Any]) -> None:
    """Show App Home."""
    try:
        await client.views_publish(user_id=user, view=view)
    except SlackApiError as error:
        _log.warning("App Home was not shown: %s", error_of(error))
    except (aiohttp.ClientError, TimeoutError) as error:
        _log.warning("App Home was not shown: %s", type(error).__name__)
