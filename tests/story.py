"""A year told as one chat: days pass between the lines, and what the desk sends by itself is delivered meanwhile.

``-- Monday 2026-11-23 09:00`` moves the clock there. The days between are played, their digests and reminders sent;
those of the hour itself stand below the line (``to Ayşe:`` where it is not the teller's chat). A line ``…`` stands for
any number of lines that do not matter to the story.
"""

import re
from collections.abc import Iterator
from datetime import datetime, timedelta
from difflib import unified_diff
from textwrap import dedent, wrap
from zoneinfo import ZoneInfo

import pytest
from sqlalchemy import Connection, select

from bot.adapters.console import plain_text
from bot.digests.building import build_delivery
from bot.message import ChatRef
from bot.reply import Reply
from bot.storage.deliveries import mark_sent, next_delivery
from bot.storage.models import chats
from bot.storage.planning import plan_due
from bot.storage.reminding import plan_reminders
from tests.desk import Desk, Said

WIDTH, SCREEN = 36, 20
"""A phone: characters a line, lines without scrolling."""
ELLIPSIS = "…"
_STOP = re.compile(r"-- \w+ (\d{4}-\d\d-\d\d \d\d:\d\d)")
_POSTED = 1_000_000
"""Numbers of delivered posts; no platform of the tests has as many of its own."""


def tell(desk: Desk, transcript: str) -> None:
    """Play a story, and compare all of it with what was heard."""
    __tracebackhide__ = True
    blocks = [block.strip() for block in re.split(r"\n(?=> |-- )", dedent(transcript).strip())]
    wanted: list[str] = []
    heard: list[str] = []
    for block in blocks:
        line = block.splitlines()[0]
        if line.startswith("> "):
            got = [line, desk._typed(line.removeprefix("> "))]
        else:
            stop = _STOP.fullmatch(line)
            assert stop, f"no time: {line}"
            got = [line, *until(desk, datetime.fromisoformat(stop[1]).replace(tzinfo=_zone(desk)))]
        answer = "\n".join(filter(None, got))
        heard += [*(block if _says(answer, block) else answer).splitlines(), ""]
        wanted += [*block.splitlines(), ""]
    if difference := list(unified_diff(wanted, heard, "story", "heard", n=99, lineterm="")):
        pytest.fail("\n".join(difference))


def until(desk: Desk, at: datetime) -> list[str]:
    """Let the days pass; what is delivered at that very time."""
    said: list[str] = []
    day = desk.clock.now.astimezone(at.tzinfo).replace(hour=9, minute=0)
    assert desk.clock.now < at, "a story goes on"
    for when in [*_mornings(day, desk.clock.now, at), at]:
        desk.clock.now = when
        said = [_printed(desk, chat, reply) for chat, reply in _delivered(desk, when)]
    return sorted(said, key=lambda text: text.split(":\n")[0] if text.startswith("to ") else "")  # no chat is first


def screens(said: str) -> int:
    """How many lines of a phone an answer takes, without its buttons."""
    lines = [line for line in said.splitlines() if not line.startswith("[")]
    return sum(len(wrap(line, WIDTH, break_on_hyphens=False)) for line in lines)


def _mornings(day: datetime, after: datetime, before: datetime) -> Iterator[datetime]:
    while day < before:
        if day > after:
            yield day
        day += timedelta(days=1)


def _delivered(desk: Desk, now: datetime) -> list[tuple[ChatRef, Reply]]:
    """What is planned and sent at a time, in the order in which it was planned."""

    def work(db: Connection) -> list[tuple[ChatRef, Reply]]:
        plan_due(db, now=now)
        plan_reminders(db, now=now)
        found = []
        for platform, account in set(map(tuple, db.execute(select(chats.c.platform, chats.c.account)))):
            while due := next_delivery(db, platform, account, now=now):
                reply = build_delivery(db, due, now)
                post_id = str(_POSTED + due.id)
                mark_sent(db, due, (post_id,), reply.record_id if reply else None, now)
                if reply:
                    heard = desk.world.heard.setdefault(due.chat, [])
                    heard.append(Said.of(reply, post_id, desk.said[-1].message))
                    found.append((due.chat, reply))
        return found

    return desk.write(work)


def _printed(desk: Desk, chat: ChatRef, reply: Reply) -> str:
    text = plain_text(reply)
    if chat == desk.chat_ref:
        return text
    owner = next(name for name in desk.world.members if desk.world.person(name)[1] == chat)
    return f"to {owner}:\n{text}"


def _zone(desk: Desk) -> ZoneInfo:
    return ZoneInfo(desk.stored_team.timezone)


def _says(answer: str, block: str) -> bool:
    """Whether an answer is what the story tells of it."""
    parts = "\n" + block + "\n"
    pattern = re.escape(parts).replace(re.escape(f"\n{ELLIPSIS}\n"), r"\n(?:.*\n)*?")
    return re.fullmatch(pattern, f"\n{answer}\n") is not None
