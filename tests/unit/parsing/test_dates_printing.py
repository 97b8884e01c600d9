"""Periods printed in both languages, and read back."""

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.domain.periods import Period, Precision
from bot.parsing.dates import DateContext, find_date, format_day, format_period, in_iso, read_date
from bot.parsing.dates.stated import the_month, the_year
from bot.parsing.dates.units import half_of_month, part_of, season_of, unit_of

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
    ("2026-05-04", "2026-05-10", Precision.WEEK, "week of 4 May 2026", "4 Mayıs 2026 haftası"),
    ("2026-05-21", "2026-05-31", Precision.PART, "late May 2026", "Mayıs 2026 sonu"),
    ("2026-01-01", "2026-04-30", Precision.PART, "early 2026", "2026 başı"),
    ("2026-05-16", "2026-05-31", Precision.PART, "second half of May 2026", "Mayıs 2026'nın ikinci yarısı"),
    ("2026-05-03", "2026-05-03", Precision.PART, "around 3 May 2026", "3 Mayıs 2026 civarı"),
    ("2016-07-01", "2016-09-30", Precision.QUARTER, "third quarter of 2016", "2016'nın üçüncü çeyreği"),
    ("2026-07-01", "2026-12-31", Precision.HALF, "second half of 2026", "2026'nın ikinci yarısı"),
    ("2026-03-01", "2026-05-31", Precision.SEASON, "spring 2026", "2026 ilkbaharı"),
    ("2026-12-01", "2027-02-28", Precision.SEASON, "winter 2026–27", "2026–27 kışı"),
    ("1990-01-01", "1999-12-31", Precision.DECADE, "1990s", "1990'lar"),
    ("2020-01-01", "2029-12-31", Precision.DECADE, "2020s", "2020'ler"),
    ("0001-01-01", "2026-05-05", D, "until 5 May 2026", "5 Mayıs 2026'ya kadar"),
    ("2005-01-01", "9999-12-31", Y, "from 2005 on", "2005'ten itibaren"),
    ("2015-10-01", "9999-12-31", M, "from October 2015 on", "Ekim 2015'ten itibaren"),
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
    kind = draw(st.sampled_from(["none", "day", "days", "month", "months", "year", "years", "unit", "part", "open"]))
    first = draw(dates)
    whole = draw(st.sampled_from([the_month(first.year, first.month), the_year(first.year)]))
    if kind == "unit":
        unit = draw(st.sampled_from(["week", "quarter", "half", "decade", "season"]))
        return season_of(first.year, draw(st.sampled_from([3, 6, 9, 12]))) if unit == "season" else unit_of(unit, first)
    if kind == "part":
        part = st.sampled_from(["early", "middle", "late"]).map(lambda part: part_of(whole, part))
        half = st.integers(1, 2).map(lambda n: half_of_month(the_month(first.year, first.month), n))
        return draw(st.one_of(part, half, st.just(Period(first, first, Precision.PART))))
    if kind == "open":
        stated = draw(st.sampled_from([whole, Period.day(first)]))
        until = Period(date.min, stated.end, stated.precision)
        return draw(st.sampled_from([until, Period(stated.start, date.max, stated.precision)]))
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
