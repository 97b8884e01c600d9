"""What a handler may know: the message and its sender, the time, the language, one transaction. No clock, no global."""

from dataclasses import dataclass
from datetime import date, datetime
from zoneinfo import ZoneInfo

from sqlalchemy import Connection

from bot.domain.teams import Team
from bot.i18n import Translator
from bot.message import Message
from bot.parsing.context import Context
from bot.parsing.places import PlaceIndex
from bot.permissions import Actor
from bot.storage.changes import Changes


@dataclass(frozen=True, slots=True)
class Request:
    """One message, being handled. ``now`` is aware; ``changes`` is the way to write, ``db`` the way to read.

    ``context`` is what reading arguments depends on. ``chat_id`` is the stored chat's.
    """

    message: Message
    actor: Actor
    team: Team
    chat_id: int
    now: datetime
    t: Translator
    db: Connection
    changes: Changes
    places: PlaceIndex
    context: Context
    owner_id: int | None = None
    """The member whom the message names to look after what it logs."""

    @property
    def today(self) -> date:
        """The day it is for the team."""
        return self.now.astimezone(ZoneInfo(self.team.timezone)).date()

    @property
    def team_id(self) -> int:
        """The team that every query is bound to."""
        return self.team.id

    @property
    def language(self) -> str:
        """The language of the answer."""
        return self.t.language
