"""How long ago, or how far ahead, a period is: as exactly as it was stated, and no more."""

from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from bot.domain.periods import Period, Precision


class Unit(StrEnum):
    """What a distance is counted in."""

    DAY = "day"
    WEEK = "week"
    MONTH = "month"
    YEAR = "year"


@dataclass(frozen=True, slots=True)
class Distance:
    """So many units from today: negative is past, 0 days is today (or going on)."""

    count: int
    unit: Unit


_YEARLY = (Precision.YEAR, Precision.DECADE)
_EXACT = (Precision.DAY, Precision.WEEK)


def distance(period: Period, today: date) -> Distance:
    """The distance of a period from ``today``: to its start if it is ahead, from its end if it is over."""
    if period.start <= today <= period.end:
        return Distance(0, Unit.DAY)
    edge = period.start if period.start > today else period.end
    if period.precision in _YEARLY:
        return Distance(edge.year - today.year, Unit.YEAR)
    days = (edge - today).days
    months = (edge.year - today.year) * 12 + edge.month - today.month
    if period.precision in _EXACT:
        if abs(days) < 14:
            return Distance(days, Unit.DAY)
        if abs(days) < 70:  # from here on there are two whole months
            return Distance(days // 7 if days > 0 else -(-days // 7), Unit.WEEK)
        if months > 0 and edge.day < today.day:  # only whole months count
            months -= 1
        elif months < 0 and edge.day > today.day:
            months += 1
    if abs(months) < 24:
        return Distance(months, Unit.MONTH)
    return Distance(months // 12 if months > 0 else -(-months // 12), Unit.YEAR)
