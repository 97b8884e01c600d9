"""Candidates for a name, in order, and the decision between them."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from enum import StrEnum

from bot.domain.places import Place
from bot.errors import Choice, WhichPlace
from bot.parsing.places.index import Row, distance_km
from bot.parsing.places.schema import Feature, How
from bot.parsing.places.suffixes import Case
from bot.parsing.places.weights import CLEARLY, NEGLIGIBLE

CHOICES = 4
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
    raise WhichPlace(choices=[Choice(match.place, match.row.key) for match in likely(matches)], text=text)


def likely(matches: Sequence[Match]) -> Sequence[Match]:
    """Those worth offering: up to four, none that is far less likely than the first."""
    return [match for match in matches[:CHOICES] if match.score * NEGLIGIBLE > matches[0].score]


def is_name_of(match: Match) -> bool:
    """Whether the place has exactly the name, and is no guess at a mistyped one or at a city around it."""
    return match.how not in (MatchKind.FUZZY, MatchKind.AROUND)


def _outranks(first: Match, other: Match) -> bool:
    # Somebody's name for a large city needs more to silence the town that is really called so: Türi, not Turin.
    named = first.how is MatchKind.ALTERNATE and other.how is MatchKind.EXACT
    return first.score >= (NEGLIGIBLE if named else CLEARLY) * other.score


def _same(one: Row, other: Row) -> bool:
    if one.id == other.id:
        return True
    if one.country != other.country or Feature.COUNTRY in (one.feature, other.feature):
        return False
    return distance_km(one, other) < _SAME_PLACE_KM
