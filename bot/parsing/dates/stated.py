"""What a phrase states before it is known when that is: a settled period, or one of each year.

"3 May" is a day of each year until today, or the other end of a range, settles which year is meant.
"""

from calendar import monthrange
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import MAXYEAR, MINYEAR, date, timedelta

from bot.domain.periods import Period, Precision
from bot.errors import EndBeforeStart

_LONGEST_WITHOUT_YEAR = 300  # days: from one day to another without both years
LEAP_CYCLE = 8  # years within which every possible day comes round, 1896-1904 included


class NoSuchDay(Exception):
    """No calendar has this day of ``month``, in ``year`` or, where that is None, in any year."""

    def __init__(self, month: int, year: int | None) -> None:
        super().__init__(month, year)
        self.month = month
        self.year = year

    def nearest(self, today: date) -> date:
        """The last day of that month, without a year in this one."""
        year = self.year or today.year
        return date(year, self.month, monthrange(year, self.month)[1])


class Unsettled(Exception):
    """There are several readings, likeliest first; none where only the person can tell."""

    def __init__(self, *readings: Period) -> None:
        super().__init__(*readings)
        self.readings = readings


class NotMeant(Exception):
    """The words look like a date, and are none (the 45th week)."""


@dataclass(frozen=True, slots=True)
class Yearly:
    """A period of each year. ``in_year`` raises ``NoSuchDay`` for a year that does not have it."""

    in_year: Callable[[int], Period]


Stated = Period | Yearly


def the_day(year: int, month: int, day: int) -> date:
    """The date of these numbers. Raises ``NoSuchDay``; ``NotMeant`` where even the month or year is none."""
    try:
        return date(year, month, day)
    except ValueError:
        if 1 <= month <= 12 and MINYEAR <= year <= MAXYEAR and 1 <= day <= 31:
            raise NoSuchDay(month, year) from None
        raise NotMeant from None


def the_month(year: int, month: int) -> Period:
    """All days of a month."""
    start = the_day(year, month, 1)
    return Period(start, start.replace(day=monthrange(year, month)[1]), Precision.MONTH)


def the_year(year: int) -> Period:
    """All days of a year."""
    return Period(the_day(year, 1, 1), the_day(year, 12, 31), Precision.YEAR)


def day_of(month: int, day: int, year: int | None) -> Stated:
    """The day of ``year``, or of each year. Raises ``NoSuchDay``, also for a day that no year has."""
    if year is not None:
        return Period.day(the_day(year, month, day))
    try:
        the_day(2000, month, day)  # a leap year: what it does not have, no year has
    except NoSuchDay:
        raise NoSuchDay(month, None) from None
    return Yearly(lambda some_year: Period.day(the_day(some_year, month, day)))


def month_of(month: int, year: int | None) -> Stated:
    """The month of ``year``, or of each year."""
    return Yearly(lambda some_year: the_month(some_year, month)) if year is None else the_month(year, month)


def distance(period: Period, today: date) -> tuple[int, bool]:
    """How far ``period`` is from ``today``: days, and whether it is past. What is past counts three times: a desk
    writes of what is planned months ahead, and of what has been soon after it."""
    if period.end < today:
        return 3 * (today - period.end).days, True
    return max(0, (period.start - today).days), False


def occurrences(stated: Stated, around: int, reach: int = 1) -> list[Period]:
    """The periods it can be, in the years ``around`` ± ``reach``."""
    if isinstance(stated, Period):
        return [stated]
    found = []
    for year in range(max(MINYEAR, around - reach), min(MAXYEAR, around + reach + 1)):
        try:
            found.append(stated.in_year(year))
        except (NoSuchDay, NotMeant):
            continue
    return found


def settle(stated: Stated, today: date) -> Period:
    """The period that is meant: of each year the one nearest to ``today``, future before past.

    Raises ``NoSuchDay`` where no year has it.
    """
    if isinstance(stated, Period):
        return stated
    near = occurrences(stated, today.year) or occurrences(stated, today.year, LEAP_CYCLE)
    if not near:
        return stated.in_year(today.year)  # raises
    return min(near, key=lambda period: distance(period, today))


def coming(stated: Stated, today: date) -> Stated:
    """Of each year the first that is not over: for days that are computed ("last Friday in October"), as plans are."""
    if isinstance(stated, Period):
        return stated
    ahead = [period for period in occurrences(stated, today.year) if period.end >= today]
    return min(ahead) if ahead else stated


def _joined(start: Period, end: Period) -> Period:
    precision = start.precision if start.precision is end.precision else Precision.DAY
    return Period(start.start, end.end, precision)


def range_of(start: Stated, end: Stated) -> Stated:
    """From the first day of ``start`` to the last day of ``end``; a year stated at one end holds for the other.

    Raises ``EndBeforeStart`` where both years were stated, and ``NoSuchDay``.
    """
    if isinstance(start, Yearly):
        if isinstance(end, Yearly):
            return Yearly(lambda year: _from_to(start.in_year(year), _first_from(start.in_year(year), end)))
        starts = [period for period in occurrences(start, end.start.year) if period.start <= end.end]
        if not starts:
            raise NotMeant
        return _from_to(max(starts), end)
    if isinstance(end, Yearly):
        return _from_to(start, _first_from(start, end))
    if end.end < start.start:
        raise EndBeforeStart(start=start, end=end)
    return _joined(start, end)


def _from_to(start: Period, end: Period) -> Period:
    """The days between, unless they go nearly around the year because both were written the wrong way round ("20 Nov -
    10 Nov"). Raises ``EndBeforeStart``.
    """
    day, years = start.start, end.end.year - start.start.year
    if years and start.is_one_day and end.is_one_day and (end.end - day).days > _LONGEST_WITHOUT_YEAR:
        same_year = Period.day(date(end.end.year, day.month, min(day.day, monthrange(end.end.year, day.month)[1])))
        raise EndBeforeStart(start=same_year, end=end)
    return _joined(start, end)


def _first_from(start: Period, end: Yearly) -> Period:
    ends = [period for period in occurrences(end, start.start.year, LEAP_CYCLE) if period.end >= start.start]
    if not ends:
        raise NotMeant
    return min(ends)


def check_weekday(stated: Stated, weekdays: Sequence[int], today: date) -> Stated:
    """``stated`` where it begins (and, of two weekdays, ends) on the days of the week that were written beside it.

    Weekdays count from Monday, 0. Without a year, a year near ``today`` in which they agree is taken. Raises
    ``Unsettled`` where they contradict, with the date itself and the nearest day that is such a weekday.
    """
    if not weekdays:
        return stated
    near = sorted(occurrences(stated, today.year), key=lambda period: distance(period, today))
    for period in near:
        if period.start.weekday() == weekdays[0] and period.end.weekday() == weekdays[-1]:
            return period
    period = near[0] if near else settle(stated, today)
    if not period.is_one_day:
        raise Unsettled(period)
    raise Unsettled(period, Period.day(nearest_weekday(period.start, weekdays[0])))


def nearest_weekday(day: date, weekday: int) -> date:
    """The day with that weekday within three days of ``day``."""
    return day + timedelta(days=(weekday - day.weekday() + 3) % 7 - 3)
