"""Files that an answer shows: into the channel, or to the person alone; not twice where that can be known.

An upload carries no metadata, and Slack tells no message for it (docs.slack.dev, files.completeUploadExternal). One
that may be there already is looked for by its title and size among what we have put there since it was asked for.
Where we may not look, it goes to the person, as the words of the answer do.
"""

import logging
from datetime import timedelta
from enum import Enum, auto

from slack_sdk.errors import SlackApiError, SlackRequestError
from slack_sdk.web.async_client import AsyncWebClient

from bot.adapters.base import Delivery
from bot.adapters.slack.client import NO_WAY_IN, SHUT_OUT, UNSURE, error_of
from bot.adapters.slack.history import messages_since
from bot.adapters.slack.pace import Pace
from bot.adapters.slack.workspaces import Workspace

_log = logging.getLogger(__name__)

_NOT_HERE = NO_WAY_IN | {"invalid_channel", "no_permission", "posting_to_general_channel_denied", "thread_not_found"}
SKEW = timedelta(minutes=1)
"""By which our clock may be ahead of Slack's. Short: an older file of the same name and size is another one."""


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
        self._there: dict[str, list[tuple[str, int]] | None] = {}

    async def share(self, name: str, content: bytes, description: str) -> Shared:
        """Put a file there. Raises what the client raises where it may be there, or can be put there later."""
        file = (name, content, description)
        channel, refused = self._channel, ""
        if channel:
            there = await self._is_there(channel, self._thread, name, len(content))
            if there:
                return Shared.HERE
            if there is not None or not self._delivery.sender:
                refused = await self._put(channel, self._thread, *file)
                if refused not in _NOT_HERE:
                    return Shared.NOT if refused else Shared.HERE
        direct = await self._open_direct()
        if not direct or (refused and direct == channel):
            return Shared.NOT
        # In a chat of their own nobody else is troubled by a second one, and they are not left without.
        if not await self._is_there(direct, None, name, len(content)) and await self._put(direct, None, *file):
            return Shared.NOT
        return Shared.HERE if direct == channel else Shared.DIRECTLY

    async def _put(self, channel: str, thread: str | None, name: str, content: bytes, description: str) -> str:
        """Slack's word for why it did not take the file; "" where it is there."""
        try:
            await self._pace.wait(channel)
            await self._client.files_upload_v2(
                channel=channel, thread_ts=thread, content=content, filename=name, title=name, alt_txt=description
            )
        except SlackApiError as error:
            what = error_of(error)
            # What fails for the second time is told to the person: nobody waits for an hour for nothing.
            passes = what in UNSURE or not what
            if what in SHUT_OUT or what == "ratelimited" or (passes and not self._delivery.is_again):
                raise
            level = logging.INFO if what in _NOT_HERE else logging.ERROR
            _log.log(level, "slack did not take a file in channel %s: %s", channel, what)
            return what or "no answer of Slack's"
        except SlackRequestError:  # the bytes were not taken, so that nothing is there; its text has an address
            if not self._delivery.is_again:
                raise
            _log.error("slack did not take the content of a file for channel %s", channel)
            return "not uploaded"
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

    async def _is_there(self, channel: str, thread: str | None, name: str, size: int) -> bool | None:
        """Whether a file that we have put there is this one; each counts once. None where we may not look."""
        if not self._delivery.is_again:
            return False
        if channel not in self._there:
            self._there[channel] = await self._look(channel, thread)
        there = self._there[channel]
        if there is None or (name, size) not in there:
            return None if there is None else False
        there.remove((name, size))
        return True

    async def _look(self, channel: str, thread: str | None) -> list[tuple[str, int]] | None:
        found = await messages_since(self._client, channel, thread, self._delivery.since, SKEW)
        ours = (self._workspace.bot, self._workspace.user)
        return (
            None
            if found is None
            else [
                (str(file.get("title", "")), int(file.get("size") or 0))
                for post in found
                if (post.get("bot_id") or post.get("user")) in ours
                for file in post.get("files") or ()
            ]
        )
