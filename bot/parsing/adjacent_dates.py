"""The date that stands right behind or right before some words: "until 14 March 2029", "14 mart 2029'a kadar"."""

import re
from dataclasses import dataclass

from bot.domain.periods import Period
from bot.errors import NotADate, Question
from bot.parsing.dates import DateContext, read_date
from bot.parsing.pieces import CUT

_MOST_WORDS = 7
_WORDS = re.compile(rf"[^\s{CUT}]+")
_EDGES = ",.;:"


@dataclass(frozen=True, slots=True)
class Beside:
    """A date and its span [start, end) in the text; ``period`` None is "undated"."""

    period: Period | None
    span: tuple[int, int]


def date_behind(text: str, at: int, context: DateContext) -> Beside | None:
    """The longest run of words from ``at`` on that is a date. Raises what ``read_date`` raises, but ``NotADate``."""
    words = [match.span() for match in _WORDS.finditer(text, at)][:_MOST_WORDS]
    if not words or text[at : words[0][0]].strip() or CUT in text[at : words[0][0]]:
        return None
    runs = [(words[0][0], end) for _, end in words if CUT not in text[at:end]]
    return _first_date(text, list(reversed(runs)), context)


def date_before(text: str, at: int, context: DateContext) -> Beside | None:
    """The longest run of words up to ``at`` that is a date. Raises as ``date_behind``."""
    words = [match.span() for match in _WORDS.finditer(text, 0, at)][-_MOST_WORDS:]
    if not words:
        return None
    end = words[-1][1]
    if text[end - 1] in ",;" or any(sign in text[end:at] for sign in (CUT, "\n")):
        return None  # a comma or a line break between them parts them
    runs = [(start, end) for start, _ in words if CUT not in text[start:at]]
    return _first_date(text, runs, context)


def _first_date(text: str, runs: list[tuple[int, int]], context: DateContext) -> Beside | None:
    for start, end in runs:
        words = text[start:end].rstrip(_EDGES)
        try:
            return Beside(read_date(words, context), (start, start + len(words)))
        except NotADate:
            continue
        except Question as question:
            first, last = question.hole or (0, len(words))
            question.hole = (start + first, start + last)
            raise
    return None
