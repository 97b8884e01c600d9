"""Words of dates that are towns as well (March, Mayo, Çarşamba, Pazar): where nothing says which, it is asked."""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from bot.parsing.places import Case, PlaceIndex
from bot.parsing.places.keys import name_key
from bot.parsing.places.schema import How
from bot.parsing.places.suffixes import split_case

_SMALLEST_TOWN = 5_000  # people; a village is not thought of first
_LONGEST = 30  # characters
_WORD = re.compile(r"[^\W\d_]+(?:['’‘ʼ`´][^\W\d_]+)?")
_WENT = (Case.ABLATIVE, Case.DATIVE)


@dataclass(frozen=True, slots=True)
class Town:
    """A word at ``span`` that may be a town. ``marked``: an apostrophe and a case say that it is a name."""

    span: tuple[int, int]
    marked: bool


def is_town(index: PlaceIndex, text: str) -> bool:
    """Whether ``text`` is one word and a town's own name. Of several words one says more: "next March", "28 May"."""
    key = name_key(text) if len(text) <= _LONGEST and text.strip().isalpha() else ""
    return bool(key) and any(
        row.how == How.MAIN and row.population >= _SMALLEST_TOWN and name_key(row.name) == key
        for row in index.named(key)
    )


def towns_in(index: PlaceIndex, text: str) -> Iterator[Town]:
    """The words that may be towns: first those with an apostrophe and a case that says who went where
    ("Çarşamba'ya"), then those with a capital at their head only."""
    words = list(_WORD.finditer(text))
    for word in words:
        cases = [reading for reading in split_case(word[0]) if reading.marked and reading.case in _WENT]
        if cases and is_town(index, cases[0].stem):
            yield Town(word.span(), marked=True)
    for word in words:
        if word[0].istitle() and is_town(index, word[0]):
            yield Town(word.span(), marked=False)
