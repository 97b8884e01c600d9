"""A database after years of work: made once by bulk inserts, and kept in ``build/``."""

import sqlite3
from datetime import UTC, date, datetime, timedelta
from pathlib import Path

from benchmarks.desks import SENDER, remove
from bot.adapters.console import Console
from bot.bootstrap import ensure_terminal_member
from bot.storage.engine import Database
from bot.storage.models import SCHEMA_VERSION
from bot.storage.schema import migrate
from config.settings import Settings

GROWN = 100_000
PARTNERS = 60
_NOW = datetime(2026, 5, 4, 6, tzinfo=UTC)


def grown_database(folder: Path) -> Path:
    """The file; made where it is missing."""
    path = folder / f"grown-{SCHEMA_VERSION}-{GROWN}.db"
    if not path.is_file():
        making = path.with_suffix(".part")
        remove(making)
        _make(making)
        making.rename(path)
    return path


def _make(path: Path) -> None:
    database = Database(f"sqlite:///{path}")
    migrate(database)
    chat = Console.chat_of(SENDER)
    with database.transaction() as db:
        ensure_terminal_member(db, Settings(home_city="Ankara"), chat, SENDER, _NOW)
    database.close()
    file = sqlite3.connect(path)
    file.execute("PRAGMA journal_mode = DELETE")
    file.execute("PRAGMA synchronous = OFF")
    with file:
        file.execute(
            "INSERT INTO chats (id, team_id, platform, account, external_id, kind) VALUES (1, 1, ?, ?, ?, 'direct')",
            (chat.platform, chat.account, chat.chat),
        )
        file.executemany(
            "INSERT INTO partners (id, team_id, name, names, kind, country) VALUES (?, 1, ?, '{}', 'city', 'AL')",
            [(n, f"City {n}") for n in range(1, PARTNERS + 1)],
        )
        file.executemany(
            "INSERT INTO partner_aliases (team_id, partner_id, name, folded) VALUES (1, ?, ?, ?)",
            [(n, f"City {n}", f"city {n}") for n in range(1, PARTNERS + 1)],
        )
        file.executemany(
            "INSERT INTO records (id, team_id, kind, number, version, starts_on, ends_on, precision, search, "
            "created_at, created_by) VALUES (?, 1, 'visit', ?, 1, ?, ?, 'day', ?, ?, 1)",
            [(n, n, day, day, f"city {n % PARTNERS + 1}", _at(n)) for n, day in _days()],
        )
        file.executemany(
            "INSERT INTO visits (record_id, team_id, purpose, participants, programme, outcome) "
            "VALUES (?, 1, '', '[]', '', '')",
            [(n,) for n, _ in _days()],
        )
        file.executemany(
            "INSERT INTO record_partners (record_id, partner_id, role, team_id) VALUES (?, ?, 'partner', 1)",
            [(n, n % PARTNERS + 1) for n, _ in _days()],
        )
        file.executemany(
            "INSERT INTO audit (team_id, change_set, chat_id, member_id, at, action, record_id, version, after) "
            "VALUES (1, ?, 1, 1, ?, 'create', ?, 1, '{}')",
            [(n, _at(n), n) for n, _ in _days()],
        )
        file.executemany(
            "INSERT INTO inbox (id, team_id, chat_id, thread, key, received_at, reply, answered_at) "
            "VALUES (?, 1, 1, '', ?, ?, '{}', ?)",
            [(n, f"console:local:old-{n}", _at(n), _at(n)) for n in range(1, GROWN // 10)],
        )
        file.execute("ANALYZE")
    file.close()


def _days() -> list[tuple[int, str]]:
    first = date(2006, 1, 1)
    return [(n, (first + timedelta(days=n % 7300)).isoformat()) for n in range(1, GROWN + 1)]


def _at(n: int) -> str:
    return (_NOW - timedelta(minutes=GROWN - n)).strftime("%Y-%m-%d %H:%M:%S.%f")
