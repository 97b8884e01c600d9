"""The index of places, opened read-only: exact names, ids and hints, each one walk of a tree on disk."""

import json
import math
import sqlite3
import threading
from collections.abc import Iterable
from pathlib import Path
from typing import NamedTuple, Self

from bot.domain.places import Place, PlaceKind
from bot.parsing.places.schema import DEFAULT_PATH, DEGREE, VERSION, Feature, How


class PlacesMissing(RuntimeError):
    """The index has not been built, or by another version. ``make`` builds it."""

    def __init__(self, path: Path, why: str) -> None:
        super().__init__(f"The index of places {path} {why}. Run make.")
        self.path = path


class Row(NamedTuple):
    """A place as stored, with the name that found it. Cheap: a ``Place`` is made of few of them."""

    id: int
    feature: int
    code: str | None
    name: str
    country: str | None
    region: str | None
    latitude: int | None
    longitude: int | None
    zone: str | None
    population: int
    names: str | None
    how: int = How.MAIN
    language: str | None = None
    weight: int = 0

    def place(self) -> Place:
        """The value that the rest of the program knows."""
        return Place(
            id=self.key,
            kind=_KINDS[Feature(self.feature)],
            name=self.name,
            country=self.country,
            names=json.loads(self.names) if self.names else {},
            latitude=None if self.latitude is None else self.latitude / DEGREE,
            longitude=None if self.longitude is None else self.longitude / DEGREE,
            timezone=self.zone,
            population=self.population,
            region=self.region,
        )

    @property
    def key(self) -> str:
        """The id of its ``Place``."""
        if self.code is None:
            return f"geo:{self.id}"
        return f"{'country' if self.feature == Feature.COUNTRY else 'own'}:{self.code}"


def distance_km(one: Row, other: Row) -> float:
    """Between two places, on a plane: right to a few per cent for neighbours. Infinite where one has no coordinates."""
    if one.latitude is None or one.longitude is None or other.latitude is None or other.longitude is None:
        return math.inf
    kilometre = DEGREE / 111.2  # of latitude, in the index's unit
    north = (one.latitude - other.latitude) / kilometre
    east = (one.longitude - other.longitude) / kilometre * math.cos(math.radians(one.latitude / DEGREE))
    return math.hypot(north, east)


_KINDS = {
    Feature.CITY: PlaceKind.CITY,
    Feature.CAPITAL: PlaceKind.CITY,
    Feature.COUNTRY: PlaceKind.COUNTRY,
    Feature.REGION: PlaceKind.REGION,
}
_PLACE = """p.id, p.feature, p.code, p.name, p.country, p.region, p.latitude, p.longitude, z.name, p.population,
    p.names"""
# The subquery ranks before anything is fetched from the places: "San José" has a hundred of them.
_NAMED = f"""SELECT {_PLACE}, n.how, n.language, n.weight
    FROM (SELECT * FROM names WHERE folded = ? ORDER BY weight DESC LIMIT ?) n
    JOIN places p ON p.id = n.place LEFT JOIN zones z ON z.id = p.zone"""  # noqa: S608 - only constants
_BY_ID = f"SELECT {_PLACE} FROM places p LEFT JOIN zones z ON z.id = p.zone WHERE p.id = ?"  # noqa: S608 - only constants
_BY_CODE = f"SELECT {_PLACE} FROM places p LEFT JOIN zones z ON z.id = p.zone WHERE p.code = ?"  # noqa: S608 - only constants


class PlaceIndex:
    """The index, usable from several threads: one connection, one statement at a time (each takes microseconds)."""

    def __init__(self, connection: sqlite3.Connection, path: Path) -> None:
        self._connection = connection
        self._lock = threading.Lock()
        self.path = path

    @classmethod
    def open(cls, path: Path = DEFAULT_PATH) -> Self:
        """Opens the index at ``path``. Raises ``PlacesMissing`` where there is none of this version."""
        if not path.is_file():
            raise PlacesMissing(path, "is missing")
        # immutable: nobody writes it in place, so no locks are taken and no journal is looked for.
        connection = sqlite3.connect(
            f"{path.resolve().as_uri()}?mode=ro&immutable=1", uri=True, check_same_thread=False
        )
        try:
            version = connection.execute("PRAGMA user_version").fetchone()[0]
        except sqlite3.DatabaseError:
            version = None
        if version != VERSION:
            connection.close()
            raise PlacesMissing(path, "is of another version")
        return cls(connection, path)

    def close(self) -> None:
        """Closes the file."""
        self._connection.close()

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        self.close()

    def get(self, place_id: str) -> Place | None:
        """The place of an id ("geo:3183875", "country:AL", "own:north-nicosia"), or None."""
        row = self.row(place_id)
        return row.place() if row else None

    def row(self, place_id: str) -> Row | None:
        """As ``get``, the row."""
        scheme, _, rest = place_id.partition(":")
        if scheme == "geo" and rest.isascii() and rest.isdigit() and len(rest) < 16:
            rows = self._rows(_BY_ID, int(rest))
        elif scheme in ("country", "own") and rest:
            rows = self._rows(_BY_CODE, rest)
        else:
            return None
        return next((row for row in rows if row.key == place_id), None)

    def named(self, folded: str, limit: int = -1) -> list[Row]:
        """The places with this name, as ``name_key`` returns it; the ``limit`` weightiest, in no order."""
        return self._rows(_NAMED, folded, limit)

    def hinted(self, folded: str) -> list[tuple[str, str]]:
        """(country, region or "") that a word behind a name can mean: "il" → Israel, Illinois."""
        return self._fetch("SELECT country, region FROM hints WHERE folded = ?", folded)

    def buckets(self, keys: Iterable[str]) -> list[bytes]:
        """The buckets of names with these keys, those that exist, packed."""
        return [names for key in keys for (names,) in self._fetch("SELECT names FROM buckets WHERE key = ?", key)]

    def _rows(self, statement: str, *parameters: str | int) -> list[Row]:
        return [Row(*found) for found in self._fetch(statement, *parameters)]

    def _fetch(self, statement: str, *parameters: str | int) -> list[tuple]:  # type: ignore[type-arg]
        with self._lock:
            return self._connection.execute(statement, parameters).fetchall()
