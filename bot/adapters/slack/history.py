"""What is in a channel since a message came, and which answers of ours: told by the metadata that each post carries."""

import logging
from collections.abc import Mapping
from datetime import datetime, timedelta
from functools import partial
from typing import Any, NamedTuple

from slack_sdk.errors import SlackApiError
from slack_sdk.web.async_client import AsyncWebClient

from bot.adapters.slack.client import PASSING, SHUT_OUT, error_of

_log = logging.getLogger(__name__)

METADATA = "dragoman_answer"
PAGE = 200
PAGES = 10
"""So many posts are looked through at most, of those since the message came."""
SKEW = timedelta(minutes=5)
"""By which our clock may be ahead of Slack's."""


class Carried(NamedTuple):
    """A post of ours: its ``ts``, the key of the answer that it shows, and which part of it."""

    ts: str
    key: str
    part: int


def metadata(key: str, part: int) -> dict[str, Any] | None:
    """What a post carries; nothing for an answer without a key."""
    return {"event_type": METADATA, "event_payload": {"key": key, "part": part}} if key else None


async def messages_since(
    client: AsyncWebClient, channel: str, thread: str | None, since: datetime | None, skew: timedelta = SKEW
) -> list[dict[str, Any]] | None:
    """The messages in a channel, or in a thread, since one came; None where we may not look."""
    return await _look(client, channel, thread, **({"oldest": f"{(since - skew).timestamp():.6f}"} if since else {}))


async def find_parts(
    client: AsyncWebClient, channel: str, thread: str | None, key: str, since: datetime | None
) -> dict[int, str] | None:
    """Which parts of an answer are in a channel, or in a thread, since a message came, each with its ``ts``.

    None where we may not look.
    """
    if not key:
        return {}
    found = await messages_since(client, channel, thread, since)
    carried = map(_carried, found or ())
    return None if found is None else {post.part: post.ts for post in carried if post and post.key == key}


async def is_overtaken(client: AsyncWebClient, channel: str, thread: str | None, ts: str, key: str) -> bool:
    """Whether a post shows an answer by now that is newer than ``key``, which is a number that grows."""
    there = await _look(client, channel, thread, oldest=ts, latest=ts, inclusive=True)
    shown = [post.key for post in map(_carried, there or ()) if post and post.ts == ts]
    return any(other.isdecimal() and key.isdecimal() and int(other) > int(key) for other in shown)


async def _look(client: AsyncWebClient, channel: str, thread: str | None, **which: Any) -> list[dict[str, Any]] | None:
    """Slack gives a channel newest first, a thread oldest first, in pages. Raises what may be otherwise in a minute."""
    history = partial(client.conversations_replies, ts=thread) if thread else client.conversations_history
    messages: list[dict[str, Any]] = []
    for _ in range(PAGES):
        try:
            found = await history(channel=channel, include_all_metadata=True, limit=PAGE, **which)
        except SlackApiError as error:
            if error_of(error) in SHUT_OUT | PASSING:
                raise
            _log.info("posts in channel %s cannot be looked through: %s", channel, error_of(error))
            return None
        messages += found["messages"]
        which["cursor"] = (found.get("response_metadata") or {}).get("next_cursor")
        if not which["cursor"]:
            return messages
    _log.info("channel %s has more than %s posts since then", channel, PAGE * PAGES)
    return None


def _carried(post: Mapping[str, Any]) -> Carried | None:
    about = post.get("metadata") or {}
    payload = about.get("event_payload") or {}
    if about.get("event_type") != METADATA or not payload.get("key"):
        return None
    return Carried(str(post["ts"]), str(payload["key"]), int(payload.get("part", 0)))
