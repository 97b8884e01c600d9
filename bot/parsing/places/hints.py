"""Takes apart what people write around a name: "Hanover, Germany", "Almanya Hanover", "Springfield, IL, USA"."""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from bot.folding import fold
from bot.parsing.places.index import PlaceIndex, Row
from bot.parsing.places.keys import name_key
from bot.parsing.places.northern_cyprus import NORTHERN_CYPRUS
from bot.parsing.places.suffixes import Case, split_case

# A dash separates only between spaces: Stratford-upon-Avon is one name.
_PARTS = re.compile(r"\s*[,;/()]\s*|\s+[-–—]\s+")
_LONGEST_HINT = 5  # words: "Turkish Republic of Northern Cyprus"

# Offices and kinds of place that people write with the name, folded; they say nothing about which one it is.
_BEFORE = (
    "the city of",
    "city of",
    "town of",
    "metropolitan municipality of",
    "municipality of",
    "province of",
    "capital of",
    "baskenti",
)
_AFTER = tuple(
    sorted(
        (
            "buyuksehir belediyesi",
            "buyuksehir bld",
            "buyuksehir bel",
            "belediyesi",
            "belediye baskanligi",
            "belediye",
            "bld",
            "bel",
            "buyuksehir",
            "bsb",
            "bb",
            "sehri",
            "kenti",
            "valiligi",
            "metropolitan municipality",
            "municipality",
            "city council",
            "city hall",
            "city",
            "province",
            "prefecture",
        ),
        key=len,
        reverse=True,
    )
)
# Territories with an ISO code of their own, which people write with the country's name.
_TERRITORIES = {
    "AU": ("CC", "CX", "NF"),
    "CN": ("HK", "MO"),
    "DK": ("FO", "GL"),
    "FI": ("AX",),
    "FR": ("BL", "GF", "GP", "MF", "MQ", "NC", "PF", "PM", "RE", "WF", "YT"),
    "GB": ("GG", "GI", "IM", "JE"),
    "NL": ("AW", "BQ", "CW", "SX"),
    "NO": ("SJ",),
    "US": ("AS", "GU", "MP", "PR", "VI"),
}
# Whose towns the data files under another country than people may write: asked for by either name, both are meant.
_DISPUTED = {("KKTC", "CY"), ("XK", "RS"), ("RS", "XK"), ("PS", "IL"), ("IL", "PS"), ("RU", "UA")}
_DISPUTED |= {("TW", "CN"), ("CN", "TW")}


@dataclass(frozen=True, slots=True)
class Hint:
    """Where a place must be: in one of ``areas``, pairs of a country and a region ("" for all of it).

    ``case`` is that of the word behind the name, which then is the whole's: "Prizren, Kosova'dan".
    """

    areas: tuple[tuple[str, str], ...]
    case: Case | None = None

    def allows(self, row: Row) -> bool:
        """Whether ``row`` lies in the hinted country or region."""
        return any(_inside(row, country, region) for country, region in self.areas)

    def owns(self, row: Row) -> bool:
        """Whether ``row`` lies in a territory of the hinted country: Saint-Denis, Réunion is in France too."""
        return any(row.country in _TERRITORIES.get(country, ()) for country, region in self.areas if not region)

    def disputed(self, row: Row) -> bool:
        """Whether ``row`` is where somebody may call it the hinted country, though the data does not."""
        return any((country, row.country) in _DISPUTED for country, _ in self.areas)


def _inside(row: Row, country: str, region: str) -> bool:
    if country == "KKTC":
        return row.key in NORTHERN_CYPRUS
    return row.country == country and (not region or row.region == region)


@dataclass(frozen=True, slots=True)
class Reading:
    """One way to take a text apart: the name, the hints it must obey, the case of what was taken off."""

    name: str
    hints: tuple[Hint, ...]
    case: Case | None = None


def readings(index: PlaceIndex, text: str, *, strict: bool = False) -> Iterator[Reading]:
    """Ways to read ``text``, the likeliest first: as it stands, then with hints, then without offices.

    ``strict`` leaves out those in which a part of the text has no meaning.
    """
    plain = [Reading(text, ()), *_taken_apart(index, text, strict)]
    yield from plain
    for reading in plain:
        inflected = split_case(reading.name)
        forms = [(reading.name, reading.case), *((form.stem, form.case) for form in inflected)]
        for form, case in forms:
            bare = without_office(form)
            if bare != form:
                yield Reading(bare, reading.hints, case)
                for one in _taken_apart(index, bare, strict):
                    yield Reading(one.name, (*one.hints, *reading.hints), case)


def without_office(text: str) -> str:
    """``text`` without "Büyükşehir Belediyesi", "City of" and the like; unchanged when nothing else is left."""
    words = text.split()
    for office in _BEFORE:
        count = office.count(" ") + 1
        if len(words) > count and fold(" ".join(words[:count])) == office:
            return " ".join(words[count:])
    for office in _AFTER:
        count = office.count(" ") + 1
        if len(words) > count and fold(" ".join(words[-count:])) == office:
            return " ".join(words[:-count])
    return text


def _taken_apart(index: PlaceIndex, text: str, strict: bool) -> Iterator[Reading]:
    parts = [part for part in _PARTS.split(text) if part]
    return _with_parts(index, parts, strict) if len(parts) > 1 else _with_words(index, text.split())


def _with_parts(index: PlaceIndex, parts: list[str], strict: bool) -> Iterator[Reading]:
    first, *rest = parts
    known = [(part, _hint(index, part)) for part in rest]
    hints = tuple(hint for _, hint in known if hint)
    if not hints and (swapped := _hint(index, first)):  # "Almanya, Hanover"
        yield Reading(" ".join(rest), (swapped,))
    unknown = [part for part, hint in known if not hint]
    if unknown and len(unknown) < len(rest):  # "Frankfurt (Oder), Germany"
        yield Reading(" ".join((first, *unknown)), hints)
    if not (unknown and strict):
        yield Reading(first, hints)


def _with_words(index: PlaceIndex, words: list[str]) -> Iterator[Reading]:
    for count in range(min(_LONGEST_HINT, len(words) - 1), 0, -1):
        last, first = " ".join(words[-count:]), " ".join(words[:count])
        # A bare code needs its capitals here, or "Washington de" would be in Delaware.
        if (len(last) > 3 or last.isupper()) and (hint := _hint(index, last)):
            yield Reading(" ".join(words[:-count]), (hint,))
        if len(first) > 3 and (hint := _hint(index, first)):
            yield Reading(" ".join(words[count:]), (hint,))


def _hint(index: PlaceIndex, text: str) -> Hint | None:
    areas = index.hinted(name_key(text))
    if areas:
        return Hint(tuple(areas))
    for inflected in split_case(text):
        if inflected.marked and (areas := index.hinted(name_key(inflected.stem))):
            # "Almanya'nın Köln şehri": a genitive before the name says nothing of the whole.
            return Hint(tuple(areas), None if inflected.case is Case.GENITIVE else inflected.case)
    return None
