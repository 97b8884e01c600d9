"""What a reading of a date depends on, and what it yields."""

from dataclasses import dataclass
from datetime import date
from typing import Literal

from bot.domain.periods import Period
from bot.i18n import LANGUAGES

Order = Literal["day", "month"]


@dataclass(frozen=True, slots=True)
class DateContext:
    """``today`` is in the team's time zone; ``language`` is what the text is in: the chat's ("en", "tr"), or any that
    CLDR knows.

    ``order`` is what comes first in 03/05/2025 for this team; None where it is not settled. Nobody writes the
    month first but in English, so a text in another language is settled.
    """

    today: date
    language: str = "en"
    order: Order | None = None
    asking: bool = False
    """Whether ``order`` is only tried, to see if it matters."""

    @property
    def settled_order(self) -> Order | None:
        """The order to read numbers in, None if it has to be asked."""
        return "day" if self.order is None and self.language != "en" else self.order

    @property
    def year_first(self) -> bool:
        """Whether 26/5/3 is the 3rd of May 2026 in this language."""
        if self.language in LANGUAGES:
            return False
        from bot.parsing.dates import cldr  # Babel's locale data is slow to load

        return cldr.year_first(self.language)


@dataclass(frozen=True, slots=True)
class Dated:
    """A date that was found: ``period`` is None where "undated" was stated.

    ``span`` is [start, end) in characters of the original text, with the preposition or suffix that belongs to
    the date ("on 3 May", "3 Mayıs'ta").
    """

    period: Period | None
    span: tuple[int, int]
