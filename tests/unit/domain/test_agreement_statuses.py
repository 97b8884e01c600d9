"""Which status may follow which."""

from dataclasses import replace
from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.domain.agreement_statuses import ENDINGS, TRANSITIONS, NotAllowed, may_become, moved, stands_as
from bot.domain.agreements import Agreement, AgreementKind, AgreementStatus

TODAY = date(2026, 5, 4)
statuses = st.sampled_from(AgreementStatus)
agreements = st.builds(
    Agreement,
    kind=st.sampled_from(AgreementKind),
    ends_on=st.none() | st.dates(date(2000, 1, 1), date(2050, 1, 1)),
    status=st.none() | statuses,
    status_date=st.none() | st.dates(date(2000, 1, 1), TODAY),
    reason=st.text(max_size=5),
    renews=st.booleans(),
)


def test_every_status_has_its_row() -> None:
    assert set(TRANSITIONS) == set(AgreementStatus)


@pytest.mark.parametrize("status", AgreementStatus)
def test_every_status_can_be_reached_from_a_plan_or_a_signature(status: AgreementStatus) -> None:
    reached = {AgreementStatus.IDEA}
    for _ in AgreementStatus:
        reached |= {after for before in reached for after in TRANSITIONS[before]}
    assert status in reached


@pytest.mark.parametrize("status", AgreementStatus)
def test_whatever_is_not_over_can_be_brought_to_an_end(status: AgreementStatus) -> None:
    assert status in ENDINGS or TRANSITIONS[status] & ENDINGS


@given(agreements, st.lists(statuses, max_size=12))
def test_any_way_through_the_machine(agreement: Agreement, wanted: list[AgreementStatus]) -> None:
    for step, status in enumerate(wanted):
        before, on = agreement, TODAY - timedelta(days=1000 - step)
        stood = stands_as(before, TODAY)
        if status not in TRANSITIONS[stood]:
            assert not may_become(before, status, TODAY)
            with pytest.raises(NotAllowed) as refused:
                moved(before, status, on=on, today=TODAY, reason="why")
            assert (refused.value.before, refused.value.after) == (stood, status)
            continue
        agreement = moved(before, status, on=on, today=TODAY, reason="why")
        assert stood not in ENDINGS, "nothing follows an end"
        assert agreement == replace(before, status=status, status_date=on, reason="why"), "nothing else changes"


@given(agreements, statuses)
def test_nothing_follows_what_another_agreement_has_followed(agreement: Agreement, status: AgreementStatus) -> None:
    assert not may_become(replace(agreement, renewed_by=9), status, TODAY)


def test_what_has_expired_can_be_renewed_but_not_terminated_into_life() -> None:
    expired = Agreement(kind=AgreementKind.MEMORANDUM, ends_on=date(2020, 1, 1))
    assert stands_as(expired, TODAY) is AgreementStatus.EXPIRED
    assert may_become(expired, AgreementStatus.RENEWED, TODAY)
    assert not may_become(expired, AgreementStatus.DORMANT, TODAY)


def test_a_plan_cannot_be_renewed() -> None:
    with pytest.raises(NotAllowed):
        moved(
            Agreement(kind=AgreementKind.MEMORANDUM, status=AgreementStatus.NEGOTIATING),
            AgreementStatus.RENEWED,
            on=TODAY,
            today=TODAY,
        )
