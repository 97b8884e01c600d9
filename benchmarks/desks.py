"""Desks to measure: a migrated SQLite database in ``build/`` (the disk counts), with a team and one member."""

import shutil
import sqlite3
import time
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import UTC, datetime
from itertools import count
from pathlib import Path

from bot.adapters.console import Console
from bot.app import App
from bot.bootstrap import ensure_terminal_member, make_app
from bot.message import Message, Sender
from bot.storage.engine import Database
from bot.storage.schema import migrate
from config.settings import Settings

LINE = "/log visit Tirana 2025-05-03"
SENDER = Sender("bench", "Bench")
_NUMBERS = count(1)


@contextmanager
def opened(path: Path, *, copy_of: Path | None = None) -> Iterator[App]:
    """A desk on a new database at ``path``, or on a copy of another."""
    remove(path)
    if copy_of:
        shutil.copy(copy_of, path)
    database = Database(f"sqlite:///{path}")
    try:
        migrate(database)
        with database.transaction() as db:
            ensure_terminal_member(db, Settings(home_city="Ankara"), Console.chat_of(SENDER), SENDER, datetime.now(UTC))
        yield make_app(database)
    finally:
        database.close()
        remove(path)


def remove(path: Path) -> None:
    """Take a database away with its log."""
    for suffix in ("", "-wal", "-shm", "-serving"):
        path.with_name(path.name + suffix).unlink(missing_ok=True)


async def log_once(app: App) -> float:
    """Milliseconds from the message to the durable commit."""
    number = next(_NUMBERS)
    message = Message(f"bench-{number}", Console.chat_of(SENDER), SENDER, datetime.now(UTC), LINE)
    start = time.perf_counter()
    answer = await app.handle(message)
    spent = (time.perf_counter() - start) * 1000
    if answer.reply is None or answer.reply.record_id is None:
        raise RuntimeError(f"{LINE} was not logged: {answer.reply}")
    return spent


class RawCommits:
    """What a durable commit costs at the least: one insert in WAL with synchronous FULL, without any of ours."""

    def __init__(self, path: Path) -> None:
        remove(path)
        self._path = path
        self._connection = sqlite3.connect(path)
        self._connection.execute("PRAGMA journal_mode = WAL")
        self._connection.execute("PRAGMA synchronous = FULL")
        self._connection.execute("CREATE TABLE lines (id INTEGER PRIMARY KEY, line TEXT NOT NULL)")

    def commit_once(self) -> float:
        """Milliseconds of one insert and commit."""
        start = time.perf_counter()
        self._connection.execute("INSERT INTO lines (line) VALUES (?)", (LINE,))
        self._connection.commit()
        return (time.perf_counter() - start) * 1000

    def close(self) -> None:
        """Take the file away."""
        self._connection.close()
        remove(self._path)
