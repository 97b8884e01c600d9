"""Prints periods as the two languages write them: what is printed reads back as the same period.

The month is always in full, and a single day has its weekday: CLDR's medium Turkish "3 May 2025" looks English.
"""

from datetime import date
from functools import lru_cache

from bot.domain.periods import Period, Precision
from bot.i18n import CLDR_LOCALES

_DASH = "–"


@lru_cache
def _months(language: str) -> dict[int, str]:
    from babel.dates import get_month_names  # its locale data is slow to load

    return {number: str(name) for number, name in get_month_names("wide", locale=CLDR_LOCALES[language]).items()}


@lru_cache
def _weekdays(language: str) -> dict[int, str]:
    from babel.dates import get_day_names  # its locale data is slow to load

    return {number: str(name) for number, name in get_day_names("wide", locale=CLDR_LOCALES[language]).items()}


def _known(language: str) -> str:
    return language if language in CLDR_LOCALES else "en"


def format_day(day: date, language: str, *, weekday: bool = True) -> str:
    """ "Saturday, 3 May 2025"; "3 Mayıs 2025 Cumartesi"."""
    return format_period(Period.day(day), language, weekday=weekday)


def format_period(period: Period | None, language: str, *, weekday: bool = True) -> str:
    """``period`` as exactly as it is known: "Saturday, 3 May 2025", "October 2015", "2014–2016", "undated" for None.

    ``weekday`` adds the days of the week to days. A language that is not in ``LANGUAGES`` prints as English.
    """
    language = _known(language)
    if period is None:
        return "tarihsiz" if language == "tr" else "undated"
    if period.precision is Precision.YEAR:
        return _joined(str(period.start.year), str(period.end.year), "")
    if period.precision is Precision.MONTH:
        return _month_range(period, language)
    return _day_range(period, language, weekday)


def _joined(start: str, end: str, space: str) -> str:
    return start if start == end else f"{start}{space}{_DASH}{space}{end}"


def _month_range(period: Period, language: str) -> str:
    start, end = (f"{_months(language)[day.month]} {day.year}" for day in (period.start, period.end))
    if period.start.year == period.end.year and start != end:
        return f"{_months(language)[period.start.month]}{_DASH}{end}"
    return _joined(start, end, " ")


def _day_range(period: Period, language: str, weekday: bool) -> str:
    start, end = period.start, period.end
    month = f"{_months(language)[end.month]} {end.year}"
    if start == end:
        days = f"{end.day} {month}"
    elif (start.year, start.month) == (end.year, end.month):
        days = f"{start.day}{_DASH}{end.day} {month}"
    else:
        first = f"{start.day} {_months(language)[start.month]}"
        if start.year != end.year:
            first += f" {start.year}"
        days = f"{first} {_DASH} {end.day} {month}"
    if not weekday:
        return days
    names = _weekdays(language)
    week = names[start.weekday()] if start == end else f"{names[start.weekday()]}{_DASH}{names[end.weekday()]}"
    return f"{days} {week}" if language == "tr" else f"{week}, {days}"
