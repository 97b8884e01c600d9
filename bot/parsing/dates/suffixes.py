"""Turkish case suffixes as people type them, folded: with or without an apostrophe, in any vowel harmony.

Only what can follow a date is here. The kinds: ``loc`` (Mayıs'ta), ``abl`` (Mayıs'tan), ``dat`` (Mayıs'a),
``gen`` (Mayıs'ın), ``acc`` (15'i, sonu: accusative or possessive, which look the same), ``ins`` (Mayıs'la),
``rel`` (Mayıs'taki), ``plural`` (90'lar), ``with`` (90'lı yıllar), ``copula`` (2025'tir) and English ``s`` (today's);
``possessed`` as well where a possessive stands before the case.
"""

from collections.abc import Iterator
from typing import Any

_HIGH = "iu"  # ı, i, u, ü
_LOW = "ae"
_VOWELS = "aeiou"


def _forms() -> Iterator[tuple[str, str, bool]]:
    """Each form, its kind, and whether it follows a possessive: "15'inde", "haftasında"; not "15'te"."""
    for low in _LOW:
        for possessive in ("", "n", *(f"{s}{high}n" for high in _HIGH for s in ("", "s"))):
            possessed = len(possessive) > 1
            for d in "d" if possessive else "dt":
                yield f"{possessive}{d}{low}", "loc", possessed
                yield f"{possessive}{d}{low}n", "abl", possessed
                yield f"{possessive}{d}{low}ki", "rel", possessed
            yield f"{possessive}{low}", "dat", possessed
        yield f"y{low}", "dat", False
        yield f"l{low}", "ins", False
        yield f"yl{low}", "ins", False
        for end in ("", "i", "in", "a", "e", "da", "de", "dan", "den", "inda", "inde", "indan", "inden"):
            yield f"l{low}r{end}", "plural", False
    for high in _HIGH:
        for form in (f"d{high}", f"t{high}", f"yd{high}", f"d{high}r", f"t{high}r"):
            yield form, "copula", False
        for form in (f"{high}n", f"n{high}n", f"{high}n{high}n", f"s{high}n{high}n"):
            yield form, "gen", False
        for form in (high, f"y{high}", f"s{high}", f"n{high}", f"{high}n{high}", f"s{high}n{high}"):
            yield form, "acc", False
        yield f"k{high}", "rel", False
        yield f"l{high}", "with", False
    yield "s", "s", False


SUFFIXES: dict[str, dict[str, Any]] = {
    form: {kind: None, "possessed": None} if possessed else {kind: None} for form, kind, possessed in _forms()
}
CASES = ("copula", "loc", "abl", "dat", "gen", "acc", "ins", "rel", "plural", "with", "s")
LONGEST = max(map(len, SUFFIXES))
SOFTENED = {"k": "g", "t": "d", "p": "b"}  # aralık → aralığı, dört → dördü


def splits(word: str) -> Iterator[tuple[str, dict[str, Any]]]:
    """Each way to cut a folded word into a stem and the kinds of its suffix, the shortest suffix first."""
    for length in range(1, min(LONGEST, len(word) - 1) + 1):
        stem, suffix = word[:-length], word[-length:]
        kinds = SUFFIXES.get(suffix)
        # "Dünya" is not dün + ya: the joining letters y, n, s stand only between vowels.
        if kinds is not None and (suffix == "s" or suffix[0] not in (_VOWELS if stem[-1] in _VOWELS else "yns")):
            yield stem, kinds
