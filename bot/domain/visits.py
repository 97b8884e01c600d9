"""A visit: who went where, what sort it was, why, and who came."""

from dataclasses import dataclass
from enum import StrEnum


class Direction(StrEnum):
    """Seen from our own city hall: they came to us, or we went there."""

    INCOMING = "incoming"
    OUTGOING = "outgoing"


class VisitKind(StrEnum):
    """The sorts of visit that a desk's report tells apart."""

    SITE = "site"
    TECHNICAL = "technical"
    DELEGATION = "delegation"
    STUDY = "study"
    EXCHANGE = "exchange"
    COURTESY = "courtesy"
    SIGNING = "signing"


@dataclass(frozen=True, slots=True, kw_only=True)
class Visit:
    """``people`` is the size of the delegation; ``participants`` are names as they were typed."""

    direction: Direction | None = None
    kind: VisitKind | None = None
    purpose: str = ""
    people: int | None = None
    participants: tuple[str, ...] = ()
