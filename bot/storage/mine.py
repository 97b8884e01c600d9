"""What one member looks after: the records whose owner they are, and those they logged that nobody else owns."""

from datetime import date

from sqlalchemy import ColumnElement, Connection, and_, or_, select

from bot.domain.agreements import AgreementStatus
from bot.domain.records import Kind
from bot.storage.models import agreements, records

_OVER = (
    AgreementStatus.EXPIRED,
    AgreementStatus.ENDED,
    AgreementStatus.TERMINATED,
    AgreementStatus.CANCELLED,
)


def theirs(member_id: int) -> ColumnElement[bool]:
    """That a record is the member's: they look after it, or logged it and nobody looks after it."""
    return or_(records.c.owner_id == member_id, and_(records.c.owner_id.is_(None), records.c.created_by == member_id))


def find_my_visits(db: Connection, team_id: int, member_id: int, *, ends_from: date, limit: int) -> list[int]:
    """The ids of visits and events that are not over on a day, the next first."""
    query = (
        select(records.c.id)
        .where(
            records.c.team_id == team_id,
            records.c.voided_at.is_(None),
            records.c.kind.in_([Kind.VISIT.value, Kind.EVENT.value]),
            records.c.ends_on >= ends_from,
            theirs(member_id),
        )
        .order_by(records.c.starts_on, records.c.id)
        .limit(limit)
    )
    return list(db.execute(query).scalars())


def find_my_agreements(db: Connection, team_id: int, member_id: int, *, limit: int) -> list[int]:
    """The ids of agreements that are not over, those that end first, first."""
    query = (
        select(records.c.id)
        .join(agreements, agreements.c.record_id == records.c.id)
        .where(
            records.c.team_id == team_id,
            records.c.kind == Kind.AGREEMENT.value,
            records.c.voided_at.is_(None),
            or_(agreements.c.status.is_(None), agreements.c.status.not_in([status.value for status in _OVER])),
            theirs(member_id),
        )
        .order_by(agreements.c.ends_on.asc().nulls_last(), records.c.id.desc())
        .limit(limit)
    )
    return list(db.execute(query).scalars())
