"""Dates as people write them, read into periods and, in English and Turkish, printed back.

Read with ``find_date`` (the date in a message) and ``read_date`` (a text that has to be one), and ``find_term`` /
``read_term`` for how long something lasts; print with ``format_period``. What is printed reads back as the same.
"""

from bot.parsing.dates.context import DateContext, Dated
from bot.parsing.dates.levels import prepare
from bot.parsing.dates.printing import format_day, format_period
from bot.parsing.dates.reading import find_date, in_iso, read_date, read_or_find
from bot.parsing.dates.terms import Term, find_term, read_term

__all__ = [
    "DateContext",
    "Dated",
    "Term",
    "find_date",
    "find_term",
    "format_day",
    "format_period",
    "in_iso",
    "prepare",
    "read_date",
    "read_or_find",
    "read_term",
]
