"""Which records: by kind, partner, time and words. Only ids and counts; whole records are loaded by ``records``."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from sqlalchemy import Connection, Select, func, select

from bot.domain.notes import NoteKind
from bot.domain.records import Kind
from bot.storage.models import notes, record_partners, record_themes, records

MOST_WORDS = 40
"""More do not narrow a search any further; SQLite refuses a condition of a thousand."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Search:
    """What to find. ``words`` are folded, and all must occur. Days are inclusive; ``dated`` leaves undated ones out,
    ``undated`` all others. Of ``themes`` each has the folded names of one theme; ``note_kinds`` are of notes only.

    Sorted by time, the latest first unless ``ascending``; undated ones come last.
    """

    kinds: Sequence[Kind] = ()
    partner_id: int | None = None
    words: Sequence[str] = ()
    themes: Sequence[Sequence[str]] = ()
    note_kinds: Sequence[NoteKind] = ()
    starts_from: date | None = None
    starts_until: date | None = None
    ends_from: date | None = None
    ends_until: date | None = None
    dated: bool = False
    undated: bool = False
    ascending: bool = False


def find_records(db: Connection, team_id: int, search: Search, *, limit: int) -> list[int]:
    """The ids of at most ``limit`` records that count (void ones do not)."""
    first = records.c.starts_on.asc() if search.ascending else records.c.starts_on.desc()
    last = records.c.id.asc() if search.ascending else records.c.id.desc()
    query = _where(select(records.c.id), team_id, search).order_by(first.nulls_last(), last).limit(limit)
    return list(db.execute(query).scalars())


def count_records(db: Connection, team_id: int, search: Search) -> int:
    """How many there are."""
    return db.execute(_where(select(func.count()).select_from(records), team_id, search)).scalar_one()


def _where(query: Select[int], team_id: int, search: Search) -> Select[int]:
    query = query.where(records.c.team_id == team_id, records.c.voided_at.is_(None))
    if search.kinds:
        query = query.where(records.c.kind.in_([kind.value for kind in search.kinds]))
    if search.partner_id is not None:
        of_partner = select(record_partners.c.record_id).where(
            record_partners.c.team_id == team_id, record_partners.c.partner_id == search.partner_id
        )
        query = query.where(records.c.id.in_(of_partner))
    for word in list(dict.fromkeys(search.words))[:MOST_WORDS]:
        query = query.where(records.c.search.contains(word, autoescape=True))
    for forms in search.themes:
        of_theme = select(record_themes.c.record_id).where(
            record_themes.c.team_id == team_id, record_themes.c.folded.in_(forms)
        )
        query = query.where(records.c.id.in_(of_theme))
    if search.note_kinds:
        kinds = [kind.value for kind in search.note_kinds]
        of_kind = select(notes.c.record_id).where(notes.c.team_id == team_id, notes.c.kind.in_(kinds))
        query = query.where(records.c.id.in_(of_kind))
    if search.starts_from is not None:
        query = query.where(records.c.starts_on >= search.starts_from)
    if search.starts_until is not None:
        query = query.where(records.c.starts_on <= search.starts_until)
    if search.ends_from is not None:
        query = query.where(records.c.ends_on >= search.ends_from)
    if search.ends_until is not None:
        query = query.where(records.c.ends_on <= search.ends_until)
    if search.dated:
        query = query.where(records.c.starts_on.is_not(None))
    if search.undated:
        query = query.where(records.c.starts_on.is_(None))
    return query
