"""Whether a database has the schema that this program needs, and bringing it there.

The comparison reads one row and does not import Alembic, which costs more than a whole start.
"""

from pathlib import Path

from sqlalchemy import Connection, create_engine, event, inspect, text
from sqlalchemy.exc import DBAPIError

from bot.storage.engine import Database
from bot.storage.models import SCHEMA_VERSION

MIGRATIONS = Path(__file__).parent / "migrations"
_LOCK = 0x0D2A60  # any number of our own: the advisory lock under which PostgreSQL is migrated


class SchemaTooNew(Exception):
    """The database was migrated by a newer program; its revision is the argument."""


def version_of(connection: Connection) -> str | None:
    """The revision that the database is at; None for an empty one."""
    try:
        return connection.execute(text("SELECT version_num FROM alembic_version")).scalar()
    except DBAPIError:
        return None


def is_current(database: Database) -> bool:
    """Whether nothing has to be migrated."""
    with database.reading() as connection:
        return version_of(connection) == SCHEMA_VERSION


def known_versions() -> frozenset[str]:
    """The revisions that this program's migrations lead through."""
    from alembic.script import ScriptDirectory

    return frozenset(script.revision for script in ScriptDirectory(str(MIGRATIONS)).walk_revisions())


def migrate(database: Database) -> bool:
    """Bring the database to ``SCHEMA_VERSION``; whether there was anything to do. Raises ``SchemaTooNew``.

    Runs on an engine of its own: SQLite with foreign keys off, since Alembic's batch mode makes tables anew, and
    checked afterwards; PostgreSQL under an advisory lock, so that of several processes one migrates.
    """
    if is_current(database):
        return False
    from alembic import command
    from alembic.config import Config

    config = Config()
    config.set_main_option("script_location", str(MIGRATIONS))
    known = known_versions()
    engine = create_engine(database.url, hide_parameters=True)
    if database.is_sqlite:

        @event.listens_for(engine, "connect")
        def _prepare(connection: object, _entry: object) -> None:
            cursor = connection.cursor()  # type: ignore[attr-defined]
            cursor.execute("PRAGMA busy_timeout = 30000")
            cursor.execute("PRAGMA foreign_keys = OFF")
            cursor.close()
            connection.isolation_level = None  # type: ignore[attr-defined]

        @event.listens_for(engine, "begin")
        def _begin(connection: Connection) -> None:
            # Two processes that start together: the second waits here and then finds nothing to do.
            connection.exec_driver_sql("BEGIN IMMEDIATE")

    try:
        with engine.begin() as connection:
            if not database.is_sqlite:
                connection.execute(text("SELECT pg_advisory_xact_lock(:lock)"), {"lock": _LOCK})
            here = version_of(connection) if inspect(connection).has_table("alembic_version") else None
            if here is not None and here not in known:
                raise SchemaTooNew(here)
            config.attributes["connection"] = connection
            command.upgrade(config, "head")
            if database.is_sqlite:
                orphans = connection.exec_driver_sql("PRAGMA foreign_key_check").fetchall()
                if orphans:
                    raise RuntimeError(f"the migration left {len(orphans)} rows without what they refer to")
    finally:
        engine.dispose()
    return True
