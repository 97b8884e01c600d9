"""Numbers in words, English and Turkish, folded: "twenty-one", "two thousand and fifteen", "iki bin on sekiz"."""

import re
from collections.abc import Sequence

_ENGLISH = """
zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen
eighteen nineteen
"""
_ENGLISH_TENS = "twenty thirty forty fifty sixty seventy eighty ninety"
_TURKISH = "sifir bir iki uc dort bes alti yedi sekiz dokuz"
_TURKISH_TENS = "on yirmi otuz kirk elli altmis yetmis seksen doksan"

ENGLISH: dict[str, int] = {
    **{word: n for n, word in enumerate(_ENGLISH.split())},
    **{word: 10 * n for n, word in enumerate(_ENGLISH_TENS.split(), 2)},
}
TURKISH: dict[str, int] = {
    **{word: n for n, word in enumerate(_TURKISH.split())},
    **{word: 10 * n for n, word in enumerate(_TURKISH_TENS.split(), 1)},
}
ENGLISH_ORDINALS: dict[str, int] = {
    word: n
    for n, word in enumerate(
        [
            "first",
            "second",
            "third",
            "fourth",
            "fifth",
            "sixth",
            "seventh",
            "eighth",
            "ninth",
            "tenth",
            "eleventh",
            "twelfth",
            "thirteenth",
            "fourteenth",
            "fifteenth",
            "sixteenth",
            "seventeenth",
            "eighteenth",
            "nineteenth",
            "twentieth",
        ],
        1,
    )
} | {"thirtieth": 30}
TURKISH_ORDINALS: dict[str, int] = {
    word: n
    for n, word in enumerate(
        [
            "birinci",
            "ikinci",
            "ucuncu",
            "dorduncu",
            "besinci",
            "altinci",
            "yedinci",
            "sekizinci",
            "dokuzuncu",
            "onuncu",
        ],
        1,
    )
} | {"ilk": 1, "yirminci": 20, "otuzuncu": 30}
# Written as one word: "onbeş", "ikibin".
COMPOUND = re.compile("|".join(sorted([*TURKISH, "yuz", "bin"], key=len, reverse=True)))

TURKISH_SCALES = {"yuz": 100, "bin": 1000}
LONGEST = 12  # words of a number: enough for any year
_SCALES = {"hundred": 100, "thousand": 1000, **TURKISH_SCALES}


def read_cardinal(words: Sequence[str], at: int) -> tuple[int, int] | None:
    """The number that the words from ``at`` on say, and the place behind it; None where they say none.

    "nineteen ninety nine" is 1999: two numbers of two digits in a row are a year.
    """
    total = group = 0  # whole thousands, and what is below
    place = at
    while place < min(len(words), at + LONGEST):
        word = words[place]
        value = ENGLISH.get(word, TURKISH.get(word))
        if value is not None:
            if not _continues(group, value):
                if total or not (10 <= group <= 99 and value >= 10):
                    break
                group *= 100
            group += value
        elif word in _SCALES and (group or word in TURKISH_SCALES):
            if _SCALES[word] == 1000:
                total, group = total + (group or 1) * 1000, 0
            else:
                group = (group or 1) * 100
        elif word != "and" or place == at or words[place - 1] not in _SCALES:
            break
        place += 1
    if place > at and words[place - 1] == "and":
        place -= 1
    return (total + group, place) if place > at else None


def _continues(group: int, value: int) -> bool:
    """Whether ``value`` goes on with a number: twenty + one, hundred + fifteen; not five + two."""
    if group == 0 or group % 100 == 0:
        return True
    return group % 10 == 0 and 0 < value < 10
