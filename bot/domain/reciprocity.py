"""Who came to whom: counts of visits and culture days, seen from our own city hall."""

from collections.abc import Iterable
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Sides:
    """How often they came and we went; ``unsaid`` are visits of which nobody said which."""

    incoming: int = 0
    outgoing: int = 0
    unsaid: int = 0


def in_all(counted: Iterable[Sides]) -> Sides:
    """Their sum."""
    counted = tuple(counted)
    return Sides(*(sum(getattr(sides, name) for sides in counted) for name in ("incoming", "outgoing", "unsaid")))
