"""How long ago, and how far ahead."""

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.domain.elapsed import Distance, Unit, distance
from bot.domain.periods import Period, Precision

TODAY = date(2026, 5, 4)


def _days(start: str, end: str = "", precision: Precision = Precision.DAY) -> Period:
    return Period(date.fromisoformat(start), date.fromisoformat(end or start), precision)


@pytest.mark.parametrize(
    ("period", "expected"),
    [
        (_days("2026-05-04"), Distance(0, Unit.DAY)),
        (_days("2026-05-01", "2026-05-06"), Distance(0, Unit.DAY)),
        (_days("2026-05-03"), Distance(-1, Unit.DAY)),
        (_days("2026-04-01", "2026-05-01"), Distance(-3, Unit.DAY)),
        (_days("2026-05-17"), Distance(13, Unit.DAY)),
        (_days("2026-05-18"), Distance(2, Unit.WEEK)),
        (_days("2026-03-05"), Distance(-8, Unit.WEEK)),
        (_days("2025-12-04"), Distance(-5, Unit.MONTH)),
        (_days("2025-12-05"), Distance(-4, Unit.MONTH)),
        (_days("2026-10-03"), Distance(4, Unit.MONTH)),
        (_days("2024-05-05"), Distance(-23, Unit.MONTH)),
        (_days("2024-05-04"), Distance(-2, Unit.YEAR)),
        (_days("2015-10-01", "2015-10-31", Precision.MONTH), Distance(-10, Unit.YEAR)),
        (_days("2026-04-01", "2026-04-30", Precision.MONTH), Distance(-1, Unit.MONTH)),
        (_days("2025-01-01", "2025-12-31", Precision.YEAR), Distance(-1, Unit.YEAR)),
        (_days("2026-01-01", "2026-12-31", Precision.YEAR), Distance(0, Unit.DAY)),
    ],
)
def test_a_distance_is_as_exact_as_the_period(period: Period, expected: Distance) -> None:
    assert distance(period, TODAY) == expected


@given(st.dates(date(1900, 1, 1), date(2100, 1, 1)), st.sampled_from(Precision))
def test_past_is_negative_and_future_positive(day: date, precision: Precision) -> None:
    count = distance(Period(day, day, precision), TODAY).count
    assert (count <= 0) if day <= TODAY else (count >= 0)
