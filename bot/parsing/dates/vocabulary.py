"""The words of dates in a language, folded, and what each can mean.

Months and weekdays come from CLDR; the rest is grammar (prepositions, units, "undated") and stands in
``languages/<code>.toml``. A chat in English or Turkish understands both, so those two share one vocabulary; every other
language has its own. A word can be of several kinds: "son" is the Turkish "last", before a week a shift into the past
and in a month its last one.
"""

import re
import tomllib
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path
from typing import Any

from bot.folding import fold, fold_marks
from bot.i18n import CLDR_LOCALES, LANGUAGES
from bot.parsing.dates.cardinals import ENGLISH, ENGLISH_ORDINALS, TURKISH, TURKISH_ORDINALS, TURKISH_SCALES
from bot.parsing.dates.numbers import number_kinds, ordinal_kinds
from bot.parsing.dates.suffixes import SOFTENED, SUFFIXES

FOLDER = Path(__file__).with_name("languages")

Kinds = dict[str, Any]
Senses = dict[str, Kinds]
Phrases = dict[str, list[tuple[tuple[str, ...], Kinds]]]  # by the first word
# The words of a name; a hyphen or full stop inside is a word, as it is when a text is cut up.
_PARTS = re.compile(r"[^\s_.‐-]+|-|\.(?=\S)")

_SHORTEST_MISTYPED = 5  # letters
_TURKISH_LOWER = str.maketrans({"İ": "i", "I": "ı"})
_TOLD_BY_LETTERS = {"kişi": "counted", "kışı": "season"}

# Kinds whose words take Turkish case suffixes, and those of them that do so although they are short.
_INFLECTED = frozenset(
    ("month_name", "weekday_name", "relative_day", "unit", "on_day", "date_word", "season", "event", "cardinal",
     "ordinal", "edge_behind")
)  # fmt: skip
_SHORT = frozenset(("unit", "cardinal", "season", "relative_day"))


# What a words file may say a word is; a language need not have words of every kind.
KINDS = frozenset(
    """
    a about about_behind absent after_word ago ago_before among and as_of bare_unit before_word between calendar closest coming
    couple
    commencing count counted date_word day_beside day_number decade_name edge_before edge_behind edge_of end_word era eve event for from from_day
    half_of half_sign hour_word in inside lasting last_word later literal month
    month_ordinal named_after next no not_word
    numbered now of on on_day on_word
    one_more onward ordinal ordinal_end ordinal_sign other_day plural quarter_sign quarter_word relative_day rest season shift
    shift_behind since since_word the then thousand time_word to two_units undated unit until until_before week_ahead week_sign
    week_word weekday weeks_on within workday year_ahead years_word
    """.split()
)


@dataclass(frozen=True, slots=True, eq=False)
class Vocabulary:
    """For each folded word the kinds it can have and its value as each.

    ``stems`` are the words that take the ``suffixes``; ``phrases`` has, by its first word, each run of words with a
    meaning of its own. ``pieces`` are unfolded words that may be written together ("日日曜日"), longest first; () where the
    language puts spaces between words. ``names`` are those of months and weekdays, with what a mistyped one can be.
    ``fold`` is how words are compared.
    """

    fold: Callable[[str], str]
    senses: Senses
    stems: Senses
    suffixes: Senses
    phrases: Phrases
    names: tuple[tuple[str, Kinds], ...]
    pieces: tuple[str, ...] = ()

    def spelled(self, word: str) -> Kinds | None:
        """The only kind of a word that its Turkish letters tell from another: "kişi" (people) from "kışı" (winter)."""
        if not self.stems or len(word) != 4 or word.isascii():
            return None
        kind = _TOLD_BY_LETTERS.get(word.translate(_TURKISH_LOWER).lower())
        return {kind: self.senses[self.fold(word)][kind]} if kind else None

    def mistyped(self, folded: str) -> Kinds | None:
        """The month or weekday of whose name one letter is wrong, missing, too many or in the wrong place: "Febuary".

        Of short names only letters that changed places, or one typed twice: "marsh" is no March. A name with a letter
        behind it is another word ("Augusta").
        """
        if len(folded) < _SHORTEST_MISTYPED:
            return None
        for name, kinds in self.names:
            if folded[0] == name[0] and one_mistake(folded, name):
                return kinds
        return None

    def kind_sets(self) -> Iterator[frozenset[str]]:
        """Every set of kinds that a word or phrase can have."""
        yield from map(frozenset, self.senses.values())
        yield from (frozenset(kinds) for _, kinds in self.names)
        yield from (frozenset([kind]) for kind in _TOLD_BY_LETTERS.values())
        yield from map(frozenset, self.suffixes.values())
        yield from (frozenset(kinds) for phrases in self.phrases.values() for _, kinds in phrases)


def sharing(language: str) -> tuple[str, ...]:
    """The languages whose words are understood together with those of ``language``."""
    return LANGUAGES if language in LANGUAGES else (language,)


@lru_cache(maxsize=64)
def vocabulary(languages: tuple[str, ...]) -> Vocabulary:
    """The words of ``languages``, read when first needed. Raises ``LookupError`` for one that CLDR does not know."""
    from bot.parsing.dates import cldr  # Babel's locale data is slow to load

    folded = fold if languages == LANGUAGES else fold_marks
    senses: Senses = {}
    phrases: Phrases = {}
    for word, kind, value in cldr.names(CLDR_LOCALES.get(language, language) for language in languages):
        _add_name(senses, phrases, tuple(map(folded, _PARTS.findall(word))), kind, value)
    if languages == LANGUAGES:
        for word, kind, value in _numbers_in_words():
            _add(senses, word, kind, value)
    for language in languages:
        for word, kind, value in _words(language):
            _add_name(senses, phrases, tuple(map(folded, _PARTS.findall(word))), kind, value)
    if languages == LANGUAGES:
        return Vocabulary(folded, senses, _stems(senses), SUFFIXES, phrases, _names(senses))
    literals, pieces = cldr.literals(languages[0])
    for word in literals:
        _add(senses, folded(word), "literal", None)
    for word, kind, value in cldr.names(["en"]):  # the names that writers of every language use at times
        if kind in ("month", "month_name") and folded(word) not in senses:
            _add(senses, folded(word), kind, value)
    return Vocabulary(folded, senses, {}, {}, phrases, () if pieces else _names(senses), pieces)


def words_file(language: str) -> dict[str, str | dict[str, str]]:
    """What ``languages/<language>.toml`` says; {} where CLDR's words have to do. Raises ``TOMLDecodeError``."""
    path = FOLDER / f"{language}.toml"
    return tomllib.loads(path.read_text("utf-8")) if path.is_file() else {}


def _words(language: str) -> Iterator[tuple[str, str, Any]]:
    """(word, kind, value) of the file; numbers are of all the kinds that numbers in digits have."""
    for kind, words in words_file(language).items():
        if kind not in KINDS:
            raise ValueError(f"languages/{language}.toml: no kind of word is called {kind!r}")
        for value, group in _by_value(words):
            for word in group.split():
                if kind in ("count", "ordinal"):
                    made = number_kinds(value) if kind == "count" else ordinal_kinds(value)
                    yield from ((word, kind, number) for kind, number in made.items() if kind != "year")
                else:
                    yield word, kind, value


def _by_value(words: str | dict[str, str]) -> Iterable[tuple[int | str | None, str]]:
    if isinstance(words, str):
        return [(None, words)]
    return [(int(value) if value.lstrip("-").isdigit() else value, group) for value, group in words.items()]


def _add(senses: Senses, word: str, kind: str, value: Any) -> None:
    kinds = senses.setdefault(word, {})
    kinds.setdefault(kind, value)
    if kind == "unit" and value != "quarter":
        kinds.setdefault(f"{value}_word", None)


def _add_name(senses: Senses, phrases: Phrases, words: tuple[str, ...], kind: str, value: Any) -> None:
    """Add a word, or a phrase of several."""
    if len(words) == 1:
        _add(senses, words[0], kind, value)
        return
    known = phrases.setdefault(words[0], [])
    kinds = next((kinds for have, kinds in known if have == words), None)
    if kinds is None:
        kinds = {}
        known.append((words, kinds))
        known.sort(key=lambda phrase: -len(phrase[0]))
    _add({"": kinds}, "", kind, value)


def _numbers_in_words() -> Iterator[tuple[str, str, Any]]:
    for kind, words in (
        ("cardinal", {**ENGLISH, **TURKISH, **TURKISH_SCALES, "hundred": None, "thousand": None}),
        ("ordinal_word", ENGLISH_ORDINALS),
        ("ordinal", TURKISH_ORDINALS),
    ):
        yield from ((word, kind, value) for word, value in words.items())


def _names(senses: Senses) -> tuple[tuple[str, Kinds], ...]:
    return tuple(
        (word, {kind: kinds[kind]})
        for word, kinds in senses.items()
        for kind in ("month", "weekday")
        if f"{kind}_name" in kinds and len(word) >= _SHORTEST_MISTYPED
    )


def one_mistake(typed: str, name: str) -> bool:
    """Whether ``typed`` is ``name`` with one mistake, as ``Vocabulary.mistyped`` counts them."""
    at = next((n for n, (a, b) in enumerate(zip(typed, name, strict=False)) if a != b), min(len(typed), len(name)))
    rest, right = typed[at:], name[at:]
    if len(rest) > 1 and rest[:2] == right[1::-1] and rest[2:] == right[2:]:
        return True
    if rest[1:] == right:  # one too many
        return rest[0] == typed[at - 1] or (bool(right) and len(name) > _SHORTEST_MISTYPED)
    return len(name) > _SHORTEST_MISTYPED and (rest == right[1:] or (rest[1:] == right[1:] and len(right) > 1))


def _stems(senses: Senses) -> Senses:
    """The words that take case suffixes, also in the form they have before a vowel (ocak, ocağ-)."""
    table: Senses = {}
    for word, kinds in senses.items():
        # Of the short words only those that no other word begins with: "maya", "sunda" are words of their own.
        if "month_name" in kinds and "turkish" not in kinds:
            continue  # English names take a suffix behind an apostrophe only: Augusta is a city
        if not _INFLECTED.isdisjoint(kinds) and (len(word) > 3 or not _SHORT.isdisjoint(kinds)):
            table[word] = kinds
            if word[-1] in SOFTENED and len(word) > 3:
                table[word[:-1] + SOFTENED[word[-1]]] = kinds
    return table
