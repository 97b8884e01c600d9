"""From a name to its place: exact names of every language, Turkish case suffixes, a country behind the name.

Ranking: countries first, then by population. A name that is not the place's own in the reader's language (an
alternate name) counts a tenth, a capital and a curated alias three times, and a place's own name also by the number
of languages that have one for it, which tells Barcelona in Spain (83 names) from the one in Venezuela (29). The first
is taken silently when it counts five times as much as the next; otherwise it is asked. So Paris is silent, and
Hanover (an alternate name of the large German city, the own name of small American ones) is asked.
"""

import math
from collections.abc import Iterable
from dataclasses import dataclass, replace
from enum import StrEnum

from bot.domain.places import Place
from bot.errors import Choice, WhichPlace
from bot.folding import fold
from bot.parsing.places.hints import Hint, readings
from bot.parsing.places.index import PlaceIndex, Row
from bot.parsing.places.ordinary import is_ordinary
from bot.parsing.places.schema import Feature, How
from bot.parsing.places.suffixes import Case, CaseSuffix, split_case

CLEARLY = 5.0
CHOICES = 4

_TENTH = 0.1
_CAPITAL = 3.0
_CURATED = 3.0
_NAMES_FOR_DOUBLE = 5  # names in other languages that count as much as the population alone
_ALTERNATE_FAME = 3.0  # what a place's fame counts under a name that may belong to another language
_NEGLIGIBLE = 50.0  # candidates that count this much less than the first are not offered
_AT_HOME = 2.0
_COUNTRY = 1e10  # more than any city: a country's name means the country
_SMALLEST = 500  # villages of unknown population
_WELL_KNOWN = 100_000.0  # from here on an exact name needs no second reading as an inflected one
_SAME_PLACE_KM = 30.0


class MatchKind(StrEnum):
    """How a text matched a place."""

    ID = "id"
    COUNTRY = "country"
    EXACT = "exact"
    ALIAS = "alias"
    ALTERNATE = "alternate"
    SUFFIX = "suffix"
    FUZZY = "fuzzy"


_KINDS = {
    How.COUNTRY: MatchKind.COUNTRY,
    How.MAIN: MatchKind.EXACT,
    How.ALIAS: MatchKind.ALIAS,
    How.SHARED: MatchKind.ALIAS,
    How.ALTERNATE: MatchKind.ALTERNATE,
}


@dataclass(frozen=True, slots=True)
class Match:
    """A candidate. ``score`` is its weighted population, comparable within one answer only. ``sure`` is False where
    the text must not decide alone: a guess, or a place outside the hinted country. ``case`` is that of a SUFFIX."""

    place: Place
    score: float
    how: MatchKind
    sure: bool = True
    case: Case | None = None


@dataclass(frozen=True, slots=True)
class _Candidate:
    row: Row
    score: float
    how: MatchKind
    sure: bool = True
    case: Case | None = None

    def match(self, sure: bool) -> Match:
        return Match(self.row.place(), self.score, self.how, self.sure and sure, self.case)


def look_up(index: PlaceIndex, text: str, *, language: str = "en", home_country: str | None = None) -> Place | None:
    """The place that ``text`` names, or None when nothing has this name.

    ``text`` may be a bare id, the text of a ``WhichPlace`` choice. ``language`` is the reader's, ``home_country``
    the team's (a place of that name there counts double). Raises ``WhichPlace`` when several are about as likely,
    when the name is also an ordinary word, or when it is only a guess.
    """
    matches = find_all(index, text, language=language, home_country=home_country)
    return decide(matches, text)


def find_all(
    index: PlaceIndex, text: str, *, language: str = "en", home_country: str | None = None
) -> tuple[Match, ...]:
    """Every place that ``text`` can name, the likeliest first; () when nothing has this name."""
    text = text.strip()
    if place := index.get(text):
        return (Match(place, _COUNTRY, MatchKind.ID),)
    for reading in readings(index, text):
        found = _named(index, reading.name, reading.hints, language, home_country)
        if found:
            sure = not is_ordinary(text)
            return tuple(candidate.match(sure) for candidate in found)
    return ()


def decide(matches: tuple[Match, ...], text: str) -> Place | None:
    """The one that is clearly meant. Raises ``WhichPlace`` with up to four choices when none is; None for ()."""
    if not matches:
        return None
    first = matches[0]
    if first.sure and (len(matches) == 1 or first.score >= CLEARLY * matches[1].score):
        return first.place
    likely = [match for match in matches[:CHOICES] if match.score * _NEGLIGIBLE > first.score]
    choices = [Choice(match.place, match.place.id) for match in likely]
    raise WhichPlace(choices=choices, text=text)


def _named(
    index: PlaceIndex, name: str, hints: tuple[Hint, ...], language: str, home: str | None
) -> list[_Candidate]:
    found = [_candidate(row, _score(row, language, home)) for row in index.named(fold(name))]
    if not any(candidate.score >= _WELL_KNOWN and candidate.how is not MatchKind.ALTERNATE for candidate in found):
        for inflected in split_case(name):
            # Without an apostrophe it is a guess that the ending is one: "Bari" is rarely "Bar'ı".
            doubt = 1.0 if inflected.marked or not found else _TENTH
            rows = index.named(fold(inflected.stem))
            found += [_candidate(row, doubt * _score(row, language, home), inflected) for row in rows]
    if hints:
        allowed = [candidate for candidate in found if all(hint.allows(candidate.row) for hint in hints)]
        disputed = [candidate for candidate in found if all(hint.disputed(candidate.row) for hint in hints)]
        found = allowed or [replace(candidate, sure=False) for candidate in disputed]
    return _ranked(found)


def _candidate(row: Row, score: float, inflected: CaseSuffix | None = None) -> _Candidate:
    sure = row.how != How.SHARED
    if inflected is None:
        return _Candidate(row, score, _KINDS[How(row.how)], sure)
    return _Candidate(row, score, MatchKind.SUFFIX, sure, inflected.case)


def _score(row: Row, language: str, home: str | None) -> float:
    score = float(max(row.population, _SMALLEST))
    if row.how == How.COUNTRY:
        return _COUNTRY
    if row.how == How.ALTERNATE or row.language not in (None, language):
        score *= _TENTH * _ALTERNATE_FAME
    else:
        score *= 1 + row.fame / _NAMES_FOR_DOUBLE
        if row.how == How.ALIAS:
            score *= _CURATED
        if row.country == home:
            score *= _AT_HOME
    return score * _CAPITAL if row.feature == Feature.CAPITAL else score


def _ranked(found: Iterable[_Candidate]) -> list[_Candidate]:
    """The likeliest first; of one place, or of a city and a suburb or quarter with its name, only the larger."""
    kept: list[_Candidate] = []
    for candidate in sorted(found, key=lambda candidate: (-candidate.score, -candidate.row.population)):
        if not any(_same(candidate.row, other.row) for other in kept):
            kept.append(candidate)
    return kept


def _same(one: Row, other: Row) -> bool:
    if one.id == other.id:
        return True
    if one.country != other.country or Feature.COUNTRY in (one.feature, other.feature):
        return False
    if one.latitude is None or one.longitude is None or other.latitude is None or other.longitude is None:
        return False
    kilometre = 100_000 / 111.2  # of latitude, in the index's unit
    north = (one.latitude - other.latitude) / kilometre
    east = (one.longitude - other.longitude) / kilometre * math.cos(math.radians(one.latitude / 100_000))
    return math.hypot(north, east) < _SAME_PLACE_KM
