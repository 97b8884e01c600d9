"""Takes apart what people write around a name: "Hanover, Germany", "Almanya Hanover", "Springfield, IL, USA"."""

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from bot.folding import fold
from bot.parsing.places.index import PlaceIndex, Row, distance_km
from bot.parsing.places.keys import name_key
from bot.parsing.places.northern_cyprus import NORTHERN_CYPRUS
from bot.parsing.places.suffixes import Case, split_case
from bot.parsing.places.weights import WELL_KNOWN

# A dash separates between spaces; elsewhere only where a country stands on one side of it, as Turkish town halls write
# it ("Köln-Almanya"): Stratford-upon-Avon is one name.
_PARTS = re.compile(r"\s*[,;/()]\s*|\s+[-–—]\s+")
_DASH = re.compile("[-–—]")
_AROUND_KM = 40.0
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
    "bashkia",
    "opstina",
    "opcina",
    "obshtina",
    "comune di",
    "ville de",
    "stadt",
    "gemeente",
    "ayuntamiento de",
    "primaria municipiului",
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
            "district",
            "region",
            "island",
            "adasi",
            "eyaleti",
            "bolgesi",
            "vilayeti",
            "ilcesi",
            "ili",
            "seheri",
        ),
        key=len,
        reverse=True,
    )
)
# What makes a country or region of a name, folded: "Tataristan Özerk Cumhuriyeti", "Republic of Kosovo".
_STATE_AFTER = (
    "ozerk cumhuriyeti",
    "ozerk bolgesi",
    "halk cumhuriyeti",
    "cumhuriyeti",
    "kralligi",
    "emirligi",
    "devleti",
    "eyaleti",
    "bolgesi",
    "republic",
    "state",
)
_STATE_BEFORE = ("autonomous republic of", "republic of", "kingdom of", "state of", "federal")
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

    With ``near`` it must lie around that city instead: "Stari Grad (Saraybosna)". ``case`` is that of the word behind
    the name, which then is the whole's: "Prizren, Kosova'dan".
    """

    areas: tuple[tuple[str, str], ...]
    case: Case | None = None
    near: Row | None = None

    def allows(self, row: Row) -> bool:
        """Whether ``row`` lies in the hinted country or region, or around the city."""
        if self.near:
            return row.id != self.near.id and distance_km(row, self.near) < _AROUND_KM
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
    return _without(text, _BEFORE, _AFTER)


def _without_state(text: str) -> str:
    return _without(text, _STATE_BEFORE, _STATE_AFTER)


def _without(text: str, before: Iterable[str], after: Iterable[str]) -> str:
    words = text.split()
    for title in before:
        count = title.count(" ") + 1
        if len(words) > count and fold(" ".join(words[:count])) == title:
            return " ".join(words[count:])
    for title in after:
        count = title.count(" ") + 1
        if len(words) > count and fold(" ".join(words[-count:])) == title:
            return " ".join(words[:-count])
    return text


def _taken_apart(index: PlaceIndex, text: str, strict: bool) -> Iterator[Reading]:
    parts = [part for part in _PARTS.split(text) if part]
    if len(parts) > 1:
        yield from _with_parts(index, parts, strict)
    else:
        yield from _with_words(index, text.split())
        yield from _with_dashes(index, text)


def _with_dashes(index: PlaceIndex, text: str) -> Iterator[Reading]:
    for dash in _DASH.finditer(text):
        before, after = text[: dash.start()].strip(), text[dash.end() :].strip()
        if (len(after) > 2 or after.isupper()) and after[:1].isupper() and (hint := _hint(index, after)):
            yield Reading(before, (hint,))
        if len(before) > 2 and (hint := _hint(index, before)):
            yield Reading(after, (hint,))


def _with_parts(index: PlaceIndex, parts: list[str], strict: bool) -> Iterator[Reading]:
    first, *rest = parts
    known = [(part, _hint(index, part)) for part in rest]
    hints = tuple(hint for _, hint in known if hint)
    if not hints and (swapped := _hint(index, first)):  # "Almanya, Hanover"
        yield Reading(" ".join(rest), (swapped,))
    unknown = [part for part, hint in known if not hint]
    if unknown and len(unknown) < len(rest):  # "Frankfurt (Oder), Germany"
        yield Reading(" ".join((first, *unknown)), hints)
    cities = [] if strict else list(filter(None, (_city(index, part) for part in unknown[:2])))
    for city in cities:
        yield Reading(first, (*hints, Hint(((city.country or "", ""),), near=city)))
    if not cities and not (unknown and strict):
        yield Reading(first, hints)


def _with_words(index: PlaceIndex, words: list[str]) -> Iterator[Reading]:
    for count in range(min(_LONGEST_HINT, len(words) - 1), 0, -1):
        last, first = " ".join(words[-count:]), " ".join(words[:count])
        # A bare code needs its capitals here, or "Washington de" would be in Delaware.
        if (len(last) > 3 or last.isupper()) and (hint := _hint(index, last)):
            yield Reading(" ".join(words[:-count]), (hint,))
        if len(first) > 3 and (hint := _hint(index, first)):
            yield Reading(" ".join(words[count:]), (hint,))


def _city(index: PlaceIndex, text: str) -> Row | None:
    """The well-known city that all of ``text`` names."""
    best = max(index.named(name_key(text), 1), key=lambda row: row.weight, default=None)
    return best if best and best.weight >= WELL_KNOWN and best.latitude is not None else None


def _hint(index: PlaceIndex, text: str) -> Hint | None:
    for form in dict.fromkeys((text, _without_state(text))):
        if areas := index.hinted(name_key(form)):
            return Hint(tuple(areas))
    for inflected in split_case(text):
        if inflected.marked and (areas := index.hinted(name_key(inflected.stem))):
            # "Almanya'nın Köln şehri": a genitive before the name says nothing of the whole.
            return Hint(tuple(areas), None if inflected.case is Case.GENITIVE else inflected.case)
    return None
