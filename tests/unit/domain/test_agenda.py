"""What is ahead, in weeks and months."""

from datetime import date

from bot.domain.agenda import Span, grouped, span_of
from bot.domain.periods import Period, Precision
from bot.domain.records import Record, StoredRecord
from bot.domain.visits import Visit

TODAY = date(2026, 5, 4)  # a Monday
WEEK, MONTH, YEAR, DAY = Precision.WEEK, Precision.MONTH, Precision.YEAR, Precision.DAY


def _period(start: str, end: str = "", precision: Precision = DAY) -> Period:
    return Period(date.fromisoformat(start), date.fromisoformat(end or start), precision)


def _groups(span: Span, *periods: Period | None) -> list[tuple[Period, list[Period | None]]]:
    stored = [
        StoredRecord(id=n, number=n, version=1, record=Record(details=Visit(), period=period))
        for n, period in enumerate(periods)
    ]
    return [(group.period, [one.record.period for one in group.records]) for group in grouped(stored, span)]


def test_the_default_is_ninety_days_from_today() -> None:
    assert span_of(None, TODAY) == Span(TODAY, date(2026, 8, 2))


def test_a_period_that_goes_on_is_looked_at_from_today() -> None:
    year = _period("2026-01-01", "2026-12-31", YEAR)
    assert span_of(year, TODAY) == Span(TODAY, date(2026, 12, 31), year)


def test_a_period_that_is_over_is_looked_at_as_a_whole() -> None:
    year = _period("2025-01-01", "2025-12-31", YEAR)
    assert span_of(year, TODAY) == Span(date(2025, 1, 1), date(2025, 12, 31), year)


def test_a_month_is_told_by_week() -> None:
    friday, next_monday = _period("2026-05-08"), _period("2026-05-11", "2026-05-13")
    may = _period("2026-05-01", "2026-05-31", MONTH)
    assert _groups(Span(TODAY, date(2026, 5, 31), may), next_monday, may, friday) == [
        (_period("2026-05-04", "2026-05-10", WEEK), [friday]),
        (_period("2026-05-11", "2026-05-17", WEEK), [next_monday]),
        (may, [may]),
    ]


def test_a_longer_time_is_told_by_month_and_what_is_vague_comes_last() -> None:
    fifth, june = _period("2026-05-05"), _period("2026-06-01", "2026-06-30", MONTH)
    third, year = _period("2026-06-03"), _period("2026-01-01", "2026-12-31", YEAR)
    assert _groups(span_of(None, TODAY), year, third, june, fifth, None) == [
        (_period("2026-05-01", "2026-05-31", MONTH), [fifth]),
        (june, [third, june]),
        (year, [year]),
    ]


def test_what_began_before_stands_where_the_list_begins() -> None:
    running = _period("2026-04-28", "2026-05-06")
    assert _groups(span_of(None, TODAY), running) == [(_period("2026-05-01", "2026-05-31", MONTH), [running])]
