"""The database's promises: pragmas, transactions, and no lost update."""

import asyncio
import sqlite3
import threading
from collections.abc import Iterator
from datetime import UTC, datetime
from pathlib import Path

import pytest
from sqlalchemy import Connection, text
from sqlalchemy.exc import IntegrityError, OperationalError

from bot.domain.notes import Note
from bot.domain.records import Record
from bot.domain.teams import Team
from bot.permissions import Role
from bot.storage.engine import BUSY_TIMEOUT_MS, Database
from bot.storage.records import insert_record
from bot.storage.teams import add_member, add_team, find_team
from tests.databases import Databases

NOW = datetime(2026, 5, 4, tzinfo=UTC)
TEAM = Team(id=0, name="Ankara", language="en", timezone="Europe/Istanbul")


@pytest.fixture
def sqlite(databases: Databases, tmp_path: Path) -> Iterator[Database]:
    with databases.fresh("sqlite", tmp_path) as url:
        database = Database(url)
        yield database
        database.close()


def test_sqlite_is_safe(sqlite: Database) -> None:
    pragmas = ("journal_mode", "synchronous", "foreign_keys", "busy_timeout", "query_only")

    def read(db: Connection) -> list[object]:
        return [db.exec_driver_sql(f"PRAGMA {name}").scalar() for name in pragmas]

    with sqlite.transaction() as db:
        assert read(db) == ["wal", 2, 1, BUSY_TIMEOUT_MS, 0]
    with sqlite.reading() as db:
        assert read(db) == ["wal", 2, 1, BUSY_TIMEOUT_MS, 1]


def test_a_writer_holds_the_lock_from_the_beginning(sqlite: Database) -> None:
    other = sqlite3.connect(str(sqlite.url.database), timeout=0, isolation_level=None)
    with sqlite.transaction(), pytest.raises(sqlite3.OperationalError, match="locked"):
        other.execute("BEGIN IMMEDIATE")
    other.close()


def test_readers_cannot_write(sqlite: Database) -> None:
    with pytest.raises(OperationalError, match="readonly"), sqlite.reading() as db:
        add_team(db, TEAM, NOW)


async def test_a_rollback_leaves_nothing(database: Database) -> None:
    def work(db: Connection) -> None:
        add_team(db, TEAM, NOW)
        raise KeyError("ours")

    with pytest.raises(KeyError, match="ours"):
        await database.write(work)
    assert await database.read(find_team) is None


async def test_foreign_keys_hold(database: Database) -> None:
    with pytest.raises(IntegrityError):
        await database.write(lambda db: add_member(db, 99, "Ayşe", Role.MEMBER, NOW))


async def test_a_lost_race_is_run_again(database: Database) -> None:
    tries: list[int] = []

    def work(db: Connection) -> str:
        tries.append(1)
        if len(tries) == 1:
            add_team(db, TEAM, NOW)
            add_team(db, TEAM, NOW)
        return "done"

    assert await database.write(work) == "done"
    assert len(tries) == 2
    assert await database.read(find_team) is None


def test_concurrent_changes_lose_nothing(database: Database) -> None:
    """Two processes' worth of records, each numbered after the last (each thread has a ``Database`` of its own)."""
    with database.transaction() as db:
        team = add_team(db, TEAM, NOW)
        member = add_member(db, team.id, "Ayşe", Role.MEMBER, NOW)

    def add_one(db: Connection) -> None:
        insert_record(db, team.id, member, Record(details=Note(text="one more")), names=(), now=NOW)

    async def many() -> None:
        own = Database(database.url.render_as_string(hide_password=False))
        for _ in range(200):
            await own.write(add_one)
        own.close()

    threads = [threading.Thread(target=lambda: asyncio.run(many())) for _ in range(2)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    with database.reading() as db:
        numbers = db.execute(text("SELECT number FROM records ORDER BY number")).scalars().all()
    assert numbers == list(range(1, 401))
