"""National days by country: data with its sources in ``national_days.tsv``, checked again by a test."""

from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from functools import lru_cache
from pathlib import Path

from bot.public_holidays import day_of

_FILE = Path(__file__).with_name("national_days.tsv")
_MOVES = "moves"


class State(StrEnum):
    """How sure it is: UNCONFIRMED is not kept in the whole country, UNKNOWN has no date that could be computed."""

    CONFIRMED = "confirmed"
    UNCONFIRMED = "unconfirmed"
    UNKNOWN = "unknown"


@dataclass(frozen=True, slots=True)
class NationalDay:
    """``day`` is "MM-DD", "moves" where another calendar or a weekend moves it, or "?". ``names`` are by language.

    ``source`` is "holidays: NAME" where the holidays library has it under that English name, else an address.
    ``country`` is an ISO 3166-1 alpha-2 code, or KKTC.
    """

    country: str
    day: str
    names: tuple[tuple[str, str], ...]
    state: State
    source: str

    def name_in(self, language: str) -> str:
        """What it is called; "" in a language that the data does not have."""
        return dict(self.names).get(language, "")

    @property
    def library_name(self) -> str:
        """Its name in the holidays library; "" where that does not have it."""
        name, _, _ = self.source.removeprefix("holidays: ").partition("; ")
        return name if self.source.startswith("holidays: ") else ""

    def in_year(self, year: int) -> date | None:
        """When it is; None where that is not known."""
        if self.state is State.UNKNOWN:
            return None
        if self.day == _MOVES:
            return day_of(self.country, self.library_name, year)
        return date.fromisoformat(f"{year}-{self.day}")


def national_day(country: str | None) -> NationalDay | None:
    """The national day of a country; None where none is known."""
    return national_days().get(country or "")


@lru_cache(maxsize=1)
def national_days() -> dict[str, NationalDay]:
    """All of them, by country."""
    rows = [line.split("\t") for line in _FILE.read_text(encoding="utf-8").splitlines()[1:]]
    return {
        country: NationalDay(country, day, (("en", en), ("tr", tr)), State(state), source)
        for country, day, en, tr, state, source in rows
    }
