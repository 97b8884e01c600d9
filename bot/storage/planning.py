"""The planner's unit of work: what is due becomes a delivery, and its schedule moves on, in one transaction.

Any number of planners may be at it: on PostgreSQL each takes the rows that no other holds, on SQLite one writes at a
time. A week's key is unique besides.
"""

from dataclasses import replace
from datetime import datetime

from sqlalchemy import Connection, bindparam, select, update

from bot.domain.schedules import newest_slot, next_slot
from bot.public_holidays import weekend
from bot.storage.deliveries import DIGEST, State, add_deliveries, new_digest
from bot.storage.models import chats, deliveries, schedules
from bot.storage.schedules import COLUMNS, JOINED, holidays_of, read_schedule

BATCH = 100
OVERTAKEN = "a newer digest came first"
_MOVED_ON = (
    update(schedules)
    .where(schedules.c.id == bindparam("row_id"))
    .values(next_at=bindparam("planned_next"), last_week=bindparam("planned_week"))
)


def plan_due(db: Connection, *, now: datetime, limit: int = BATCH, chat_id: int | None = None) -> int:
    """Plan up to ``limit`` chats whose time has come (or the one chat); how many were looked at.

    After a down-time the newest digest that was missed is planned, older ones never; what is pending of an older one is
    given up. Where we may not write it is tried again once a week: not every platform tells when we may.
    """
    query = (
        select(*COLUMNS, chats.c.unreachable_since)
        .select_from(JOINED)
        .where(schedules.c.next_at <= now)
        .order_by(schedules.c.next_at)
        .limit(limit)
        .with_for_update(skip_locked=True, of=schedules)
    )
    if chat_id is not None:
        query = query.where(schedules.c.chat_id == chat_id)
    rows = db.execute(query).all()
    moves, digests = [], []
    for row in rows:
        schedule, country = read_schedule(row), row.team_country
        calendar = (holidays_of(country), weekend(country, now.year))
        if due := newest_slot(schedule, now, *calendar):
            schedule = replace(schedule, last_week=due.week)
        following = next_slot(schedule, now, *calendar)
        moves.append({"row_id": row.id, "planned_next": following.at, "planned_week": schedule.last_week})
        if due:
            digests.append(new_digest(schedule.team_id, schedule.chat_id, due.week, due.at, now))
    if moves:
        db.execute(_MOVED_ON, moves)
    if digests:
        _overtake(db, [digest["chat_id"] for digest in digests])
        if shut := [row.chat_id for row in rows if row.unreachable_since is not None]:
            db.execute(update(chats).where(chats.c.id.in_(shut)).values(unreachable_since=None))
        add_deliveries(db, digests)
    return len(rows)


def _overtake(db: Connection, chat_ids: list[int]) -> None:
    pending = (deliveries.c.state == State.PENDING) & (deliveries.c.kind == DIGEST)
    older = update(deliveries).where(deliveries.c.chat_id.in_(chat_ids), pending)
    db.execute(older.values(state=State.DEAD, error=OVERTAKEN, reply=None))
