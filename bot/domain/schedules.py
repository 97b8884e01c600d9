"""When a chat gets its weekly digest: one a chat and ISO 8601 week, whatever is changed meanwhile.

A week's digest is due on the schedule's weekday at its hour by the chat's clock. An hour that the clocks skip comes
when they have been put forward, one that they show twice comes the first time (PEP 495, fold=0). On a public holiday it
waits for the next working day; the week stays the one in which the scheduled day lies. Where that is not before the
next week's digest, the next week's alone comes.
"""

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from datetime import UTC, date, datetime, time, timedelta
from zoneinfo import ZoneInfo

IsHoliday = Callable[[date], bool]

SATURDAY_AND_SUNDAY = frozenset({5, 6})
DEFAULT_HOUR = "09:00"
LONGEST_WAIT = 21
"""Days after which a digest no longer waits for a working day."""
_AROUND = timedelta(weeks=4)
"""Further from its week no digest comes: it may wait for a working day, and clocks differ by a day at most."""


@dataclass(frozen=True, slots=True)
class Schedule:
    """A chat's digest as its people have set it.

    ``weekday`` is 0 (Monday) to 6, ``at_time`` "HH:MM" by the chat's clock. ``timezone`` and ``language`` None mean the
    ``default`` ones, which are the team's (the language: the chat's, if it has one). ``sections`` are the names of
    those that are switched off; ``lead_days`` None are the usual ones. ``says_empty`` tells whether an empty week says
    one line, or nothing. ``member_id`` is set where only what is theirs is wanted. ``last_week`` ("2026-W19") is the
    last week that nothing is owed for; ``next_at`` is when the planner looks next, None while it is off.
    """

    team_id: int
    chat_id: int
    is_on: bool = True
    weekday: int = 0
    at_time: str = DEFAULT_HOUR
    timezone: str | None = None
    language: str | None = None
    sections: tuple[str, ...] = ()
    lead_days: tuple[int, ...] | None = None
    says_empty: bool = True
    member_id: int | None = None
    last_week: str | None = None
    next_at: datetime | None = None
    default_timezone: str = "UTC"
    default_language: str = "en"

    @property
    def zone(self) -> ZoneInfo:
        """The chat's clock."""
        return ZoneInfo(self.timezone or self.default_timezone)

    @property
    def spoken(self) -> str:
        """The language of the digest."""
        return self.language or self.default_language


@dataclass(frozen=True, slots=True)
class Slot:
    """The digest of a week: ``week`` is its key, ``at`` when it is due (aware, UTC)."""

    week: str
    at: datetime


def week_key(day: date) -> str:
    """The ISO 8601 week of a day: "2026-W19". Keys sort as the weeks do."""
    year, week, _ = day.isocalendar()
    return f"{year:04}-W{week:02}"


def digest_key(chat_id: int, week: str) -> str:
    """The key of a chat's digest of a week: there is one delivery with it, whatever is set."""
    return f"digest:{chat_id}:{week}"


def first_day(week: str) -> date:
    """The Monday of a week's key."""
    return date.fromisocalendar(int(week[:4]), int(week[6:]), 1)


def week_before(week: str) -> str:
    """The key of the week before."""
    return week_key(first_day(week) - timedelta(weeks=1))


def slot_in(
    schedule: Schedule, week: str, is_holiday: IsHoliday, weekend: frozenset[int] = SATURDAY_AND_SUNDAY
) -> Slot:
    """The digest of a week, on its day or, where that is a public holiday, on the next working day."""
    day = scheduled = first_day(week) + timedelta(days=schedule.weekday)
    while is_holiday(day) or (day != scheduled and day.weekday() in weekend):
        day += timedelta(days=1)
        if (day - scheduled).days > LONGEST_WAIT:
            day = scheduled
            break
    local = datetime.combine(day, time.fromisoformat(schedule.at_time), schedule.zone)
    return Slot(week, local.astimezone(UTC))


def next_slot(
    schedule: Schedule, after: datetime, is_holiday: IsHoliday, weekend: frozenset[int] = SATURDAY_AND_SUNDAY
) -> Slot:
    """The first digest after an instant that belongs to a week after ``last_week``."""
    weeks = _weeks_from(_earliest(schedule, after))
    slot = slot_in(schedule, next(weeks), is_holiday, weekend)
    for week in weeks:
        following = slot_in(schedule, week, is_holiday, weekend)
        if slot.at > after and slot.at < following.at:
            return slot
        slot = following
    raise LookupError("the calendar has no more weeks")


def newest_slot(
    schedule: Schedule, now: datetime, is_holiday: IsHoliday, weekend: frozenset[int] = SATURDAY_AND_SUNDAY
) -> Slot | None:
    """The newest digest that is due by now and still owed: what comes after a down-time. Older ones never come."""
    found = None
    for week in _weeks_from(_earliest(schedule, now)):
        if first_day(week) > (now + _AROUND).date():
            break
        slot = slot_in(schedule, week, is_holiday, weekend)
        if slot.at <= now:
            found = slot
    return found


def owed_slot(
    schedule: Schedule, now: datetime, is_holiday: IsHoliday, weekend: frozenset[int] = SATURDAY_AND_SUNDAY
) -> Slot:
    """What the chat gets next: at once what is due and owed, else the next one."""
    return newest_slot(schedule, now, is_holiday, weekend) or next_slot(schedule, now, is_holiday, weekend)


def _earliest(schedule: Schedule, at: datetime) -> str:
    """The first week that can be meant around an instant."""
    around = week_key((at - _AROUND).date())
    if schedule.last_week is None:
        return around
    return max(around, week_key(first_day(schedule.last_week) + timedelta(weeks=1)))


def _weeks_from(week: str) -> Iterator[str]:
    day = first_day(week)
    while True:
        yield week_key(day)
        day += timedelta(weeks=1)
