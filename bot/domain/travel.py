"""When to travel: days on which one side rests, and the nearest days on which nobody does."""

from collections.abc import Callable, Iterator
from datetime import date, timedelta

from bot.domain.periods import Period, Precision

LONGEST = 60
"""Days: a longer stay is no journey whose days could be moved."""

_WITHIN_A_WEEK = 5
_REACH = 28


def is_planned(period: Period | None, today: date) -> bool:
    """Whether its days are ahead and exactly known, so that others could be chosen."""
    return (
        period is not None
        and period.precision is Precision.DAY
        and period.start > today
        and (period.end - period.start).days < LONGEST
    )


def days_of(period: Period) -> Iterator[date]:
    """Every day of it."""
    for number in range((period.end - period.start).days + 1):
        yield period.start + timedelta(days=number)


def may_avoid_weekends(period: Period) -> bool:
    """Whether it is short enough to lie between two weekends; of a longer one these are no news."""
    return (period.end - period.start).days < _WITHIN_A_WEEK


def nearest_free(period: Period, is_free: Callable[[date], bool], today: date) -> tuple[Period, ...]:
    """The nearest as many days before it (but after today) and behind it that are all free; at most one each."""
    found = []
    for direction in (-1, 1):
        for shift in range(1, _REACH + 1):
            moved = timedelta(days=direction * shift)
            other = Period(period.start + moved, period.end + moved)
            if other.start <= today:
                break
            if all(map(is_free, days_of(other))):
                found.append(other)
                break
    return tuple(found)
