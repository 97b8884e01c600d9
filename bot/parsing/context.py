"""What reading a command's arguments depends on: the day, the language, the team and the names that it knows."""

from dataclasses import dataclass

from bot.domain.teams import Team
from bot.parsing.dates import DateContext
from bot.parsing.partners import PartnerFinder


@dataclass(frozen=True, slots=True)
class Context:
    """Handed to every function that reads arguments."""

    dates: DateContext
    team: Team
    language: str
    partners: PartnerFinder
    member_id: int | None = None
    """Who speaks: "me"."""
