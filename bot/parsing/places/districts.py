"""The districts of Türkiye, which GeoNames lacks or knows as the village that they once were.

Read from ``districts_tr.tsv``. Used only when the index is built.
"""

import csv
import math
from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path

from bot.folding import fold
from bot.parsing.places.gather import Entry
from bot.parsing.places.keys import name_key
from bot.parsing.places.schema import Feature, How

PATH = Path(__file__).with_name("districts_tr.tsv")
_COUNTRY = "TR"
_TIMEZONE = "Europe/Istanbul"
_IDS = -50_000  # and down
_SAME_KM = 20.0  # two places of one name in one district
_KM_PER_DEGREE = 111.2


@dataclass(frozen=True, slots=True)
class District:
    """A line of the file. Degrees are WGS 84; ``population`` is that of the whole district; ``former`` may be ""."""

    name: str
    province: str
    latitude: float
    longitude: float
    population: int
    former: str

    @property
    def code(self) -> str:
        """What follows "own:" in its id, where GeoNames has none: "tr-ankara-kecioren"."""
        return "-".join(["tr", fold(self.province), fold(self.name)]).replace(" ", "-")


def read_districts(path: Path = PATH) -> tuple[District, ...]:
    """The lines of the file. Raises ``ValueError`` where a number is none."""
    with path.open(encoding="utf-8", newline="") as file:
        rows = csv.DictReader((line for line in file if not line.startswith("#")), delimiter="\t")
        return tuple(
            District(
                row["name"],
                row["province"],
                float(row["latitude"]),
                float(row["longitude"]),
                int(row["population"]),
                row["former"],
            )
            for row in rows
        )


def add_districts(entries: dict[int, Entry], districts: Iterable[District]) -> tuple[list[Entry], list[Entry]]:
    """The places that GeoNames has, which are given their name, province and people, and the others, made anew."""
    places = [entry for entry in entries.values() if entry.country == _COUNTRY]
    had: list[Entry] = []
    made: list[Entry] = []
    for district in districts:
        if known := _known(district, places):
            known.region, known.population = district.province, district.population
            known.name = district.name
            _name(known, district)
            had.append(known)
        else:
            made.append(_made(district, _IDS - len(made)))
    return had, made


def _made(district: District, number: int) -> Entry:
    entry = Entry(
        number,
        Feature.CITY,
        district.code,
        district.name,
        _COUNTRY,
        district.province,
        district.latitude,
        district.longitude,
        _TIMEZONE,
        district.population,
    )
    _name(entry, district)
    return entry


def _name(entry: Entry, district: District) -> None:
    for name in filter(None, (district.name, district.former)):
        entry.add(name, How.MAIN)


def _known(district: District, places: list[Entry]) -> Entry | None:
    """The place of the data that the district is named after: by its own name sooner than by another."""
    keys = [name_key(name) for name in (district.name, district.former) if name]
    near = [place for place in places if _kilometres(district, place) < _SAME_KM]
    named = [
        (place.folded[key][0], -place.population, place.id) for key in keys for place in near if key in place.folded
    ]
    number = min(named, default=(0, 0, None))[2]
    return next((place for place in near if place.id == number), None)


def _kilometres(district: District, place: Entry) -> float:
    if place.latitude is None or place.longitude is None:
        return math.inf
    east = (district.longitude - place.longitude) * math.cos(math.radians(district.latitude))
    return math.hypot(district.latitude - place.latitude, east) * _KM_PER_DEGREE
