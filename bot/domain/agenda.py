"""What is ahead, in groups: by week for a month or so, else by month; vague periods under their own heading."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, timedelta

from bot.domain.periods import Period, Precision
from bot.domain.records import StoredRecord

AHEAD = timedelta(days=90)
"""How far one looks who names no period."""

_BY_WEEK = timedelta(days=35)
_IN_A_WEEK = (Precision.DAY, Precision.WEEK)
_IN_A_MONTH = (*_IN_A_WEEK, Precision.PART, Precision.MONTH)


@dataclass(frozen=True, slots=True)
class Span:
    """The days that are looked at, both inclusive; ``asked`` is the period that was typed, if one was."""

    start: date
    end: date
    asked: Period | None = None

    @property
    def by_week(self) -> bool:
        """Whether its groups are weeks."""
        return self.end - self.start <= _BY_WEEK


@dataclass(frozen=True, slots=True)
class Group:
    """Records under one heading: a ``week`` by its Monday, else the period itself (a month, "2026")."""

    period: Period
    records: tuple[StoredRecord, ...]

    @property
    def is_week(self) -> bool:
        """Whether it is a week."""
        return self.period.precision is Precision.WEEK


def span_of(asked: Period | None, today: date) -> Span:
    """What to look at: from today on; a period that is over is looked at as a whole."""
    if asked is None:
        return Span(today, today + AHEAD)
    return Span(asked.start if asked.end < today else max(asked.start, today), asked.end, asked)


def grouped(records: Iterable[StoredRecord], span: Span) -> list[Group]:
    """The dated ones of ``records`` in groups, in the order of time; what is vague comes behind what is exact."""
    groups: dict[Period, list[StoredRecord]] = {}
    for stored in records:
        if stored.record.period:
            groups.setdefault(_heading(stored.record.period, span), []).append(stored)
    order = sorted(groups, key=lambda period: (_is_vague(period, span), period.end, period.start))
    return [Group(period, tuple(sorted(groups[period], key=_by_time))) for period in order]


def _heading(period: Period, span: Span) -> Period:
    start = max(period.start, span.start)  # what is going on already stands where the list begins
    if span.by_week and period.precision in _IN_A_WEEK:
        monday = start - timedelta(days=start.weekday())
        return Period(monday, monday + timedelta(days=6), Precision.WEEK)
    if not span.by_week and period.precision in _IN_A_MONTH:
        first = start.replace(day=1)
        following = (first + timedelta(days=31)).replace(day=1)
        return Period(first, following - timedelta(days=1), Precision.MONTH)
    return period


def _is_vague(period: Period, span: Span) -> bool:
    return period.precision is not (Precision.WEEK if span.by_week else Precision.MONTH)


def _by_time(stored: StoredRecord) -> tuple[bool, date, date, int]:
    period = stored.record.period
    if period is None:
        return (True, date.max, date.max, stored.id)
    return (period.precision is not Precision.DAY, period.start, period.end, stored.id)
