"""An agreement with a partner: its kind, its term, and where it stands."""

from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from bot.domain.approvals import Approval
from bot.domain.durations import Duration


class AgreementKind(StrEnum):
    """The four kinds of the law and practice (Law 5393 art. 18/1(p), 74), and three that registers also hold."""

    TOWN_TWINNING = "town_twinning"
    COOPERATION_PROTOCOL = "cooperation_protocol"
    MEMORANDUM = "memorandum"
    LETTER_OF_GOODWILL = "letter_of_goodwill"
    LETTER_OF_INTENT = "letter_of_intent"
    FRIENDSHIP = "friendship"
    PROJECT_PARTNERSHIP = "project_partnership"


class AgreementStatus(StrEnum):
    """Where it stands, as the desk states it."""

    IDEA = "idea"
    NEGOTIATING = "negotiating"
    APPROVED = "approved"
    SIGNED = "signed"
    IN_FORCE = "in_force"
    DORMANT = "dormant"
    SUSPENDED = "suspended"
    EXPIRED = "expired"
    RENEWED = "renewed"
    ENDED = "ended"
    TERMINATED = "terminated"
    CANCELLED = "cancelled"


@dataclass(frozen=True, slots=True, kw_only=True)
class Agreement:
    """The record's period is the day of signing. ``ends_on`` None is open-ended, the normal twinning.

    ``status_date`` is when the status was reached, where that was said; ``reason`` why, in the desk's words.
    ``ends_on`` is the end of the first term: where the agreement ``renews`` by itself, terms.py says which is the end
    today. ``term`` is how long it runs, and then runs again; ``notice`` how long before its end it must be given up.
    ``supersedes`` and ``renewed_by`` are numbers of the team's other agreements, set on both sides.
    """

    kind: AgreementKind
    ends_on: date | None = None
    status: AgreementStatus | None = None
    status_date: date | None = None
    reason: str = ""
    term: Duration | None = None
    renews: bool = False
    notice: Duration | None = None
    place: str = ""
    signatories: tuple[str, ...] = ()
    approvals: tuple[Approval, ...] = ()
    supersedes: tuple[int, ...] = ()
    renewed_by: int | None = None
