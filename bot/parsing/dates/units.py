"""Periods of the calendar that contain a day, or are so many weeks, months or years away from it."""

from calendar import monthrange
from dataclasses import dataclass, field
from datetime import MAXYEAR, date, timedelta

from bot.domain.periods import Period, Precision
from bot.parsing.dates.stated import NotMeant, the_day, the_month, the_year

_MONTHS = {"month": 1, "quarter": 3, "half": 6, "year": 12, "decade": 120}
_DAYS = {"day": 1, "week": 7, "weekend": 7, "fortnight": 14}
_PRECISIONS = {"quarter": Precision.QUARTER, "half": Precision.HALF, "decade": Precision.DECADE}


@dataclass(frozen=True, slots=True)
class Duration:
    """So many months and days, a year being twelve months and a week seven days; ``unit`` is the first one named."""

    months: int = 0
    days: int = 0
    unit: str = field(default="day", compare=False)

    def __add__(self, other: "Duration") -> "Duration":
        return Duration(self.months + other.months, self.days + other.days, self.unit)

    def after(self, day: date, times: int = 1) -> date:
        """The day so much later, or with ``times`` -1 earlier. Raises ``NotMeant`` beyond the calendar."""
        year, month = divmod(day.year * 12 + day.month - 1 + times * self.months, 12)
        if not 1 <= year < MAXYEAR:
            raise NotMeant
        moved = date(year, month + 1, min(day.day, monthrange(year, month + 1)[1]))
        try:
            return moved + timedelta(days=times * self.days)
        except OverflowError:
            raise NotMeant from None


def duration(count: int, unit: str) -> Duration:
    """``count`` days, weeks, months ... Raises ``NotMeant`` for more than a chat is about."""
    if count > 9999:
        raise NotMeant
    if unit in _MONTHS:
        return Duration(count * _MONTHS[unit], 0, unit)
    return Duration(0, count * _DAYS[unit], unit)


def week_of(day: date) -> Period:
    """Monday to Sunday."""
    monday = day - timedelta(days=day.weekday())
    return Period(monday, monday + timedelta(days=6), Precision.WEEK)


def unit_of(unit: str, day: date) -> Period:
    """The day, week, weekend, month, quarter, half, year or decade that ``day`` belongs to."""
    if unit == "day":
        return Period.day(day)
    if unit in ("week", "fortnight"):
        return week_of(day)
    if unit == "weekend":
        week = week_of(day)
        return Period(week.end - timedelta(days=1), week.end)
    if unit == "month":
        return the_month(day.year, day.month)
    if unit == "year":
        return the_year(day.year)
    months = _MONTHS[unit]
    first = (day.year * 12 + day.month - 1) // months * months
    return _months_from(first, months, _PRECISIONS[unit])


def _months_from(first: int, count: int, precision: Precision) -> Period:
    """``count`` months from the month number ``first`` = year × 12 + month - 1."""
    year, month = divmod(first, 12)
    last_year, last_month = divmod(first + count - 1, 12)
    return Period(the_day(year, month + 1, 1), the_month(last_year, last_month + 1).end, precision)


def unit_away(unit: str, today: date, shift: int) -> Period:
    """The unit ``shift`` units after the one of ``today``."""
    return unit_of(unit, duration(abs(shift), unit).after(unit_of(unit, today).start, 1 if shift > 0 else -1))


def quarter_of(year: int, number: int) -> Period:
    """The n-th (last: -1) quarter. Raises ``NotMeant`` for a fifth."""
    if number not in (-1, 1, 2, 3, 4):
        raise NotMeant
    return unit_of("quarter", the_day(year, 3 * (number % 5), 1))


def half_of(year: int, number: int) -> Period:
    """The n-th (last: -1) half. Raises ``NotMeant`` for a third."""
    if number not in (-1, 1, 2):
        raise NotMeant
    return unit_of("half", the_day(year, 6 * (number % 3), 1))


def season_of(year: int, first_month: int) -> Period:
    """Three whole months of the meteorological seasons; winter is named after the year in which it begins."""
    return _months_from(year * 12 + first_month - 1, 3, Precision.SEASON)


def decade_of(year: int) -> Period:
    """Ten years, as "1990s" counts them."""
    return unit_of("decade", the_day(year, 1, 1))


def part_of(whole: Period, part: str) -> Period:
    """The first, second or last third of a period: "early", "middle", "late". Of a month these are ten days each.

    Raises ``NotMeant`` for one or two days.
    """
    if (whole.end - whole.start).days < 2:
        raise NotMeant
    third = ("early", "middle", "late").index(part)
    if whole.start.month == whole.end.month or whole.precision is Precision.WEEK:
        days = 10 if whole.precision is Precision.MONTH else max(1, ((whole.end - whole.start).days + 1) // 3)
        start = whole.start + timedelta(days=third * days)
        return Period(start, whole.end if part == "late" else start + timedelta(days=days - 1), Precision.PART)
    if whole.precision is Precision.DECADE:  # four years, three, three
        first, last = ((0, 3), (4, 6), (7, 9))[third]
        return Period(the_year(whole.start.year + first).start, the_year(whole.start.year + last).end, Precision.PART)
    months = (whole.end.year - whole.start.year) * 12 + whole.end.month - whole.start.month + 1
    step = max(1, months // 3)
    first = whole.start.year * 12 + whole.start.month - 1
    return _months_from(first + min(third * step, months - step), step, Precision.PART)


def half_of_month(month: Period, number: int) -> Period:
    """The days until the 15th, or those after it. Raises ``NotMeant`` for a third half."""
    middle = month.start + timedelta(days=14)
    if number not in (1, 2):
        raise NotMeant
    if number == 1:
        return Period(month.start, middle, Precision.PART)
    return Period(middle + timedelta(days=1), month.end, Precision.PART)


def nth_week(whole: Period, number: int) -> Period:
    """The n-th (last: -1) week of a month or year; a week belongs to where its Thursday is, as in ISO 8601.

    Raises ``NotMeant`` where there are fewer.
    """
    thursdays = nth_weekday(whole, 3, number)
    return week_of(thursdays)


def nth_weekday(whole: Period, weekday: int, number: int) -> date:
    """The n-th (last: -1) Monday, ... of a period. Raises ``NotMeant`` where there are fewer."""
    if number < 0:
        day = whole.end - timedelta(days=(whole.end.weekday() - weekday) % 7)
    else:
        day = whole.start + timedelta(days=(weekday - whole.start.weekday()) % 7 + 7 * (number - 1))
    if not (number and whole.start <= day <= whole.end):
        raise NotMeant
    return day


def next_weekday(day: date, weekday: int) -> date:
    """The first such weekday from ``day`` on, ``day`` included."""
    return day + timedelta(days=(weekday - day.weekday()) % 7)


def weekday_in(week: Period, weekday: int) -> Period:
    """That day of the week that begins where ``week`` does."""
    return Period.day(next_weekday(week.start, weekday))
