"""Reads dates: the one in a message, or a text that has to be one."""

from collections.abc import Iterable
from dataclasses import replace
from datetime import date

from bot.domain.periods import Period, Precision
from bot.errors import BotError, Choice, DateOfEvent, EndBeforeStart, ImpossibleDate, NotADate, WhichDate, WhichOrder
from bot.i18n import LANGUAGES
from bot.parsing.dates.context import DateContext, Dated
from bot.parsing.dates.elsewhere import read_elsewhere
from bot.parsing.dates.grammar import Node, Token, value_of
from bot.parsing.dates.levels import grammar
from bot.parsing.dates.stated import NoSuchDay, NotMeant, Unsettled, settle
from bot.parsing.dates.suffixes import CASES
from bot.parsing.dates.word_files import PARTNER_LANGUAGES

# How much the kinds of date say: of several dates in a message the most exact is meant, of equals the first.
_RANK = {
    "date": 6, "undated": 6, "week": 5, "part_period": 4, "month_period": 4, "open_period": 3, "year_period": 2,
    "named_date": 1, "asked": 1,
}  # fmt: skip
_BEFORE = ("on", "inside", "from", "the", "of", "day_number")
# A genitive or plural goes on with another word: "Martin" alone is no "of March".
_AFTER = (*CASES, "on_day", "until", "among", "within", "full_stop", "stop", "literal")
_OF_DATES = (
    *_RANK, "count", "ordinal", "thousand", "numeric", "numeric_month", "month", "weekday", "unit", "shift",
    "shift_behind", "season", "relative_day", "duration", "edge_before", "quarter_word", "dash", "slash",
)  # fmt: skip
_INEXACT = ("year_period", "month_period", "part_period", "open_period")
_UNREAD = (
    "month",
    "count",
    "ordinal",
    "slash",
    "dash",
    "thousand",
    "numeric",
    "unit",
    "quarter_word",
    "weekday",
    "decade_name",
)
_NEAR = 3  # tokens


def _is_date(token: Token) -> bool:
    return any(kind in _RANK for kind in token.kinds)


def find_date(text: str, context: DateContext) -> Dated | None:
    """The date in ``text``, the most exact of several, else the first; None where there is none.

    A month, weekday or year counts only where a number, a preposition or a suffix shows that a date is meant, and
    nothing in quotes does. Raises ``ImpossibleDate``, ``EndBeforeStart`` and ``WhichDate``.
    """
    rules = grammar(context.language)
    tokens = rules.tokens(text, rules.in_messages)
    pasted = _is_pasted(text, tokens, context)
    own = _date_of(text, tokens, context, strict=pasted or context.language not in LANGUAGES)
    return _as_partners_write(text, context, own) if pasted else own


def _date_of(text: str, tokens: list[Token], context: DateContext, *, strict: bool) -> Dated | None:
    found = [n for n, token in enumerate(tokens) if _is_date(token)]
    for n in sorted(found, key=lambda n: -_RANK[next(iter(tokens[n].kinds))]):
        if _is_partial(tokens, n) if strict else _is_rest(tokens, n):
            continue
        try:
            period = _period(text, tokens[n], context)
        except NotMeant:
            continue
        return Dated(period, _span(tokens, n))
    return None


def _as_partners_write(text: str, context: DateContext, own: Dated | None) -> Dated | None:
    """A date with a month of another language, read by that language's grammar where that reads more: "3. bis 5.
    Oktober 2026". What is then still read in part is not believed.
    """
    read = [own] if own else []
    for language in PARTNER_LANGUAGES:
        found = find_date(text, replace(context, language=language, order=context.order or "day"))
        if found:
            read.append(found)
    return max(read, key=lambda dated: dated.span[1] - dated.span[0], default=None)


def _is_pasted(text: str, tokens: list[Token], context: DateContext) -> bool:
    """Whether a month of another language stands in a message with a number: "Dos de Mayo" is a town."""
    return (
        context.language in LANGUAGES
        and any(map(_has_pasted_month, tokens))
        and any(letter.isdigit() for letter in text)
    )


def _has_pasted_month(token: Token) -> bool:
    values = [value for value in token.kinds.values() if isinstance(value, Node)]
    parts = [part for value in values for part, _ in value.captured.values()]
    return "pasted_month" in token.kinds or any(map(_has_pasted_month, parts))


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
        if _is_pasted(text, tokens, context):
            dated = _as_partners_write(text, context, None)
            if dated and dated.span == (0, len(text)):
                return dated.period
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
        return _has(behind[0], ("count", "day", "numeric", "no_date"))
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
    day_first = _try(words, span, token, replace(context, order="day", asking=True))
    month_first = _try(words, span, token, replace(context, order="month", asking=True))
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
    """``period`` in ISO 8601 ("2025-05-03..2025-05-05", "2025-05", "until 2025-05-03"); it reads back as the same."""
    digits = {Precision.MONTH: 7, Precision.YEAR: 4}.get(period.precision, 10)
    start, end = period.start.isoformat()[:digits], period.end.isoformat()[:digits]
    if period.start == date.min:
        return f"until {end}"
    if period.end == date.max:
        return f"from {start} on"
    return start if start == end else f"{start}..{end}"
