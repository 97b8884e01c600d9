"""What a desk keeps: one record a visit, event, agreement, contact, membership, project, note, task, gift or letter.

All have a time (or none), partners in roles, themes and a number; what is particular to a noun is in ``details``.
"""

import re
from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum

from bot.domain.agreements import Agreement
from bot.domain.contacts import Contact
from bot.domain.events import Event
from bot.domain.gifts import Gift
from bot.domain.letters import Letter
from bot.domain.memberships import Membership
from bot.domain.notes import Note
from bot.domain.periods import Period
from bot.domain.projects import Project
from bot.domain.tasks import Task
from bot.domain.visits import Visit

Details = Visit | Event | Agreement | Contact | Membership | Project | Note | Task | Gift | Letter


class Kind(StrEnum):
    """The nouns. The first letter, in capitals, begins the short id."""

    VISIT = "visit"
    EVENT = "event"
    AGREEMENT = "agreement"
    CONTACT = "contact"
    MEMBERSHIP = "membership"
    PROJECT = "project"
    NOTE = "note"
    TASK = "task"
    GIFT = "gift"
    LETTER = "letter"

    @property
    def letter(self) -> str:
        """The letter of its short ids."""
        return self.value[0].upper()


DETAILS: dict[Kind, type[Details]] = {
    Kind.VISIT: Visit,
    Kind.EVENT: Event,
    Kind.AGREEMENT: Agreement,
    Kind.CONTACT: Contact,
    Kind.MEMBERSHIP: Membership,
    Kind.PROJECT: Project,
    Kind.NOTE: Note,
    Kind.TASK: Task,
    Kind.GIFT: Gift,
    Kind.LETTER: Letter,
}
KINDS: dict[type[Details], Kind] = {details: kind for kind, details in DETAILS.items()}
_BY_LETTER = {kind.letter: kind for kind in Kind}
_SHORT_ID = re.compile(rf"\s*([{''.join(_BY_LETTER)}])\s?-?([1-9][0-9]{{0,8}})\s*", re.IGNORECASE | re.ASCII)


class Role(StrEnum):
    """How a partner takes part in a record."""

    PARTNER = "partner"
    GUEST = "guest"
    HOST = "host"


@dataclass(frozen=True, slots=True)
class Link:
    """A partner in a role."""

    partner_id: int
    role: Role = Role.PARTNER


@dataclass(frozen=True, slots=True, kw_only=True)
class Record:
    """What is kept. ``period`` None means undated; ``themes`` are as they were typed, without the sign.

    ``owner_id`` is the member who looks after it, where one was named.
    """

    details: Details
    period: Period | None = None
    links: tuple[Link, ...] = ()
    themes: tuple[str, ...] = ()
    owner_id: int | None = None

    @property
    def kind(self) -> Kind:
        """Its noun."""
        return KINDS[type(self.details)]

    @property
    def title(self) -> str:
        """What it is called in a list: a title, a name or a purpose; may be empty."""
        match self.details:
            case Visit():
                return self.details.purpose
            case Event() | Project():
                return self.details.title
            case Contact():
                return self.details.name
            case Membership():
                return self.details.network
            case Note() | Task():
                return self.details.text
            case Gift():
                return self.details.what
            case Letter():
                return self.details.occasion
            case Agreement():
                return self.details.reason


@dataclass(frozen=True, slots=True, kw_only=True)
class StoredRecord:
    """A record as stored. ``version`` grows with each change; ``number`` counts within a team and kind.

    ``created_by`` and ``owner`` are members' names.
    """

    id: int
    number: int
    version: int
    record: Record
    created_by: str = ""
    owner: str = ""
    created_at: datetime | None = None
    voided_at: datetime | None = None

    @property
    def short_id(self) -> str:
        """What people call it: V12."""
        return f"{self.record.kind.letter}{self.number}"


def read_short_id(text: str) -> tuple[Kind, int] | None:
    """The kind and number of "V12", "v12", "v 12" or "V-12"; None for anything else."""
    found = _SHORT_ID.fullmatch(text)
    return (_BY_LETTER[found[1].upper()], int(found[2])) if found else None
