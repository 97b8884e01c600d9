"""Finds the place in a phrase: "Tiran'dan heyet geldi" → Tirana, its span and its case."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import islice

from bot.domain.places import Place
from bot.errors import WhichPlace
from bot.folding import fold
from bot.parsing.places.index import PlaceIndex
from bot.parsing.places.lookup import find_all
from bot.parsing.places.matches import Match, MatchKind, decide
from bot.parsing.places.ordinary import is_ordinary, ordinary_words
from bot.parsing.places.suffixes import Case
from bot.parsing.places.weights import FAMOUS, NOTABLE, SHORT, WELL_KNOWN

_WORD = re.compile(r"\w[^\s,;:()/]*")
_WORDS = 40  # a place is named early
_LONGEST = 6  # words of one name with its country: "Santiago de los Caballeros, Dominik Cumhuriyeti"


@dataclass(frozen=True, slots=True)
class Found:
    """A place in a phrase: its ``span`` is [start, end) in characters, with its case suffix if any."""

    place: Place
    span: tuple[int, int]
    case: Case | None = None


def find_in(index: PlaceIndex, words: str, *, language: str = "en", home_country: str | None = None) -> Found | None:
    """The longest run of words that is a place, at the start or the end of ``words`` rather than in the middle.

    Ordinary words are never one ("may", "ziyaret"), nor is a lone word without a capital that names only a village.
    None where there is no place. Raises ``WhichPlace``, its hole set to the span, when the run has several readings.
    """
    spans = [match.span() for match in islice(_WORD.finditer(words), _WORDS)]
    for first, last in _runs(len(spans)):
        start, end = spans[first][0], spans[last][1]
        text = words[start:end].rstrip("!?…")
        if text.count(".") == 1:  # the end of a sentence; "N.Cyprus T.R." keeps its own
            text = text.rstrip(".")
        end = start + len(text)
        if not _may_be_a_place(words[slice(*spans[first])], words[slice(*spans[last])]):
            continue
        matches = find_all(index, text, language=language, home_country=home_country, strict=True)
        if not matches or not _takes(matches[0], text, lone=first == last, at_start=first == 0):
            continue
        try:
            place = decide(matches, text)
        except WhichPlace as question:
            question.hole = (start, end)
            raise
        if place:
            return Found(place, (start, end), matches[0].case)
    return None


def _runs(count: int) -> Iterator[tuple[int, int]]:
    """(first, last) of every run of words, longer ones first, then those at the start, at the end, between."""
    for length in range(min(_LONGEST, count), 0, -1):
        firsts = range(count - length + 1)
        for first in sorted(firsts, key=lambda first: (first != 0, first != count - length, first)):
            yield first, first + length - 1


def _may_be_a_place(first: str, last: str) -> bool:
    """Whether a run may be one: it neither begins nor ends with an ordinary word or a number ("to Tirana 3")."""
    return not any(is_ordinary(word) or fold(word).isdigit() for word in (first, last))


def _takes(best: Match, text: str, *, lone: bool, at_start: bool) -> bool:
    """Whether a match is believed inside a phrase."""
    if not lone or best.how is MatchKind.ID:
        return True
    if fold(text) in ordinary_words():
        # With a capital: "Nice" is a city, but not where any word would have one, and "Of" and "Union" are titles.
        return best.how is MatchKind.EXACT and best.score >= FAMOUS and not at_start
    if best.how is MatchKind.COUNTRY or best.marked:
        return True
    if best.how is MatchKind.ALIAS and (best.sure or text[0].isupper()):
        return True
    if len(text) <= SHORT and best.score < WELL_KNOWN:
        return False
    if best.how is MatchKind.ALTERNATE:
        return best.score >= NOTABLE and len(text) > SHORT and text[0].isupper()
    return text[0].isupper() or (best.sure and best.score >= NOTABLE)
