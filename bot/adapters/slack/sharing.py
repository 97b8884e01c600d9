"""Files that an answer shows: into the channel, or to the person alone; not twice where that can be known.

An upload carries no metadata, and Slack tells no message for it (docs.slack.dev, files.completeUploadExternal). One
that may be there already is looked for by its title and size among what we have put there since it was asked for.
"""

import logging
from enum import Enum, auto
from functools import partial

from slack_sdk.errors import SlackApiError
from slack_sdk.web.async_client import AsyncWebClient

from bot.adapters.base import Delivery
from bot.adapters.slack.client import NO_WAY_IN, SHUT_OUT, UNSURE, error_of
from bot.adapters.slack.pace import Pace
from bot.adapters.slack.workspaces import Workspace

_log = logging.getLogger(__name__)

_NOT_HERE = NO_WAY_IN | {"invalid_channel", "no_permission", "posting_to_general_channel_denied", "thread_not_found"}
LOOKED_BACK = 200
CLOCKS = 60
"""Seconds by which Slack's clock and ours may differ."""


class Shared(Enum):
    """What became of a file."""

    HERE = auto()
    DIRECTLY = auto()
    NOT = auto()


class Sharing:
    """The files of one answer. ``channel`` None is for those that only the person may see."""

    def __init__(
        self,
        client: AsyncWebClient,
        workspace: Workspace,
        pace: Pace,
        delivery: Delivery,
        *,
        channel: str | None,
        thread: str | None,
    ) -> None:
        self._client = client
        self._workspace = workspace
        self._pace = pace
        self._delivery = delivery
        self._channel = channel
        self._thread = thread
        self._direct: str | None = None
        self._there: dict[str, list[tuple[str, int]]] = {}

    async def share(self, name: str, content: bytes, description: str) -> Shared:
        """Put a file there. Raises what the client raises where it may be there, or can be put there later."""
        if self._channel:
            refused = await self._put(self._channel, self._thread, name, content, description)
            if refused not in _NOT_HERE:
                return Shared.NOT if refused else Shared.HERE
        direct = await self._open_direct()
        if not direct or direct == self._channel or await self._put(direct, None, name, content, description):
            return Shared.NOT
        return Shared.DIRECTLY

    async def _put(self, channel: str, thread: str | None, name: str, content: bytes, description: str) -> str:
        """Slack's word for why it did not take the file; "" where it is there."""
        try:
            if self._delivery.is_again and await self._is_there(channel, thread, name, len(content)):
                return ""
            await self._pace.wait(channel)
            await self._client.files_upload_v2(
                channel=channel, thread_ts=thread, content=content, filename=name, title=name, alt_txt=description
            )
        except SlackApiError as error:
            what = error_of(error)
            if what in SHUT_OUT or what in UNSURE or what in ("", "ratelimited"):
                raise
            level = logging.INFO if what in _NOT_HERE else logging.ERROR
            _log.log(level, "slack did not take a file in channel %s: %s", channel, what)
            return what
        return ""

    async def _open_direct(self) -> str | None:
        """Our direct chat with the person who asked; None where there is none."""
        if self._direct is None and self._delivery.sender:
            try:
                opened = await self._client.conversations_open(users=self._delivery.sender)
                self._direct = str(opened["channel"]["id"])
            except SlackApiError as error:
                if error_of(error) in SHUT_OUT:
                    raise
                _log.error("slack did not open a direct chat: %s", error_of(error))
        return self._direct

    async def _is_there(self, channel: str, thread: str | None, name: str, size: int) -> bool:
        """Whether a file that we have put there is this one; each counts once."""
        if channel not in self._there:
            self._there[channel] = await self._look(channel, thread)
        if (name, size) not in self._there[channel]:
            return False
        self._there[channel].remove((name, size))
        return True

    async def _look(self, channel: str, thread: str | None) -> list[tuple[str, int]]:
        history = (
            partial(self._client.conversations_replies, ts=thread) if thread else self._client.conversations_history
        )
        # An answer's key is the number of its message, whose upper bits are the milliseconds when that arrived.
        asked_at = (int(self._delivery.key) >> 20) / 1000 if self._delivery.key.isdecimal() else 0
        try:
            found = await history(channel=channel, oldest=f"{max(0, asked_at - CLOCKS):.6f}", limit=LOOKED_BACK)
        except SlackApiError as error:
            if error_of(error) in SHUT_OUT:
                raise
            _log.info("files in channel %s cannot be looked for: %s", channel, error_of(error))
            return []
        ours = (self._workspace.bot, self._workspace.user)
        return [
            (str(file.get("title", "")), int(file.get("size") or 0))
            for post in found["messages"]
            if (post.get("bot_id") or post.get("user")) in ours
            for file in post.get("files") or ()
        ]
