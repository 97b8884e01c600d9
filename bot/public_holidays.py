"""Public holidays and weekends of a country, the religious holidays too, as the ``holidays`` library has them."""

import inspect
import re
from dataclasses import dataclass
from datetime import date
from functools import lru_cache
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from holidays import HolidayBase

_MARKS = re.compile(r"\s*\(((?:observed|estimated|tahmini|gözlenen)(?:, )?)+\)")
"""What the library writes behind a name: a day off in place of one at a weekend; a date that the moon will settle."""

_SUNDAYS = frozenset({"Sunday"})
"""What Sweden's law calls every Sunday: a weekend here."""

_WORLD_WEEKEND = (5, 6)
"""CLDR's week for the world (supplemental data, weekData 001), for countries that the library does not know."""


@dataclass(frozen=True, slots=True)
class Holiday:
    """One or several holidays of one day, by name. ``is_estimated``: its date is computed and may yet move by a day.

    ``is_observed``: the day off stands in for a holiday that falls on a weekend.
    """

    names: tuple[str, ...]
    is_estimated: bool = False
    is_observed: bool = False


def public_holiday(country: str, day: date) -> str:
    """The holiday's English name; "" for an ordinary day, and for a country that the library does not know."""
    found = find_holiday(country, day)
    return "; ".join(found.names) if found else ""


def find_holiday(country: str, day: date, language: str = "en") -> Holiday | None:
    """The holiday in the whole country on that day; those of single regions are not known.

    ``country`` is an ISO 3166-1 alpha-2 code. Names are in ``language`` where the library has them so, else in English.
    """
    calendar = _calendar(country, day.year, language)
    name = calendar.get(day) if calendar is not None else None
    if not name:
        return None
    parts = tuple(part for part in _names(name) if part not in _SUNDAYS)
    if not parts:
        return None
    return Holiday(parts, "estimated" in name or "tahmini" in name, "observed" in name or "gözlenen" in name)


def _names(text: str) -> tuple[str, ...]:
    """The names of a day without their marks."""
    return tuple(dict.fromkeys(_MARKS.sub("", part).strip() for part in text.split("; ")))


def day_of(country: str, name: str, year: int) -> date | None:
    """The day of a holiday by its English name, for those that another calendar or a weekend moves."""
    calendar = _calendar(country, year, "en")
    if calendar is None:
        return None
    return next((day for day, names in sorted(calendar.items()) if name in _names(names)), None)


def is_known(country: str) -> bool:
    """Whether the library has the country's holidays: where not, nothing can be said."""
    return _class(country) is not None


def is_weekend(country: str, day: date) -> bool:
    """Whether the country rests: which days, and since when, the library knows; elsewhere Saturday and Sunday."""
    calendar = _calendar(country, day.year, "en")
    return bool(calendar.is_weekend(day)) if calendar is not None else day.weekday() in _WORLD_WEEKEND


def weekend(country: str, year: int) -> frozenset[int]:
    """The days on which the country rests in that year, 0 for Monday, as ``is_weekend`` has it."""
    calendar = _calendar(country, year, "en")
    return frozenset(calendar.weekend if calendar is not None else _WORLD_WEEKEND)


@lru_cache(maxsize=64)
def _class(country: str) -> "type[HolidayBase] | None":
    import holidays  # not needed at the start

    try:
        return type(holidays.country_holidays(country))
    except NotImplementedError:
        return None


@lru_cache(maxsize=256)
def _calendar(country: str, year: int, language: str) -> "HolidayBase | None":
    """One year, which never grows: threads share it."""
    known = _class(country)
    if known is None:
        return None
    spoken = [code for code in known.supported_languages if code.partition("_")[0] == language]
    spoken += [code for code in known.supported_languages if code.startswith("en")]
    options: dict[str, object] = {"language": spoken[0]} if spoken else {}
    if "islamic_show_estimated" in inspect.signature(known.__init__).parameters:
        options["islamic_show_estimated"] = True
    return known(years=year, expand=False, **options)  # type: ignore[arg-type]
