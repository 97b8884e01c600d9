"""How well known a place is that the data lacks or has for a village: as well as those of its size in its country.

The number of names in other languages says it of the others. Used only when the index is built.
"""

from collections.abc import Iterable
from statistics import median

from bot.parsing.places.gather import Entry
from bot.parsing.places.schema import Feature

_OF_LIKE_SIZE = 2.0  # times as many people, or as few


def lend_fame(made: Iterable[Entry], known: Iterable[Entry]) -> None:
    """Gives the cities of ``made`` at least the usual number of names of those in ``known`` that are like them."""
    by_country: dict[str, list[Entry]] = {}
    for entry in known:
        by_country.setdefault(entry.country, []).append(entry)
    for entry in made:
        if entry.feature is Feature.CITY:
            least, most = entry.population / _OF_LIKE_SIZE, entry.population * _OF_LIKE_SIZE
            alike = [peer.fame for peer in by_country.get(entry.country, ()) if least <= peer.population <= most]
            entry.fame = max(entry.fame, round(median(alike)) if alike else 0)
