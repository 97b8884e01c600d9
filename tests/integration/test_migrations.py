"""Migrations: what an empty database becomes, and what is refused."""

import multiprocessing
import threading
from collections.abc import Iterator
from datetime import UTC, datetime

import pytest
from alembic import command
from alembic.autogenerate import compare_metadata
from alembic.config import Config
from alembic.migration import MigrationContext
from alembic.script import ScriptDirectory
from sqlalchemy import create_engine, insert, text

from bot.storage.engine import Database
from bot.storage.models import SCHEMA_VERSION, metadata
from bot.storage.planning import plan_due
from bot.storage.schedules import load_schedule
from bot.storage.schema import MIGRATIONS, SchemaTooNew, is_current, migrate, version_of

NOW = datetime(2026, 5, 3, tzinfo=UTC)


@pytest.fixture
def empty(empty_database_url: str) -> Iterator[Database]:
    database = Database(empty_database_url)
    yield database
    database.close()


def test_an_empty_database_becomes_the_schema(empty: Database) -> None:
    assert not is_current(empty)
    assert migrate(empty)
    assert is_current(empty)
    with empty.reading() as connection:
        context = MigrationContext.configure(connection, opts={"compare_type": True})
        assert compare_metadata(context, metadata) == []


def test_migrating_again_does_nothing(database: Database) -> None:
    assert not migrate(database)


def test_the_version_is_the_newest_migration() -> None:
    assert ScriptDirectory(str(MIGRATIONS)).get_heads() == [SCHEMA_VERSION]


def test_a_newer_database_is_refused(empty: Database) -> None:
    database = empty
    migrate(database)
    with database.transaction() as connection:
        connection.execute(text("UPDATE alembic_version SET version_num = '9999'"))
    with pytest.raises(SchemaTooNew, match="9999"):
        migrate(database)
    with database.reading() as connection:
        assert version_of(connection) == "9999"


def test_chats_of_before_get_their_digest(empty: Database) -> None:
    """Group and direct chats that have spoken before there were schedules."""
    config = Config()
    config.set_main_option("script_location", str(MIGRATIONS))
    engine = create_engine(empty.url)
    with engine.begin() as connection:
        config.attributes["connection"] = connection
        command.upgrade(config, "0005")
        team = insert(metadata.tables["teams"]).values(
            id=1, name="Ankara", language="tr", timezone="Europe/Istanbul", country="TR", home_city="", created_at=NOW
        )
        connection.execute(team)
        spoke = {"team_id": 1, "platform": "telegram", "account": "1"}
        rows = [spoke | {"external_id": str(n), "kind": kind} for n, kind in enumerate(("direct", "group", "direct"))]
        connection.execute(insert(metadata.tables["chats"]), rows)
    engine.dispose()
    migrate(empty)
    with empty.reading() as db:
        schedules = [load_schedule(db, 1, number) for number in (1, 2, 3)]
        assert plan_due(db, now=datetime.now(UTC)) == 0
    assert [schedule and schedule.is_on for schedule in schedules] == [False, True, False]
    assert schedules[1] is not None
    assert schedules[1].next_at is not None
    assert f"{schedules[1].next_at.astimezone(schedules[1].zone):%a %H:%M}" == "Mon 09:00"


def test_two_threads_migrate_at_once(empty_database_url: str) -> None:
    ready = threading.Barrier(2)
    done: list[str | None] = []

    def work() -> None:
        database = Database(empty_database_url)
        try:
            ready.wait()
            migrate(database)
            with database.reading() as connection:
                done.append(version_of(connection))
        finally:
            database.close()

    threads = [threading.Thread(target=work) for _ in range(2)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert done == [SCHEMA_VERSION, SCHEMA_VERSION]


def _migrate(url: str) -> None:
    database = Database(url)
    migrate(database)
    database.close()


def test_two_processes_migrate_at_once(empty_database_url: str) -> None:
    spawn = multiprocessing.get_context("spawn")
    processes = [spawn.Process(target=_migrate, args=(empty_database_url,)) for _ in range(2)]
    for process in processes:
        process.start()
    for process in processes:
        process.join()
    assert [process.exitcode for process in processes] == [0, 0]
    engine = create_engine(empty_database_url)
    with engine.connect() as connection:
        assert connection.execute(text("SELECT version_num FROM alembic_version")).scalars().all() == [SCHEMA_VERSION]
    engine.dispose()


@pytest.mark.parametrize("table", metadata.sorted_tables, ids=lambda table: table.name)
def test_every_table_carries_its_team(table: object) -> None:
    from sqlalchemy import Table

    assert isinstance(table, Table)
    if table.name == "teams":
        return
    column = table.columns["team_id"]
    assert not column.nullable
    assert [key.target_fullname for key in column.foreign_keys] == ["teams.id"]
