"""The nearest days on which nobody rests."""

from datetime import date, timedelta

from hypothesis import given
from hypothesis import strategies as st

from bot.domain.periods import Period, Precision
from bot.domain.travel import days_of, is_planned, may_avoid_weekends, nearest_free

TODAY = date(2026, 5, 4)  # a Monday


def _days(start: str, end: str) -> Period:
    return Period(date.fromisoformat(start), date.fromisoformat(end))


def _weekday(day: date) -> bool:
    return day.weekday() < 5


def test_one_before_and_one_behind() -> None:
    asked = _days("2026-06-05", "2026-06-07")
    assert nearest_free(asked, _weekday, TODAY) == (
        _days("2026-06-03", "2026-06-05"),
        _days("2026-06-08", "2026-06-10"),
    )


def test_none_before_tomorrow() -> None:
    assert nearest_free(_days("2026-05-09", "2026-05-10"), _weekday, date(2026, 5, 7)) == (
        _days("2026-05-11", "2026-05-12"),
    )


def test_none_where_there_is_none() -> None:
    assert nearest_free(_days("2026-06-05", "2026-06-12"), _weekday, TODAY) == ()


def test_only_exact_days_ahead_are_planned() -> None:
    day = date(2026, 6, 5)
    month = Period(date(2026, 6, 1), date(2026, 6, 30), Precision.MONTH)
    stay = Period(day, day + timedelta(days=80))
    periods = [Period.day(day), Period.day(TODAY), month, stay, None]
    assert [is_planned(period, TODAY) for period in periods] == [True, False, False, False, False]


def test_a_week_cannot_avoid_a_weekend() -> None:
    assert may_avoid_weekends(_days("2026-06-01", "2026-06-05"))
    assert not may_avoid_weekends(_days("2026-06-01", "2026-06-06"))


@given(st.integers(1, 300), st.integers(0, 9), st.sets(st.integers(0, 6), max_size=6))
def test_what_is_offered_is_free_as_long_and_ahead(ahead: int, more: int, resting: set[int]) -> None:
    start = TODAY + timedelta(days=ahead)
    asked = Period(start, start + timedelta(days=more))

    def is_free(day: date) -> bool:
        return day.weekday() not in resting

    for offered in nearest_free(asked, is_free, TODAY):
        assert offered.end - offered.start == asked.end - asked.start
        assert offered != asked
        assert offered.start > TODAY
        assert all(map(is_free, days_of(offered)))
