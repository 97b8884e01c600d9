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


def papers_wanted(visit: Visit) -> tuple[Paper, ...]:
    """The papers that a visit should have and has not."""
    if visit.kind not in AUDITED:
        return ()
    return tuple(paper for paper in Paper if not getattr(visit, paper.value))


def asking_day(visit: Visit, period: Period | None, today: date, *, logged_on: date) -> date | None:
    """The day of the question for papers that is owed today: the latest of two until ``today``; None for none.

    As with reminders, whoever asks once for each day returned here asks twice at most, also after some days off. A
    visit that was logged later than it should have been asked about is not asked about.
    """
    if period is None or not papers_wanted(visit):
        return None
    days = [period.end + after for after in ASKED_AFTER]
    owed = [day for day in days if logged_on <= day <= today]
    last = days[-1]
    return owed[-1] if owed and today < last + timedelta(days=7) else None


def lacks_papers(visit: Visit, period: Period | None, today: date) -> bool:
    """Whether the papers were asked for as often as they are, and are not there."""
    return period is not None and bool(papers_wanted(visit)) and today > period.end + ASKED_AFTER[-1]
