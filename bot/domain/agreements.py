"""An agreement with a partner: its kind, its term, and where it stands."""

from dataclasses import dataclass
from datetime import date
from enum import StrEnum


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
    """

    kind: AgreementKind
    ends_on: date | None = None
    status: AgreementStatus | None = None
    status_date: date | None = None
    reason: str = ""
