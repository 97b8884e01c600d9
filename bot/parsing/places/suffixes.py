"""Turkish case suffixes on names: "Tiran'dan", "tirandan", "Konyada", "Ankara'nın", "Bişkek'le".

Only the form is judged here; whether what is left is a place is the index's business. After an apostrophe any
suffix is believed, because foreign names take the vowel that is heard ("Bordeaux'ya", "Seul'de"). Without one,
vowel harmony, the consonant rule and the buffer letters (y, n) must fit, with what typists without Turkish letters
lose taken into account. Rules: any Turkish grammar, e.g. Göksel & Kerslake 2005, ch. 6 and 8.
"""

import re
from enum import StrEnum
from functools import cache
from typing import NamedTuple

from bot.folding import fold


class Case(StrEnum):
    """The grammatical case of a name. ABLATIVE is "from", DATIVE "to", LOCATIVE "in"."""

    ABLATIVE = "ablative"
    DATIVE = "dative"
    LOCATIVE = "locative"
    GENITIVE = "genitive"
    ACCUSATIVE = "accusative"
    INSTRUMENTAL = "instrumental"


class CaseSuffix(NamedTuple):
    """One reading of an inflected name: ``stem`` as typed, its case, the suffix as typed, and whether an apostrophe
    marked it."""

    stem: str
    case: Case
    suffix: str
    marked: bool


# Each suffix by what is left when its buffer letter is taken off, in folded letters; "2" stands for a/e,
# "4" for ı/i/u/ü. The longest are tried first.
_SHAPES = (
    ("d2ki", Case.LOCATIVE),
    ("d2n", Case.ABLATIVE),
    ("d2", Case.LOCATIVE),
    ("4n", Case.GENITIVE),
    ("l2", Case.INSTRUMENTAL),
    ("2", Case.DATIVE),
    ("4", Case.ACCUSATIVE),
)
_BUFFERS = {
    Case.ABLATIVE: ("", "n"),
    Case.LOCATIVE: ("", "n"),
    Case.GENITIVE: ("", "n"),
    Case.INSTRUMENTAL: ("", "y"),
    Case.DATIVE: ("", "y", "n"),
    Case.ACCUSATIVE: ("", "y", "n"),
}
_VOWELS = "aeıioöuü"
_VOICELESS = "fstkçşhp"
_APOSTROPHE = re.compile(r"(?<=\w)['’‘ʼ`´](?=\w+$)")
_LOWER = str.maketrans({"İ": "i", "I": "ı", "â": "a", "î": "i", "û": "u", "Â": "a", "Î": "i", "Û": "u"})


@cache  # not at import: most processes never need them
def _patterns() -> tuple[tuple[re.Pattern[str], Case], ...]:
    made = []
    for shape, case in _SHAPES:
        for buffer in _BUFFERS[case]:
            body = shape.replace("d", "[dt]").replace("2", "[ae]").replace("4", "[ıiuü]")
            made.append((re.compile(f"({buffer})({body})$"), case))
    return tuple(made)


def split_case(text: str) -> tuple[CaseSuffix, ...]:
    """Every way to read the last word of ``text`` as an inflected one, the longest suffix first; () when none.

    An apostrophe decides where the suffix starts: ``split_case("Tiran’dan")`` has one reading.
    """
    marked = None
    for marked in _APOSTROPHE.finditer(text):  # noqa: B007 - the last one counts: "N'Djamena'ya"
        pass
    if marked:
        suffix = lower(text[marked.end() :])
        for pattern, case in _patterns():
            if pattern.fullmatch(suffix):
                return (CaseSuffix(text[: marked.start()], case, text[marked.end() :], True),)
    found = []
    lowered = lower(text)
    plain = lowered.isascii()
    for pattern, case in _patterns():
        match = pattern.search(lowered)
        if match and _fits(lowered[: match.start()], match[1], match[2], case, plain):
            found.append(CaseSuffix(text[: match.start()], case, text[match.start() :], False))
    return tuple(sorted(found, key=lambda reading: len(reading.stem)))


def suffix_of(word: str) -> CaseSuffix | None:
    """The likeliest reading of ``word`` by its form alone ("Tiran'dan" → Tiran, ablative), or None."""
    return next(iter(split_case(word)), None)


def lower(text: str) -> str:
    """``text`` in small letters as Turkish has them (I → ı), without the circumflex."""
    return text.translate(_LOWER).lower()


def _fits(stem: str, buffer: str, body: str, case: Case, plain: bool) -> bool:
    """Whether ``stem`` takes this suffix; ``plain`` says that the writer used no Turkish letters."""
    if len(fold(stem)) < 2 or not stem[-1].isalpha():
        return False
    spelled = not any(letter in _VOWELS for letter in stem)  # letter by letter, and their names end in e: KKTC'ye
    after_vowel = spelled or stem[-1] in _VOWELS
    if buffer and not after_vowel:
        return False  # a consonant has no buffer letter behind it
    if after_vowel and not buffer and body[0] in _VOWELS:
        return False  # and two vowels need one
    if buffer == "n" and case is not Case.GENITIVE and stem[-1] not in "ıiuü":
        return False  # n before the other cases belongs to possessives: Belediyesi'ne
    if case is Case.INSTRUMENTAL and after_vowel and not buffer:
        return False
    if body[0] == "t" and stem[-1] not in _VOICELESS and not (plain and stem[-1] in "cs"):
        return False
    return _harmony(stem, body, plain)


def _harmony(stem: str, body: str, plain: bool) -> bool:
    last = next((letter for letter in reversed(stem) if letter in _VOWELS), None)
    first = next(letter for letter in body if letter in _VOWELS)
    if last is None or stem[-1] == "l":
        return True  # a soft l fronts the vowel that follows: Seul'de, but Anadol'da
    fronts = {last in "eiöü"}
    if plain and last in "iou":
        fronts = {True, False}  # ı, ö and ü typed as i, o and u
    if first in "ae":
        return (first == "e") in fronts
    return (first in "iü") in fronts or (plain and first in "iu")
