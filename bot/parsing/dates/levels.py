"""All levels of the grammar in their order, over the words of a language."""

from collections.abc import Iterable
from functools import lru_cache

from bot.i18n import LANGUAGES
from bot.parsing.dates import (
    alone,
    behind,
    beside,
    days,
    edges,
    month_days,
    ranges,
    relative,
    shifts,
    spelled,
    weeks,
    within,
    years,
)
from bot.parsing.dates.grammar import Alphabet, Level, Rule, Token
from bot.parsing.dates.lexing import SIGNS, Lexer
from bot.parsing.dates.numbers import NUMBER_KIND_SETS, OTHER
from bot.parsing.dates.spelled import join_numbers
from bot.parsing.dates.suffixes import CASES
from bot.parsing.dates.vocabulary import Vocabulary, sharing, vocabulary
from bot.parsing.dates.word_files import KINDS

# Words and signs, about 1,500 characters of prose: what a desk says of a visit is shorter.
_MOST_LEXEMES = 300
_LEVELS = (
    (*days.RULES, *relative.RULES, *years.RULES, *behind.RULES),
    (*within.RULES, *weeks.RULES, *edges.RULES, *month_days.RULES),
    (*shifts.RULES, *beside.RULES, *behind.SHIFTS),
    ranges.RULES,
)


class Grammar:
    """The rules of all levels, over the words of some languages; the last depends on whether a date is expected."""

    def __init__(self, languages: tuple[str, ...]) -> None:
        words = vocabulary(languages)
        first, *others = _LEVELS
        if languages != LANGUAGES:
            from bot.parsing.dates import cldr  # Babel's locale data is slow to load

            first = (*cldr.rules(languages[0]), *first)
        self._lexer = Lexer(words)
        self._alphabet = _alphabet(words, (first, *others))
        self._shared = [Level(rules, self._alphabet) for rules in (first, *others)]
        self.in_messages = Level(alone.IN_MESSAGES, self._alphabet)
        self.alone = Level(alone.ALONE, self._alphabet)

    @property
    def levels(self) -> list[Level]:
        """All levels."""
        return [*self._shared, self.in_messages, self.alone]

    def tokens(self, text: str, last: Level) -> list[Token]:
        """``text`` as tokens, reduced by every level and ``last``."""
        letter = self._alphabet.letter
        read = join_numbers(text, self._lexer.lexemes(text, _MOST_LEXEMES))
        tokens = [Token(start, end, kinds, letter(kinds)) for start, end, kinds in read]
        for level in self._shared:
            tokens = level.reduce(tokens)
        return last.reduce(tokens)


def _alphabet(words: Vocabulary, levels: Iterable[Iterable[Rule]]) -> Alphabet:
    kinds = {rule.produces for rules in (*levels, alone.IN_MESSAGES, alone.ALONE) for rule in rules}
    single = {*kinds, *OTHER, *SIGNS, "numeric", "numeric_month", "short_year", "cardinal", "pair", "ordinal"}
    return Alphabet(
        [
            *NUMBER_KIND_SETS,
            *spelled.kind_sets(words.senses),
            *words.kind_sets(),
            frozenset(["numeric", "pair"]),
            *(frozenset([kind]) for kind in single),
        ],
        absent={*KINDS, *CASES, "possessed", "turkish", "month", "month_name", "weekday_name"}
        | {f"{unit}_word" for unit in relative.UNITS}
        | {"fortnight_word"},
    )


@lru_cache(maxsize=64)
def _grammar(languages: tuple[str, ...]) -> Grammar:
    return Grammar(languages)


def grammar(language: str) -> Grammar:
    """The grammar for a text in ``language``, built when first needed. Raises ``LookupError`` for an unknown one."""
    return _grammar(sharing(language))


def prepare() -> None:
    """Compile the whole grammar of the chat's languages now, so that no message has to wait for its part of it."""
    for level in grammar(LANGUAGES[0]).levels:
        for pattern in level.patterns:
            _ = pattern.compiled
