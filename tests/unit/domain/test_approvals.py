"""What is missing of the approvals, and what came too late."""

from datetime import date

import pytest

from bot.domain.approvals import (
    COUNCIL,
    PERMISSION,
    Approval,
    ApprovalState,
    Gap,
    Problem,
    chain_of,
    find_gaps,
    lacks_approval,
    needed_steps,
    with_approval,
    without_step,
)
from bot.domain.authorities import authority
from bot.domain.periods import Period

BOTH = (COUNCIL, PERMISSION)
SIGNED = Period.day(date(2011, 11, 23))


def recorded(step: str, day: str = "", number: str = "1") -> Approval:
    on = date.fromisoformat(day) if day else None
    return Approval(step=step, state=ApprovalState.RECORDED, day=on, number=number)


def test_the_chain_is_that_of_the_country_until_the_team_sets_its_own() -> None:
    assert chain_of(None, "TR") == BOTH
    assert chain_of(None, "AL") == chain_of((), "TR") == ()
    assert chain_of(("governor",), "TR") == ("governor",)


@pytest.mark.parametrize(
    ("countries", "steps"),
    [(["AL"], BOTH), ([], BOTH), ([None], BOTH), (["TR"], (COUNCIL,)), (["TR", "AL"], BOTH), (["KKTC"], BOTH)],
)
def test_two_municipalities_of_one_country_need_no_ministry(countries: list[str | None], steps: tuple[str]) -> None:
    assert needed_steps(BOTH, "TR", countries) == steps


def test_selcuklu_and_beit_hanoun() -> None:
    approvals = (recorded(COUNCIL, "2011-07-01", "171"), recorded(PERMISSION, "2011-12-23", "31750/50000"))
    assert find_gaps(approvals, BOTH, SIGNED) == (Gap(PERMISSION, Problem.LATE),)
    assert not lacks_approval(approvals, BOTH)


def test_the_order_of_storing_does_not_matter_the_order_of_the_days_does() -> None:
    late = (recorded(PERMISSION, "2011-06-01"), recorded(COUNCIL, "2011-07-01"))
    assert find_gaps(late, BOTH, SIGNED) == (Gap(PERMISSION, Problem.OUT_OF_ORDER, COUNCIL),)
    same_day = (recorded(PERMISSION, "2010-03-30"), recorded(COUNCIL, "2010-03-30"))
    assert find_gaps(same_day, BOTH, None) == ()


def test_a_year_of_signing_has_nothing_after_it_within_the_year() -> None:
    year = Period(date(2011, 1, 1), date(2011, 12, 31))
    assert find_gaps((recorded(COUNCIL, "2011-12-31"),), (COUNCIL,), year) == ()


@pytest.mark.parametrize(
    ("state", "problem"),
    [
        (ApprovalState.REQUESTED, Problem.AWAITED),
        (ApprovalState.ON_FILE, None),
        (ApprovalState.NOT_REQUIRED, None),
        (None, Problem.MISSING),
    ],
)
def test_only_what_is_awaited_is_awaited(state: ApprovalState | None, problem: Problem | None) -> None:
    approvals = (Approval(step=PERMISSION, state=state),) if state else ()
    assert find_gaps(approvals, (PERMISSION,), SIGNED) == ((Gap(PERMISSION, problem),) if problem else ())
    assert lacks_approval(approvals, (PERMISSION,)) is (problem is not None)


def test_a_step_has_one_record() -> None:
    first, second = recorded(COUNCIL, number="1"), recorded(COUNCIL, number="2")
    assert with_approval((first, recorded(PERMISSION)), second) == (second, recorded(PERMISSION))
    assert without_step((first, recorded(PERMISSION)), COUNCIL) == (recorded(PERMISSION),)


@pytest.mark.parametrize(
    ("day", "name"),
    [
        ("2018-12-09", "İçişleri Bakanlığı"),
        ("2018-12-10", "Çevre ve Şehircilik Bakanlığı"),
        ("2021-10-28", "Çevre ve Şehircilik Bakanlığı"),
        ("2021-10-29", "Çevre, Şehircilik ve İklim Değişikliği Bakanlığı"),
    ],
)
def test_the_ministry_is_called_as_it_was_called_on_that_day(day: str, name: str) -> None:
    assert authority("TR", PERMISSION, date.fromisoformat(day), "tr") == name
    assert authority("AL", PERMISSION, date.fromisoformat(day), "tr") == ""
