"""Periods printed in both languages, and read back."""

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.domain.periods import Period, Precision
from bot.parsing.dates import DateContext, find_date, format_day, format_period, in_iso, read_date
from bot.parsing.dates.stated import the_month, the_year

D, M, Y = Precision.DAY, Precision.MONTH, Precision.YEAR
PRINTED = [
    ("2025-05-03", "2025-05-03", D, "Saturday, 3 May 2025", "3 Mayıs 2025 Cumartesi"),
    (
        "2015-09-10",
        "2015-09-13",
        D,
        "Thursday–Sunday, 10–13 September 2015",
        "10–13 Eylül 2015 Perşembe–Pazar",
    ),
    (
        "2026-09-30",
        "2026-10-02",
        D,
        "Wednesday–Friday, 30 September – 2 October 2026",
        "30 Eylül – 2 Ekim 2026 Çarşamba–Cuma",
    ),
    (
        "2025-12-28",
        "2026-01-03",
        D,
        "Sunday–Saturday, 28 December 2025 – 3 January 2026",
        "28 Aralık 2025 – 3 Ocak 2026 Pazar–Cumartesi",
    ),
    ("2015-10-01", "2015-10-31", M, "October 2015", "Ekim 2015"),
    ("2015-10-01", "2015-12-31", M, "October–December 2015", "Ekim–Aralık 2015"),
    ("2015-11-01", "2016-01-31", M, "November 2015 – January 2016", "Kasım 2015 – Ocak 2016"),
    ("2016-01-01", "2016-12-31", Y, "2016", "2016"),
    ("2014-01-01", "2016-12-31", Y, "2014–2016", "2014–2016"),
]


@pytest.mark.parametrize(("start", "end", "precision", "english", "turkish"), PRINTED)
def test_format_period(start: str, end: str, precision: Precision, english: str, turkish: str) -> None:
    period = Period(date.fromisoformat(start), date.fromisoformat(end), precision)
    assert format_period(period, "en") == english
    assert format_period(period, "tr") == turkish
    assert format_period(period, "de") == english


def test_format_without_the_weekday() -> None:
    day = date(2025, 5, 3)
    assert format_day(day, "en", weekday=False) == "3 May 2025"
    assert format_day(day, "tr", weekday=False) == "3 Mayıs 2025"
    assert format_day(day, "tr") == "3 Mayıs 2025 Cumartesi"


def test_format_undated() -> None:
    assert format_period(None, "en") == "undated"
    assert format_period(None, "tr") == "tarihsiz"


dates = st.dates(date(1900, 1, 1), date(2100, 12, 31))


@st.composite
def periods(draw: st.DrawFn) -> Period | None:
    """Every shape of period that can be stored."""
    kind = draw(st.sampled_from(["none", "day", "days", "month", "months", "year", "years"]))
    first = draw(dates)
    if kind == "none":
        return None
    if kind.startswith("day"):
        return Period(first, first + timedelta(days=draw(st.integers(0, 500)) if kind == "days" else 0))
    later = first + timedelta(days=draw(st.integers(0, 1500)) if kind.endswith("s") else 0)
    if kind.startswith("month"):
        return Period(the_month(first.year, first.month).start, the_month(later.year, later.month).end, M)
    return Period(the_year(first.year).start, the_year(later.year).end, Y)


@given(periods(), dates, st.sampled_from(["en", "tr"]), st.sampled_from(["en", "tr"]), st.booleans())
def test_what_is_printed_reads_back(period: Period | None, today: date, written: str, read: str, weekday: bool) -> None:
    context = DateContext(today, read)
    text = format_period(period, written, weekday=weekday)
    assert read_date(text, context) == period
    found = find_date(text, context)
    assert found is not None
    assert (found.period, found.span) == (period, (0, len(text)))
    assert "\u00a0" not in text


@given(periods().filter(lambda period: period is not None and period.precision is D), dates)
def test_iso_reads_back(period: Period, today: date) -> None:
    assert read_date(in_iso(period), DateContext(today, "en")) == period
