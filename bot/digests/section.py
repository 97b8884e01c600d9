"""One section of the digest: a function of what an edition may know, and a line in ``sections.py``."""

from collections.abc import Callable, Iterable
from dataclasses import dataclass, field
from datetime import date, datetime, timedelta

from sqlalchemy import Connection

from bot.cards.values import View
from bot.domain.records import StoredRecord
from bot.domain.reminders import LEAD_DAYS
from bot.domain.teams import Team
from bot.i18n import MessageId, Translator
from bot.reply import Button
from bot.storage.partners import load_partners

FRIDAY = 4


@dataclass(frozen=True, slots=True)
class Edition:
    """One digest of one chat, on one day. ``now`` is aware, ``today`` the day in the chat's zone.

    ``member_id`` is set where only what is theirs is wanted ("mine only"). ``shared`` says that a group reads along:
    no value of a gift, no phone, no e-mail. ``first_of_month`` marks the first digest of a month, for what is said
    once a month, as a count. ``most`` is how many lines a section needs at most; how many there is room for is decided
    when all have spoken; ``is_whole`` is for everything, on more than a screen.
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
    most: int = 8
    is_whole: bool = False

    @property
    def monday(self) -> date:
        """The first day of its week."""
        return self.today - timedelta(days=self.today.weekday())

    @property
    def until(self) -> date:
        """The last day that is looked at closely: Sunday, and from Friday on the Sunday after."""
        return self.monday + timedelta(days=6 if self.today.weekday() < FRIDAY else 13)

    def view(self, stored: Iterable[StoredRecord]) -> View:
        """What lines about these records depend on."""
        ids = [link.partner_id for record in stored for link in record.record.links]
        return View(self.t, self.team, self.today, load_partners(self.db, self.team.id, ids), self.shared)


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
    leads: bool = False
    """Whether it gets a few lines of the screen before others get any."""
