"""Finds the names that a mistyped one may stand for.

The names of notable places lie in buckets by their length, without spaces, and by their first two letters, by their
last three, and by the first with the last. A name with few mistakes shares one of the three with the right one, so some
buckets are read and compared (optimal string alignment: a swap of neighbours is one mistake).
"""

import zlib
from collections.abc import Iterable, Iterator

from bot.parsing.places.keys import OTHER_SCRIPT

MOST_LETTERS = 40  # longer texts are sentences


def allowed_edits(folded: str) -> int:
    """How many mistakes a name of this length may have."""
    length = len(folded.replace(" ", ""))
    if length < 4 or length > MOST_LETTERS or folded.startswith(OTHER_SCRIPT):
        return 0
    return 1 if length < 7 else 2


def bucket_keys(folded: str, length: int | None = None) -> tuple[str, ...]:
    """The keys of the buckets of a name, or of those of its neighbours with another ``length``."""
    compact = folded.replace(" ", "")
    size = len(compact) if length is None else length
    return f"{compact[:2]}{size}", f"{size}{compact[-3:]}", f"{compact[0]}{size}{compact[-1]}"


def neighbouring_keys(folded: str) -> Iterator[str]:
    """The keys of every bucket that can hold the right name."""
    edits = allowed_edits(folded)
    length = len(folded.replace(" ", ""))
    for size in range(length - edits, length + edits + 1):
        yield from bucket_keys(folded, size)


def pack(names: Iterable[str]) -> bytes:
    """A bucket as it is stored."""
    return zlib.compress("\n".join(sorted(names)).encode("ascii"), 9)


def closest(folded: str, buckets: Iterable[bytes]) -> dict[str, int]:
    """Names of the packed buckets that are within the allowed mistakes, and how many each needs."""
    from rapidfuzz.distance import OSA
    from rapidfuzz.process import extract  # only a name that nothing has needs it

    query = folded.replace(" ", "")
    edits = allowed_edits(folded)
    found = {}
    for packed in buckets:
        bucket = zlib.decompress(packed).decode("ascii")
        names = bucket.split("\n")
        compact = bucket.replace(" ", "").split("\n")
        for _, distance, at in extract(query, compact, scorer=OSA.distance, score_cutoff=edits, limit=None):
            found[names[at]] = int(distance)
    return found
