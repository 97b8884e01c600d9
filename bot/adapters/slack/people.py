"""People of a workspace: their names, and whether they belong to the house."""

import asyncio
import logging
import time
from collections.abc import Callable, Mapping
from dataclasses import replace
from functools import partial
from typing import Any

import aiohttp
from slack_sdk.errors import SlackApiError, SlackRequestError
from slack_sdk.web.async_client import AsyncWebClient

from bot.adapters.base import TryAgain
from bot.adapters.slack.client import PASSING, error_of
from bot.adapters.slack.workspaces import Workspace
from bot.message import Sender, Standing

_log = logging.getLogger(__name__)

KEPT = 600
"""Seconds for which what Slack said of a person is believed."""
ASKING = 1.5
"""Seconds that Slack is given to say it: it waits for us no longer than three."""
_MOST = 1000
_NOT_OURS = ("deleted", "is_bot", "is_restricted", "is_ultra_restricted", "is_stranger", "is_workflow_bot")
"""Gone, no human, guests of several channels or one, people of other workspaces (docs.slack.dev, the user object)."""
_RUN_IT = ("is_admin", "is_owner", "is_primary_owner")
_NOBODY = frozenset({"user_not_found", "user_not_visible"})
_OF_THE_HOUSE = (Standing.COLLEAGUE, Standing.OWNER)


def standing_of(user: Mapping[str, Any], workspace: Workspace) -> Standing:
    """What a user object says of a person."""
    if any(user.get(flag) for flag in _NOT_OURS):
        return Standing.GUEST
    grid = user.get("enterprise_user") or {}
    at_home = user.get("team_id") == workspace.team or workspace.team in (grid.get("teams") or ())
    if not at_home:
        return Standing.GUEST
    return Standing.OWNER if any(user.get(flag) for flag in _RUN_IT) else Standing.COLLEAGUE


class People:
    """What Slack says of people: asked once in ten minutes, once at a time for each."""

    def __init__(
        self, client: AsyncWebClient, workspace: Workspace, clock: Callable[[], float] = time.monotonic
    ) -> None:
        self._client = client
        self._workspace = workspace
        self._clock = clock
        self.asking = ASKING
        self._known: dict[str, tuple[float, Sender]] = {}
        self._asked: dict[str, asyncio.Task[Sender | None]] = {}

    async def vouch(self, user_id: str) -> Sender | None:
        """A person of the house; None for everybody else. Raises ``TryAgain``."""
        sender = await self.find(user_id)
        return sender if sender and sender.standing in _OF_THE_HOUSE else None

    async def known(self, sender: Sender) -> Sender:
        """A person with what Slack says of them; as they are where it does not say so now."""
        try:
            found = await self.find(sender.id)
        except TryAgain:
            return sender
        return replace(found, name=found.name or sender.name) if found else sender

    async def find(self, user_id: str) -> Sender | None:
        """A person; None where Slack does not tell. Raises ``TryAgain`` where it may tell in a minute."""
        kept = self._known.get(user_id)
        if kept and self._clock() < kept[0]:
            return kept[1]
        asked = self._asked.get(user_id)
        if asked is None:
            asked = self._asked[user_id] = asyncio.get_running_loop().create_task(self._ask(user_id))
            asked.add_done_callback(partial(self._told, user_id))
        try:
            return await asyncio.wait_for(asyncio.shield(asked), self.asking)
        except (TryAgain, TimeoutError) as why:
            if kept:
                return kept[1]  # what was true ten minutes ago
            _log.warning("slack does not tell who somebody is just now: %s", why or type(why).__name__)
            raise TryAgain(str(why)) from None

    def _told(self, user_id: str, asked: "asyncio.Task[Sender | None]") -> None:
        self._asked.pop(user_id, None)
        if not asked.cancelled():
            asked.exception()  # nobody may be waiting for it any more

    def learn(self, user: Mapping[str, Any]) -> None:
        """Slack tells of its own accord that something about a person has changed."""
        if kept := self._known.get(user["id"]):
            self._keep(user, kept[1].language)

    async def _ask(self, user_id: str) -> Sender | None:
        try:
            user = (await self._client.users_info(user=user_id, include_locale=True))["user"]
        except SlackApiError as error:
            what = error_of(error)
            if what in PASSING:
                raise TryAgain(what) from None
            if what in _NOBODY:
                return Sender(user_id, "", "", Standing.GUEST)
            _log.warning("slack does not tell who somebody is: %s", what)
            return None
        except (aiohttp.ClientError, TimeoutError, SlackRequestError) as error:
            raise TryAgain(type(error).__name__) from None
        return self._keep(user)

    def _keep(self, user: Mapping[str, Any], language: str = "") -> Sender:
        profile = user.get("profile") or {}
        name = (
            profile.get("display_name") or profile.get("real_name") or user.get("real_name") or user.get("name") or ""
        )
        language = str(user.get("locale") or language).partition("-")[0]
        sender = Sender(user["id"], name, language, standing_of(user, self._workspace))
        if len(self._known) >= _MOST:
            self._known.clear()
        self._known[sender.id] = (self._clock() + KEPT, sender)
        return sender
