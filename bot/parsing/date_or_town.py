"""Words of dates that are towns as well (March, Mayo, Çarşamba, Pazar): where nothing says which, it is asked."""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from bot.domain.periods import Period
from bot.domain.places import Place
from bot.errors import Choice, DateOrTown
from bot.parsing.dates import in_iso
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


def town_named(index: PlaceIndex, text: str) -> Place | None:
    """The largest town whose own name ``text`` is: one word with a capital. Several words say more ("28 May")."""
    text = text.strip()
    if len(text) > _LONGEST or not text.isalpha() or not text[0].isupper():
        return None
    key = name_key(text)
    towns = [
        row
        for row in index.named(key)
        if row.how == How.MAIN and row.population >= _SMALLEST_TOWN and name_key(row.name) == key
    ]
    return max(towns, key=lambda row: row.population).place() if towns else None


def ask_which(index: PlaceIndex, text: str, period: Period | None) -> None:
    """Raises ``DateOrTown`` where ``text``, read as ``period``, is a town's name as well."""
    if period is not None and (town := town_named(index, text)):
        choices = [Choice(period, in_iso(period)), Choice(town, town.id)]
        raise DateOrTown(text=text.strip(), hole=(0, len(text)), choices=choices)


def towns_in(index: PlaceIndex, text: str) -> Iterator[Town]:
    """The words that may be towns: first those with an apostrophe and a case that says who went where
    ("Çarşamba'ya"), then those with a capital at their head only."""
    words = list(_WORD.finditer(text))
    for word in words:
        cases = [reading for reading in split_case(word[0]) if reading.marked and reading.case in _WENT]
        if cases and town_named(index, cases[0].stem):
            yield Town(word.span(), marked=True)
    for word in words:
        if word[0].istitle() and town_named(index, word[0]):
            yield Town(word.span(), marked=False)
