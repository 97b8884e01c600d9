"""When agreements end, and by when notice has to be given."""

from dataclasses import replace
from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.domain.agreement_terms import day_between, end_from, notice_day, status_on, turn_on
from bot.domain.agreements import Agreement, AgreementKind, AgreementStatus
from bot.domain.durations import Duration
from bot.domain.edits import Edit, Field, changed
from bot.domain.periods import Period
from bot.domain.records import Record
from bot.parsing.dates import Term

MOU = Agreement(kind=AgreementKind.MEMORANDUM)
days = st.dates(date(1950, 1, 1), date(2150, 12, 31))
months = st.integers(1, 240)
renewing = st.builds(
    lambda end, term, notice: replace(MOU, ends_on=end, term=Duration(term), renews=True, notice=notice),
    st.dates(date(1950, 1, 1), date(2060, 12, 31)),
    st.integers(1, 72),
    st.none() | st.builds(Duration, st.integers(0, 14), st.integers(0, 40)),
)


@pytest.mark.parametrize(
    ("end", "notice", "expected"),
    [
        (date(2029, 3, 13), Duration(3), date(2028, 12, 13)),
        (date(2029, 5, 31), Duration(3), date(2029, 2, 28)),
        (date(2028, 5, 31), Duration(3), date(2028, 2, 29)),
        (date(2029, 3, 13), Duration(days=90), date(2028, 12, 13)),
        (date(2028, 12, 31), Duration(12), date(2027, 12, 31)),
        (date(1, 1, 31), Duration(3), None),
    ],
)
def test_the_last_day_to_give_notice(end: date, notice: Duration, expected: date | None) -> None:
    assert notice_day(replace(MOU, notice=notice), end) == expected


@given(days, st.integers(0, 36), st.integers(0, 120))
def test_notice_comes_before_the_end_and_longer_notice_earlier(end: date, months: int, days: int) -> None:
    notice = Duration(months, days).before(end)
    longer, later = Duration(months + 1, days).before(end), Duration(months, days).before(end + timedelta(days=1))
    assert notice
    assert longer
    assert later
    assert longer < notice <= end
    assert notice <= later


@given(days, months, st.integers(0, 40))
def test_a_term_that_follows_is_counted_as_the_first(start: date, months: int, more: int) -> None:
    first = Term(months=months, days=more).end_after(start)
    assert Duration(months, more).end_after(start - timedelta(days=1)) == first


@given(renewing, days)
def test_what_renews_by_itself_has_its_end_ahead(agreement: Agreement, today: date) -> None:
    first, term = agreement.ends_on, agreement.term
    assert first
    assert term
    end = end_from(agreement, today)
    assert end
    assert end >= max(first, today)
    assert end_from(agreement, end) == end, "the day of the end is still within its term"
    ends = [first, *(term.end_after(first, times) for times in range(1, 3000))]
    assert end == next(one for one in ends if one and one >= today), "none is left out"
    assert status_on(agreement, today) is None
    assert turn_on(agreement, today) is not None


@given(renewing | renewing.map(lambda one: replace(one, renews=False)), days, st.integers(0, 400))
def test_the_next_day_is_found_as_by_looking_at_every_term(agreement: Agreement, start: date, length: int) -> None:
    until = start + timedelta(days=length)
    assert agreement.ends_on
    assert agreement.term
    ends = [agreement.ends_on]
    while agreement.renews and ends[-1] <= until + timedelta(days=1200):
        following = agreement.term.end_after(agreement.ends_on, len(ends))
        assert following
        ends.append(following)
    every = [(end, False) for end in ends]
    every += [(day, True) for end in ends if (day := notice_day(agreement, end))]
    within = [pair for pair in every if start <= pair[0] <= until]
    expected = min(within, default=None)
    found = day_between(agreement, start, until)
    assert (found and found[0]) == (expected and expected[0])


@pytest.mark.parametrize("status", [None, AgreementStatus.SIGNED, AgreementStatus.RENEWED])
def test_expired_is_derived_from_the_end(status: AgreementStatus | None) -> None:
    agreement = replace(MOU, ends_on=date(2020, 5, 2), status=status)
    assert status_on(agreement, date(2020, 5, 2)) is status
    assert status_on(agreement, date(2020, 5, 3)) is AgreementStatus.EXPIRED


@pytest.mark.parametrize("status", [AgreementStatus.IN_FORCE, AgreementStatus.CANCELLED, AgreementStatus.SUSPENDED])
def test_a_status_that_was_stated_stays(status: AgreementStatus) -> None:
    assert status_on(replace(MOU, ends_on=date(2020, 5, 2), status=status), date(2026, 5, 4)) is status


def test_what_was_renewed_by_another_has_no_days_ahead() -> None:
    agreement = replace(MOU, ends_on=date(2026, 6, 1), renewed_by=9)
    assert turn_on(agreement, date(2026, 5, 4)) is None
    assert day_between(agreement, date(2026, 5, 4), date(2026, 12, 31)) is None


def test_a_29_february_is_kept_where_there_is_one() -> None:
    leap = replace(MOU, ends_on=date(2024, 2, 29), term=Duration(12), renews=True)
    assert [end_from(leap, date(year, 1, 1)) for year in (2024, 2025, 2028)] == [
        date(2024, 2, 29),
        date(2025, 2, 28),
        date(2028, 2, 29),
    ]


def test_an_end_that_was_counted_from_the_signing_moves_with_it() -> None:
    signed = Period.day(date(2024, 3, 14))
    record = Record(details=replace(MOU, ends_on=date(2029, 3, 13), term=Duration(60)), period=signed)
    moved = changed(record, Edit(Field.DATE, Period.day(date(2024, 3, 20))))
    assert isinstance(moved.details, Agreement)
    assert moved.details.ends_on == date(2029, 3, 19)
    stated = replace(record, details=replace(MOU, ends_on=date(2029, 12, 31), term=Duration(60)))
    assert changed(stated, Edit(Field.DATE, Period.day(date(2024, 3, 20)))).details == stated.details
