"""Reads ``languages/<code>.toml``: the words of a language's dates that CLDR lacks. README.md there explains."""

import tomllib
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import Any

from bot.parsing.dates.numbers import number_kinds, ordinal_kinds

FOLDER = Path(__file__).with_name("languages")

# Whose months stand in English and Turkish messages, pasted from a letter.
PARTNER_LANGUAGES = ("de", "fr", "es", "it", "pt", "ru")

# What a word can be. A language need not have words of every kind.
KINDS = frozenset(
    """
    a about about_behind absent after_behind after_word ago ago_before among and arriving arriving_behind as_of
    bare_unit before_word begun between calendar closest coming commencing count counted couple date_word day_number
    decade_name edge_before edge_behind edge_of end_word ending era eve event first_word for from from_day half_more
    half_of half_sign in inside last_word lasting later leaving leaving_behind literal month month_ordinal named_after
    named_day next no not_word now numbered of of_month on on_day on_word one_more onward or ordinal ordinal_end
    ordinal_sign other_day pasted_month plural quarter_sign quarter_word relative_day rest season shift shift_behind
    since since_word the then thousand time_word to two_units undated unit until until_before week_ahead week_sign
    week_word weekday weeks_on within workday working_part year_ahead year_end years_word
    """.split()
)


def words_of(language: str) -> Iterator[tuple[str, str, Any]]:
    """(word, kind, value) of each word of the file, none where there is no file. Words of a phrase are joined by "_".

    Numbers are of all the kinds that numbers in digits have. Raises ``ValueError`` for a kind that is not in ``KINDS``.
    """
    path = FOLDER / f"{language}.toml"
    if not path.is_file():
        return
    for kind, words in tomllib.loads(path.read_text("utf-8")).items():
        if kind not in KINDS:
            raise ValueError(f"{path.name}: no kind of word is called {kind!r}")
        for value, group in _by_value(words):
            for word in group.split():
                yield from ((word, *meaning) for meaning in _meanings(kind, value))


def _by_value(words: str | dict[str, str]) -> Iterable[tuple[Any, str]]:
    if isinstance(words, str):
        return [(None, words)]
    return [(int(value) if value.lstrip("-").isdigit() else value, group) for value, group in words.items()]


def _meanings(kind: str, value: Any) -> Iterable[tuple[str, Any]]:
    if kind == "count":
        return number_kinds(value).items()
    if kind == "ordinal":
        return ordinal_kinds(value).items()
    if kind == "pasted_month":
        return (("month", value), (kind, None))
    return ((kind, value),)
