"""A team: the desk of one city hall, with its language, zone and habits."""

from dataclasses import dataclass
from typing import Literal

from bot.domain.approvals import chain_of

DateOrder = Literal["day", "month"]

DEFAULT_TIMEZONE = "Europe/Istanbul"
"""The zone of a new team that no setting gives another."""


@dataclass(frozen=True, slots=True)
class Team:
    """``home_city`` decides who is guest and who is host; ``country`` is an ISO code or empty.

    ``date_order`` says whether 3/5 is the 3rd of May ("day") or the 5th of March ("month"); None means not settled.
    ``approval_chain`` None is the usual one of the country.
    """

    id: int
    name: str
    language: str
    timezone: str
    country: str = ""
    home_city: str = ""
    home_place_id: str | None = None
    date_order: DateOrder | None = None
    approval_chain: tuple[str, ...] | None = None

    @property
    def approval_steps(self) -> tuple[str, ...]:
        """The steps that agreements and memberships need, in order."""
        return chain_of(self.approval_chain, self.country)


def follows_city(timezone: str, city_timezone: str | None) -> bool:
    """Whether a team's zone was never chosen: it is the default, or that of the city it has had (if any)."""
    return timezone == (city_timezone or DEFAULT_TIMEZONE)
