"""What is asked about a name: the country to show behind it, or whether it is to be taken as it is."""

from dataclasses import dataclass

from bot.errors import Question
from bot.i18n import N_


class WhichCountryLabel(Question):
    """A place whose country is asked, never filled in."""

    field = "partner"
    text = N_("Which country should stand behind {place}?")


class UnknownPlace(Question):
    """No partner of the team and no place of the index has this name; it can be taken as it is."""

    field = "partner"
    text = N_("I do not know a place called “{text}”. Nothing was stored.")
    advice = N_("Check the spelling, or write it with its country: Hanover, Germany.")


@dataclass(frozen=True, slots=True)
class AsWritten:
    """A name that no gazetteer has, to be taken as it is; ``country`` is the code of one that stood with it."""

    name: str
    country: str | None = None


@dataclass(frozen=True, slots=True)
class Country:
    """A country to be named on a button, with the label that the team has for it; "" is none."""

    code: str
    label: str | None = None
