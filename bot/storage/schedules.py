"""Schedules of digests: one row a chat. What is due and when is ``domain/schedules.py``'s to say."""

from collections.abc import Callable
from dataclasses import replace
from datetime import date, datetime
from typing import Any

from sqlalchemy import Connection, Row, insert, select, update

from bot.domain.reminders import next_pass
from bot.domain.schedules import IsHoliday, Schedule, digest_key, next_slot, owed_slot, slot_in, week_before, week_key
from bot.domain.teams import Team
from bot.message import ChatKind, ChatRef
from bot.public_holidays import public_holiday, weekend
from bot.storage.chats import add_chat
from bot.storage.models import chats, deliveries, schedules, teams

TERMINAL = "console"
"""The platform whose chats are shown what is due when somebody sits down there: nothing is sent to them."""

COLUMNS = (
    schedules,
    teams.c.timezone.label("team_timezone"),
    teams.c.language.label("team_language"),
    teams.c.country.label("team_country"),
    chats.c.language.label("chat_language"),
)
"""What ``read_schedule`` needs of a row of ``JOINED``."""
JOINED = schedules.join(chats, chats.c.id == schedules.c.chat_id).join(teams, teams.c.id == schedules.c.team_id)


def holidays_of(country: str) -> IsHoliday:
    """Whether a day is a public holiday of a country (ISO 3166-1 alpha-2)."""
    return lambda day: bool(public_holiday(country, day))


def load_schedule(db: Connection, team_id: int, chat_id: int) -> Schedule | None:
    """The schedule of a chat; None for one that has never had any."""
    row = _row(db, team_id, chat_id)
    return read_schedule(row) if row else None


def save_schedule(db: Connection, schedule: Schedule, *, now: datetime) -> Schedule:
    """Store what was set, on or off by ``is_on``; as stored, with the ``next_at`` and ``last_week`` that follow.

    A week has one digest whatever is set: if this week's has come, the next is next week's; if it is owed and its new
    hour is past, it comes at once. One that is switched on begins with the next one.
    """
    before = _row(db, schedule.team_id, schedule.chat_id, held=True)
    country = before.team_country if before else _country(db, schedule.team_id)
    was_on = before is not None and before.next_at is not None
    schedule = replace(schedule, last_week=before.last_week if before else schedule.last_week)
    calendar = (holidays_of(country), weekend(country, now.year))
    if was_on and _may_come_yet(db, schedule, now, *calendar):
        schedule = replace(schedule, last_week=week_before(schedule.last_week or ""))
    saved = _planned(schedule, now, *calendar, begins=not was_on)
    values = _values(saved) | {"reminders_at": next_pass(saved, now)}
    if before is None:
        db.execute(insert(schedules).values(values))
    else:
        db.execute(update(schedules).where(schedules.c.id == before.id).values(values))
    return saved


def as_planned(db: Connection, schedule: Schedule, now: datetime) -> Schedule:
    """With the ``next_at`` that the planner will find where something has changed that it has not looked at yet."""
    if schedule.next_at is None or schedule.next_at > now:
        return schedule
    country = _country(db, schedule.team_id)
    return _planned(schedule, now, holidays_of(country), weekend(country, now.year), begins=False)


def _may_come_yet(
    db: Connection, schedule: Schedule, now: datetime, is_holiday: IsHoliday, rest: frozenset[int]
) -> bool:
    """Whether this week counts as served only since the chat began in the midst of it, and its new moment is ahead."""
    week = week_key(now.astimezone(schedule.zone).date())
    if schedule.last_week != week or slot_in(schedule, week, is_holiday, rest).at <= now:
        return False
    planned = select(deliveries.c.id).where(
        deliveries.c.team_id == schedule.team_id, deliveries.c.key == digest_key(schedule.chat_id, week)
    )
    return db.execute(planned).scalar() is None


def add_scheduled_chat(db: Connection, team: Team, chat: ChatRef, now: datetime) -> int:
    """Store a chat in which somebody of the team speaks for the first time, with its schedule; the chat's id."""
    chat_id = add_chat(db, team.id, chat)
    ensure_schedule(db, team, chat_id, chat, now)
    return chat_id


def ensure_schedule(db: Connection, team: Team, chat_id: int, chat: ChatRef, now: datetime) -> None:
    """Give a chat the usual schedule if it has none.

    It is on in groups, in channels and at the terminal; in a direct chat only where no other chat of the team gets the
    digest, so that nobody gets it twice unasked.
    """
    if _row(db, team.id, chat_id) is not None:
        return
    is_on = chat.kind is ChatKind.GROUP or chat.platform == TERMINAL or not _is_served(db, team.id)
    schedule = Schedule(team.id, chat_id, is_on=is_on, default_timezone=team.timezone)
    # Whether it is a holiday is asked when it is due: the calendars are not loaded for a first message.
    planned = _planned(schedule, now, _no_holiday, begins=True)
    db.execute(insert(schedules).values(_values(planned) | {"reminders_at": next_pass(planned, now)}))


def look_again(db: Connection, team_id: int, now: datetime) -> None:
    """The team's zone or country has changed: the planner works out anew what its chats get next."""
    db.execute(
        update(schedules).where(schedules.c.team_id == team_id, schedules.c.next_at.is_not(None)).values(next_at=now)
    )


def read_schedule(row: Row[*tuple[Any, ...]]) -> Schedule:
    """The schedule of a row with ``COLUMNS``."""
    return Schedule(
        team_id=row.team_id,
        chat_id=row.chat_id,
        is_on=row.next_at is not None,
        weekday=row.weekday,
        at_time=row.at_time,
        timezone=row.timezone,
        language=row.language,
        sections=tuple(row.sections),
        lead_days=tuple(row.lead_days) if row.lead_days is not None else None,
        says_empty=row.says_empty,
        member_id=row.member_id,
        last_week=row.last_week,
        next_at=row.next_at,
        default_timezone=row.team_timezone,
        default_language=row.chat_language or row.team_language,
    )


def _planned(
    schedule: Schedule,
    now: datetime,
    is_holiday: Callable[[date], bool],
    rest: frozenset[int] = frozenset({5, 6}),
    *,
    begins: bool,
) -> Schedule:
    if not schedule.is_on:
        return replace(schedule, next_at=None)
    if begins:
        slot = next_slot(schedule, now, is_holiday, rest)
        return replace(schedule, next_at=slot.at, last_week=week_before(slot.week))
    return replace(schedule, next_at=owed_slot(schedule, now, is_holiday, rest).at)


def _no_holiday(_day: date) -> bool:
    return False


def _row(db: Connection, team_id: int, chat_id: int, *, held: bool = False) -> Row[*tuple[Any, ...]] | None:
    query = select(*COLUMNS).select_from(JOINED)
    query = query.where(schedules.c.team_id == team_id, schedules.c.chat_id == chat_id)
    return db.execute(query.with_for_update(of=schedules) if held else query).one_or_none()


def _country(db: Connection, team_id: int) -> str:
    return str(db.execute(select(teams.c.country).where(teams.c.id == team_id)).scalar_one())


def _is_served(db: Connection, team_id: int) -> bool:
    """Whether the digest is sent to some chat of the team."""
    query = (
        select(schedules.c.id)
        .join(chats, chats.c.id == schedules.c.chat_id)
        .where(schedules.c.team_id == team_id, schedules.c.next_at.is_not(None), chats.c.platform != TERMINAL)
    )
    return db.execute(query.limit(1)).scalar() is not None


def _values(schedule: Schedule) -> dict[str, object]:
    return {
        "team_id": schedule.team_id,
        "chat_id": schedule.chat_id,
        "next_at": schedule.next_at,
        "weekday": schedule.weekday,
        "at_time": schedule.at_time,
        "timezone": schedule.timezone,
        "language": schedule.language,
        "sections": list(schedule.sections),
        "lead_days": list(schedule.lead_days) if schedule.lead_days is not None else None,
        "says_empty": schedule.says_empty,
        "member_id": schedule.member_id,
        "last_week": schedule.last_week,
    }
