"""Which answers of ours are in a channel: told by the metadata that each post carries."""

import logging
from functools import partial
from typing import Any, NamedTuple

from slack_sdk.errors import SlackApiError
from slack_sdk.web.async_client import AsyncWebClient

from bot.adapters.slack.client import SHUT_OUT, error_of

_log = logging.getLogger(__name__)

METADATA = "dragoman_answer"
LOOKED_BACK = 200
"""Posts of a channel among which an uncertain one is looked for."""


class Carried(NamedTuple):
    """A post of ours: its ``ts``, the key of the answer that it shows, and which part of it."""

    ts: str
    key: str
    part: int


def metadata(key: str, part: int) -> dict[str, Any] | None:
    """What a post carries; nothing for an answer without a key."""
    return {"event_type": METADATA, "event_payload": {"key": key, "part": part}} if key else None


async def newest(client: AsyncWebClient, channel: str, thread: str | None) -> list[Carried]:
    """The newest posts of ours in a channel, or in a thread; none where we may not look."""
    return await _look(client, channel, thread, limit=LOOKED_BACK)


async def is_overtaken(client: AsyncWebClient, channel: str, thread: str | None, ts: str, key: str) -> bool:
    """Whether a post shows an answer by now that is newer than ``key``, which is a number that grows."""
    there = await _look(client, channel, thread, limit=1, oldest=ts, latest=ts, inclusive=True)
    shown = [post.key for post in there if post.ts == ts]
    return any(other.isdecimal() and key.isdecimal() and int(other) > int(key) for other in shown)


async def _look(client: AsyncWebClient, channel: str, thread: str | None, **which: Any) -> list[Carried]:
    history = partial(client.conversations_replies, ts=thread) if thread else client.conversations_history
    try:
        found = await history(channel=channel, include_all_metadata=True, **which)
    except SlackApiError as error:
        if error_of(error) in SHUT_OUT:
            raise
        _log.info("posts in channel %s cannot be looked through: %s", channel, error_of(error))
        return []
    carried = []
    for post in found["messages"]:
        about = post.get("metadata") or {}
        payload = about.get("event_payload") or {}
        if about.get("event_type") == METADATA and payload.get("key"):
            carried.append(Carried(str(post["ts"]), str(payload["key"]), int(payload.get("part", 0))))
    return carried
