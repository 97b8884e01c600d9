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
"""The newest records are ahead: one a day. All others are spread over ten years that are past."""
_ENDING = 8
"""So many agreements have their last days ahead."""
_SPAN = 3650
_OPEN = 200
"""The tasks among so many of the newest records are open."""
_NEWEST = 2000
"""Technical visits among so many of the newest records lack their papers."""
_QUIET = 2
"""So many partners have been quiet for more than a year."""
_KINDS = ("agreement", "note", "task", "event", "event", "event", "event", *("visit",) * 13)


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
    made = [(count + 1 - n, n) for n in range(1, count + 1)]  # logged in the order of time: the newest has the last id
    with file:
        file.executemany(
            "INSERT INTO partners (id, team_id, name, names, kind, country) VALUES (?, 1, ?, '{}', 'city', 'AL')",
            [(n, f"City {n}") for n in range(1, PARTNERS + 1)],
        )
        file.executemany(
            "INSERT INTO records (id, team_id, kind, number, version, starts_on, ends_on, precision, search, "
            "created_at, created_by) VALUES (?, 1, ?, ?, 1, ?, ?, 'day', '', '2026-01-01 00:00:00', 1)",
            [(id_, _kind(n), id_, *_days(n, count)) for id_, n in made],
        )
        file.executemany(
            "INSERT INTO record_partners (record_id, partner_id, role, team_id) VALUES (?, ?, ?, 1)",
            [(id_, _partner(n), "guest" if _is_culture(n) else "partner") for id_, n in made],
        )
        file.executemany(
            "INSERT INTO visits (record_id, team_id, direction, kind, purpose, people, participants, programme, "
            "outcome) VALUES (?, 1, 'incoming', ?, 'Waste plant', 6, '[]', ?, ?)",
            [(id_, *_papers(n)) for id_, n in made if _kind(n) == "visit"],
        )
        file.executemany(
            "INSERT INTO events (record_id, team_id, title, kind, guest, host, place, network) "
            "VALUES (?, 1, 'City Days in Ankara', ?, '', '', '', '')",
            [(id_, "culture_days" if _is_culture(n) else "other") for id_, n in made if _kind(n) == "event"],
        )
        file.executemany(
            "INSERT INTO notes (record_id, team_id, text, about) VALUES (?, 1, 'A note', '')",
            [(id_,) for id_, n in made if _kind(n) == "note"],
        )
        file.executemany(
            "INSERT INTO tasks (record_id, team_id, text, about, done_on, done_by) VALUES (?, 1, 'Minutes', '', ?, '')",
            [(id_, None if n <= _OPEN else _days(n, count)[0]) for id_, n in made if _kind(n) == "task"],
        )
        file.executemany(
            "INSERT INTO agreements (record_id, team_id, kind, status, reason, place, signatories, renews, approvals, "
            "ends_on, lacks_approval) VALUES (?, 1, 'cooperation_protocol', ?, '', '', '[]', 0, '[]', ?, ?)",
            [(id_, *_standing(n, count)) for id_, n in made if _kind(n) == "agreement"],
        )
        file.execute("ANALYZE")
    file.close()


def _kind(n: int) -> str:
    return _KINDS[(n + n // PARTNERS) % len(_KINDS)]  # every partner has records of every kind


def _partner(n: int) -> int:
    """What a desk has more of in past years is of those partners with which it is in touch."""
    return n % PARTNERS + 1 if n <= _NEWEST else n % (PARTNERS - _QUIET) + 1


def _is_culture(n: int) -> bool:
    return _kind(n) == "event" and n % 3 == 0


def _ago(n: int, count: int) -> timedelta:
    quiet = _partner(n) > PARTNERS - _QUIET
    return timedelta(days=n * _SPAN // count + 1 + (400 if quiet else 0))


def _days(n: int, count: int) -> tuple[str, str]:
    ahead = n <= _AHEAD and _kind(n) != "agreement" and _partner(n) <= PARTNERS - _QUIET
    start = _TODAY + timedelta(days=n) if ahead else _TODAY - _ago(n, count)
    return start.isoformat(), (start + timedelta(days=n % 3)).isoformat()


def _papers(n: int) -> tuple[str | None, str, str]:
    """Its kind, programme and outcome."""
    if n % 5:
        return None, "", ""
    return ("technical", "", "") if n <= _NEWEST else ("technical", "Site visit", "A report")


def _standing(n: int, count: int) -> tuple[str | None, str, bool]:
    """Its status, its end, and whether an approval is missing: what is over was put in order long ago."""
    nth = n // len(_KINDS)
    if nth <= _ENDING:
        return None, (_TODAY + timedelta(days=nth * 20)).isoformat(), True
    return "expired", (_TODAY - _ago(n, count)).isoformat(), False
