"""A contact's term of office: "until March 2029", "2024–2029", "since April 2024", "Mart 2029'a kadar"."""

import re
from datetime import date
from typing import Any

from bot.domain.contacts import term_values
from bot.domain.periods import Period, Precision
from bot.errors import NotADate
from bot.parsing.context import Context
from bot.parsing.dates import read_date

_HEAD = re.compile(r"(?:term(?: of office)?|in office|görev (?:dönemi|süresi)|gorev (?:donemi|suresi))\s*:?\s*", re.I)
_OPEN = re.compile(r"(?:until|since)\s.+|.+\s(?:kadar|itibaren|beri)", re.I)
_SINCE = re.compile(r"(?:from|since)\s+(.+?)(?:\s+on)?|(.+?)\s+(?:itibaren|beri)", re.I)
_NONE = frozenset({"", "–", "-", "none", "yok", "unknown", "bilinmiyor"})
_UNITS = frozenset({Precision.DAY, Precision.MONTH, Precision.YEAR})


def read_term(text: str, context: Context) -> dict[str, Any]:
    """The attributes of the term; a single date ahead is its end, one that has been its beginning.

    Raises what ``read_date`` raises, and ``NotADate`` for "spring 2029": a term ends on a day, in a month or year.
    """
    text = text.strip()
    if text.lower() in _NONE:
        return term_values(None)
    period = read_date(text, context.dates)
    since = _SINCE.fullmatch(text)
    if period is not None and period.precision not in _UNITS:
        raise NotADate(text=text[:60])
    if period is None or period.start == date.min or period.end == date.max:
        return term_values(period)
    if since or (_is_one(period) and period.end < context.dates.today):
        return term_values(Period(period.start, date.max, period.precision))
    if _is_one(period):
        return term_values(Period(date.min, period.end, period.precision))
    return term_values(period)


def read_told_term(text: str, context: Context) -> dict[str, Any] | None:
    """As ``read_term`` for a text that begins with "term" or "görev dönemi", or is open at one side; else None."""
    if head := _HEAD.match(text):
        return read_term(text[head.end() :], context)
    return read_term(text, context) if _OPEN.fullmatch(text.strip()) else None


def _is_one(period: Period) -> bool:
    """One day, month or year, and not from one to another."""
    start, end = period.start, period.end
    if period.precision is Precision.YEAR:
        return start.year == end.year
    if period.precision is Precision.MONTH:
        return (start.year, start.month) == (end.year, end.month)
    return start == end
