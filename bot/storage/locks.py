"""Which of several processes does what only one may do: a lock that lives as long as its holder's connection.

PostgreSQL's advisory locks are given back when the connection ends, with a killed process at once. Of a machine that is
gone the server hears by TCP's keep-alives, and a holder who no longer reaches the server has lost it.
"""

import hashlib

from sqlalchemy import URL, Connection, create_engine, text
from sqlalchemy.exc import SQLAlchemyError
from sqlalchemy.pool import NullPool

from bot.storage.engine import Database

SILENCE = 10
"""Seconds of silence after which one side asks whether the other is still there, and then gives it as long again."""

_OURS = {
    "connect_timeout": SILENCE,
    "keepalives_idle": SILENCE,
    "keepalives_interval": SILENCE // 2,
    "keepalives_count": 2,
    "tcp_user_timeout": SILENCE * 1000,
}
_THEIRS = {
    "tcp_keepalives_idle": SILENCE,
    "tcp_keepalives_interval": SILENCE // 2,
    "tcp_keepalives_count": 2,
    "tcp_user_timeout": SILENCE * 1000,
}

_OURS_THERE = "SELECT 1 FROM pg_locks WHERE locktype = 'advisory' AND granted AND pid = pg_backend_pid()"


class Lock:
    """A lock by its name. Every method waits for the server: call them on a thread.

    On SQLite there is one machine, and whoever asks has it.
    """

    def __init__(self, database: Database, name: str) -> None:
        self._url = None if database.is_sqlite else database.url
        self._key = _key(name)
        self._connection: Connection | None = None

    def take(self) -> bool:
        """Whether it is ours now. Raises what connecting raises."""
        if self._url is None:
            return True
        try:
            if self._connection is None:
                self._connection = _connect(self._url)
            return bool(
                self._connection.execute(text("SELECT pg_try_advisory_lock(:key)"), {"key": self._key}).scalar()
            )
        except SQLAlchemyError:
            self.release()
            raise

    def is_held(self) -> bool:
        """Whether the server still gives it to us, after ``take``."""
        if self._connection is None:
            return self._url is None
        try:
            return self._connection.execute(text(_OURS_THERE)).scalar() is not None
        except SQLAlchemyError:
            self.release()
            return False

    def release(self) -> None:
        """Let another have it; the connection ends."""
        connection, self._connection = self._connection, None
        if connection is not None:
            connection.invalidate()
            connection.close()


def _connect(url: URL) -> Connection:
    engine = create_engine(
        url, poolclass=NullPool, isolation_level="AUTOCOMMIT", hide_parameters=True, connect_args=_OURS
    )
    connection = engine.connect()
    for setting, value in _THEIRS.items():
        connection.execute(text(f"SET {setting} = {value}"))
    return connection


def _key(name: str) -> int:
    """A number of 64 bits: other programs on the server have locks of their own."""
    return int.from_bytes(hashlib.sha256(f"dragoman {name}".encode()).digest()[:8], signed=True)
