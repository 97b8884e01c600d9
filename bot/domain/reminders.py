"""When something is said ahead of its day: on the lead days before the last day of notice, else the end, else a visit.

A chat is passed on working days only, and not at all while nothing runs, so a pass looks at all days since the last
one. It says at most once what came due on them.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import UTC, date, datetime, time, timedelta

from bot.domain.agreement_terms import turn_on
from bot.domain.agreements import Agreement
from bot.domain.periods import Precision
from bot.domain.records import Record
from bot.domain.schedules import Schedule
from bot.domain.visits import Visit

LEAD_DAYS = (180, 90, 30, 7)
"""How many days before an end or a last day of notice it is said, unless a chat has chosen others."""
VISIT_LEAD = 30
"""Days before a visit from which on it is reminded of: half a year ahead nobody packs."""
SNOOZE = timedelta(days=30)
"""For how long, where nobody says."""

JUST_OVER = timedelta(days=30)
"""For so long an end is still told that passed without a word."""


def day_ahead(record: Record, today: date) -> date | None:
    """The day of an agreement or a visit that is counted to: the last day of notice, else of the term, else the first
    of a visit. An end that is just over counts as well; None where there is no such day."""
    match record.details:
        case Agreement() as agreement:
            turn = turn_on(agreement, today)
            if turn is None or turn.ends_on < today - JUST_OVER:
                return None
            return turn.notice_on if turn.notice_on and turn.notice_on >= today else turn.ends_on
        case Visit():
            period = record.period
            if period is None or period.precision is not Precision.DAY or period.start < today:
                return None
            return period.start
        case _:
            return None


def end_ahead(record: Record, today: date) -> date | None:
    """The end of an agreement of which ``day_ahead`` counts to a day: what a renewal moves."""
    if day_ahead(record, today) is None or not isinstance(record.details, Agreement):
        return None
    turn = turn_on(record.details, today)
    return turn.ends_on if turn else None


@dataclass(frozen=True, slots=True)
class Snooze:
    """Not before ``until``; None is never again: the renewal has started.

    It is about ``counted_to``, the day that was ahead then: where that moves, it is a new matter. A renewal is about
    the end, and so about the last day of notice before it as well.
    """

    until: date | None
    counted_to: date

    def is_silent(self, on: date, counted_to: date) -> bool:
        """Whether nothing is said on that day."""
        if self.until is None:
            return counted_to <= self.counted_to
        return counted_to == self.counted_to and on < self.until


def is_due(counted_to: date, leads: Sequence[int], *, since: date, today: date, snooze: Snooze | None = None) -> bool:
    """Whether a pass on ``today`` reminds of ``counted_to``, where the last pass was on ``since``.

    It does if one of the lead days fell after ``since`` and no later than ``today``, or a snooze ended then. What fell
    while it was snoozed is not made up for, the end of the snooze is said instead. Nothing is said of what is over.
    """
    if not since < today or counted_to < today:
        return False
    if snooze is not None:
        if snooze.is_silent(today, counted_to):
            return False
        if snooze.until and snooze.counted_to == counted_to and since < snooze.until:
            return True
    return any(since < counted_to - timedelta(days=lead) <= today for lead in leads)


def visit_leads(leads: Sequence[int]) -> tuple[int, ...]:
    """Which of a chat's lead times are for visits."""
    return tuple(lead for lead in leads if lead <= VISIT_LEAD)


def next_pass(schedule: Schedule, after: datetime) -> datetime:
    """When a chat's reminders are looked for next: the first time after ``after`` that its clock shows its hour."""
    zone, at_time = schedule.zone, time.fromisoformat(schedule.at_time)
    day = after.astimezone(zone).date()
    while True:
        at = datetime.combine(day, at_time, zone).astimezone(UTC)
        if at > after:
            return at
        day += timedelta(days=1)
