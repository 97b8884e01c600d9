"""Reads dates: the one in a message, or a text that has to be one."""

from collections.abc import Iterable
from dataclasses import replace
from datetime import date
from functools import lru_cache

from bot.domain.periods import Period
from bot.errors import BotError, Choice, DateOfEvent, EndBeforeStart, ImpossibleDate, NotADate, WhichDate, WhichOrder
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
from bot.parsing.dates.context import DateContext, Dated
from bot.parsing.dates.elsewhere import read_elsewhere
from bot.parsing.dates.grammar import Alphabet, Level, Rule, Token, value_of
from bot.parsing.dates.lexing import SIGNS, Lexer
from bot.parsing.dates.numbers import NUMBER_KIND_SETS, OTHER
from bot.parsing.dates.spelled import join_numbers
from bot.parsing.dates.stated import NoSuchDay, NotMeant, Unsettled, settle
from bot.parsing.dates.suffixes import CASES
from bot.parsing.dates.vocabulary import Vocabulary, sharing, vocabulary
from bot.parsing.dates.word_files import KINDS

# How much the kinds of date say: of several dates in a message the most exact is meant, of equals the first.
_RANK = {
    "date": 6, "undated": 6, "week": 5, "part_period": 4, "month_period": 4, "open_period": 3, "year_period": 2,
    "asked": 1,
}  # fmt: skip
_BEFORE = ("on", "inside", "from", "the", "of", "day_number")
# A genitive or plural goes on with another word: "Martin" alone is no "of March".
_AFTER = (*CASES, "on_day", "until", "among", "within", "full_stop", "stop", "literal")
_OF_DATES = (
    *_RANK, "count", "ordinal", "thousand", "numeric", "numeric_month", "month", "weekday", "unit", "shift",
    "shift_behind", "season", "relative_day", "duration", "edge_before", "quarter_word", "dash", "slash",
)  # fmt: skip
_INEXACT = ("year_period", "month_period", "part_period", "open_period")
_UNREAD = ("count", "ordinal", "slash", "dash", "thousand", "numeric", "unit", "quarter_word", "weekday", "decade_name")
_NEAR = 3  # tokens
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


def _is_date(token: Token) -> bool:
    return any(kind in _RANK for kind in token.kinds)


def find_date(text: str, context: DateContext) -> Dated | None:
    """The date in ``text``, the most exact of several, else the first; None where there is none.

    A month, weekday or year counts only where a number, a preposition or a suffix shows that a date is meant, and
    nothing in quotes does. Raises ``ImpossibleDate``, ``EndBeforeStart`` and ``WhichDate``.
    """
    rules = grammar(context.language)
    tokens = rules.tokens(text, rules.in_messages)
    found = [n for n, token in enumerate(tokens) if _is_date(token)]
    for n in sorted(found, key=lambda n: -_RANK[next(iter(tokens[n].kinds))]):
        if _is_partial(tokens, n) if context.language not in LANGUAGES else _is_rest(tokens, n):
            continue
        try:
            period = _period(text, tokens[n], context)
        except NotMeant:
            continue
        return Dated(period, _span(tokens, n))
    return None


def read_date(text: str, context: DateContext) -> Period | None:
    """What ``text``, all of it, states; None for "undated".

    Raises ``NotADate`` and, as ``find_date``, ``ImpossibleDate``, ``EndBeforeStart`` and ``WhichDate``.
    """
    rules = grammar(context.language)
    tokens = rules.tokens(text, rules.alone)
    found = [n for n, token in enumerate(tokens) if _is_date(token)]
    if len(found) != 1 or not _covers(tokens, found[0]):
        if context.language not in LANGUAGES and (period := read_elsewhere(text, context)):
            return period
        raise NotADate(text=text.strip())
    try:
        return _period(text, tokens[found[0]], context)
    except NotMeant:
        raise NotADate(text=text.strip()) from None


def read_or_find(text: str, context: DateContext) -> Dated | None:
    """``text``, all of it, as a date, else the date in it. Raises as ``find_date``."""
    try:
        return Dated(read_date(text, context), (0, len(text)))
    except NotADate:
        return find_date(text, context)


def _covers(tokens: list[Token], n: int) -> bool:
    before, after = tokens[:n], tokens[n + 1 :]
    if after and _has(after[0], ("gen", "plural", "with")):
        return False
    return all(_has(token, _BEFORE) for token in before) and all(_has(token, _AFTER) for token in after)


def _has(token: Token, kinds: Iterable[str]) -> bool:
    return any(kind in token.kinds for kind in kinds)


def _is_rest(tokens: list[Token], n: int) -> bool:
    """Whether a year or month is only the end of something that was not understood: "14 . 08 / 2026", "2020/75"."""
    if next(iter(tokens[n].kinds)) not in _INEXACT:
        return False
    before, behind = tokens[max(0, n - 1) : n], tokens[n + 1 : n + 2]
    if behind and _has(behind[0], ("slash", "dash")) and len(tokens) > n + 2:
        behind = tokens[n + 2 : n + 3]
        return _has(behind[0], ("count", "day", "numeric"))
    return any(_has(token, _UNREAD) for token in before)


def _is_partial(tokens: list[Token], n: int) -> bool:
    """Whether words of a date, unread, stand beside the token, or it is no more than a year: what it means is then not
    known ("Palmsonntag 2019"). Asked of languages whose phrases are known less well than the chat's.
    """
    if "year_period" in tokens[n].kinds:
        return True
    near = [*tokens[max(0, n - _NEAR) : n], *tokens[n + 1 : n + 1 + _NEAR]]
    return any(_has(token, _OF_DATES) for token in near)


def _span(tokens: list[Token], n: int) -> tuple[int, int]:
    """The place of the token with the preposition before it and the suffixes after it."""
    first, last = n, n
    while first and _has(tokens[first - 1], _BEFORE):
        first -= 1
    while last + 1 < len(tokens) and _has(tokens[last + 1], _AFTER[:-3]):
        last += 1
    return tokens[first].start, tokens[last].end


def _period(text: str, token: Token, context: DateContext) -> Period | None:
    """What the token means. Where the order of numbers is not settled, it is asked if it matters."""
    span = token.start, token.end
    words = text[token.start : token.end]
    if context.settled_order is not None:
        return _in_order(words, span, token, context)
    day_first = _try(words, span, token, replace(context, order="day"))
    month_first = _try(words, span, token, replace(context, order="month"))
    good = [period for period in (day_first, month_first) if not isinstance(period, Exception)]
    if len(good) == 2 and day_first != month_first:
        raise WhichOrder(text=words, hole=span, choices=_choices(good))
    if good:
        return good[0]
    assert isinstance(day_first, Exception)
    raise day_first


def _try(words: str, span: tuple[int, int], token: Token, context: DateContext) -> Period | Exception | None:
    try:
        return _in_order(words, span, token, context)
    except (BotError, NotMeant) as error:
        return error


def _in_order(words: str, span: tuple[int, int], token: Token, context: DateContext) -> Period | None:
    (kind,) = token.kinds
    try:
        stated = value_of(token.kinds[kind], context)
        return None if stated is None else settle(stated, context.today)
    except OverflowError:  # beyond the year 9999
        raise NotMeant from None
    except NoSuchDay as error:
        raise ImpossibleDate(hole=span, date=words, example=Period.day(error.nearest(context.today))) from None
    except EndBeforeStart as error:
        error.hole = span
        raise
    except Unsettled as error:
        asked = WhichDate if error.readings else DateOfEvent
        raise asked(text=words, hole=span, choices=_choices(error.readings)) from None


def _choices(readings: Iterable[Period | None]) -> list[Choice]:
    return [Choice(period, in_iso(period)) for period in readings if period is not None]


def in_iso(period: Period) -> str:
    """``period`` in ISO 8601 dates ("2025-05-03..2025-05-05", "until 2025-05-03"), which read back as the same days."""
    start, end = period.start.isoformat(), period.end.isoformat()
    if period.start == date.min:
        return f"until {end}"
    if period.end == date.max:
        return f"from {start} on"
    return start if start == end else f"{start}..{end}"
