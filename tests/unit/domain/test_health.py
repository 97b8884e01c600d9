"""How a relationship stands: the grades, and that no reason claims what the contacts do not say."""

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.domain.agreements import Agreement, AgreementKind, AgreementStatus
from bot.domain.health import (
    AgreementReason,
    AgreementState,
    Frequency,
    Grade,
    LastContact,
    NoDatedContact,
    OpenTasks,
    Reason,
    Reciprocity,
    agreement_state,
    health_of,
    months_before,
    months_between,
)
from bot.domain.periods import Period, Precision
from bot.domain.visits import Direction
from tests.unit.domain.health_contacts import CONTACTS, DIRECTIONS, PERIODS, TODAY, Made, days_ago, dealings_of

IN, OUT = Direction.INCOMING, Direction.OUTGOING
STATES = st.sampled_from(AgreementState)
TASKS = st.integers(0, 4).flatmap(lambda n: st.tuples(st.just(n), st.integers(0, n)))


@pytest.mark.parametrize(
    ("contacts", "agreement", "grade"),
    [
        ([], AgreementState.STANDING, Grade.UNKNOWN),
        ([Made(None, IN)], AgreementState.STANDING, Grade.UNKNOWN),
        ([days_ago(-30, IN)], AgreementState.STANDING, Grade.UNKNOWN),
        ([days_ago(365, IN)], AgreementState.STANDING, Grade.QUIET),
        ([days_ago(364, IN)], AgreementState.NONE, Grade.STEADY),
        ([days_ago(30, IN), days_ago(700, OUT)], AgreementState.NONE, Grade.ACTIVE),
        ([days_ago(30, IN)], AgreementState.STANDING, Grade.ACTIVE),
        ([days_ago(300, IN)], AgreementState.SUSPENDED, Grade.COOLING),
        ([days_ago(300), *[days_ago(400 + 100 * n) for n in range(9)]], AgreementState.NONE, Grade.COOLING),
        ([Made(Period(date(2025, 1, 1), date(2025, 12, 31), Precision.YEAR))], AgreementState.NONE, Grade.STEADY),
        ([Made(Period(date(2016, 1, 1), date(2016, 12, 31), Precision.YEAR))], AgreementState.NONE, Grade.QUIET),
        ([Made(Period(date(2020, 1, 1), date(2029, 12, 31), Precision.DECADE))], AgreementState.NONE, Grade.UNKNOWN),
    ],
)
def test_grades(contacts: list[Made], agreement: AgreementState, grade: Grade) -> None:
    assert health_of(dealings_of(contacts, agreement), TODAY).grade is grade


@given(CONTACTS, st.integers(0, 363), DIRECTIONS, STATES, TASKS)
def test_a_new_visit_never_lowers_it(
    contacts: list[Made], days: int, direction: Direction | None, state: AgreementState, tasks: tuple[int, int]
) -> None:
    before = health_of(dealings_of(contacts, state, *tasks), TODAY)
    after = health_of(dealings_of([*contacts, days_ago(days, direction)], state, *tasks), TODAY)
    assert after.grade >= before.grade


@given(CONTACTS, PERIODS, DIRECTIONS, STATES, TASKS)
def test_a_visit_recorded_late_lowers_it_only_by_what_was_usual(
    contacts: list[Made],
    period: Period | None,
    direction: Direction | None,
    state: AgreementState,
    tasks: tuple[int, int],
) -> None:
    before = health_of(dealings_of(contacts, state, *tasks), TODAY)
    after = health_of(dealings_of([*contacts, Made(period, direction)], state, *tasks), TODAY)
    if after.grade < before.grade:
        assert any(isinstance(reason, Frequency) and reason.weight < 0 for reason in after.reasons)


@given(CONTACTS, STATES, TASKS)
def test_what_is_done_never_lowers_it(contacts: list[Made], state: AgreementState, tasks: tuple[int, int]) -> None:
    before = health_of(dealings_of(contacts, state, *tasks), TODAY)
    assert health_of(dealings_of(contacts, state, tasks[0], 0), TODAY).grade >= before.grade
    assert health_of(dealings_of(contacts, AgreementState.STANDING, *tasks), TODAY).grade >= before.grade


@given(CONTACTS, st.integers(1, 400), STATES)
def test_time_alone_never_raises_it(contacts: list[Made], days: int, state: AgreementState) -> None:
    """Of the same facts. (What is planned becomes a contact in time, and what was usual is forgotten.)"""
    dealings = dealings_of(contacts, state)
    later = TODAY + timedelta(days=days)
    if dealings.last and dealings.last.end <= TODAY:
        assert health_of(dealings, later).grade <= health_of(dealings, TODAY).grade


@given(CONTACTS, STATES, TASKS)
def test_every_reason_is_true_and_no_grade_is_without_one(
    contacts: list[Made], state: AgreementState, tasks: tuple[int, int]
) -> None:
    health = health_of(dealings_of(contacts, state, *tasks), TODAY)
    assert health.reasons
    assert isinstance(health.reasons[0], LastContact | NoDatedContact)
    for reason in health.reasons:
        assert is_true(reason, contacts, state, tasks), reason


def is_true(reason: Reason, contacts: list[Made], state: AgreementState, tasks: tuple[int, int]) -> bool:
    """Each claim once more, straight from the contacts."""
    days = [made.day for made in contacts if made.day]
    ways = [made.direction for made in contacts if made.day and made.day > date(2021, 5, 4)]
    match reason:
        case LastContact(period, months):
            day = min(period.end, TODAY)
            none_later = day == max(days)
            return none_later and _months_later(day, months) <= TODAY < _months_later(day, months + 1)
        case NoDatedContact(undated):
            return not days and undated == len([made for made in contacts if made.is_undated])
        case Frequency(recent, before):
            return recent == sum(day > date(2025, 5, 4) for day in days) and before == sum(
                date(2021, 5, 4) < day <= date(2025, 5, 4) for day in days
            )
        case Reciprocity(incoming, outgoing):
            return (incoming, outgoing) == (ways.count(IN), ways.count(OUT))
        case AgreementReason(said):
            return said is state
        case OpenTasks(open=count, overdue=overdue):
            return (count, overdue) == tasks


def _months_later(day: date, months: int) -> date:
    """The same day so many months later; where that month is shorter, the first of the next."""
    month = day.month - 1 + months
    year, month = day.year + month // 12, month % 12 + 1
    try:
        return date(year, month, day.day)
    except ValueError:
        return date(year + month // 12, month % 12 + 1, 1)


@given(st.dates(date(1990, 1, 1), date(2030, 1, 1)), st.dates(date(1990, 1, 1), date(2030, 1, 1)), st.integers(1, 60))
def test_months_agree_with_the_day_so_many_months_before(one: date, other: date, months: int) -> None:
    earlier, later = sorted((one, other))
    assert (months_between(earlier, later) >= months) == (earlier <= months_before(later, months))


def signed(
    status: AgreementStatus | None = None, *, on: date | None = None, ends_on: date | None = None, renews: bool = False
) -> tuple[Agreement, date | None]:
    kind = AgreementKind.TOWN_TWINNING
    return Agreement(kind=kind, status=status, ends_on=ends_on, renews=renews), on


@pytest.mark.parametrize(
    ("agreements", "state"),
    [
        ([], AgreementState.NONE),
        ([signed()], AgreementState.STANDING),
        ([signed(AgreementStatus.SIGNED, ends_on=date(2026, 5, 4))], AgreementState.STANDING),
        ([signed(AgreementStatus.SIGNED, ends_on=date(2026, 5, 3))], AgreementState.OVER),
        ([signed(AgreementStatus.SIGNED, ends_on=date(2026, 5, 3), renews=True)], AgreementState.STANDING),
        ([signed(on=date(2026, 5, 5))], AgreementState.PENDING),
        ([signed(AgreementStatus.CANCELLED), signed(AgreementStatus.DORMANT)], AgreementState.DORMANT),
        ([signed(AgreementStatus.SUSPENDED), signed()], AgreementState.STANDING),
        ([signed(AgreementStatus.TERMINATED)], AgreementState.OVER),
        ([signed(AgreementStatus.NEGOTIATING)], AgreementState.PENDING),
    ],
)
def test_the_best_agreement_counts(agreements: list[tuple[Agreement, date | None]], state: AgreementState) -> None:
    assert agreement_state(agreements, TODAY) is state


def test_every_status_has_a_state() -> None:
    assert {agreement_state([signed(status)], TODAY) for status in AgreementStatus} == set(AgreementState) - {
        AgreementState.NONE
    }
