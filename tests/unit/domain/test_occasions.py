"""When an occasion is said: each lead once, never twice on a day."""

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.domain.occasions import (
    JUBILEE_LEADS,
    Occasion,
    anniversaries,
    anniversary,
    leads_of,
    said_between,
    signed_in,
    taking_place,
    years_later,
)
from bot.domain.periods import Period, Precision

MONDAY = date(2026, 5, 4)


def _year(year: int) -> Period:
    return Period(date(year, 1, 1), date(year, 12, 31), Precision.YEAR)


def _february(year: int, last: int) -> Period:
    return Period(date(year, 2, 1), date(year, 2, last), Precision.MONTH)


days = st.dates(date(1950, 1, 1), date(2100, 12, 31))
kinds = st.sampled_from([(occasion, 0) for occasion in Occasion if occasion is not Occasion.ANNIVERSARY])
kinds |= st.sampled_from([(Occasion.ANNIVERSARY, years) for years in (5, 10, 25, 30, 50, 100)])


def _is_said(day: date, kind: tuple[Occasion, int], since: date, until: date) -> int:
    """How often an edition of these days says an occasion that falls on ``day``."""
    return sum(window.has(day) for window in said_between(since, until)(*kind))


@given(days, kinds, st.integers(0, 6))
def test_weekly_editions_say_every_lead_once(day: date, kind: tuple[Occasion, int], shift: int) -> None:
    start = day - timedelta(days=400 + shift)
    editions = [start + timedelta(weeks=week) for week in range(60)]
    said = [_is_said(day, kind, monday, monday + timedelta(days=6)) for monday in editions]
    assert max(said) == 1
    assert sum(said) == len(leads_of(*kind))


@given(days, kinds)
def test_daily_editions_never_repeat_on_a_day(day: date, kind: tuple[Occasion, int]) -> None:
    every = [day - timedelta(days=ahead) for ahead in range(-10, 380)]
    said = [ahead for ahead in every if _is_said(day, kind, ahead, ahead)]
    assert [(day - one).days for one in sorted(said)] == list(leads_of(*kind))


@given(days, st.sampled_from([Precision.DAY, Precision.MONTH, Precision.YEAR]), days)
def test_an_anniversary_that_is_said_was_looked_for(signed: date, precision: Precision, since: date) -> None:
    first = {Precision.DAY: signed, Precision.MONTH: signed.replace(day=1), Precision.YEAR: date(signed.year, 1, 1)}
    period = anniversary(Period(first[precision], first[precision], precision), 0)
    windows = taking_place(since, since + timedelta(days=40))
    for years, found in anniversaries(period, windows):
        assert years % 5 == 0
        assert found.precision is precision
        assert any(window.has(period.start) for window in signed_in(windows))


def test_jubilees_are_said_a_year_ahead() -> None:
    assert [leads_of(Occasion.ANNIVERSARY, years) == JUBILEE_LEADS for years in (5, 10, 25, 30, 50, 75)] == [
        False,
        False,
        True,
        False,
        True,
        True,
    ]


def test_a_national_day_is_said_two_weeks_ahead() -> None:
    week = said_between(MONDAY, MONDAY + timedelta(days=6))(Occasion.NATIONAL_DAY, 0)
    assert [(window.since, window.until) for window in week] == [(date(2026, 5, 18), date(2026, 5, 24))]


@pytest.mark.parametrize(
    ("signed", "years", "expected"),
    [
        (Period.day(date(2002, 3, 14)), 25, Period.day(date(2027, 3, 14))),
        (Period.day(date(2004, 2, 29)), 25, Period.day(date(2029, 2, 28))),
        (_year(1976), 50, _year(2026)),
        (_february(2004, 29), 25, _february(2029, 28)),
    ],
)  # fmt: skip
def test_an_anniversary_is_as_exact_as_the_signing(signed: Period, years: int, expected: Period) -> None:
    assert anniversary(signed, years) == expected


@pytest.mark.parametrize(
    "signed",
    [
        Period(date(1990, 1, 1), date(1999, 12, 31), Precision.DECADE),
        Period(date(1990, 1, 1), date(1992, 12, 31), Precision.YEAR),
        Period(date.min, date(1992, 12, 31), Precision.YEAR),
        Period(date(1992, 1, 1), date.max, Precision.YEAR),
    ],
)
def test_a_signing_that_is_not_known_has_no_anniversary(signed: Period) -> None:
    assert list(anniversaries(signed, taking_place(MONDAY, MONDAY + timedelta(days=4000)))) == []


def test_29_february_is_the_28th_in_other_years() -> None:
    assert years_later(date(2024, 2, 29), 1) == date(2025, 2, 28)
