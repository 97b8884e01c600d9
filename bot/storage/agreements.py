"""What is asked about agreements and their approvals across a team: which end soon, how many lack an approval.

Every query follows an index; void records never count.
"""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from sqlalchemy import Connection, and_, or_, select, union_all
from sqlalchemy.sql.functions import count

from bot.domain.agreement_terms import AHEAD, OVER, day_between, notice_day
from bot.domain.agreements import Agreement
from bot.domain.approvals import chain_of, lacks_approval, needed_steps
from bot.domain.durations import Duration
from bot.domain.memberships import Membership
from bot.domain.records import Record
from bot.storage.models import agreements, memberships, partners, records, teams


@dataclass(frozen=True, slots=True)
class Ending:
    """An agreement that has its last day of notice (``is_notice``) or its end on ``day``."""

    record_id: int
    day: date
    is_notice: bool


def agreements_ending(db: Connection, team_id: int, start: date, until: date) -> list[Ending]:
    """The agreements whose last day of notice or end is from ``start`` to ``until``, both inclusive; nearest first.

    Each once, by whichever of the two days comes first within the range: with a notice agreed on, that is the notice.
    What is over, or renewed by another agreement, is left out. What renews by itself comes with the days of the term
    that it is in by then (these are all looked at, by an index of their own).
    """
    own = agreements.c.team_id == team_id
    runs = and_(
        or_(agreements.c.status.is_(None), agreements.c.status.not_in([status.value for status in OVER])),
        agreements.c.renewed_by.is_(None),
    )
    columns = (
        agreements.c.record_id,
        agreements.c.kind,
        agreements.c.ends_on,
        agreements.c.term,
        agreements.c.renews,
        agreements.c.notice,
    )
    by_end = select(*columns).where(own, runs, agreements.c.ends_on.between(start, until))
    by_notice = select(*columns).where(own, runs, agreements.c.notice_on.between(start, until))
    renewing = select(*columns).where(own, runs, agreements.c.renews, agreements.c.ends_on <= until)
    found: dict[int, Ending] = {}
    for query in (by_end, by_notice, renewing):
        counted = query.join(records, records.c.id == agreements.c.record_id).where(records.c.voided_at.is_(None))
        for row in db.execute(counted):
            agreement = Agreement(
                kind=row.kind,
                ends_on=row.ends_on,
                term=_duration(row.term),
                renews=row.renews,
                notice=_duration(row.notice),
            )
            if between := day_between(agreement, start, until):
                found[row.record_id] = Ending(row.record_id, *between)
    return sorted(found.values(), key=lambda ending: (ending.day, ending.record_id))


def _duration(value: dict[str, int] | None) -> Duration | None:
    return Duration(**value) if value else None


def count_lacking_approval(db: Connection, team_id: int) -> int:
    """How many agreements and memberships have a step of the team's chain of which nothing is recorded."""
    lacking = union_all(
        *(
            select(table.c.record_id).where(table.c.team_id == team_id, table.c.lacks_approval)
            for table in (agreements, memberships)
        )
    ).subquery()
    return db.execute(select(count()).select_from(lacking)).scalar_one()


def lacking_approval(db: Connection, team_id: int, *, limit: int) -> list[int]:
    """The ids of those records, the latest first."""
    queries = (
        select(table.c.record_id)
        .where(table.c.team_id == team_id, table.c.lacks_approval)
        .order_by(table.c.record_id.desc())
        .limit(limit)
        for table in (agreements, memberships)
    )
    found = [record_id for query in queries for record_id in db.execute(query).scalars()]
    return sorted(found, reverse=True)[:limit]


def derived_columns(db: Connection, team_id: int, record: Record) -> dict[str, object]:
    """What is stored beside the details of an agreement or membership that counts; {} for other records."""
    details = record.details
    if not isinstance(details, Agreement | Membership):
        return {}
    team = db.execute(select(teams.c.country, teams.c.approval_chain).where(teams.c.id == team_id)).one()
    ids = [link.partner_id for link in record.links]
    countries = db.execute(
        select(partners.c.country).where(partners.c.team_id == team_id, partners.c.id.in_(ids))
    ).scalars()
    own = None if team.approval_chain is None else tuple(team.approval_chain)
    columns: dict[str, object] = {
        "lacks_approval": lacks(details, chain_of(own, team.country), team.country, countries)
    }
    if isinstance(details, Agreement):
        columns["notice_on"] = notice_day(details, details.ends_on)
    return columns


def lacks(
    details: Agreement | Membership, chain: tuple[str, ...], country: str, countries: Iterable[str | None]
) -> bool:
    """Whether a needed step has no record; nothing is missing of what is only talked about."""
    if isinstance(details, Agreement) and details.status in AHEAD:
        return False
    return lacks_approval(details.approvals, needed_steps(chain, country, tuple(countries)))
