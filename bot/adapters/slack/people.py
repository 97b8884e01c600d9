"""People of a workspace: their names, and whether they belong to the house."""

import logging
import time
from collections.abc import Callable, Mapping
from typing import Any

import aiohttp
from slack_sdk.errors import SlackApiError
from slack_sdk.web.async_client import AsyncWebClient

from bot.adapters.slack.client import error_of
from bot.adapters.slack.workspaces import Workspace
from bot.message import Sender, Standing

_log = logging.getLogger(__name__)

KEPT = 600
"""Seconds for which what Slack said of a person is believed."""
_MOST = 1000
_NOT_OURS = ("deleted", "is_bot", "is_restricted", "is_ultra_restricted", "is_stranger", "is_workflow_bot")
"""Gone, no human, guests of several channels or one, people of other workspaces (docs.slack.dev, the user object)."""
_RUN_IT = ("is_admin", "is_owner", "is_primary_owner")


def standing_of(user: Mapping[str, Any], workspace: Workspace) -> Standing:
    """What a user object says of a person."""
    if any(user.get(flag) for flag in _NOT_OURS):
        return Standing.UNKNOWN
    grid = user.get("enterprise_user") or {}
    at_home = user.get("team_id") == workspace.team or workspace.team in (grid.get("teams") or ())
    if not at_home:
        return Standing.UNKNOWN
    return Standing.OWNER if any(user.get(flag) for flag in _RUN_IT) else Standing.COLLEAGUE


class People:
    """What Slack says of people, asked once in ten minutes."""

    def __init__(
        self, client: AsyncWebClient, workspace: Workspace, clock: Callable[[], float] = time.monotonic
    ) -> None:
        self._client = client
        self._workspace = workspace
        self._clock = clock
        self._known: dict[str, tuple[float, Sender]] = {}

    async def vouch(self, user_id: str) -> Sender | None:
        """A person of the house; None for everybody else."""
        sender = await self.find(user_id)
        return sender if sender and sender.standing is not Standing.UNKNOWN else None

    async def find(self, user_id: str) -> Sender | None:
        """A person; None where Slack does not tell."""
        now = self._clock()
        kept = self._known.get(user_id)
        if kept and now < kept[0]:
            return kept[1]
        try:
            user = (await self._client.users_info(user=user_id, include_locale=True))["user"]
        except SlackApiError as error:
            _log.warning("slack does not tell who somebody is: %s", error_of(error))
            return None
        except (aiohttp.ClientError, TimeoutError) as error:
            _log.warning("slack does not tell who somebody is: %s", type(error).__name__)
            return None
        profile = user.get("profile") or {}
        name = (
            profile.get("display_name") or profile.get("real_name") or user.get("real_name") or user.get("name") or ""
        )
        language = str(user.get("locale") or "").partition("-")[0]
        sender = Sender(user_id, name, language, standing_of(user, self._workspace))
        if len(self._known) >= _MOST:
            self._known.clear()
        self._known[user_id] = (now + KEPT, sender)
        return sender
