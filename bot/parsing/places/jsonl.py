"""Answers names of places, one JSON object a line: ``dragoman place --jsonl < names``.

A line of the input is a name, or an object with "query" and, if wanted, "language" and "home_country". An answer has
"query", "city" (null for a country), "country" (ISO 3166-1, null for none and for the KKTC), "lat", "lon", "timezone",
"how" (null when unknown), "ask" (whether a person would be asked instead) and "candidates", the likeliest first. What
is answered is the likeliest candidate, also where it would be asked.
"""

import json
from collections.abc import Iterable, Iterator
from typing import Any

from bot.domain.places import PlaceKind
from bot.errors import WhichPlace
from bot.parsing.places.countries import KKTC
from bot.parsing.places.index import PlaceIndex
from bot.parsing.places.lookup import find_all
from bot.parsing.places.matches import Match, decide, likely


def answer(index: PlaceIndex, line: str) -> dict[str, Any]:
    """The answer to one line. Raises ``ValueError`` for an object without a query."""
    asked: dict[str, Any] = json.loads(line) if line.lstrip().startswith("{") else {"query": line.strip()}
    query = asked.get("query")
    if not isinstance(query, str):
        raise ValueError(f"no query in {line!r}")
    matches = find_all(index, query, language=asked.get("language", "en"), home_country=asked.get("home_country"))
    try:
        ask = decide(matches, query) is None and bool(matches)
    except WhichPlace:
        ask = True
    best = _described(matches[0]) if matches else dict.fromkeys(("city", "country", "lat", "lon", "timezone", "how"))
    candidates = [{"id": match.row.key, **_described(match)} for match in likely(matches)]
    return {"query": query, **best, "ask": ask, "candidates": candidates}


def _described(match: Match) -> dict[str, Any]:
    place = match.place
    return {
        "city": None if place.kind is PlaceKind.COUNTRY else place.name,
        "country": None if place.country == KKTC else place.country,
        "lat": place.latitude,
        "lon": place.longitude,
        "timezone": place.timezone,
        "how": str(match.how),
    }


def answers(index: PlaceIndex, lines: Iterable[str]) -> Iterator[str]:
    """An answer for each line that is not empty."""
    return (json.dumps(answer(index, line), ensure_ascii=False) for line in lines if line.strip())
