"""Two ``dragoman run`` on one PostgreSQL: one polls and sends the digests, the other takes over when it is killed."""

import os
import subprocess
import sys
import threading
import time
from collections.abc import Callable, Iterator
from contextlib import ExitStack
from datetime import UTC, datetime
from pathlib import Path

import pytest

from bot.message import ChatRef, Sender
from bot.permissions import Role
from bot.storage.deliveries import DIGEST, add_delivery
from bot.storage.engine import Database
from bot.storage.locks import Lock
from bot.storage.schedules import add_scheduled_chat
from bot.storage.teams import add_identity, add_member, add_team
from tests.databases import Databases
from tests.desk import NEW_TEAM
from tests.telegram.people import Person
from tests.telegram.server import Bot, BotApi, Json
from tests.torture.desks import states

ROOT = Path(__file__).parents[2]
TAKEN_OVER = 30
"""Seconds within which another process takes the place of one that died."""


class Heard:
    """The posts of the bot."""

    def __init__(self) -> None:
        self.texts: list[str] = []
        self._new = threading.Condition()

    def hear(self, post: Json) -> None:
        with self._new:
            self.texts.append(post["text"])
            self._new.notify_all()

    def wait_for(self, words: str, seconds: float = TAKEN_OVER) -> None:
        """Until a post with these words is there."""
        with self._new:
            assert self._new.wait_for(lambda: any(words in text for text in self.texts), seconds), self.texts


@pytest.fixture
def url(databases: Databases, tmp_path: Path) -> Iterator[str]:
    with databases.fresh("postgresql", tmp_path) as url:
        yield url


def soon(take: Callable[[], bool]) -> bool:
    """Whether it is given within the time: the server hears of the end of a connection in its own time."""
    end = time.monotonic() + TAKEN_OVER
    while not (taken := take()) and time.monotonic() < end:
        threading.Event().wait(0.01)
    return taken


def test_a_lock_goes_on_when_its_holder_dies(url: str) -> None:
    database = Database(url)
    held, waiting = Lock(database, "telegram 1"), Lock(database, "telegram 1")
    assert held.take()
    assert held.is_held()
    assert not waiting.take()
    assert Lock(database, "telegram 2").take()
    assert held._connection
    # As if it were killed: the connection ends.
    held._connection.connection.dbapi_connection.close()  # type: ignore[union-attr]
    assert not held.is_held()
    assert soon(waiting.take)
    waiting.release()
    assert soon(held.take)
    held.release()
    database.close()


def member_of(url: str, bot: Bot) -> tuple[int, int]:
    """A team with one member in one chat; the ids of team and chat."""
    database, now = Database(url), datetime.now(UTC)
    with database.transaction() as db:
        team = add_team(db, NEW_TEAM, now)
        chat = ChatRef("telegram", str(bot.id), "1")
        member = add_member(db, team.id, "Fatma", Role.MEMBER, now)
        add_identity(db, team.id, member, chat, Sender("1", ""))
        chat_id = add_scheduled_chat(db, team, chat, now)
    database.close()
    return team.id, chat_id


def add_due(url: str, team_id: int, chat_id: int, key: str) -> None:
    database, now = Database(url), datetime.now(UTC)
    with database.transaction() as db:
        add_delivery(db, team_id=team_id, chat_id=chat_id, key=key, due_at=now, kind=DIGEST, now=now)
    database.close()


def unsent(url: str) -> list[str]:
    database = Database(url)
    found = [key for key, state in states(database).items() if state != "sent"]
    database.close()
    return found


def started(environment: dict[str, str], stack: ExitStack, words: str) -> "subprocess.Popen[str]":
    """A process that has said these words."""
    running = stack.enter_context(
        subprocess.Popen(
            [sys.executable, "-m", "bot", "run"],
            cwd=ROOT,
            env=environment,
            stdout=subprocess.DEVNULL,
            stderr=subprocess.PIPE,
            text=True,
        )
    )
    stack.callback(running.kill)
    assert running.stderr
    said = ""
    for line in running.stderr:
        said += line
        if words in line:
            return running
    raise AssertionError(f"{words!r} was not said, but: {said}")


def test_the_second_machine_takes_over(url: str) -> None:
    heard = Heard()
    with BotApi.in_thread() as api, ExitStack() as stack:
        bot = api.bot()
        api.sent.append(heard.hear)
        team_id, chat_id = member_of(url, bot)
        api.chat(1)
        environment = {
            **os.environ,
            "DRAGOMAN_DATABASE_URL": url,
            "DRAGOMAN_TELEGRAM_TOKEN": bot.token,
            "DRAGOMAN_TELEGRAM_API_URL": api.url,
            "DRAGOMAN_LOG_LEVEL": "info",
        }
        first = started(environment, stack, "this one is at it")
        second = started(environment, stack, "this one stands by")
        add_due(url, team_id, chat_id, "digest:1:2026-W19")
        Person(api, bot, 1).say("/log visit from Tirana 4 May 2026: first")
        heard.wait_for("Purpose: first")
        heard.wait_for("Weekly agenda")
        assert soon(lambda: not unsent(url))  # else it waits for the end of the lease
        first.kill()
        add_due(url, team_id, chat_id, "digest:1:2026-W20")
        Person(api, bot, 1).say("/log visit from Tirana 4 May 2026: second")
        heard.wait_for("Purpose: second")
        assert soon(lambda: not unsent(url))
        second.terminate()
        assert second.communicate(timeout=30)[1].count("this one is at it") == 1
        assert second.returncode == 0
    assert sum("Purpose" in text for text in heard.texts) == 2
    assert sum("Weekly agenda" in text for text in heard.texts) == 2
