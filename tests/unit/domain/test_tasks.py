"""When the owner of a task is reminded, and what follows a visit."""

from datetime import date, timedelta
from itertools import pairwise

from hypothesis import given
from hypothesis import strategies as st

from bot.domain.periods import Period
from bot.domain.tasks import Task, days_late, follow_up_day, offers_follow_up, reminder_day, reminder_due

DUE = date(2026, 5, 8)
TASK = Task(text="minutes")
DAYS = st.dates(date(2020, 1, 1), date(2030, 12, 31))
GAPS = st.lists(st.integers(1, 20), min_size=1, max_size=40)


def passes(first: date, gaps: list[int]) -> list[tuple[date, date]]:
    """Days on which reminders are looked for, each with the one before."""
    days = [first]
    for gap in gaps:
        days.append(days[-1] + timedelta(days=gap))
    return list(pairwise(days))


def test_on_the_day_the_day_after_and_then_weekly() -> None:
    days = [DUE + timedelta(days=away) for away in range(-3, 24)]
    said = [day for day in days if reminder_due(TASK, DUE, day, since=day - timedelta(days=1))]
    assert [(day - DUE).days for day in said] == [0, 1, 8, 15, 22]


def test_after_a_weekend_once() -> None:
    saturday = date(2026, 5, 9)
    friday, monday = saturday - timedelta(days=1), saturday + timedelta(days=2)
    assert not reminder_due(TASK, saturday, friday, since=friday - timedelta(days=1))
    assert reminder_due(TASK, saturday, monday, since=friday)
    assert not reminder_due(TASK, saturday, monday + timedelta(days=1), since=monday)


def test_nothing_for_what_is_done_or_has_no_day() -> None:
    assert not reminder_due(Task(text="minutes", done_on=DUE), DUE, DUE, since=DUE - timedelta(days=1))
    assert not reminder_due(TASK, None, DUE, since=DUE - timedelta(days=1))


@given(DAYS, DAYS, GAPS)
def test_a_reminder_is_never_said_twice(due: date, first: date, gaps: list[int]) -> None:
    said = [
        reminder_day(due, today) for since, today in passes(first, gaps) if reminder_due(TASK, due, today, since=since)
    ]
    assert len(said) == len(set(said))


@given(DAYS, DAYS, GAPS)
def test_two_passes_on_a_day_say_it_once(due: date, first: date, gaps: list[int]) -> None:
    assert not any(reminder_due(TASK, due, today, since=today) for _, today in passes(first, gaps))


@given(DAYS, DAYS, GAPS)
def test_none_is_said_ahead_and_none_is_lost(due: date, first: date, gaps: list[int]) -> None:
    for since, today in passes(first, gaps):
        fell = [
            day
            for away in range((today - since).days)
            if (day := today - timedelta(days=away)) >= due and reminder_day(due, day) == day
        ]
        assert reminder_due(TASK, due, today, since=since) == bool(fell)


@given(DAYS, DAYS)
def test_late_is_what_is_past(due: date, today: date) -> None:
    assert days_late(due, today) == max(0, (today - due).days)


def test_follow_up() -> None:
    visit = Period(date(2026, 5, 1), date(2026, 5, 3))
    assert not offers_follow_up(visit, date(2026, 5, 2))
    assert offers_follow_up(visit, date(2026, 5, 3))
    assert offers_follow_up(visit, date(2026, 6, 2))
    assert not offers_follow_up(visit, date(2026, 6, 3))
    assert not offers_follow_up(None, date(2026, 5, 3))
    assert follow_up_day(visit, date(2026, 5, 3)) == date(2026, 5, 10)
    assert follow_up_day(visit, date(2026, 5, 20)) == date(2026, 5, 27)
