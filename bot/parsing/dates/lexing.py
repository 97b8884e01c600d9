"""Text to tokens: words with their senses, numbers, numeric dates, signs, suffixes; with their place in the text."""

import re
from functools import lru_cache
from typing import Any, NamedTuple

from bot.folding import fold
from bot.parsing.dates.cardinals import COMPOUND
from bot.parsing.dates.numeric import NUMERIC, numeric_kinds
from bot.parsing.dates.suffixes import SUFFIXES, splits
from bot.parsing.dates.vocabulary import senses, stems

_APOSTROPHES = "'’‘ʼ`´ʹ"
_WORD = r"[^\W\d_](?:[^\W\d_]|[\u0300-\u036f])*"
_LEXEME = re.compile(
    r'(?P<quoted>"[^"]*"|“[^”]*”|«[^»]*»|„[^“”]*[“”])'
    # Links, themes, people, commands, +6, sums of money, times of day: whatever number is in them is no date's.
    rf"|(?P<other>https?://\S+|www\.\S+|(?<!\w)[#@/]{_WORD}\w*|(?<!\w)[+€$£₺#№]\s?\d[\d ().-]*|\d+:\d+(?::\d+)?)"
    rf"|(?P<numeric>{NUMERIC})"
    r"|(?P<number>\d+)"
    rf"|(?P<word>{_WORD})(?:[{_APOSTROPHES}](?P<case>{_WORD}))?"
    rf"|[{_APOSTROPHES}](?P<short>\d\d)\b"
    rf"|(?P<suffix>[{_APOSTROPHES}]{_WORD})"
    r"|(?P<dots>\.\.+|…)"
    r"|(?P<dash>[-–—‒―−‐‑~]+)"
    r"|(?P<comma>,)|(?P<full_stop>\.)|(?P<slash>/)|(?P<open>\()|(?P<close>\))"
    r"|(?P<stop>[!?;:])|(?P<and>&)"
    r"|(?P<sign>[^\s\w]|_)"
)
SIGNS = ("dots", "dash", "comma", "full_stop", "slash", "open", "close", "stop", "and")
OTHER: dict[str, Any] = {"other": None}
ORDINAL: dict[str, Any] = {"ordinal": None}
COMPOUND_NUMBER: dict[str, Any] = {"cardinal": None}
_ORDINAL_ENDS = ("ordinal_sign", "ordinal_end")


def marked_year(short: int) -> dict[str, Any]:
    """The kinds of '26 with its apostrophe, which is a year wherever it stands."""
    return {"short_year": short, "marked_year": short}


class Lexeme(NamedTuple):
    """[start, end) in the text, and what it can be."""

    start: int
    end: int
    kinds: dict[str, Any]


def number_kinds(number: int, digits: int = 0) -> dict[str, Any]:
    """The kinds of a cardinal; ``digits`` as typed, 0 for one in words."""
    if digits > 4:
        return OTHER
    kinds: dict[str, Any] = {"count": number}
    if 1 <= number <= 31 and digits < 3:
        kinds["day"] = number
    if 1000 <= number <= 2999:
        kinds["year"] = number
    if digits == 2:
        kinds["short_year"] = number
    return kinds


def ordinal_kinds(number: int) -> dict[str, Any]:
    """The kinds of an ordinal."""
    return {"ordinal": number, "day": number} if 1 <= number <= 31 else {"ordinal": number}


# One number of each set of kinds that the two functions can give.
NUMBER_KIND_SETS = [
    *(frozenset(number_kinds(number, digits)) for number in (0, 1, 40, 1000) for digits in range(6)),
    *(frozenset(ordinal_kinds(number)) for number in (1, 40)),
]


@lru_cache(maxsize=4096)
def word_kinds(word: str) -> tuple[dict[str, Any], dict[str, Any] | None, int]:
    """The senses of a word, of its case suffix if it has one, and that suffix's number of letters."""
    folded = fold(word)
    known = senses().get(folded)
    if known is not None:
        return known, None, 0
    for stem, case in splits(folded):
        known = stems().get(stem)
        if known is not None:
            return known, case, len(folded) - len(stem)
    if len(folded) > 3 and not COMPOUND.sub("", folded):
        return COMPOUND_NUMBER, None, 0
    return OTHER, None, 0


@lru_cache(maxsize=1024)
def _end_of_number(letters: str) -> dict[str, Any] | None:
    """What the letters right behind a number are: a suffix, ``ORDINAL`` (3rd, 3üncü), or nothing known."""
    folded = fold(letters)
    if any(kind in senses().get(folded, {}) for kind in _ORDINAL_ENDS):
        return ORDINAL
    return SUFFIXES.get(folded)


def lexemes(text: str, most: int) -> list[Lexeme]:
    """Each word, suffix, number and sign of ``text``, about the first ``most`` of them; spaces are left out."""
    found: list[Lexeme] = []
    for match in _LEXEME.finditer(text):
        if len(found) >= most:
            break
        start, end = match.span()
        kind = "word" if match["word"] else match.lastgroup or "sign"
        last = found[-1] if found and found[-1].end == start else None
        if kind == "word":
            _add_word(found, last, match)
        elif kind == "suffix":
            _add_end(found, last, start, end, match[0][1:])
        elif kind == "number":
            if last is not None and last.kinds is OTHER and text[start - 1].isalpha():
                found[-1] = Lexeme(last.start, end, OTHER)  # "v12"
            else:
                digits = end - start
                found.append(Lexeme(start, end, number_kinds(int(match[0]), digits) if digits < 5 else OTHER))
        elif kind == "short":
            found.append(Lexeme(start, end, marked_year(int(match["short"]))))
        elif kind in SIGNS:
            if kind == "full_stop" and last is not None and ("month" in last.kinds or "weekday" in last.kinds):
                found[-1] = Lexeme(last.start, end, last.kinds)  # an abbreviation
            else:
                found.append(Lexeme(start, end, {kind: None}))
        elif match["numeric"]:
            if last is not None and last.kinds is OTHER and text[start - 1].isalpha():
                found[-1] = Lexeme(last.start, end, OTHER)
            else:
                found.append(Lexeme(start, end, numeric_kinds(match)))
        else:
            found.append(Lexeme(start, end, OTHER))
    return found


def _add_word(found: list[Lexeme], last: Lexeme | None, match: re.Match[str]) -> None:
    start, stem_end = match.span("word")
    letters = match["word"]
    kinds, case, length = word_kinds(letters)
    behind_number = last is not None and not last.kinds.keys().isdisjoint(("count", "numeric", "numeric_month"))
    if behind_number and (_add_end(found, last, start, stem_end, letters) or kinds is OTHER):
        return
    if match["case"] is not None:
        suffix = SUFFIXES.get(fold(match["case"]))
        if suffix is None or case is not None:
            found.append(Lexeme(start, match.end(), OTHER))
        else:
            found += Lexeme(start, stem_end, kinds), Lexeme(stem_end, match.end(), suffix)
    elif case is not None:
        found += Lexeme(start, stem_end - length, kinds), Lexeme(stem_end - length, stem_end, case)
    else:
        found.append(Lexeme(start, stem_end, kinds))


def _add_end(found: list[Lexeme], last: Lexeme | None, start: int, end: int, letters: str) -> bool:
    """Add what is written onto a number or a word; a number with unknown letters ("12km") is none any more."""
    name = _end_of_number(letters)
    if last is None:
        found.append(Lexeme(start, end, OTHER))
        return False
    if name is ORDINAL and "count" in last.kinds:
        found[-1] = Lexeme(last.start, end, ordinal_kinds(last.kinds["count"]))
        return True
    if name is not None and name is not ORDINAL:
        found.append(Lexeme(start, end, name))
        return True
    if word_kinds(letters)[0] is OTHER:
        found[-1] = Lexeme(last.start, end, OTHER)
    return False
