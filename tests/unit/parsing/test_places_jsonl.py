import json
from collections.abc import Iterator

import pytest

from bot.parsing.places import PlaceIndex
from bot.parsing.places.jsonl import answer, answers

KEYS = {"query", "city", "country", "lat", "lon", "timezone", "how", "ask", "candidates"}


@pytest.fixture(scope="module")
def index() -> Iterator[PlaceIndex]:
    with PlaceIndex.open() as opened:
        yield opened


def test_answer_of_a_city(index: PlaceIndex) -> None:
    assert answer(index, "Üsküp'e\n") == {
        "query": "Üsküp'e",
        "city": "Skopje",
        "country": "MK",
        "lat": 41.99646,
        "lon": 21.43141,
        "timezone": "Europe/Skopje",
        "how": "suffix",
        "ask": False,
        "candidates": [
            {
                "id": "geo:785842",
                "city": "Skopje",
                "country": "MK",
                "lat": 41.99646,
                "lon": 21.43141,
                "timezone": "Europe/Skopje",
                "how": "suffix",
            }
        ],
    }


@pytest.mark.parametrize(
    ("line", "city", "country", "ask"),
    [
        ("China", None, "CN", False),
        ("KKTC", None, None, False),
        ("Hanover", "Hannover", "DE", True),
        ("xqzzyk vvw", None, None, False),
        (json.dumps({"query": "Lefke", "language": "tr"}), "Léfka", "CY", False),
    ],
)
def test_answer_has_every_key(index: PlaceIndex, line: str, city: str | None, country: str | None, ask: bool) -> None:
    found = answer(index, line)
    assert found.keys() == KEYS
    assert (found["city"], found["country"], found["ask"]) == (city, country, ask)


def test_object_without_a_query_is_refused(index: PlaceIndex) -> None:
    with pytest.raises(ValueError, match="no query"):
        answer(index, "{}")


def test_a_line_without_a_query_does_not_end_the_answers(index: PlaceIndex) -> None:
    refused, found = map(json.loads, answers(index, ["{}", "", "Tirana"]))
    assert (refused["error"], found["city"]) == ("no query in '{}'", "Tirana")
