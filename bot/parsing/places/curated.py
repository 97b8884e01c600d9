"""Reads what is curated by hand: ``aliases.toml``, whose head explains its fields, and ``regions.tsv``."""

import csv
import tomllib
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from functools import lru_cache
from pathlib import Path
from typing import Any

PATH = Path(__file__).with_name("aliases.toml")
REGIONS_PATH = PATH.with_name("regions.tsv")


@dataclass(frozen=True, slots=True)
class Alias:
    """A name that people use for a place. ``language`` None means any; ``label`` that cards show it in that language.

    ``exclusive``: no other place of the country keeps the name. ``shared``: places that the data lacks have it too.
    """

    name: str
    place: str
    language: str | None
    source: str
    label: bool = False
    exclusive: bool = False
    shared: bool = False


@dataclass(frozen=True, slots=True)
class OwnPlace:
    """A place that the data lacks; its id is "own:" and ``code``."""

    code: str
    kind: str
    name: str
    country: str
    latitude: float
    longitude: float
    timezone: str
    population: int
    source: str
    region: str | None = None
    names: Mapping[str, str] = field(default_factory=dict, hash=False)


@dataclass(frozen=True, slots=True)
class Curated:
    """The whole file. ``regions`` has country → GeoNames' code of the region → its short and long names."""

    aliases: tuple[Alias, ...]
    places: tuple[OwnPlace, ...]
    regions: Mapping[str, Mapping[str, list[str]]] = field(hash=False)


@lru_cache
def curated(path: Path = PATH) -> Curated:
    """Reads the file. Raises ``ValueError`` where an entry has no known source, ``TypeError`` for a wrong field."""
    data: dict[str, Any] = tomllib.loads(path.read_text("utf-8"))
    sources = data["sources"]
    aliases: list[Alias] = []
    for group in data["aliases"]:
        common = {"language": None} | {key: value for key, value in group.items() if key != "names"}
        aliases += [Alias(name, place, **common) for name, place in group["names"]]
    places = (*(OwnPlace(**entry) for entry in data["places"]), *_listed())
    unknown = {entry.source for entry in aliases} | {entry.source for entry in places}
    if unknown := unknown - sources.keys():
        raise ValueError(f"{path.name}: no source is called {', '.join(sorted(unknown))}")
    return Curated(tuple(aliases), places, data["regions"])


def _listed() -> Iterator[OwnPlace]:
    with REGIONS_PATH.open(encoding="utf-8", newline="") as file:
        for row in csv.DictReader((line for line in file if not line.startswith("#")), delimiter="\t"):
            yield OwnPlace(
                code=row["code"],
                kind=row["kind"],
                name=row["name"],
                country=row["country"],
                latitude=float(row["latitude"]),
                longitude=float(row["longitude"]),
                timezone=row["timezone"],
                population=int(row["population"]),
                source="regions",
                names={"tr": row["tr"]},
            )
