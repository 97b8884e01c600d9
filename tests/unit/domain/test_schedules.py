"""One digest a chat and week: zones, clocks that are changed, holidays, and settings that change in between."""

from dataclasses import replace
from datetime import UTC, date, datetime, timedelta

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from bot.domain.schedules import Schedule, newest_slot, next_slot, owed_slot, week_before, week_key

ZONES = (
    "Europe/Istanbul",
    "Europe/Berlin",
    "America/New_York",
    "Australia/Lord_Howe",
    "Pacific/Apia",
    "Pacific/Kiritimati",
    "Pacific/Pago_Pago",
    "Asia/Kathmandu",
    "UTC",
)
START = datetime(2026, 1, 1, tzinfo=UTC)


def ordinary(_day: date) -> bool:
    return False


def at(text: str) -> datetime:
    return datetime.fromisoformat(text)


def scheduled(zone: str = "Europe/Berlin", **more: object) -> Schedule:
    return replace(Schedule(1, 1, timezone=zone), **more)  # type: ignore[arg-type]


def test_every_monday_at_nine_by_the_chats_clock() -> None:
    assert next_slot(scheduled("Europe/Istanbul"), at("2026-05-04T05:59:59+00:00"), ordinary).at == at(
        "2026-05-04T06:00Z"
    )
    assert next_slot(scheduled("Europe/Istanbul"), at("2026-05-04T06:00:00+00:00"), ordinary).at == at(
        "2026-05-11T06:00Z"
    )


@pytest.mark.parametrize(
    ("hour", "after", "due"),
    [
        ("02:30", "2026-03-28T12:00Z", "2026-03-29T01:30Z"),  # there is no 02:30: it comes at 03:30
        ("02:30", "2026-10-24T12:00Z", "2026-10-25T00:30Z"),  # there are two: the first one
    ],
)
def test_clocks_are_changed(hour: str, after: str, due: str) -> None:
    assert next_slot(scheduled(weekday=6, at_time=hour), at(after), ordinary).at == at(due)


def test_a_holiday_moves_it_to_the_next_working_day() -> None:
    easter_monday, the_day_after = date(2026, 4, 6), date(2026, 4, 7)

    def holiday(day: date) -> bool:
        return day in (easter_monday, the_day_after)

    slot = next_slot(scheduled(), at("2026-04-05T00:00Z"), holiday)
    assert (slot.week, slot.at) == ("2026-W15", at("2026-04-08T07:00Z"))


def test_the_weekend_after_a_holiday_is_no_working_day_but_may_be_chosen() -> None:
    friday = date(2026, 4, 3)
    chosen = scheduled(weekday=4)
    assert next_slot(chosen, at("2026-04-01T00:00Z"), lambda day: day == friday).at == at("2026-04-06T07:00Z")
    assert next_slot(scheduled(weekday=5), at("2026-04-01T00:00Z"), ordinary).at == at("2026-04-04T07:00Z")


def test_a_week_of_holidays_has_no_digest_beside_the_next_one() -> None:
    def holiday(day: date) -> bool:
        return date(2026, 5, 25) <= day <= date(2026, 5, 29)

    slot = next_slot(scheduled(), at("2026-05-24T00:00Z"), holiday)
    assert (slot.week, slot.at) == ("2026-W23", at("2026-06-01T07:00Z"))


def test_after_a_down_time_the_newest_comes() -> None:
    schedule = scheduled(last_week="2026-W10")
    slot = newest_slot(schedule, at("2026-05-06T10:00Z"), ordinary)
    assert slot is not None
    assert (slot.week, slot.at) == ("2026-W19", at("2026-05-04T07:00Z"))
    assert newest_slot(replace(schedule, last_week="2026-W19"), at("2026-05-06T10:00Z"), ordinary) is None


def test_an_earlier_hour_on_the_day_itself_is_due_at_once() -> None:
    schedule = scheduled(last_week="2026-W18", at_time="07:00")
    assert owed_slot(schedule, at("2026-05-04T06:30Z"), ordinary).at == at("2026-05-04T05:00Z")


Change = tuple[int, str, int, str]
changes = st.lists(
    st.tuples(
        st.integers(1, 24 * 20),  # hours since the last change
        st.sampled_from(ZONES),
        st.integers(0, 6),
        st.sampled_from(["00:00", "02:00", "02:30", "03:00", "09:00", "23:59"]),
    ),
    max_size=8,
)


@settings(deadline=None)
@given(st.sampled_from(ZONES), st.integers(0, 24 * 365), changes)
def test_whatever_is_changed_every_week_has_one(
    zone: str, hours: int, changed: list[tuple[int, str, int, str]]
) -> None:
    """The planner looks when ``next_at`` comes; a change works out what is owed, as ``save_schedule`` does."""
    now = START + timedelta(hours=hours)
    first = next_slot(scheduled(zone), now, ordinary)
    schedule = scheduled(zone, last_week=week_before(first.week), next_at=first.at)
    weeks: list[str] = []

    def plan(until: datetime) -> Schedule:
        current = schedule
        while (due := current.next_at) is not None and due <= until:
            slot = newest_slot(current, due, ordinary)
            if slot is not None:
                weeks.append(slot.week)
                current = replace(current, last_week=slot.week)
            current = replace(current, next_at=owed_slot(current, due, ordinary).at)
        return current

    for wait, new_zone, weekday, hour in changed:
        now += timedelta(hours=wait)
        schedule = plan(now)
        schedule = replace(schedule, timezone=new_zone, weekday=weekday, at_time=hour)
        schedule = replace(schedule, next_at=owed_slot(schedule, now, ordinary).at)
    schedule = plan(now + timedelta(weeks=3))
    assert len(weeks) >= 2
    expected = [weeks[0]]
    while expected[-1] < weeks[-1]:
        expected.append(week_key(date.fromisocalendar(int(expected[-1][:4]), int(expected[-1][6:]), 1) + timedelta(7)))
    assert weeks == expected


@settings(deadline=None)
@given(st.sampled_from(ZONES), st.integers(0, 6), st.integers(0, 24 * 60 - 1), st.integers(0, 24 * 365 * 3))
def test_it_is_on_its_weekday_and_not_before_its_hour(zone: str, weekday: int, minute: int, hours: int) -> None:
    after = START + timedelta(hours=hours)
    schedule = scheduled(zone, weekday=weekday, at_time=f"{minute // 60:02}:{minute % 60:02}")
    slot = next_slot(schedule, after, ordinary)
    local = slot.at.astimezone(schedule.zone)
    assert after < slot.at <= after + timedelta(days=8)
    assert local.weekday() == weekday
    assert week_key(local.date()) == slot.week
    assert (
        timedelta()
        <= local.replace(tzinfo=None)
        - datetime.combine(local.date(), datetime.strptime(schedule.at_time, "%H:%M").replace(tzinfo=UTC).time())
        <= timedelta(hours=1)
    )
