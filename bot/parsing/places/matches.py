"""Candidates for a name, in order, and the decision between them."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from enum import StrEnum

from bot.domain.places import Place
from bot.errors import Choice, WhichPlace
from bot.parsing.places.index import Row, distance_km
from bot.parsing.places.schema import Feature, How
from bot.parsing.places.suffixes import Case
from bot.parsing.places.weights import CLEARLY, FAMED, NEGLIGIBLE

CHOICES = 4
_GUESSES = 3
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
    AROUND = "around"


KIND_OF_NAME = {
    How.COUNTRY: MatchKind.COUNTRY,
    How.MAIN: MatchKind.EXACT,
    How.ALIAS: MatchKind.ALIAS,
    How.SHARED: MatchKind.ALIAS,
    How.ALTERNATE: MatchKind.ALTERNATE,
}


@dataclass(frozen=True, slots=True)
class Match:
    """A candidate. ``score`` is its weighted population, comparable within one answer only. ``sure`` is False where
    the text must not decide alone: a guess, or a place outside the hinted country. ``case`` is that of a
    suffix, which is ``marked`` by an apostrophe or not."""

    row: Row
    score: float
    how: MatchKind
    sure: bool = True
    case: Case | None = None
    marked: bool = False

    @property
    def place(self) -> Place:
        """The candidate itself, made anew each time."""
        return self.row.place()


def ranked(found: Iterable[Match]) -> tuple[Match, ...]:
    """The likeliest first; of one place, or of a city and a suburb or quarter with its name, only the larger."""
    kept: list[Match] = []
    for match in sorted(found, key=lambda match: (-match.score, -match.row.population)):
        if not any(_same(match.row, other.row) for other in kept):
            kept.append(match)
    return tuple(kept)


def decide(matches: Sequence[Match], text: str) -> Place | None:
    """The one that is clearly meant. Raises ``WhichPlace`` with up to four choices when none is; None for ()."""
    if not matches:
        return None
    first = matches[0]
    if first.sure and all(_outranks(first, other) for other in matches[1:]):
        return first.place
    offered = likely(matches)
    places = told_apart([match.row for match in offered])
    raise WhichPlace(
        choices=[Choice(place, match.row.key) for place, match in zip(places, offered, strict=True)], text=text
    )


def told_apart(rows: Sequence[Row]) -> list[Place]:
    """The places, with their regions where two of one country would be shown alike in some language."""
    shown = [{(row.country, name) for name in (row.name, *row.place().names.values())} for row in rows]
    twins = [
        any(at != other and names & others for other, others in enumerate(shown)) for at, names in enumerate(shown)
    ]
    return [row.place(apart=twin) for row, twin in zip(rows, twins, strict=True)]


def likely(matches: Sequence[Match]) -> Sequence[Match]:
    """Those worth offering: up to four, none that is far less likely than the first. Of mere guesses always three."""
    if all(match.how is MatchKind.FUZZY for match in matches[:_GUESSES]):
        return [*matches[:_GUESSES], *(match for match in matches[_GUESSES:CHOICES] if _near(match, matches[0]))]
    return [match for match in matches[:CHOICES] if _near(match, matches[0])]


def _near(match: Match, first: Match) -> bool:
    return match.score * NEGLIGIBLE > first.score


def is_name_of(match: Match) -> bool:
    """Whether the place has exactly the name, and is no guess at a mistyped one or at a city around it."""
    return match.how not in (MatchKind.FUZZY, MatchKind.AROUND)


def _outranks(first: Match, other: Match) -> bool:
    # Somebody's name for a large city needs more to silence the town that is really called so: Türi, not Turin.
    if first.how is MatchKind.ALTERNATE and other.how is MatchKind.EXACT:
        return first.score >= NEGLIGIBLE * other.score
    # A city that half the world has a name for is meant as well, though the other may be larger: Córdoba in Spain.
    famed = other.how is MatchKind.EXACT and other.row.weight >= FAMED * other.row.population
    return first.score >= (FAMED if famed else CLEARLY) * other.score


def _same(one: Row, other: Row) -> bool:
    if one.id == other.id:
        return True
    if one.country != other.country or Feature.COUNTRY in (one.feature, other.feature):
        return False
    return distance_km(one, other) < _SAME_PLACE_KM
