"""The line protocol."""

import json

import pytest

from bot.parsing.dates.jsonl import answer, answers


def ask(text: str, language: str = "en", order: str | None = "DMY") -> dict[str, object]:
    line = {"id": "x1", "text": text, "lang": language, "reference": "2026-05-05T00:00:00", "order": order}
    reply: dict[str, object] = json.loads(answer(json.dumps(line)))
    assert reply.pop("id") == "x1"
    return reply


def test_a_date_is_answered() -> None:
    result = {"start": "2015-09-10", "end": "2015-09-13", "span": [0, 22], "grain": "day"}
    assert ask("10 – 13 September 2015") == {"results": [result], "ask": False}


def test_a_date_in_a_sentence_is_answered_with_its_place() -> None:
    result = {"start": "2025-05-03", "end": "2025-05-03", "span": [6, 10], "grain": "day"}
    assert ask("visit 20250503".replace("20250503", "3/5/25")) == {
        "results": [{**result, "span": [6, 12]}],
        "ask": False,
    }


@pytest.mark.parametrize("text", ["undated", "Tirana"])
def test_no_date_has_no_results(text: str) -> None:
    assert ask(text) == {"results": [], "ask": False}


@pytest.mark.parametrize(
    ("text", "order"),
    [
        ("03/05/2025", None),
        ("31.02.2026", "DMY"),
        ("next Friday", "MDY"),
        ("bayramdan sonra", "DMY"),
        ("5 May 2025 - 3 May 2025", "DMY"),
    ],
)
def test_what_is_asked_back(text: str, order: str | None) -> None:
    assert ask(text, order=order) == {"results": [], "ask": True}


def test_a_language_that_nobody_knows_is_an_error() -> None:
    line = json.dumps({"id": 1, "text": "3 May", "lang": "xx", "reference": "2026-05-05T00:00:00", "order": None})
    (reply,) = answers([line])
    assert json.loads(reply) == {
        "id": None,
        "results": [],
        "ask": False,
        "error": "LookupError(\"CLDR has no language 'xx'\")",
    }


def test_a_name_that_is_a_town_as_well_is_asked_back() -> None:
    line = json.dumps({"id": 1, "text": "March", "lang": "en", "reference": "2026-05-05T00:00:00", "order": None})
    assert json.loads(answer(line, lambda name: name == "March")) == {"id": 1, "results": [], "ask": True}
    assert json.loads(answer(line))["results"][0]["start"] == "2026-03-01"


def test_lines_are_answered_one_by_one() -> None:
    line = json.dumps({"id": 1, "text": "2016", "lang": "tr", "reference": "2026-05-05T00:00:00", "order": None})
    assert [json.loads(reply)["results"][0]["grain"] for reply in answers([line, line])] == ["year", "year"]
