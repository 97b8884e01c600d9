"""Visits that lack what an audit asks for."""

from datetime import date, timedelta

from sqlalchemy import Connection, Select, func, select

from bot.domain.visits import ASKED_AFTER
from bot.storage.mine import theirs
from bot.storage.models import LACKING_PAPERS, records, visits

LOOKED_BACK = timedelta(days=5 * 365)
"""Visits that ended earlier are left alone: their papers, if there are any, were never typed."""


def papers_days(today: date) -> tuple[date, date]:
    """The first and the last day on which a visit ended whose papers are said to be lacking."""
    return today - LOOKED_BACK, today - ASKED_AFTER[-1] - timedelta(days=1)


def find_lacking_papers(
    db: Connection, team_id: int, *, ended_from: date, ended_until: date, owner_id: int | None = None, limit: int
) -> list[int]:
    """The ids of visits that ended on these days (inclusive) without all their papers, the latest first."""
    query = _where(select(records.c.id), team_id, ended_from, ended_until, owner_id)
    return list(db.execute(query.order_by(records.c.ends_on.desc(), records.c.id.desc()).limit(limit)).scalars())


def count_lacking_papers(
    db: Connection, team_id: int, *, ended_from: date, ended_until: date, owner_id: int | None = None
) -> int:
    """How many there are."""
    query = _where(select(func.count()).select_from(records), team_id, ended_from, ended_until, owner_id)
    return db.execute(query).scalar_one()


def _where(query: Select[int], team_id: int, ended_from: date, ended_until: date, owner_id: int | None) -> Select[int]:
    query = query.join(visits, visits.c.record_id == records.c.id).where(
        records.c.team_id == team_id,
        visits.c.team_id == team_id,
        records.c.voided_at.is_(None),
        # Bounds the days by the index on the start as well.
        records.c.starts_on.between(ended_from - timedelta(days=366), ended_until),
        records.c.ends_on.between(ended_from, ended_until),
        LACKING_PAPERS,
    )
    return query if owner_id is None else query.where(theirs(owner_id))
