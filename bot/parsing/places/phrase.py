"""Finds the place in a phrase: "Tiran'dan heyet geldi" → Tirana, its span and its case."""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from bot.domain.places import Place
from bot.errors import WhichPlace
from bot.folding import fold
from bot.parsing.places.index import PlaceIndex
from bot.parsing.places.lookup import find_all
from bot.parsing.places.matches import Match, MatchKind, decide
from bot.parsing.places.ordinary import is_ordinary, ordinary_words
from bot.parsing.places.suffixes import Case
from bot.parsing.places.weights import NOTABLE, SHORT, WELL_KNOWN

_WORD = re.compile(r"[^\s,;:()/]+")
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
    spans = [match.span() for match in _WORD.finditer(words)]
    for first, last in _runs(len(spans)):
        start, end = spans[first][0], spans[last][1]
        text = words[start:end].rstrip(".!?…")
        end = start + len(text)
        if first == last and not _may_stand_alone(text, at_start=first == 0):
            continue
        matches = find_all(index, text, language=language, home_country=home_country, guess=False)
        if not matches or not _takes(matches[0], text, lone=first == last):
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


def _may_stand_alone(word: str, *, at_start: bool) -> bool:
    """Whether one word may be a place: no ordinary word, and none whose capital the start of a sentence explains."""
    if is_ordinary(word) or fold(word).isdigit():
        return False
    return not (at_start and fold(word) in ordinary_words())


def _takes(best: Match, text: str, *, lone: bool) -> bool:
    """Whether a match is believed inside a phrase. Every word of a longer run must carry weight: no "to Tirana"."""
    if not lone:
        words = text.split()
        return not (is_ordinary(words[0]) or is_ordinary(words[-1]))
    if text[0].isupper() or best.how in (MatchKind.ID, MatchKind.COUNTRY, MatchKind.ALIAS):
        return True
    if best.how is MatchKind.ALTERNATE:
        return best.score >= WELL_KNOWN and len(text) > SHORT
    return best.score >= NOTABLE
