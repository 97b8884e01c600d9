"""By when something is due: a date anywhere in the text, or a weekday or month alone at the edge of one of its parts.

A message about a visit may speak of Fridays; one about a task that ends in "friday" says when it is due.
"""

import re
from datetime import date, timedelta

from bot.domain.periods import Period, Precision
from bot.errors import BotError
from bot.parsing.dates import DateContext, Dated, find_date, read_date
from bot.parsing.pieces import Pieces

_NEAR = timedelta(days=7)
_WORD = re.compile(r"\S+")


def find_due(pieces: Pieces, context: DateContext) -> Dated | None:
    """The day or period in what is left; "until friday" is Friday. Raises what dates raise."""
    if dated := find_date(pieces.left, context):
        return Dated(_end_of_open(dated.period), dated.span)
    for start, end in reversed(pieces.fragments()):
        words = list(_WORD.finditer(pieces.left, start, end))
        for word in (words[-1], words[0]) if words else ():
            if period := _alone(word[0].rstrip(":"), context):
                return Dated(period, word.span())
    return None


def _end_of_open(period: Period | None) -> Period | None:
    return Period.day(period.end) if period and period.start == date.min else period


def _alone(word: str, context: DateContext) -> Period | None:
    """The weekday ahead, or the month, that a word alone is."""
    if not word.isalpha():
        return None
    try:
        period = read_date(word, context)
    except BotError:
        return None
    if period is None:
        return None
    if period.precision is Precision.MONTH:
        return period
    return period if period.is_one_day and context.today <= period.start <= context.today + _NEAR else None
