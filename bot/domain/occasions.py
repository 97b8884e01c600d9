"""What calls for a letter: national days, anniversaries of signing, elections, ends of a term of office.

When it is said is a rule of days ahead, so many for each: once a lead, never twice on a day.
"""

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from enum import StrEnum
from functools import cache

from bot.domain.partners import Partner
from bot.domain.periods import Period, Precision
from bot.domain.records import StoredRecord


class Occasion(StrEnum):
    """The sorts of it; each has its letter."""

    NATIONAL_DAY = "national_day"
    ANNIVERSARY = "anniversary"
    ELECTION = "election"
    TERM_END = "term_end"


@dataclass(frozen=True, slots=True)
class Ahead:
    """One occasion. ``record`` is the agreement of an anniversary or the contact whose term ends.

    ``country`` is that of a national day (as ``Partner.country``), ``years`` which anniversary.
    """

    occasion: Occasion
    period: Period
    partners: tuple[Partner, ...]
    record: StoredRecord | None = None
    country: str = ""
    years: int = 0

    @property
    def sort_key(self) -> tuple[str, int]:
        """What tells those of one day and sort apart."""
        return self.country, self.record.id if self.record else self.partners[0].id if self.partners else 0


STEP, JUBILEE = 5, 25
"""Years: every fifth anniversary is kept, every twenty-fifth prepared from a year ahead."""

OLDEST = 200
"""Years after which no anniversary is looked for."""

LEADS: dict[Occasion, tuple[int, ...]] = {
    Occasion.NATIONAL_DAY: (14,),
    Occasion.ANNIVERSARY: (60, 14),
    Occasion.ELECTION: (30, -1),
    Occasion.TERM_END: (90, 14),
}
"""How many days ahead it is said. -1 is the day after: only then is it known whom to congratulate."""

JUBILEE_LEADS = (365, 182, 60, 14)


def leads_of(occasion: Occasion, years: int = 0) -> tuple[int, ...]:
    """The days ahead of one occasion, the longest first; ``years`` is which anniversary."""
    if occasion is Occasion.ANNIVERSARY and years % JUBILEE == 0:
        return JUBILEE_LEADS
    return LEADS[occasion]


@dataclass(frozen=True, slots=True)
class Window:
    """Days on which an occasion may fall, both inclusive."""

    since: date
    until: date

    def has(self, day: date) -> bool:
        """Whether the day is one of them."""
        return self.since <= day <= self.until


Windows = Callable[[Occasion, int], Sequence[Window]]
"""Which days of an occasion are asked about; the second argument is which anniversary (0 for others)."""


def said_between(since: date, until: date) -> Windows:
    """The days of what is to be said from ``since`` to ``until``: one window for each lead.

    Editions that follow each other without a gap say every lead once.
    """

    @cache  # asked for every year of every agreement
    def windows(occasion: Occasion, years: int) -> Sequence[Window]:
        leads = [timedelta(days=lead) for lead in leads_of(occasion, years)]
        return tuple(Window(since + lead, until + lead) for lead in leads)

    return windows


def taking_place(since: date, until: date) -> Windows:
    """Whatever takes place from ``since`` to ``until``."""
    return lambda _occasion, _years: (Window(since, until),)


def anniversary(signed: Period, years: int) -> Period:
    """The period so many years later, as exactly as it is known; 29 February becomes 28 February."""
    if signed.precision is Precision.YEAR:
        return Period(date(signed.start.year + years, 1, 1), date(signed.start.year + years, 12, 31), Precision.YEAR)
    if signed.precision is Precision.MONTH:
        first = signed.start.replace(year=signed.start.year + years)
        following = (first + timedelta(days=31)).replace(day=1)
        return Period(first, following - timedelta(days=1), Precision.MONTH)
    return Period(years_later(signed.start, years), years_later(signed.end, years), signed.precision)


def anniversaries(signed: Period, windows: Windows) -> Iterator[tuple[int, Period]]:
    """Which anniversaries of a signing begin in the windows, with their periods; one of many years has none."""
    if signed.precision is Precision.YEAR and signed.start.year != signed.end.year:
        return
    if signed.precision is Precision.DECADE or signed.start == date.min or signed.end == date.max:
        return
    for years in range(STEP, min(OLDEST, date.max.year - signed.end.year) + 1, STEP):
        period = anniversary(signed, years)
        if any(window.has(period.start) for window in windows(Occasion.ANNIVERSARY, years)):
            yield years, period


def signed_in(windows: Windows) -> list[Window]:
    """When an agreement was signed whose anniversary falls into the windows: a little wider where years leap."""
    return [
        Window(years_later(window.since, -years), years_later(window.until, -years) + timedelta(days=1))
        for years in range(STEP, OLDEST + 1, STEP)
        for window in windows(Occasion.ANNIVERSARY, years)
    ]


def years_later(day: date, years: int) -> date:
    """The same day in another year; 28 February where that has no 29th."""
    try:
        return day.replace(year=day.year + years)
    except ValueError:
        return day.replace(year=day.year + years, day=28)
