"""The machine behind the grammar, and what it costs."""

import contextlib
from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.errors import BotError
from bot.parsing.dates import DateContext, find_date, find_term, read_date
from bot.parsing.dates.grammar import Alphabet, Level, Rule, Token, needed_kinds, value_of
from bot.parsing.dates.levels import grammar

CONTEXT = DateContext(date(2026, 5, 5), "en", "day")


def tokens(alphabet: Alphabet, *kinds: str) -> list[Token]:
    return [Token(n, n + 1, {kind: kind}, alphabet.letter([kind])) for n, kind in enumerate(kinds)]


def test_the_longest_match_of_the_leftmost_place_is_taken() -> None:
    alphabet = Alphabet(frozenset([kind]) for kind in ("day", "month", "year", "date"))
    day = Rule("date", "<day> <month>", lambda found: (found["day"], found["month"], found.get("year")))
    year = Rule("date", "<day> <month> <year>", lambda found: (found["day"], found["month"], found["year"]))
    reduced = Level([day, year], alphabet).reduce(tokens(alphabet, "month", "day", "month", "year", "day"))
    assert [(token.start, token.end, list(token.kinds)) for token in reduced] == [
        (0, 1, ["month"]),
        (1, 4, ["date"]),
        (4, 5, ["day"]),
    ]
    assert value_of(reduced[1].kinds["date"], CONTEXT) == ("day", "month", "year")


@pytest.mark.parametrize(
    ("pattern", "needed"),
    [
        ("<day> of? (<month>|<m=numeric>)", [{"day"}, {"month", "numeric"}]),
        ("(<year> gen?)? <month> (?!day)", [{"month"}]),
        ("a|b c", [{"a", "b", "c"}]),
        ("<day> ((comma|dash)? <year>|(?!month))", [{"day"}]),
    ],
)
def test_needed_kinds(pattern: str, needed: list[set[str]]) -> None:
    assert needed_kinds(pattern) == needed


@pytest.mark.parametrize("language", ["en", "de", "ar", "ja", "eu"])
def test_every_pattern_compiles(language: str) -> None:
    assert all(pattern.compiled for level in grammar(language).levels for pattern in level.patterns)


WORDS = """
3 10 31 0 . - – , / ( ) may mayıs şubat 2026 '26 of the ilk son in 'de 'nın to next friday hafta ayın last week 29
""".split()


@given(st.text(max_size=60) | st.lists(st.sampled_from(WORDS), max_size=12).map(" ".join))
def test_any_text_is_read_or_refused(text: str) -> None:
    for read in (find_date, read_date):
        with contextlib.suppress(BotError):
            read(text, CONTEXT)
    find_term(text)


@pytest.mark.parametrize(
    "piece",
    [
        "1 ",
        "1.",
        "3/5 ",
        "1-",
        "2016, ",
        "on ",
        "may ",
        "3 Mayıs ",
        "5 may 2025 - ",
        "a",
        '"',
        "'a",
        "iki bin ",
        "ayın ",
    ],
)
def test_long_texts_are_read_or_refused(piece: str) -> None:
    text = (piece * 4000)[:4000]
    spans: list[tuple[int, int]] = []
    with contextlib.suppress(BotError):
        if found := find_date(text, CONTEXT):
            spans.append(found.span)
    if term := find_term(text):
        spans.append(term[1])
    assert all(0 <= start < end <= len(text) for start, end in spans)
