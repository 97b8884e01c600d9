"""Contacts made up for tests, and what they come to: counted one by one, as nobody would in a database."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, timedelta

from hypothesis import strategies as st

from bot.domain.health import AgreementState, Dealings
from bot.domain.periods import Period, Precision
from bot.domain.visits import Direction

TODAY = date(2026, 5, 4)


@dataclass(frozen=True)
class Made:
    """A contact: its time, and who went where, if that was said."""

    period: Period | None
    direction: Direction | None = None

    @property
    def day(self) -> date | None:
        """As of when it counts; None where that cannot be said."""
        if self.period is None or self.period.start > TODAY:
            return None
        if self.period.precision is Precision.DECADE and self.period.end > TODAY:
            return None
        return min(self.period.end, TODAY)

    @property
    def is_undated(self) -> bool:
        """Whether it has been, nobody knows when."""
        return self.day is None and (self.period is None or self.period.start <= TODAY)


def days_ago(days: int, direction: Direction | None = None) -> Made:
    """A contact of one day."""
    return Made(Period.day(TODAY - timedelta(days=days)), direction)


def dealings_of(
    contacts: Sequence[Made], agreement: AgreementState = AgreementState.NONE, open_tasks: int = 0, overdue: int = 0
) -> Dealings:
    """What the contacts come to."""
    year_ago, five_years_ago = date(2025, 5, 4), date(2021, 5, 4)
    dated = [(made.day, made) for made in contacts if made.day]
    within = [made for day, made in dated if day > five_years_ago]
    recent = sum(day > year_ago for day, _ in dated)
    newest = max(dated, key=lambda pair: (pair[0], pair[1].period.start if pair[1].period else TODAY), default=None)
    return Dealings(
        last=newest[1].period if newest else None,
        undated=sum(made.is_undated for made in contacts),
        recent=recent,
        before=len(within) - recent,
        incoming=sum(made.direction is Direction.INCOMING for made in within),
        outgoing=sum(made.direction is Direction.OUTGOING for made in within),
        agreement=agreement,
        open_tasks=open_tasks,
        overdue=overdue,
    )


DIRECTIONS = st.sampled_from([None, *Direction])
_DAYS = st.integers(-200, 6 * 366).map(lambda days: Period.day(TODAY - timedelta(days=days)))
_RANGES = st.tuples(st.integers(-30, 2000), st.integers(0, 900)).map(
    lambda pair: Period(TODAY - timedelta(days=pair[0] + pair[1]), TODAY - timedelta(days=pair[0]))
)
_YEARS = st.integers(2015, 2027).map(lambda year: Period(date(year, 1, 1), date(year, 12, 31), Precision.YEAR))
_DECADES = st.sampled_from([1990, 2010, 2020]).map(
    lambda year: Period(date(year, 1, 1), date(year + 9, 12, 31), Precision.DECADE)
)
PERIODS = st.one_of(st.none(), _DAYS, _DAYS, _RANGES, _YEARS, _DECADES)
CONTACTS = st.lists(st.builds(Made, PERIODS, DIRECTIONS), max_size=12)
