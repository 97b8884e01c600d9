"""Contacts with partners, counted: visits, events, letters and calls that have begun. No record is loaded for it.

What is recent is found by the index over the records' last days, what is older by the partner's own records.
"""

from collections.abc import Collection
from dataclasses import dataclass
from datetime import date
from typing import Any

from sqlalchemy import ColumnElement, Connection, Select, and_, case, exists, extract, func, or_, select

from bot.domain.notes import NoteKind
from bot.domain.periods import Precision
from bot.domain.reciprocity import Sides
from bot.domain.records import Kind, Role
from bot.domain.visits import Direction
from bot.storage.models import notes, partners, record_partners, records, visits

CONTACT_KINDS = (Kind.VISIT.value, Kind.EVENT.value, Kind.LETTER.value)
"""Kinds of record that are contacts; of notes, only those of a call are."""
_NEWEST = (3, 30)
"""So many records of a partner are looked at first: of most the newest ones tell."""

_others = record_partners.alias("others")
_WITH_US = ~exists().where(
    _others.c.record_id == record_partners.c.record_id, _others.c.role.in_((Role.GUEST.value, Role.HOST.value)),
    _others.c.role != record_partners.c.role,
)  # fmt: skip
"""Of culture days: the other side is no partner, so it is our own city."""
_CAME = or_(
    visits.c.direction == Direction.INCOMING.value,
    and_(record_partners.c.role == Role.GUEST.value, _WITH_US),
)
_WENT = or_(
    visits.c.direction == Direction.OUTGOING.value,
    and_(record_partners.c.role == Role.HOST.value, _WITH_US),
)


@dataclass(frozen=True, slots=True)
class Counted:
    """Contacts of one partner within some time; ``last`` is the latest day as of which one counts."""

    total: int = 0
    recent: int = 0
    incoming: int = 0
    outgoing: int = 0
    last: date | None = None


def _contacts(team_id: int, *columns: ColumnElement[Any]) -> Select[*tuple[Any, ...]]:
    """Contacts that count, dated or not, one row a partner in a role."""
    return (
        select(*columns)
        .select_from(records)
        .join(record_partners, record_partners.c.record_id == records.c.id)
        .outerjoin(visits, visits.c.record_id == records.c.id)
        .outerjoin(notes, and_(records.c.kind == Kind.NOTE.value, notes.c.record_id == records.c.id))
        .where(
            records.c.team_id == record_partners.c.team_id,
            record_partners.c.team_id == team_id,
            records.c.voided_at.is_(None),
            or_(records.c.kind.in_(CONTACT_KINDS), notes.c.kind == NoteKind.CALL.value),
        )
    )


def _dated(today: date) -> ColumnElement[bool]:
    """As ``domain.health.is_dated``."""
    over = or_(records.c.precision != Precision.DECADE.value, records.c.ends_on <= today)
    return and_(records.c.starts_on <= today, over)


def _sum(condition: ColumnElement[bool]) -> ColumnElement[int]:
    return func.coalesce(func.sum(case((condition, 1), else_=0)), 0)


def count_contacts(
    db: Connection, team_id: int, *, after: date, recent_after: date, today: date, partner_id: int | None = None
) -> dict[int, Counted]:
    """By partner, what counts as of a day later than ``after``; ``recent`` of those what does so later still."""
    query = _contacts(
        team_id,
        record_partners.c.partner_id,
        func.count().label("total"),
        _sum(records.c.ends_on > recent_after).label("recent"),
        _sum(_CAME).label("incoming"),
        _sum(_WENT).label("outgoing"),
        func.max(records.c.ends_on).label("last"),
    ).where(_dated(today), records.c.ends_on > after)
    if partner_id is not None:
        query = query.where(record_partners.c.partner_id == partner_id)
    return {
        row.partner_id: Counted(row.total, row.recent, row.incoming, row.outgoing, min(row.last, today))
        for row in db.execute(query.group_by(record_partners.c.partner_id))
    }


def count_undated(db: Connection, team_id: int, today: date) -> dict[int, int]:
    """By partner, contacts without a date, and those of a decade that is not over."""
    undated = records.c.starts_on.is_(None)
    vague = and_(records.c.ends_on > today, records.c.starts_on <= today, records.c.precision == Precision.DECADE.value)
    found: dict[int, int] = {}
    for condition in (undated, vague):  # each has an index of its own
        query = _contacts(team_id, record_partners.c.partner_id, func.count().label("total")).where(condition)
        for row in db.execute(query.group_by(record_partners.c.partner_id)):
            found[row.partner_id] = found.get(row.partner_id, 0) + row.total
    return found


def last_days(db: Connection, team_id: int, partner_ids: Collection[int], today: date) -> dict[int, date]:
    """By partner, the last day as of which a contact counts; those without one are left out.

    Reads every record of these partners: meant for those of whom nothing recent is known, or for one.
    """
    query = (
        _contacts(team_id, record_partners.c.partner_id, func.max(records.c.ends_on).label("day"))
        .where(record_partners.c.partner_id.in_(partner_ids), _begun(today))
        .group_by(record_partners.c.partner_id)
    )
    return {row.partner_id: min(row.day, today) for row in db.execute(query)}


def last_contact_id(db: Connection, team_id: int, partner_id: int, today: date) -> int | None:
    """The record of the newest dated contact: the one that counts as of the latest day, and began last."""
    capped = case((records.c.ends_on > today, today), else_=records.c.ends_on)
    query = (
        _contacts(team_id, records.c.id)
        .where(record_partners.c.partner_id == partner_id, _begun(today))
        .order_by(capped.desc(), records.c.starts_on.desc(), records.c.id.desc())
        .limit(1)
    )
    found: int | None = db.execute(query).scalar()
    return found


def _begun(today: date) -> ColumnElement[bool]:
    """As ``_dated``, without a bare column: SQLite would rather look through a team's days than a partner's records."""
    over = or_(records.c.precision != Precision.DECADE.value, func.coalesce(records.c.ends_on, date.max) <= today)
    return and_(func.coalesce(records.c.starts_on, date.max) <= today, over)


def partners_ahead(db: Connection, team_id: int, today: date) -> set[int]:
    """The ids of partners with a contact that is planned."""
    return _of_days(db, team_id, records.c.starts_on > today)


def _of_days(db: Connection, team_id: int, *days: ColumnElement[bool]) -> set[int]:
    """The ids of partners with a contact in some days of a team: found by these, for which nothing else may be asked
    (DISTINCT would make SQLite look through all partners' records).
    """
    query = _contacts(team_id, record_partners.c.partner_id).where(records.c.team_id == team_id, *days)
    return set(db.execute(query).scalars())


def partner_ids(db: Connection, team_id: int) -> list[int]:
    """The ids of all partners that are in sight."""
    query = select(partners.c.id).where(partners.c.team_id == team_id, partners.c.voided_at.is_(None))
    return list(db.execute(query.order_by(partners.c.id)).scalars())


def quiet_partners(db: Connection, team_id: int, *, after: date, today: date) -> list[int]:
    """The ids of partners without a contact that counts as of a day later than ``after``.

    Most have had one lately: the newest records of each are looked at first, and all of those that are left.
    """
    left = partner_ids(db, team_id)
    for count in _NEWEST:
        in_touch = _lately_in_touch(db, team_id, left, after=after, today=today, count=count) if left else set()
        left = [partner_id for partner_id in left if partner_id not in in_touch]
    last = last_days(db, team_id, left, today) if left else {}
    return [partner_id for partner_id in left if last.get(partner_id, date.min) <= after]


def _lately_in_touch(
    db: Connection, team_id: int, ids: Collection[int], *, after: date, today: date, count: int
) -> set[int]:
    """Those with a contact that counts as of a day later than ``after`` among the ``count`` records logged last."""
    newest = (
        select(record_partners.c.record_id)
        .where(record_partners.c.team_id == team_id, record_partners.c.partner_id == partners.c.id)
        .order_by(record_partners.c.record_id.desc())
        .limit(count)
        .correlate(partners)
    )
    contact = (
        select(records.c.id)
        .outerjoin(notes, and_(records.c.kind == Kind.NOTE.value, notes.c.record_id == records.c.id))
        .where(
            records.c.id.in_(newest),
            records.c.voided_at.is_(None),
            or_(records.c.kind.in_(CONTACT_KINDS), notes.c.kind == NoteKind.CALL.value),
            _begun(today),
            func.coalesce(records.c.ends_on, date.min) > after,
        )
        .correlate(partners)
    )
    query = select(partners.c.id).where(partners.c.team_id == team_id, partners.c.id.in_(ids), contact.exists())
    return set(db.execute(query).scalars())


def gone_quiet(db: Connection, team_id: int, *, after: date, today: date) -> int:
    """How many partners have had a contact, none that counts as of a day later than ``after``, and none planned."""
    quiet = set(quiet_partners(db, team_id, after=after, today=today))
    if not quiet:
        return 0
    ids = quiet - partners_ahead(db, team_id, today)
    ever = _contacts(team_id, records.c.id).where(record_partners.c.partner_id == partners.c.id, _begun(today))
    query = select(func.count()).select_from(partners)
    query = query.where(partners.c.team_id == team_id, partners.c.id.in_(sorted(ids)), ever.exists())
    return db.execute(query).scalar_one()


def count_sides(
    db: Connection, team_id: int, since: date | None, until: date, *, partner_id: int | None = None
) -> dict[tuple[int, int | None], Sides]:
    """Who came to whom, by partner and year, of what began in these days, both inclusive.

    With None for the first day all years, and the year None for what is undated.

    Visits and culture days only: these have a direction.
    """
    years = extract("year", records.c.starts_on)
    unsaid = and_(records.c.kind == Kind.VISIT.value, visits.c.direction.is_(None))
    query = (
        _contacts(
            team_id,
            record_partners.c.partner_id,
            years.label("year"),
            _sum(_CAME).label("incoming"),
            _sum(_WENT).label("outgoing"),
            _sum(unsaid).label("unsaid"),
        )
        .where(_between(since, until), or_(_CAME, _WENT, unsaid))
        .group_by(record_partners.c.partner_id, years)
    )
    if partner_id is not None:
        query = query.where(record_partners.c.partner_id == partner_id)
    return {
        (row.partner_id, None if row.year is None else int(row.year)): Sides(row.incoming, row.outgoing, row.unsaid)
        for row in db.execute(query)
    }


def _between(since: date | None, until: date) -> ColumnElement[bool]:
    if since is None:
        return func.coalesce(records.c.starts_on, until) <= until
    return records.c.starts_on.between(since, until)
