"""Units of work that wait for the writer of a SQLite file are committed together, and are strangers to each other."""

import asyncio
import threading
from collections.abc import Callable, Iterator, Sequence
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

import pytest
from sqlalchemy import Connection, event, text
from sqlalchemy.exc import IntegrityError

from bot.domain.teams import Team
from bot.permissions import Role
from bot.storage.batches import MOST, WorkAgain
from bot.storage.engine import Database
from bot.storage.teams import add_member, add_team
from tests.databases import Databases

NOW = datetime(2026, 5, 4, tzinfo=UTC)
Work = Callable[[Connection], Any]


@pytest.fixture
def database(databases: Databases, tmp_path: Path) -> Iterator[Database]:
    with databases.fresh("sqlite", tmp_path) as url:
        database = Database(url)
        yield database
        database.close()


@pytest.fixture
def commits(database: Database) -> list[int]:
    """One entry a commit, from now on."""
    seen: list[int] = []
    event.listen(database._writer, "commit", lambda connection: seen.append(1))
    return seen


async def occupied(database: Database) -> tuple["asyncio.Future[bool]", threading.Event]:
    """Somebody who writes until it is over."""
    begun, over = threading.Event(), threading.Event()

    def work(db: Connection) -> bool:
        begun.set()
        return over.wait(30)

    first = asyncio.ensure_future(database.write(work))
    assert await asyncio.to_thread(begun.wait, 30)
    return first, over


async def at_once(database: Database, works: Sequence[Work]) -> list[Any]:
    """What each came to, when all of them had to wait for another."""
    first, over = await occupied(database)
    rest = [asyncio.ensure_future(database.write(work)) for work in works]
    await asyncio.sleep(0)  # all of them are waiting
    over.set()
    assert await first
    return await asyncio.gather(*rest, return_exceptions=True)


def team(name: str) -> Work:
    return lambda db: add_team(db, Team(0, name, "en", "Europe/Istanbul"), NOW).name


def raising(error: Exception) -> Work:
    def work(db: Connection) -> None:
        add_team(db, Team(0, "half", "en", "Europe/Istanbul"), NOW)
        raise error

    return work


def names(database: Database) -> list[str]:
    with database.reading() as db:
        return list(db.execute(text("SELECT name FROM teams ORDER BY id")).scalars())


async def test_what_waits_is_committed_together_and_in_order(database: Database, commits: list[int]) -> None:
    wanted = [f"team {number}" for number in range(2 * MOST)]
    assert await at_once(database, list(map(team, wanted))) == wanted
    assert names(database) == wanted
    assert len(commits) == 3  # the one that was waited for, and twice MOST


async def test_what_one_raises_takes_back_its_own(database: Database, commits: list[int]) -> None:
    error = KeyError("ours")
    assert await at_once(database, [team("a"), raising(error), team("b")]) == ["a", error, "b"]
    assert names(database) == ["a", "b"]
    assert len(commits) == 2


async def test_a_lost_race_is_run_again(database: Database) -> None:
    tries: list[int] = []

    def work(db: Connection) -> str:
        tries.append(1)
        if len(tries) == 1:
            raise WorkAgain
        return str(team("again")(db))

    assert await at_once(database, [team("a"), work]) == ["a", "again"]
    missing, _ = await at_once(database, [lambda db: add_member(db, 99, "Ayşe", Role.MEMBER, NOW), team("b")])
    assert isinstance(missing, IntegrityError)
    assert names(database) == ["a", "again", "b"]


async def test_a_commit_that_fails_is_one_s_own_fault(database: Database) -> None:
    def wrong_at_the_end(db: Connection) -> None:
        db.exec_driver_sql("PRAGMA defer_foreign_keys = ON")
        add_member(db, 99, "Ayşe", Role.MEMBER, NOW)

    first, second, third = await at_once(database, [team("a"), wrong_at_the_end, team("b")])
    assert (first, third) == ("a", "b")
    assert isinstance(second, IntegrityError)
    assert names(database) == ["a", "b"]


async def test_a_transaction_that_is_lost_on_the_way(database: Database) -> None:
    def loses(db: Connection) -> None:
        db.exec_driver_sql("ROLLBACK")
        raise KeyError("disk")

    first, second, third = await at_once(database, [team("a"), loses, team("b")])
    assert (first, third) == ("a", "b")
    assert isinstance(second, Exception)
    assert names(database) == ["a", "b"]


async def test_who_does_not_wait_any_more_is_left_out(database: Database) -> None:
    first, over = await occupied(database)
    second = asyncio.ensure_future(database.write(team("never")))
    await asyncio.sleep(0)
    second.cancel()
    await asyncio.sleep(0)
    over.set()
    assert await first
    assert await database.write(team("a")) == "a"
    assert names(database) == ["a"]
    assert second.cancelled()


async def test_a_closed_database_says_so(database: Database) -> None:
    database.close()
    for _ in range(2):
        with pytest.raises(RuntimeError, match="shutdown"):
            await database.write(team("a"))
