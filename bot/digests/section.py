"""One section of the digest: a function of what an edition may know, and a line in ``sections.py``."""

from collections.abc import Callable
from dataclasses import dataclass, field
from datetime import date, datetime, timedelta

from sqlalchemy import Connection

from bot.domain.teams import Team
from bot.i18n import MessageId, Translator
from bot.reply import Button

LEAD_DAYS = (180, 90, 30, 7)
"""How many days before an end or a last day of notice it is said, unless the chat has chosen others."""


@dataclass(frozen=True, slots=True)
class Edition:
    """One digest of one chat, on one day. ``now`` is aware, ``today`` the day in the chat's zone.

    ``member_id`` is set where only what is theirs is wanted ("mine only"). ``shared`` says that a group reads along:
    no value of a gift, no phone, no e-mail. ``first_of_month`` marks the first digest of a month, for what is said
    once a month, as a count.
    """

    db: Connection
    team: Team
    now: datetime
    today: date
    t: Translator
    lead_days: tuple[int, ...] = LEAD_DAYS
    member_id: int | None = None
    shared: bool = True
    first_of_month: bool = False

    @property
    def monday(self) -> date:
        """The first day of its week."""
        return self.today - timedelta(days=self.today.weekday())


@dataclass(frozen=True, slots=True)
class Part:
    """What a section has to say: its nearest lines (a phone shows 36 characters), how many more there are, what to do.

    ``heading`` "" is for a section that is one line of its own.
    """

    heading: str
    lines: tuple[str, ...]
    more: int = 0
    buttons: tuple[Button, ...] = field(default=())


@dataclass(frozen=True, slots=True)
class Section:
    """A section by its name in ``/digest sections``. ``build`` says nothing (None) where there is nothing to say.

    What it costs must not grow with the records of past years: every query is bounded by an index and a limit.
    """

    name: str
    names: dict[str, str]
    """What it is called in each language, also when it is switched on or off."""
    title: MessageId
    build: Callable[[Edition], Part | None]
