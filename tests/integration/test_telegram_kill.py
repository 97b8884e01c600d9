"""``kill -9`` while Telegram's updates are handled: each is stored once and answered at least once."""

import os
import random
import re
import socket
import sqlite3
import subprocess
import sys
import threading
from collections import Counter
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import UTC, date, datetime, timedelta
from itertools import islice
from pathlib import Path

import pytest

from bot.message import ChatRef, Sender
from bot.permissions import Role
from bot.storage.engine import Database
from bot.storage.teams import add_identity, add_member, add_team
from tests.databases import Databases
from tests.desk import NEW_TEAM
from tests.telegram.people import Person
from tests.telegram.server import Bot, BotApi, Json

UPDATES = 500
PEOPLE = 100
KILLS = 10
ROOT = Path(__file__).parents[2]
SECRET = "kept-between-telegram-and-us"


class Answers:
    """Which lines were answered; a test waits for so many answers, or for all lines."""

    def __init__(self) -> None:
        self.count = 0
        self.lines: Counter[int] = Counter()
        self._heard = threading.Condition()

    def hear(self, post: Json) -> None:
        """A message of the bot."""
        with self._heard:
            self.count += 1
            if line := re.search(r"Purpose: line (\d+)", post["text"]):
                self.lines[int(line[1])] += 1
            self._heard.notify_all()

    def wait_for(self, count: int) -> None:
        """Until so many more were heard."""
        with self._heard:
            wanted = self.count + count
            assert self._heard.wait_for(lambda: self.count >= wanted, timeout=60)

    def wait_for_lines(self, count: int) -> None:
        """Until so many lines were answered."""
        with self._heard:
            assert self._heard.wait_for(lambda: len(self.lines) >= count, timeout=120), len(self.lines)


def _members(url: str, bot: Bot) -> None:
    database = Database(url)
    with database.transaction() as db:
        team = add_team(db, NEW_TEAM, datetime.now(UTC))
        for number in range(1, PEOPLE + 1):
            member = add_member(db, team.id, f"Person {number}", Role.MEMBER, datetime.now(UTC))
            chat = ChatRef("telegram", str(bot.id), str(number))
            add_identity(db, team.id, member, chat, Sender(str(number), ""))
    database.close()


def _environment(api: BotApi, bot: Bot, url: str, way: str) -> dict[str, str]:
    environment = {
        **os.environ,
        "DRAGOMAN_DATABASE_URL": url,
        "DRAGOMAN_TELEGRAM_TOKEN": bot.token,
        "DRAGOMAN_TELEGRAM_API_URL": api.url,
    }
    if way == "webhook":
        with socket.socket() as free:
            free.bind(("127.0.0.1", 0))
            port = free.getsockname()[1]
        # As behind a proxy: Telegram is told an address, the process listens on another.
        environment |= {
            "DRAGOMAN_TELEGRAM_WEBHOOK_URL": f"https://127.0.0.1:{port}/telegram",
            "DRAGOMAN_TELEGRAM_WEBHOOK_SECRET": SECRET,
            "DRAGOMAN_HTTP_PORT": str(port),
        }
    return environment


def _line(number: int) -> str:
    return f"/log visit from Tirana {date(2001, 1, 1) + timedelta(days=number)}: line {number}"


def _push(api: BotApi, bot: Bot, numbers: Iterator[int], count: int) -> None:
    for number in islice(numbers, count):
        Person(api, bot, number % PEOPLE + 1).say(_line(number))


@contextmanager
def _running(environment: dict[str, str]) -> Iterator["subprocess.Popen[bytes]"]:
    command = [sys.executable, "-m", "bot", "run"]
    out, log = subprocess.DEVNULL, subprocess.PIPE
    with subprocess.Popen(command, cwd=ROOT, env=environment, stdout=out, stderr=log) as process:
        try:
            yield process
        finally:
            process.kill()


def _said(process: "subprocess.Popen[bytes]") -> str:
    """What it wrote to its log until its end."""
    return process.communicate(timeout=60)[1].decode()


@pytest.mark.parametrize("way", ["polling", "webhook"])
def test_killed_while_answering(databases: Databases, tmp_path: Path, way: str) -> None:
    chance = random.Random(20260504)
    numbers = iter(range(UPDATES))
    answers = Answers()
    with databases.fresh("sqlite", tmp_path) as url, BotApi.in_thread() as api:
        bot = api.bot()
        api.sent.append(answers.hear)
        _members(url, bot)
        environment = _environment(api, bot, url, way)
        for _ in range(KILLS):
            _push(api, bot, numbers, UPDATES // KILLS)
            with _running(environment) as process:
                answers.wait_for(chance.randrange(1, 40))
                timer = threading.Timer(chance.uniform(0, 0.05), process.kill)
                timer.start()
                timer.join()
                assert _said(process) == ""
        with _running(environment) as process:
            answers.wait_for_lines(UPDATES)
            process.terminate()
            assert _said(process) == ""
            assert process.returncode == 0
    assert set(answers.lines) == set(range(UPDATES))

    database = sqlite3.connect(tmp_path / "desk.db")

    def column(query: str) -> list[object]:
        return [row[0] for row in database.execute(query)]

    assert Counter(column("SELECT purpose FROM visits")) == Counter(f"line {n}" for n in range(UPDATES))
    assert column("SELECT number FROM records ORDER BY id") == list(range(1, UPDATES + 1))
    assert column("SELECT count(*) FROM inbox") == [UPDATES]
    assert column("SELECT count(*) FROM inbox WHERE answered_at IS NULL") == [0]
    assert column("SELECT count(DISTINCT record_id) FROM posts") == [UPDATES]
    assert column("PRAGMA integrity_check") == ["ok"]
    assert column("PRAGMA foreign_key_check") == []
    database.close()


@pytest.mark.parametrize("way", ["polling", "webhook"])
def test_told_to_stop_while_answering(databases: Databases, tmp_path: Path, way: str) -> None:
    """What was begun is committed, sent and marked before the end, so that nothing is answered twice."""
    count = 100
    numbers = iter(range(2 * count))
    answers = Answers()
    with databases.fresh("sqlite", tmp_path) as url, BotApi.in_thread() as api:
        bot = api.bot()
        api.sent.append(answers.hear)
        _members(url, bot)
        environment = _environment(api, bot, url, way)
        for round_ in (1, 2):
            _push(api, bot, numbers, count)
            with _running(environment) as process:
                answers.wait_for(20)
                process.terminate()
                assert _said(process) == ""
                assert process.returncode == 0
            with _running(environment) as process:
                answers.wait_for_lines(round_ * count)
                process.terminate()
                assert _said(process) == ""
    assert Counter(answers.lines.values()) == {1: 2 * count}
    database = sqlite3.connect(tmp_path / "desk.db")
    assert database.execute("SELECT count(*) FROM inbox WHERE answered_at IS NULL").fetchone() == (0,)
