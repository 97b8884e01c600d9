"""Turkish case suffixes as people type them, folded: with or without an apostrophe, in any vowel harmony.

Only what can follow a date is here. The kinds: ``loc`` (Mayıs'ta), ``abl`` (Mayıs'tan), ``dat`` (Mayıs'a),
``gen`` (Mayıs'ın), ``acc`` (15'i, sonu: accusative or possessive, which look the same), ``ins`` (Mayıs'la),
``rel`` (Mayıs'taki), ``plural`` (90'lar) and English ``s`` (today's).
"""

from collections.abc import Iterator

_HIGH = "iu"  # ı, i, u, ü
_LOW = "ae"


def _forms() -> Iterator[tuple[str, str]]:
    for low in _LOW:
        # After a consonant or a vowel, and after a possessive ("15'inde", "haftasında", "sonunda").
        for possessive in ("", *(p + h + "n" for h in _HIGH for p in ("", "s")), "n"):
            hard = ("d",) if possessive else ("d", "t")
            for d in hard:
                yield f"{possessive}{d}{low}", "loc"
                yield f"{possessive}{d}{low}n", "abl"
                yield f"{possessive}{d}{low}ki", "rel"
            yield (f"{possessive}{low}", "dat")
        yield f"y{low}", "dat"
        yield f"l{low}", "ins"
        yield f"yl{low}", "ins"
        plural = f"l{low}r"
        yield plural, "plural"
        yield from ((f"{plural}{end}", "plural") for end in ("i", "in", "inda", "inde", "da", "de", "a", "e"))
        yield from ((f"{plural}{end}", "plural") for end in ("dan", "den", "indan", "inden"))
    for high in _HIGH:
        yield from ((f"{end}{high}n", "gen") for end in ("", "n"))
        yield from ((f"{possessive}n{high}n", "gen") for possessive in (high, f"s{high}"))
        yield from ((form, "acc") for form in (high, f"y{high}", f"s{high}", f"n{high}", f"{high}n{high}"))
        yield f"s{high}n{high}", "acc"
        yield f"k{high}", "rel"
    yield "s", "s"


SUFFIXES: dict[str, str] = dict(_forms())
CASES = tuple(sorted(set(SUFFIXES.values())))
LONGEST = max(map(len, SUFFIXES))
SOFTENED = {"k": "g", "t": "d", "p": "b"}  # aralık → aralığı, dört → dördü


def splits(word: str) -> Iterator[tuple[str, str]]:
    """Each way to cut a folded word into a stem and the kind of its suffix, the shortest suffix first."""
    for length in range(1, min(LONGEST, len(word) - 1) + 1):
        kind = SUFFIXES.get(word[-length:])
        if kind is not None:
            yield word[:-length], kind
