"""The words of dates in a language, folded, and what each can mean.

Months and weekdays come from CLDR; the rest is grammar (prepositions, units, "undated") and stands in
``languages/<code>.toml``. A chat in English or Turkish understands both, so those two share one vocabulary; every other
language has its own. A word can be of several kinds: "son" is the Turkish "last", before a week a shift into the past
and in a month its last one.
"""

import re
from collections.abc import Callable, Collection, Iterator
from dataclasses import dataclass
from functools import lru_cache
from typing import Any

from bot.folding import fold, fold_marks
from bot.i18n import CLDR_LOCALES, LANGUAGES
from bot.parsing.dates.cardinals import ENGLISH, ENGLISH_ORDINALS, TURKISH, TURKISH_ORDINALS, TURKISH_SCALES
from bot.parsing.dates.spelling import (
    FRONT_VOWELS,
    SHORTEST_MISTYPED,
    TURKISH_LETTERS,
    last_vowel,
    may_stand_for,
    one_mistake,
    turkish_lower,
)
from bot.parsing.dates.suffixes import SOFTENED, SUFFIXES
from bot.parsing.dates.word_files import words_of

Kinds = dict[str, Any]
Senses = dict[str, Kinds]
Phrases = dict[str, list[tuple[tuple[str, ...], Kinds]]]  # by the first word
# The words of a name; a hyphen or full stop inside is a word, as it is when a text is cut up.
_PARTS = re.compile(r"[^\s_.‐-]+|-|\.(?=\S)")

_TOLD_BY_LETTERS = {"kişi": "counted", "kışı": "season"}

# Kinds whose words take Turkish case suffixes, and those of them that do so although they are short.
_INFLECTED = frozenset(
    ("month_name", "weekday_name", "relative_day", "unit", "on_day", "date_word", "season", "event", "cardinal",
     "ordinal", "edge_behind")
)  # fmt: skip
_SHORT = frozenset(("unit", "cardinal", "season", "relative_day"))


@dataclass(frozen=True, slots=True, eq=False)
class Vocabulary:
    """For each folded word the kinds it can have and its value as each.

    ``stems`` are the words that take the ``suffixes``; ``phrases`` has, by its first word, each run of words with a
    meaning of its own. ``names`` are those of months and weekdays, with what a mistyped one can be; ``spellings`` has
    how folded words are written. ``pieces`` are unfolded words that may be written together ("日日曜日"), longest
    first; () where the language puts spaces between words. ``fold`` is how words are compared.
    """

    fold: Callable[[str], str]
    senses: Senses
    stems: Senses
    suffixes: Senses
    phrases: Phrases
    names: tuple[tuple[str, Kinds], ...]
    spellings: dict[str, set[str]]
    pieces: tuple[str, ...] = ()

    def written(self, typed: str, folded: str) -> bool:
        """Whether ``typed`` can be a way to write the word: accents may be missing, never added. "Kaş" is no "Kas."."""
        if not self.stems or typed.isascii():
            return True
        originals = self.spellings.get(folded)
        if len(typed) != len(folded) or min(letter for letter in typed if ord(letter) > 127) > "ɏ":
            return True  # other scripts are transliterated
        typed = turkish_lower(typed)
        if originals is None:
            return all(ord(letter) < 128 or letter in TURKISH_LETTERS for letter in typed)
        return any(all(map(may_stand_for, typed, original)) for original in originals)

    def takes(self, stem: str, suffix: str, case: Kinds) -> bool:
        """Whether a Turkish stem takes this suffix without an apostrophe: its vowels go together, and n joins it to a
        possessive only ("Salina" is no "on Tuesday"). Folded letters.
        """
        kinds = self.stems[stem]
        if suffix[0] == "n" and "gen" not in case and not {"month_name", "weekday_name"}.isdisjoint(kinds):
            return False
        originals = self.spellings.get(stem)
        low = next((letter for letter in suffix if letter in "aeiu"), "")
        if not originals or low not in ("a", "e"):
            return True
        return any((last_vowel(original) in FRONT_VOWELS) is (low == "e") for original in originals)

    def spelled(self, word: str) -> Kinds | None:
        """The only kind of a word that its Turkish letters tell from another: "kişi" (people) from "kışı" (winter)."""
        if not self.stems or len(word) != 4 or word.isascii():
            return None
        kind = _TOLD_BY_LETTERS.get(turkish_lower(word))
        return {kind: self.senses[self.fold(word)][kind]} if kind else None

    def mistyped(self, folded: str) -> Kinds | None:
        """The month or weekday of whose name one letter is wrong, missing, too many or in the wrong place: "Febuary".

        Of short names only letters that changed places, or one typed twice: "marsh" is no March. A name with a letter
        behind it is another word ("Augusta").
        """
        if len(folded) < SHORTEST_MISTYPED:
            return None
        for name, kinds in self.names:
            if folded[0] == name[0] and folded != name and one_mistake(folded, name):
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
    spellings: dict[str, set[str]] = {}
    for word, kind, value in cldr.names(CLDR_LOCALES.get(language, language) for language in languages):
        _add_name(senses, phrases, tuple(map(folded, _PARTS.findall(word))), kind, value)
        spellings.setdefault(folded(word), set()).add(turkish_lower(word).rstrip("."))
    if languages == LANGUAGES:
        for word, kind, value in _numbers_inwords_of():
            _add(senses, word, kind, value)
    for language in languages:
        for word, kind, value in words_of(language):
            _add_name(senses, phrases, tuple(map(folded, _PARTS.findall(word))), kind, value)
            spellings.setdefault(folded(word), set()).add(word)
        spellings.setdefault(folded(word), set()).add(turkish_lower(word).rstrip("."))
    if languages == LANGUAGES:
        turkish = {fold(word) for word, _, _ in (*cldr.names(["tr"]), *words_of("tr"))} | {*TURKISH, *TURKISH_ORDINALS}
        return Vocabulary(folded, senses, _stems(senses, turkish), SUFFIXES, phrases, _names(senses), spellings)
    literals, pieces = cldr.literals(languages[0])
    for word in literals:
        _add(senses, folded(word), "literal", None)
    for word, kind, value in cldr.names(["en"]):  # the names that writers of every language use at times
        if kind in ("month", "month_name") and folded(word) not in senses:
            _add(senses, folded(word), kind, value)
    return Vocabulary(folded, senses, {}, {}, phrases, () if pieces else _names(senses), {}, pieces)


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


def _numbers_inwords_of() -> Iterator[tuple[str, str, Any]]:
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
        if f"{kind}_name" in kinds and len(word) >= SHORTEST_MISTYPED
    )


def _stems(senses: Senses, turkish: Collection[str]) -> Senses:
    """The words that take case suffixes, also in the form they have before a vowel (ocak, ocağ-)."""
    table: Senses = {}
    for word, kinds in senses.items():
        # Of the short words only those that no other word begins with: "maya", "sunda" are words of their own.
        if word not in turkish:
            continue  # English words take a suffix behind an apostrophe only: Augusta is a city
        if not _INFLECTED.isdisjoint(kinds) and (len(word) > 3 or not _SHORT.isdisjoint(kinds)):
            table[word] = kinds
            if word[-1] in SOFTENED and len(word) > 3:
                table[word[:-1] + SOFTENED[word[-1]]] = kinds
    return table
