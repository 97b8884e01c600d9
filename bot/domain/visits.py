"""A visit: who went where, what sort it was, why, and who came."""

from dataclasses import dataclass
from datetime import date, timedelta
from enum import StrEnum

from bot.domain.periods import Period


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
    """``people`` is the size of the delegation; ``participants`` are names as they were typed.

    ``programme`` is what was planned for its days, ``outcome`` what came of it.
    """

    direction: Direction | None = None
    kind: VisitKind | None = None
    purpose: str = ""
    people: int | None = None
    participants: tuple[str, ...] = ()
    programme: str = ""
    outcome: str = ""


class Paper(StrEnum):
    """What an audit asks for of a technical or study visit (Court of Accounts, 7th Chamber, 2024-02-04 no 60)."""

    PROGRAMME = "programme"
    PURPOSE = "purpose"
    OUTCOME = "outcome"


AUDITED = (VisitKind.TECHNICAL, VisitKind.STUDY)
"""The sorts of visit that have to have their papers."""
ASKED_AFTER = (timedelta(days=2), timedelta(days=9))
"""How long after its end a visit's papers are asked for; after the last time they are said to be lacking."""
STILL_ASKED = timedelta(days=7)
"""So long after the last time it is still made up for, where nobody could ask."""


def papers_wanted(visit: Visit) -> tuple[Paper, ...]:
    """The papers that a visit should have and has not."""
    if visit.kind not in AUDITED:
        return ()
    return tuple(paper for paper in Paper if not getattr(visit, paper.value))


def asks_for_papers(visit: Visit, period: Period | None, today: date, *, since: date) -> bool:
    """Whether a pass on ``today`` asks for the papers of a visit, where the last pass was on ``since``.

    Two days are for asking, and each is said by the first pass after it: twice at most, and not for an old visit.
    """
    if period is None or not papers_wanted(visit) or today > period.end + ASKED_AFTER[-1] + STILL_ASKED:
        return False
    return any(since < period.end + after <= today for after in ASKED_AFTER)


def lacks_papers(visit: Visit, period: Period | None, today: date) -> bool:
    """Whether the papers were asked for as often as they are, and are not there."""
    return period is not None and bool(papers_wanted(visit)) and today > period.end + ASKED_AFTER[-1]
