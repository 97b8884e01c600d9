"""The database: connections, the pragmas, and which thread does a unit of work.

A unit of work is plain synchronous code in a worker thread: on SQLite one thread writes (so there are no lock
errors within a process, and BEGIN IMMEDIATE waits for those of others) and two read; on PostgreSQL a small pool does
both. What waits for the one thread is committed together: see ``batches.py``. The schema of a connection's database is
taken for granted: see ``schema.py``.
"""

import asyncio
import fcntl
import sqlite3
import time
from collections.abc import Callable, Iterator
from concurrent.futures import ThreadPoolExecutor
from contextlib import contextmanager
from functools import partial
from pathlib import Path
from typing import IO, Any, TypeVar

from sqlalchemy import URL, Connection, CursorResult, Engine, create_engine, event, make_url
from sqlalchemy.pool import ConnectionPoolEntry

from bot.storage.batches import AGAIN, Batches

Result = TypeVar("Result")

BUSY_TIMEOUT_MS = 10_000
READERS = 2
POSTGRES_WORKERS = 4


class Database:
    """One database, with its threads. ``write`` and ``read`` run a function in one transaction and commit it."""

    def __init__(self, url: str) -> None:
        self.url: URL = make_url(url)
        self.is_sqlite = self.url.get_backend_name() == "sqlite"
        self._alone: IO[str] | None = None
        if self.is_sqlite:
            if self.url.database:
                Path(self.url.database).expanduser().parent.mkdir(parents=True, exist_ok=True)
            self._writer = _sqlite_engine(self.url, begin="BEGIN IMMEDIATE", size=1)
            self._reader = _sqlite_engine(self.url, begin="BEGIN", size=READERS, query_only=True)
            self._writing = ThreadPoolExecutor(1, thread_name_prefix="write")
            self._batches = Batches(self._writing, self._writer, partial(self._run, self._writer))
            self._reading = ThreadPoolExecutor(READERS, thread_name_prefix="read")
        else:
            self._writer = self._reader = create_engine(
                self.url, pool_size=POSTGRES_WORKERS, pool_pre_ping=True, hide_parameters=True
            )
            self._writing = self._reading = ThreadPoolExecutor(POSTGRES_WORKERS, thread_name_prefix="work")

    def is_alone(self) -> bool:
        """Whether no other process serves this database. Of a PostgreSQL that cannot be known.

        Of a SQLite file the first process that asks is the one, until it ends, however it ends.
        """
        if not self.is_sqlite or not self.url.database:
            return False
        if self._alone is None:
            beside = Path(f"{self.url.database}-serving").expanduser().open("a")
            try:
                fcntl.flock(beside, fcntl.LOCK_EX | fcntl.LOCK_NB)
            except OSError:
                beside.close()
                return False
            self._alone = beside
        return True

    async def is_in_reach(self) -> bool:
        """Whether the database can be written at all: if not, what was to be stored should come again."""
        try:
            await self.write(lambda db: None)
        except Exception:
            return False
        return True

    async def write(self, work: Callable[[Connection], Result]) -> Result:
        """Run ``work`` in a writing transaction on a worker thread; what it raises rolls back and comes back."""
        if self.is_sqlite:
            return await self._batches.run(work)
        return await asyncio.get_running_loop().run_in_executor(self._writing, self._run, self._writer, work)

    async def read(self, work: Callable[[Connection], Result]) -> Result:
        """As ``write``, in a transaction that only reads."""
        return await asyncio.get_running_loop().run_in_executor(self._reading, self._run, self._reader, work)

    @staticmethod
    def _run(engine: Engine, work: Callable[[Connection], Result]) -> Result:
        try:
            with engine.begin() as connection:
                return work(connection)
        except AGAIN:
            with engine.begin() as connection:
                return work(connection)

    @contextmanager
    def transaction(self) -> Iterator[Connection]:
        """A writing transaction on this thread, for the command line."""
        with self._writer.begin() as connection:
            yield connection

    @contextmanager
    def reading(self) -> Iterator[Connection]:
        """A transaction that only reads, on this thread."""
        with self._reader.begin() as connection:
            yield connection

    def close(self) -> None:
        """Finish what is running and give the connections back."""
        for threads in {self._writing, self._reading}:
            threads.shutdown()
        for engine in {self._writer, self._reader}:
            engine.dispose()
        if self._alone is not None:
            self._alone.close()


def _sqlite_engine(url: URL, *, begin: str, size: int, query_only: bool = False) -> Engine:
    engine = create_engine(
        url,
        pool_size=size,
        max_overflow=0,
        connect_args={"check_same_thread": False},
        hide_parameters=True,  # an error is logged, and what people wrote must not be
    )

    @event.listens_for(engine, "connect")
    def _prepare(connection: sqlite3.Connection, _entry: ConnectionPoolEntry) -> None:
        connection.isolation_level = None  # we begin transactions ourselves, below
        _set_wal(connection)
        for pragma in (
            f"busy_timeout = {BUSY_TIMEOUT_MS}",
            "synchronous = FULL",
            "foreign_keys = ON",
            *(["query_only = ON"] if query_only else []),
        ):
            connection.execute(f"PRAGMA {pragma}").close()

    @event.listens_for(engine, "begin")
    def _begin(connection: Any) -> None:
        connection.exec_driver_sql(begin)

    return engine


def _set_wal(connection: sqlite3.Connection) -> None:
    """Two processes that make a new file at once: SQLite's own busy time-out does not hold for this pragma."""
    until = time.monotonic() + BUSY_TIMEOUT_MS / 1000
    while True:
        try:
            connection.execute("PRAGMA journal_mode = WAL").close()
        except sqlite3.OperationalError:
            if time.monotonic() > until:
                raise
            time.sleep(0.01)
        else:
            return


def inserted_id(result: CursorResult[*tuple[Any, ...]]) -> int:
    """The number that the database gave to the one row just inserted."""
    key = result.inserted_primary_key
    if key is None:
        raise LookupError("the statement inserted no row")
    return int(key[0])
