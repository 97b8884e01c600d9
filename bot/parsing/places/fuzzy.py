"""Finds the names that a mistyped one may stand for.

The names of notable places lie in buckets: by their first two letters and their length, and by their last three and
their length, without spaces. A name with few mistakes shares one of the two with the right one, so a handful of
buckets is read and compared (optimal string alignment: a swap of neighbours is one mistake).
"""

import zlib
from collections.abc import Iterable, Iterator

MOST_LETTERS = 40  # longer texts are sentences
_FIRST, _LAST = 2, 3


def allowed_edits(folded: str) -> int:
    """How many mistakes a name of this length may have."""
    length = len(folded.replace(" ", ""))
    if length < 4 or length > MOST_LETTERS:
        return 0
    return 1 if length < 6 else 2


def bucket_keys(folded: str, length: int | None = None) -> tuple[str, str]:
    """The keys of the two buckets of a name, or of those of its neighbours with another ``length``."""
    compact = folded.replace(" ", "")
    size = len(compact) if length is None else length
    return f"{compact[:_FIRST]}{size}", f"{size}{compact[-_LAST:]}"


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
    from rapidfuzz.distance import OSA  # only a name that nothing has needs it

    query = folded.replace(" ", "")
    edits = allowed_edits(folded)
    found = {}
    for packed in buckets:
        bucket = zlib.decompress(packed).decode("ascii")
        for name, compact in zip(bucket.split("\n"), bucket.replace(" ", "").split("\n"), strict=True):
            distance = OSA.distance(query, compact, score_cutoff=edits)
            if distance <= edits:
                found[name] = distance
    return found
