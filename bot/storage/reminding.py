"""The planner's second unit of work: once a working day, what a chat is to be reminded of becomes deliveries.

As with digests, any number of planners may be at it. A delivery's key names the chat, the record and the day, so that
nothing is said twice on one day; what a day off or a down-time kept from being said is said on the next working day.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from typing import Any

from sqlalchemy import Connection, Row, and_, func, select, update

from bot.domain.agreement_terms import turn_on
from bot.domain.agreements import Agreement
from bot.domain.periods import Precision
from bot.domain.records import Kind, Record
from bot.domain.reminders import LEAD_DAYS, VISIT_LEAD, day_ahead, is_due, next_pass, visit_leads
from bot.domain.schedules import Schedule
from bot.message import ChatKind
from bot.public_holidays import is_weekend, public_holiday
from bot.storage.agreements import agreements_ending
from bot.storage.deliveries import REMINDER, State, add_delivery
from bot.storage.due import papers_due, tasks_due
from bot.storage.models import audit, chats, deliveries, identities, records, schedules
from bot.storage.records import load_records
from bot.storage.schedules import COLUMNS, JOINED, read_schedule
from bot.storage.snoozes import load_snoozes

BATCH = 25
"""Chats a transaction: those who write wait for it."""
MOST = 5
"""So many reminders a chat and day on a card of their own; with more, one card has them all."""


@dataclass(frozen=True, slots=True)
class Ahead:
    """A record with a day that is counted to, and who looks after it."""

    record_id: int
    day: date
    owner_id: int | None
    created_by: int


def plan_reminders(db: Connection, *, now: datetime, limit: int = BATCH, chat_id: int | None = None) -> int:
    """Plan the reminders of up to ``limit`` chats whose hour has come (or of the one chat); how many were looked at."""
    query = (
        select(*COLUMNS, schedules.c.reminded_on, chats.c.kind.label("chat_kind"), chats.c.unreachable_since)
        .select_from(JOINED)
        .where(schedules.c.reminders_at <= now)
        .order_by(schedules.c.reminders_at)
        .limit(limit)
        .with_for_update(skip_locked=True, of=schedules)
    )
    if chat_id is not None:
        query = query.where(schedules.c.chat_id == chat_id)
    rows = db.execute(query).all()
    for row in rows:
        schedule = read_schedule(row)
        today = now.astimezone(schedule.zone).date()
        values: dict[str, Any] = {"reminders_at": next_pass(schedule, now)}
        if row.chat_kind == ChatKind.GROUP and not schedule.is_on:
            values["reminders_at"] = None  # until it is switched on
        elif _is_working_day(today, row.team_country) and (row.reminded_on is None or row.reminded_on < today):
            values["reminded_on"] = today
            if row.unreachable_since is None:
                _plan(db, row, schedule, today, now)
        db.execute(update(schedules).where(schedules.c.id == row.id).values(values))
    return len(rows)


def _is_working_day(day: date, country: str) -> bool:
    return not is_weekend(country, day) and not public_holiday(country, day)


def _plan(db: Connection, row: Row[*tuple[Any, ...]], schedule: Schedule, today: date, now: datetime) -> None:
    since = row.reminded_on or today - timedelta(days=1)
    leads = LEAD_DAYS if schedule.lead_days is None else schedule.lead_days
    due = due_reminders(db, schedule.team_id, leads, since=since, today=today)
    for_us = _for_chat(db, due, schedule, is_group=row.chat_kind == ChatKind.GROUP) if due else []
    subjects: list[int | None] = [each.record_id for each in for_us] if len(for_us) <= MOST else [None]
    waiting = _waiting(db, schedule.chat_id) if for_us else set()
    for subject in subjects:
        if subject in waiting:
            continue  # said when it is sent, as it stands then: nobody needs it twice
        add_delivery(
            db,
            team_id=schedule.team_id,
            chat_id=schedule.chat_id,
            key=":".join(map(str, [REMINDER, schedule.chat_id, *([subject] if subject else []), today])),
            due_at=now,
            kind=REMINDER,
            now=now,
            subject=subject,
        )


def _waiting(db: Connection, chat_id: int) -> set[int | None]:
    """What the chat is to be reminded of as soon as anything can be sent there."""
    query = select(deliveries.c.record_id).where(
        deliveries.c.chat_id == chat_id, deliveries.c.state == State.PENDING, deliveries.c.kind == REMINDER
    )
    return set(db.execute(query).scalars())


def due_reminders(db: Connection, team_id: int, leads: Sequence[int], *, since: date, today: date) -> list[Ahead]:
    """What a pass on ``today`` says, the nearest first, whoever looks after it."""
    until = today + timedelta(days=max(leads, default=0))
    ends = {one.record_id: one.day for one in agreements_ending(db, team_id, today, until)}
    begins = _visits(db, team_id, today)
    days = ends | begins
    snoozes = load_snoozes(db, team_id, list(days))
    due = [
        record_id
        for record_id, day in days.items()
        if is_due(
            *(day, visit_leads(leads) if record_id in begins else leads),
            since=since,
            today=today,
            snooze=snoozes.get(record_id),
        )
    ]
    agreements = load_records(db, team_id, [record_id for record_id in due if record_id in ends])
    passed = {one.id for one in agreements if not _counts(one.record, ends[one.id], today)}
    said = {record_id: days[record_id] for record_id in due if record_id not in passed}
    said |= tasks_due(db, team_id, since=since, today=today) | papers_due(db, team_id, since=since, today=today)
    found = _ahead(db, team_id, said)
    return sorted(found, key=lambda each: (each.day, each.record_id))


def _counts(record: Record, day: date, today: date) -> bool:
    """Whether a day is the one that is counted to: where the last day of notice has passed, the decision was made, and
    the end is in the digest alone."""
    agreement = record.details
    turn = turn_on(agreement, today) if isinstance(agreement, Agreement) else None
    return turn is not None and day == (turn.notice_on or turn.ends_on) == day_ahead(record, today)


def _visits(db: Connection, team_id: int, today: date) -> dict[int, date]:
    query = select(records.c.id, records.c.starts_on).where(
        records.c.team_id == team_id,
        records.c.voided_at.is_(None),
        records.c.kind == Kind.VISIT.value,
        records.c.precision == Precision.DAY.value,
        records.c.starts_on.between(today, today + timedelta(days=VISIT_LEAD)),
    )
    return {row.id: row.starts_on for row in db.execute(query)}


def _ahead(db: Connection, team_id: int, days: dict[int, date]) -> list[Ahead]:
    if not days:
        return []
    query = select(records.c.id, records.c.owner_id, records.c.created_by).where(
        records.c.team_id == team_id, records.c.id.in_(list(days))
    )
    return [Ahead(row.id, days[row.id], row.owner_id, row.created_by) for row in db.execute(query)]


# Whom it is for ----------------------------------------------------------------------------------------------


def _for_chat(db: Connection, due: list[Ahead], schedule: Schedule, *, is_group: bool) -> list[Ahead]:
    """What has an owner goes to their direct chat, if we know it and may write there; the rest to every chat whose
    digest is on."""
    direct = direct_chats(db, schedule.team_id)
    here = None if is_group else direct.get(schedule.chat_id)
    reached = set(direct.values())
    mine = [each for each in due if here is not None and each.owner_id == here]
    if not schedule.is_on:
        return mine
    others = [each for each in due if each not in mine and (each.owner_id is None or each.owner_id not in reached)]
    if schedule.member_id is not None:
        others = [each for each in others if each.owner_id is None and each.created_by == schedule.member_id]
    return [each for each in due if each in mine or each in others]


def direct_chats(db: Connection, team_id: int) -> dict[int, int]:
    """The direct chats of a team in which we may write, and whose each is: by its address, where that is the person's,
    else by who has worked there."""
    worked = select(func.min(audit.c.member_id)).where(audit.c.chat_id == chats.c.id).correlate(chats).scalar_subquery()
    same = and_(
        identities.c.platform == chats.c.platform,
        identities.c.account == chats.c.account,
        identities.c.external_id == chats.c.external_id,
        identities.c.team_id == team_id,
    )
    member_id = func.coalesce(identities.c.member_id, worked).label("member_id")
    query = (
        select(chats.c.id, member_id)
        .outerjoin(identities, same)
        .where(chats.c.team_id == team_id, chats.c.kind == ChatKind.DIRECT.value, chats.c.unreachable_since.is_(None))
    )
    return {row.id: row.member_id for row in db.execute(query) if row.member_id is not None}
