"""Prints periods as the two languages write them: what is printed reads back as the same period.

The month is always in full, and a single day has its weekday: CLDR's medium Turkish "3 May 2025" looks English.
"""

from collections.abc import Callable
from datetime import date
from functools import lru_cache

from bot.domain.periods import Period, Precision
from bot.i18n import CLDR_LOCALES
from bot.parsing.dates.stated import the_month, the_year
from bot.parsing.dates.turkish_years import suffixed
from bot.parsing.dates.units import half_of_month, part_of

_ORDINALS = {
    "en": ("first", "second", "third", "fourth"),
    "tr": ("birinci", "ikinci", "üçüncü", "dördüncü"),
}
_SEASONS = {
    "en": {3: "spring", 6: "summer", 9: "autumn", 12: "winter"},
    "tr": {3: "ilkbaharı", 6: "yazı", 9: "sonbaharı", 12: "kışı"},
}
_PARTS = {
    "en": {"early": "early", "middle": "mid", "late": "late"},
    "tr": {"early": "başı", "middle": "ortası", "late": "sonu"},
}


@lru_cache
def _months(language: str) -> dict[int, str]:
    from babel import Locale  # its data is slow to load; babel.dates would look for the machine's time zone as well

    names = Locale.parse(CLDR_LOCALES[language]).months["format"]["wide"]
    return {number: str(name) for number, name in names.items()}


@lru_cache
def _weekdays(language: str) -> dict[int, str]:
    from babel import Locale

    names = Locale.parse(CLDR_LOCALES[language]).days["format"]["wide"]
    return {number: str(name) for number, name in names.items()}


def format_day(day: date, language: str, *, weekday: bool = True) -> str:
    """ "Saturday, 3 May 2025"; "3 Mayıs 2025 Cumartesi"."""
    return format_period(Period.day(day), language, weekday=weekday)


def format_period(period: Period | None, language: str, *, weekday: bool = True) -> str:
    """``period`` as exactly as it is known: "Saturday, 3 May 2025", "October 2015", "2014–2016", "undated" for None.

    ``weekday`` adds the days of the week to days. A language that is not in ``LANGUAGES`` prints as English.
    """
    language = language if language in CLDR_LOCALES else "en"
    if period is None:
        return "tarihsiz" if language == "tr" else "undated"
    if period.start == date.min or period.end == date.max:
        return _open(period, language)
    if period.precision is Precision.DAY:
        return _days(period, language, weekday)
    if period.precision is Precision.YEAR:
        return _joined(str(period.start.year), str(period.end.year), "")
    if period.precision is Precision.MONTH:
        return _month_range(period, language)
    if period.precision is Precision.PART:
        return _part(period, language)
    one = _UNITS[period.precision]
    return _joined(one(period.start, language), one(period.end, language), " ")


def _joined(start: str, end: str, space: str) -> str:
    return start if start == end else f"{start}{space}–{space}{end}"


def _month(day: date, language: str) -> str:
    return f"{_months(language)[day.month]} {day.year}"


def _month_range(period: Period, language: str) -> str:
    start, end = _month(period.start, language), _month(period.end, language)
    if period.start.year == period.end.year and start != end:
        return f"{_months(language)[period.start.month]}–{end}"
    return _joined(start, end, " ")


def _days(period: Period, language: str, weekday: bool) -> str:
    start, end = period.start, period.end
    if start == end:
        days = f"{end.day} {_month(end, language)}"
    elif (start.year, start.month) == (end.year, end.month):
        days = f"{start.day}–{end.day} {_month(end, language)}"
    else:
        first = f"{start.day} {_months(language)[start.month]}"
        if start.year != end.year:
            first += f" {start.year}"
        days = f"{first} – {end.day} {_month(end, language)}"
    if not weekday:
        return days
    names = _weekdays(language)
    week = names[start.weekday()] if start == end else f"{names[start.weekday()]}–{names[end.weekday()]}"
    return f"{days} {week}" if language == "tr" else f"{week}, {days}"


def _week(day: date, language: str) -> str:
    """Named after its Monday, which is ``day`` or before."""
    monday = date.fromordinal(day.toordinal() - day.weekday())
    name = f"{monday.day} {_month(monday, language)}"
    return f"{name} haftası" if language == "tr" else f"week of {name}"


def _quarter(day: date, language: str) -> str:
    nth = _ORDINALS[language][(day.month - 1) // 3]
    return f"{suffixed(day.year, 'gen')} {nth} çeyreği" if language == "tr" else f"{nth} quarter of {day.year}"


def _half(day: date, language: str) -> str:
    nth = _ORDINALS[language][(day.month - 1) // 6]
    return f"{suffixed(day.year, 'gen')} {nth} yarısı" if language == "tr" else f"{nth} half of {day.year}"


def _season(day: date, language: str) -> str:
    first = day.month // 3 * 3 or 12
    year = day.year - 1 if day.month < 3 else day.year
    years = f"{year}–{(year + 1) % 100:02}" if first == 12 else str(year)
    name = _SEASONS[language][first]
    return f"{years} {name}" if language == "tr" else f"{name} {years}"


def _decade(day: date, language: str) -> str:
    year = day.year - day.year % 10
    return suffixed(year, "plural") if language == "tr" else f"{year}s"


_UNITS: dict[Precision, Callable[[date, str], str]] = {
    Precision.WEEK: _week,
    Precision.QUARTER: _quarter,
    Precision.HALF: _half,
    Precision.SEASON: _season,
    Precision.DECADE: _decade,
}


def _part(period: Period, language: str) -> str:
    """ "Early May 2026", "second half of May 2026", or what else it is about."""
    month = the_month(period.start.year, period.start.month)
    for whole, name in ((month, _month(period.start, language)), (the_year(period.start.year), str(period.start.year))):
        for part, word in _PARTS[language].items():
            if part_of(whole, part) == period:
                return f"{name} {word}" if language == "tr" else f"{word} {name}"
    for number, nth in enumerate(_ORDINALS[language][:2], 1):
        if half_of_month(month, number) == period:
            name = f"{_months(language)[month.start.month]} {suffixed(month.start.year, 'gen')}"
            return f"{name} {nth} yarısı" if language == "tr" else f"{nth} half of {_month(period.start, language)}"
    days = _days(period, language, weekday=False)
    return f"{days} civarı" if language == "tr" else f"around {days}"


def _open(period: Period, language: str) -> str:
    """ "Until 5 May 2026", "from 2005 on"."""
    until = period.start == date.min
    day = period.end if until else period.start
    name = {Precision.YEAR: "", Precision.MONTH: _months(language)[day.month] + " "}.get(
        period.precision, f"{day.day} {_months(language)[day.month]} "
    )
    if language == "tr":
        return f"{name}{suffixed(day.year, 'dat')} kadar" if until else f"{name}{suffixed(day.year, 'abl')} itibaren"
    return f"until {name}{day.year}" if until else f"from {name}{day.year} on"
