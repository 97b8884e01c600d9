"""A desk with 50 partners and years of records, and some weeks ahead: made by bulk inserts, without any handler."""

import sqlite3
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import UTC, date, datetime, timedelta
from pathlib import Path

from benchmarks.desks import SENDER, remove
from bot.adapters.console import Console
from bot.bootstrap import ensure_terminal_member
from bot.domain.schedules import Schedule
from bot.storage.chats import add_chat
from bot.storage.engine import Database
from bot.storage.schedules import save_schedule
from bot.storage.schema import migrate
from config.settings import Settings

PARTNERS = 50
NOW = datetime(2026, 5, 4, 6, tzinfo=UTC)
"""A Monday, at nine in Istanbul, and the first of its month: every section has something to say."""
_TODAY = date(2026, 5, 4)
_AHEAD = 90
"""The first records are ahead: one a day. All others are spread over ten years that are past."""
_ENDING = 8
"""So many agreements have their last days ahead."""
_SPAN = 3650
_KINDS = ("agreement", "note", "note", "event", "event", "event", "event", *("visit",) * 13)


@contextmanager
def opened(path: Path, records: int) -> Iterator[tuple[Database, int]]:
    """The database with so many records, and the chat that gets the digest."""
    remove(path)
    database = Database(f"sqlite:///{path}")
    try:
        migrate(database)
        chat = Console.chat_of(SENDER)
        with database.transaction() as db:
            ensure_terminal_member(db, Settings(home_city="Ankara"), chat, SENDER, NOW)
            chat_id = add_chat(db, 1, chat)
            save_schedule(db, Schedule(1, chat_id, default_timezone="Europe/Istanbul"), now=NOW - timedelta(days=7))
        _fill(path, records)
        yield database, chat_id
    finally:
        database.close()
        remove(path)


def _fill(path: Path, count: int) -> None:
    file = sqlite3.connect(path)
    numbers = range(1, count + 1)
    with file:
        file.executemany(
            "INSERT INTO partners (id, team_id, name, names, kind, country) VALUES (?, 1, ?, '{}', 'city', 'AL')",
            [(n, f"City {n}") for n in range(1, PARTNERS + 1)],
        )
        file.executemany(
            "INSERT INTO records (id, team_id, kind, number, version, starts_on, ends_on, precision, search, "
            "created_at, created_by) VALUES (?, 1, ?, ?, 1, ?, ?, 'day', '', '2026-01-01 00:00:00', 1)",
            [(n, _kind(n), n, *_days(n)) for n in numbers],
        )
        file.executemany(
            "INSERT INTO record_partners (record_id, partner_id, role, team_id) VALUES (?, ?, ?, 1)",
            [(n, n % PARTNERS + 1, "guest" if _is_culture(n) else "partner") for n in numbers],
        )
        file.executemany(
            "INSERT INTO visits (record_id, team_id, direction, purpose, people, participants) "
            "VALUES (?, 1, 'incoming', 'Waste plant', 6, '[]')",
            [(n,) for n in numbers if _kind(n) == "visit"],
        )
        file.executemany(
            "INSERT INTO events (record_id, team_id, title, kind, guest, host, place, network) "
            "VALUES (?, 1, 'City Days in Ankara', ?, '', '', '', '')",
            [(n, "culture_days" if _is_culture(n) else "other") for n in numbers if _kind(n) == "event"],
        )
        file.executemany(
            "INSERT INTO notes (record_id, team_id, text, about) VALUES (?, 1, 'A note', '')",
            [(n,) for n in numbers if _kind(n) == "note"],
        )
        file.executemany(
            "INSERT INTO agreements (record_id, team_id, kind, status, reason, place, signatories, renews, approvals, "
            "ends_on, lacks_approval) VALUES (?, 1, 'cooperation_protocol', ?, '', '', '[]', 0, '[]', ?, ?)",
            [(n, *_standing(n)) for n in numbers if _kind(n) == "agreement"],
        )
        file.execute("ANALYZE")
    file.close()


def _kind(n: int) -> str:
    return _KINDS[n % len(_KINDS)]


def _is_culture(n: int) -> bool:
    return _kind(n) == "event" and n % 3 == 0


def _days(n: int) -> tuple[str, str]:
    ahead = n <= _AHEAD and _kind(n) != "agreement"
    start = _TODAY + timedelta(days=n) if ahead else _TODAY - timedelta(days=n * 37 % _SPAN + 1)
    return start.isoformat(), (start + timedelta(days=n % 3)).isoformat()


def _standing(n: int) -> tuple[str | None, str, bool]:
    """Its status, its end, and whether an approval is missing: what is over was put in order long ago."""
    nth = n // len(_KINDS)
    if nth <= _ENDING:
        return None, (_TODAY + timedelta(days=nth * 20)).isoformat(), True
    return "expired", (_TODAY - timedelta(days=n * 37 % _SPAN + 1)).isoformat(), False
