"""What is ahead: records by the days that they touch. What a query costs does not grow with the records of past years.

A period is looked for by its first day, at most ``LONGEST`` days before the window; the index has its last day too, so
that what is over is passed without being read.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date, timedelta

from sqlalchemy import ColumnElement, Connection, and_, func, or_, select

from bot.domain.agreement_terms import OVER
from bot.domain.events import EventKind
from bot.domain.periods import Precision
from bot.domain.records import Kind
from bot.storage.mine import theirs
from bot.storage.models import agreements, events, records

LONGEST = timedelta(days=92)
"""What lasts longer (an exchange, an exhibition) is no news any more by then."""
MOST = 1000
"""More are not counted, let alone shown."""

_EXACT = (Precision.DAY, Precision.WEEK, Precision.PART)
_NEAR = (*_EXACT, Precision.MONTH)


@dataclass(frozen=True, slots=True, kw_only=True)
class Window:
    """Visits and events that touch the days from ``first`` to ``last``; what is known by the month, on its last day.

    ``after`` leaves those out that a window up to that day shows already. ``member_id`` leaves only what is theirs.
    """

    first: date
    last: date
    after: date | None = None
    member_id: int | None = None
    culture_days: bool = False


def find_ahead(db: Connection, team_id: int, window: Window) -> list[int]:
    """Their ids, at most ``MOST``, the nearest first."""
    query = select(records.c.id).where(_within(team_id, window))
    if window.culture_days:
        query = query.join(events, events.c.record_id == records.c.id).where(_culture_days(team_id))
    query = query.order_by(records.c.starts_on, records.c.ends_on, records.c.id).limit(MOST)
    return list(db.execute(query).scalars())


def kinds_ahead(db: Connection, team_id: int, window: Window) -> Mapping[Kind | EventKind, int]:
    """How many of each kind; culture days are told apart from other events."""
    found = select(records.c.id, records.c.kind).where(_within(team_id, window)).limit(MOST).subquery()
    query = (
        select(found.c.kind, events.c.kind.label("event"), func.count().label("n"))
        .outerjoin(events, and_(events.c.record_id == found.c.id, events.c.team_id == team_id))
        .group_by(found.c.kind, events.c.kind)
    )
    counts: dict[Kind | EventKind, int] = {}
    for row in db.execute(query):
        kind = EventKind.CULTURE_DAYS if row.event == EventKind.CULTURE_DAYS else Kind(row.kind)
        counts[kind] = counts.get(kind, 0) + row.n
    return counts


def find_signings(db: Connection, team_id: int, first: date, last: date, *, limit: int) -> list[tuple[int, date]]:
    """Agreements that are to be signed on an exact day from ``first`` to ``last``, and that day; the nearest first."""
    query = (
        select(records.c.id, records.c.starts_on)
        .join(agreements, agreements.c.record_id == records.c.id)
        .where(
            agreements.c.team_id == team_id,
            or_(agreements.c.status.is_(None), agreements.c.status.not_in([status.value for status in OVER])),
            records.c.team_id == team_id,
            records.c.voided_at.is_(None),
            records.c.kind == Kind.AGREEMENT.value,
            records.c.precision == Precision.DAY.value,
            records.c.starts_on.between(first, last),
        )
        .order_by(records.c.starts_on, records.c.id)
        .limit(limit)
    )
    return [(row.id, row.starts_on) for row in db.execute(query)]


def which_are_theirs(db: Connection, team_id: int, record_ids: Sequence[int], member_id: int) -> set[int]:
    """Those of ``record_ids`` that a member looks after."""
    query = select(records.c.id).where(records.c.team_id == team_id, records.c.id.in_(record_ids), theirs(member_id))
    return set(db.execute(query).scalars())


def _within(team_id: int, window: Window) -> ColumnElement[bool]:
    vague = records.c.precision == Precision.MONTH.value
    conditions = [
        records.c.team_id == team_id,
        records.c.voided_at.is_(None),
        records.c.kind.in_([Kind.EVENT.value] if window.culture_days else [Kind.VISIT.value, Kind.EVENT.value]),
        records.c.precision.in_([precision.value for precision in _NEAR]),
        records.c.starts_on >= window.first - LONGEST,
        records.c.starts_on <= window.last,
        records.c.ends_on >= window.first,
    ]
    if window.after is None:
        conditions.append(or_(~vague, records.c.ends_on <= window.last))
    else:
        conditions.append(records.c.ends_on > window.after)
        conditions.append(or_(vague, records.c.starts_on > window.after))
    if window.member_id is not None:
        conditions.append(theirs(window.member_id))
    return and_(*conditions)


def _culture_days(team_id: int) -> ColumnElement[bool]:
    return and_(events.c.team_id == team_id, events.c.kind == EventKind.CULTURE_DAYS.value)
