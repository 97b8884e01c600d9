"""Answers names of places, one JSON object a line: ``dragoman place --jsonl < names``.

A line of the input is a name, the name as a JSON string, or an object with "query" and, if wanted, "language" (or
"lang") and "home_country" (or "home"), an ISO code. Without a language, names in English and Turkish count alike.

An answer has "query", "city" (null for a country), "country" (ISO 3166-1, null for none and for the KKTC), "lat",
"lon", "timezone", "how" (null when unknown), "ask" (whether a person would be asked instead) and "candidates", the
likeliest first. What is answered is the likeliest candidate, also where it would be asked; of a place that nothing
knows, the country that stands with it.
"""

import json
from collections.abc import Iterable, Iterator, Mapping
from typing import Any

from bot.domain.places import PlaceKind
from bot.errors import WhichPlace
from bot.parsing.places.countries import KKTC
from bot.parsing.places.index import PlaceIndex
from bot.parsing.places.lookup import country_around, find_all
from bot.parsing.places.matches import Match, MatchKind, decide, likely


def answer(index: PlaceIndex, line: str) -> dict[str, Any]:
    """The answer to one line. Raises ``ValueError`` for an object without a query."""
    asked = _asked(line)
    query = asked.get("query")
    if not isinstance(query, str):
        raise ValueError(f"no query in {line!r}")
    language, home = (_text(asked, *names) for names in (("language", "lang"), ("home_country", "home")))
    matches = find_all(index, query, language=language, home_country=home)
    try:
        ask = decide(matches, query) is None and bool(matches)
    except WhichPlace:
        ask = True
    best = _described(matches[0]) if matches else _country(index, query)
    ask = ask or (not matches and best["how"] is not None)
    candidates = [{"id": match.row.key, **_described(match)} for match in likely(matches)]
    return {"query": query, **best, "ask": ask, "candidates": candidates}


def _asked(line: str) -> dict[str, Any]:
    line = line.strip().removeprefix("\ufeff")
    if line.startswith(("{", '"')):
        try:
            read = json.loads(line)
        except ValueError:
            return {"query": line}  # a name in quotation marks, cut off
        return read if isinstance(read, dict) else {"query": read}
    return {"query": line}


def _text(asked: Mapping[str, Any], *names: str) -> str | None:
    found = next((asked[name] for name in names if asked.get(name)), None)
    return found if isinstance(found, str) else None


def _country(index: PlaceIndex, query: str) -> dict[str, Any]:
    """The country of a place that nothing knows, with its zone and coordinates: "Gazi Baba (Makedonya)"."""
    around = country_around(index, query)
    row = index.row(f"country:{around[1]}") if around else None
    if row is None:
        return dict.fromkeys(("city", "country", "lat", "lon", "timezone", "how"))
    return _described(Match(row, 0.0, MatchKind.AROUND, sure=False))


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
    """An answer for each line that is not empty; one without a query is answered with what is wrong with it."""
    for line in filter(str.strip, lines):
        try:
            answered = answer(index, line)
        except ValueError as error:
            nothing = dict.fromkeys(("query", "city", "country", "lat", "lon", "timezone", "how"))
            answered = {**nothing, "ask": False, "candidates": [], "error": str(error)}
        yield json.dumps(answered, ensure_ascii=False)
