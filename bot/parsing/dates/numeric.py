"""Dates written in numbers: 2025-05-03, 3.5.2025, 03/05/25, 3/5, 2025-05, 05/2025, 20250503, 12.V.2011."""

import re
from dataclasses import dataclass
from datetime import date
from typing import Any

from bot.parsing.dates.context import DateContext
from bot.parsing.dates.stated import NoSuchDay, NotMeant, Stated, day_of, month_of

_MONTH = "(?:0?[1-9]|1[0-2])"
_YEAR = "[12][0-9]{3}"
_ROMAN_MONTHS = dict(zip("I II III IV V VI VII VIII IX X XI XII".split(), range(1, 13), strict=True))
_ROMAN = "|".join(sorted(_ROMAN_MONTHS, key=len, reverse=True))
# Nothing numeric may stand beyond: 192.168.1.12 and 1.234.567 are no dates. Two ISO dates with / between are a range.
_FROM, _ON = r"(?<!\d)(?<!\d[.,:])", r"(?!\d)(?![.,:]\d)"
NUMERIC = (
    rf"(?:{_FROM}(?P<y>{_YEAR})(?P<s1>[-./])(?P<ym>\d\d?)(?P=s1)(?P<yd>\d\d?)(?:T\d\d:\S*)?{_ON}"
    rf"|{_FROM}(?P<my>{_YEAR})[-./](?P<mm>{_MONTH}){_ON}(?!/\d\d?\b)"
    rf"|{_FROM}(?<!\d/)(?:"
    rf"(?P<d1>\d\d?)(?P<s2>[-./])(?P<d2>\d\d?)(?:(?P=s2)|(?<=/\d\d),\s?(?={_YEAR}))(?P<dy>{_YEAR}|\d\d)"
    rf"|(?<![^\W\d_][-/])(?<!\d[.]\s)(?P<nm>{_MONTH})[-./]\s?(?P<ny>{_YEAR})"
    r"|(?P<e1>\d\d?)[./](?P<e2>\d\d?)\.?"
    rf"|(?P<rd>\d\d?)(?P<s3>[./-])\s?(?P<rm>{_ROMAN})(?:(?P=s3)\s?(?P<ry>{_YEAR})|(?![\w.]))"
    r"|(?P<c>[12]\d{3}(?:0[1-9]|1[0-2])(?:0[1-9]|[12]\d|3[01]))"
    rf"){_ON}(?!/\d))"
)


@dataclass(frozen=True, slots=True)
class NumericDay:
    """Two numbers whose order depends on the team, and perhaps a year (below 100: of the century around today).

    ``dotted`` without a year may as well be a time of day or a decimal: 5.30 is never 30 May where the day is first.
    With dots the day is first unless the team says otherwise: nobody who puts the month first writes them.
    """

    first: int
    second: int
    year: int | None
    dotted: bool = False
    ordered: bool = False  # the first one is the day, whoever writes

    def value(self, context: DateContext) -> Stated:
        """The day in the team's order, or in the other where only that is possible. Raises ``NoSuchDay``."""
        year = self.year if self.year is None or self.year >= 100 else full_year(self.year, context.today)
        day, month = self.first, self.second
        if year is not None and self.year is not None and self.year < 100 and context.year_first:
            day, year = self.year, full_year(self.first, context.today)
            return day_of(month, day, year)
        if context.settled_order == "month" and not self.ordered:
            day, month = month, day
        if context.asking and self.dotted and month <= 12:
            return day_of(month, day, year)
        if month > 12 and not (self.dotted and self.year is None and context.settled_order == "day"):
            day, month = month, day
        if month > 12 or not 1 <= day <= 31 or not month:
            if self.year is not None and self.year >= 1000 and self.first and self.second and self._looks_like_a_day():
                raise NoSuchDay(self.second if self.second <= 12 else 12, year)  # "32.05.2026", "13/13/2026"
            raise NotMeant
        return day_of(month, day, year)

    def _looks_like_a_day(self) -> bool:
        """Whether a month is among the numbers, or both could be days: "32.05.2026", "13/13/2026"; not "45.13.2025"."""
        return min(self.first, self.second) <= 12 or max(self.first, self.second) <= 31


@dataclass(frozen=True, slots=True)
class NumericDate:
    """Numbers in the order of ISO 8601; without ``day`` a month."""

    year: int
    month: int
    day: int | None = None

    def value(self, context: DateContext) -> Stated:
        """The period. Raises ``NoSuchDay``."""
        if self.day is None:
            return month_of(self.month, self.year)
        if self.month > 12:
            return day_of(self.day, self.month, self.year)
        return day_of(self.month, self.day, self.year)


def full_year(short: int, today: date) -> int:
    """The year that 16 or '87 stands for: up to twenty years ahead, else in the past."""
    year = today.year - today.year % 100 + short
    return year - 100 if year > today.year + 20 else year


def numeric_kinds(match: re.Match[str]) -> dict[str, Any]:
    """The kinds of what ``NUMERIC`` matched."""
    if match["y"]:
        return {"numeric": NumericDate(int(match["y"]), int(match["ym"]), int(match["yd"]))}
    if match["rm"]:
        roman = NumericDay(int(match["rd"]), _ROMAN_MONTHS[match["rm"]], None, ordered=True)
        dated = match["ry"] and NumericDate(int(match["ry"]), roman.second, roman.first)
        return {"numeric": dated or roman}
    if match["c"]:
        text = match["c"]
        return {"numeric": NumericDate(int(text[:4]), int(text[4:6]), int(text[6:]))}
    if match["d1"]:
        return {"numeric": NumericDay(int(match["d1"]), int(match["d2"]), int(match["dy"]), match["s2"] == ".")}
    if match["e1"]:
        first, second = int(match["e1"]), int(match["e2"])
        return {"numeric": NumericDay(first, second, None, "." in match[0]), "pair": (first, second)}
    year, month = (match["my"], match["mm"]) if match["my"] else (match["ny"], match["nm"])
    return {"numeric_month": NumericDate(int(year), int(month))}
