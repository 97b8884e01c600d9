"""Which tasks: the open ones, by owner and due day; and what usually follows a visit. Only ids and counts."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from sqlalchemy import Connection, Select, func, select, update

from bot.storage.models import record_partners, records, tasks, teams


@dataclass(frozen=True, slots=True, kw_only=True)
class OpenTasks:
    """Those that are not done and count. ``due_until`` is inclusive and leaves out what has no day."""

    owner_id: int | None = None
    due_until: date | None = None
    about: str | None = None
    partner_id: int | None = None


def find_open_tasks(db: Connection, team_id: int, wanted: OpenTasks, *, limit: int, offset: int = 0) -> list[int]:
    """The ids, the most urgent first; those without a day come last."""
    query = _where(select(records.c.id), team_id, wanted)
    query = query.order_by(records.c.ends_on.asc().nulls_last(), records.c.id).limit(limit).offset(offset)
    return list(db.execute(query).scalars())


def count_open_tasks(db: Connection, team_id: int, wanted: OpenTasks) -> int:
    """How many there are."""
    return db.execute(_where(select(func.count()).select_from(records), team_id, wanted)).scalar_one()


def _where(query: Select[int], team_id: int, wanted: OpenTasks) -> Select[int]:
    query = query.join(tasks, tasks.c.record_id == records.c.id).where(
        tasks.c.team_id == team_id,
        tasks.c.done_on.is_(None),
        records.c.team_id == team_id,
        records.c.voided_at.is_(None),
    )
    if wanted.owner_id is not None:
        query = query.where(records.c.owner_id == wanted.owner_id)
    if wanted.due_until is not None:
        query = query.where(records.c.ends_on <= wanted.due_until)
    if wanted.about is not None:
        query = query.where(tasks.c.about == wanted.about)
    if wanted.partner_id is not None:
        of_partner = select(record_partners.c.record_id).where(
            record_partners.c.team_id == team_id, record_partners.c.partner_id == wanted.partner_id
        )
        query = query.where(records.c.id.in_(of_partner))
    return query


def open_task_days(db: Connection, team_id: int) -> dict[int, list[date | None]]:
    """By partner, the due days of its open tasks; None for one without a day."""
    query = (  # begins with the open tasks, which are few: a team's records are many
        select(record_partners.c.partner_id, records.c.ends_on)
        .select_from(tasks)
        .join(records, records.c.id == tasks.c.record_id)
        .join(record_partners, record_partners.c.record_id == tasks.c.record_id)
        .where(tasks.c.team_id == team_id, tasks.c.done_on.is_(None), records.c.voided_at.is_(None))
    )
    days: dict[int, list[date | None]] = {}
    for row in db.execute(query):
        days.setdefault(row.partner_id, []).append(row.ends_on)
    return days


def texts_about(db: Connection, team_id: int, short_id: str) -> list[str]:
    """The texts of all tasks about a record that count, done ones too."""
    query = (
        select(tasks.c.text)
        .join(records, records.c.id == tasks.c.record_id)
        .where(tasks.c.team_id == team_id, tasks.c.about == short_id, records.c.voided_at.is_(None))
    )
    return list(db.execute(query).scalars())


def usual_tasks(db: Connection, team_id: int) -> list[str] | None:
    """What follows a visit or event by the team's own list; None where it has made none."""
    found = db.execute(select(teams.c.usual_tasks).where(teams.c.id == team_id)).scalar_one()
    return list(found) if found is not None else None


def set_usual_tasks(db: Connection, team_id: int, texts: Sequence[str] | None) -> None:
    """Store the team's list; None is the usual one."""
    db.execute(update(teams).where(teams.c.id == team_id).values(usual_tasks=None if texts is None else list(texts)))
