"""What is said ahead of its day."""

import itertools
from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.domain.reminders import Snooze, is_due, visit_leads

LEADS = (180, 90, 30, 7)
LAST_DAY = date(2026, 9, 1)
DAYS = st.dates(date(2025, 1, 1), date(2027, 1, 1))
LEAD_TIMES = st.lists(st.integers(1, 400), min_size=1, max_size=6, unique=True)
PASSES = st.lists(DAYS, min_size=2, max_size=60, unique=True).map(sorted)
SNOOZES = st.none() | st.builds(Snooze, st.none() | DAYS, DAYS | st.just(LAST_DAY))


def before(days: int) -> date:
    return LAST_DAY - timedelta(days=days)


def said(
    passes: list[date], leads: list[int] | tuple[int, ...], last_day: date = LAST_DAY, snooze: Snooze | None = None
) -> list[date]:
    """The days on which it is said, passed on these days."""
    return [
        today
        for since, today in itertools.pairwise(passes)
        if is_due(last_day, leads, since=since, today=today, snooze=snooze)
    ]


def every_day(first: date, last: date) -> list[date]:
    return [first + timedelta(days=n) for n in range((last - first).days + 1)]


@pytest.mark.parametrize("days", LEADS)
def test_on_each_lead_day(days: int) -> None:
    assert is_due(LAST_DAY, LEADS, since=before(days + 1), today=before(days))
    assert not is_due(LAST_DAY, LEADS, since=before(days), today=before(days - 1))


def test_a_weekend_or_a_week_without_power_is_made_up_for_once() -> None:
    assert is_due(LAST_DAY, LEADS, since=before(33), today=before(28))
    assert said([before(200), before(20), before(19)], LEADS) == [before(20)]


def test_the_last_day_itself_is_still_ahead_and_the_day_after_is_not() -> None:
    assert is_due(LAST_DAY, (0,), since=before(1), today=LAST_DAY)
    assert not is_due(LAST_DAY, (7,), since=before(10), today=LAST_DAY + timedelta(days=1))


def test_snoozed_days_are_silent_and_the_end_of_the_snooze_is_said() -> None:
    snooze = Snooze(before(20), LAST_DAY)
    assert said(every_day(before(200), LAST_DAY), LEADS, snooze=snooze) == [before(20), before(7)]


def test_a_renewal_that_has_started_is_silent_until_the_end_moves() -> None:
    started = Snooze(None, LAST_DAY)
    assert said(every_day(before(200), LAST_DAY), LEADS, snooze=started) == []
    assert (
        said(every_day(before(200), before(90)), LEADS, before(90), started) == []
    )  # the last day of notice before it
    later = LAST_DAY + timedelta(days=365)
    assert said([later - timedelta(days=8), later - timedelta(days=7)], LEADS, later, started)


def test_a_visit_is_not_reminded_of_for_half_a_year() -> None:
    assert visit_leads(LEADS) == (30, 7)


@given(st.lists(DAYS, min_size=2, max_size=60).map(sorted), LEAD_TIMES, DAYS, SNOOZES)
def test_never_twice_on_one_day(passes: list[date], leads: list[int], last_day: date, snooze: Snooze | None) -> None:
    days = said(passes, leads, last_day, snooze)
    assert len(days) == len(set(days))


@given(PASSES, LEAD_TIMES, DAYS)
def test_each_lead_day_is_said_exactly_once_however_the_passes_fall(
    passes: list[date], leads: list[int], last_day: date
) -> None:
    days = said(passes, leads, last_day)
    expected = set()
    for lead in leads:
        day = last_day - timedelta(days=lead)
        following = [at for since, at in itertools.pairwise(passes) if since < day <= at <= last_day]
        expected.update(following)
    assert days == sorted(expected)


@given(PASSES, LEAD_TIMES, DAYS, SNOOZES)
def test_a_snooze_adds_at_most_its_own_end(
    passes: list[date], leads: list[int], last_day: date, snooze: Snooze | None
) -> None:
    without, snoozed = said(passes, leads, last_day), said(passes, leads, last_day, snooze)
    added = set(snoozed) - set(without)
    assert len(added) <= 1
    if snooze is not None:
        assert not any(snooze.is_silent(day, last_day) for day in snoozed)
