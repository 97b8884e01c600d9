"""Dates as people write them, in both languages: found in a message, and read where only a date is expected."""

from datetime import date

import pytest

from bot.domain.periods import Period, Precision
from bot.errors import BotError, EndBeforeStart, ImpossibleDate, NotADate, WhichDate
from bot.parsing.dates import DateContext, Dated, find_date, read_date

TODAY = date(2026, 5, 5)  # a Tuesday
ENGLISH = DateContext(TODAY, "en", "day")
TURKISH = DateContext(TODAY, "tr", None)
UNSETTLED = DateContext(TODAY, "en", None)


def days(start: str, end: str | None = None) -> Period:
    return Period(date.fromisoformat(start), date.fromisoformat(end or start))


def month(start: str, end: str) -> Period:
    return Period(date.fromisoformat(start), date.fromisoformat(end), Precision.MONTH)


def year(start: int, end: int | None = None) -> Period:
    return Period(date(start, 1, 1), date(end or start, 12, 31), Precision.YEAR)


MAY_3 = days("2025-05-03")
WRITTEN = [
    # one day, in numbers
    ("2025-05-03", MAY_3),
    ("2025/5/3", MAY_3),
    ("20250503", MAY_3),
    ("3.5.2025", MAY_3),
    ("03.05.2025", MAY_3),
    ("3/5/2025", MAY_3),
    ("3-5-2025", MAY_3),
    ("03/05/25", MAY_3),
    ("3.5.25", MAY_3),
    ("12.5.26", days("2026-05-12")),
    ("22/7", days("2026-07-22")),
    ("31.10.1974", days("1974-10-31")),
    ("05/22/2025", days("2025-05-22")),  # only possible the other way round
    # one day, in words
    ("3 May 2025", MAY_3),
    ("3rd May 2025", MAY_3),
    ("3rd of May 2025", MAY_3),
    ("the 3rd of May, 2025", MAY_3),
    ("May 3, 2025", MAY_3),
    ("May 3rd 2025", MAY_3),
    ("on 3 May 2025", MAY_3),
    ("2025 May 3", MAY_3),
    ("06/Nov/2023", days("2023-11-06")),
    ("09-JAN-2017", days("2017-01-09")),
    ("Saturday, 3 May 2025", MAY_3),
    ("Sat 3 May 2025", MAY_3),
    ("Sep. 2, 2025", days("2025-09-02")),
    ("3 Mayıs 2025", MAY_3),
    ("3 MAYIS 2025", MAY_3),
    ("3 mayis 2025", MAY_3),
    ("3 Mayıs 2025 Cumartesi", MAY_3),
    ("3 Mayıs 2025, Cumartesi günü", MAY_3),
    ("3 Mayıs 2025'te", MAY_3),
    ("3 mayıs 2025te", MAY_3),
    ("21/04/2016'da", days("2016-04-21")),
    ("14 nisan", days("2026-04-14")),
    ("3 Mayıs'ta", days("2026-05-03")),
    ("3 mayısta", days("2026-05-03")),
    ("3 Mayıs’a", days("2026-05-03")),
    ("25 Aralık", days("2026-12-25")),
    ("Tuesday 5 May", days("2026-05-05")),
    ("today", days("2026-05-05")),
    ("tomorrow", days("2026-05-06")),
    ("yesterday", days("2026-05-04")),
    ("bugün", days("2026-05-05")),
    ("yarın", days("2026-05-06")),
    ("dün", days("2026-05-04")),
    # ranges
    ("2025-05-03..2025-05-05", days("2025-05-03", "2025-05-05")),
    ("2025-05-03/2025-05-05", days("2025-05-03", "2025-05-05")),
    ("2025-05-03 – 2025-05-05", days("2025-05-03", "2025-05-05")),
    ("2025-05..2025-07", month("2025-05-01", "2025-07-31")),
    ("10 – 13 September 2015", days("2015-09-10", "2015-09-13")),
    ("10-13 Eylül 2015", days("2015-09-10", "2015-09-13")),
    ("10—13 September 2015", days("2015-09-10", "2015-09-13")),
    ("September 10-13, 2015", days("2015-09-10", "2015-09-13")),
    ("from 10 to 13 September 2015", days("2015-09-10", "2015-09-13")),
    ("from the 10th to the 13th of September 2015", days("2015-09-10", "2015-09-13")),
    ("between 10 and 13 September 2015", days("2015-09-10", "2015-09-13")),
    ("10-13.09.2015", days("2015-09-10", "2015-09-13")),
    ("10.09.2015-13.09.2015", days("2015-09-10", "2015-09-13")),
    ("30 September – 2 October 2026", days("2026-09-30", "2026-10-02")),
    ("Sept 30 - Oct 2, 2026", days("2026-09-30", "2026-10-02")),
    ("28 Dec 2025 - 3 Jan 2026", days("2025-12-28", "2026-01-03")),
    ("28 December - 3 January 2026", days("2025-12-28", "2026-01-03")),
    ("28 December 2025 - 3 January", days("2025-12-28", "2026-01-03")),
    ("28 Aralık - 3 Ocak", days("2026-12-28", "2027-01-03")),
    ("3 Mayıs'tan 5 Mayıs'a kadar", days("2026-05-03", "2026-05-05")),
    ("3 mayıstan 5 mayısa", days("2026-05-03", "2026-05-05")),
    ("3 ile 5 Haziran 2026", days("2026-06-03", "2026-06-05")),
    ("2 Ekim ve 22 Ekim arası", days("2026-10-02", "2026-10-22")),
    ("Thursday–Sunday, 10–13 September 2015", days("2015-09-10", "2015-09-13")),
    ("3–5 Haziran 2026 Çarşamba–Cuma", days("2026-06-03", "2026-06-05")),
    ("January 12, 2016 - 22/01/2016", days("2016-01-12", "2016-01-22")),
    ("October–December 2015", month("2015-10-01", "2015-12-31")),
    ("from Nov 2025 to Jan 2026", month("2025-11-01", "2026-01-31")),
    ("Mart'tan Mayıs'a kadar", month("2026-03-01", "2026-05-31")),
    ("2014–2016", year(2014, 2016)),
    ("from 2014 to 2016", year(2014, 2016)),
    # less exact
    ("October 2015", month("2015-10-01", "2015-10-31")),
    ("Oct. 2015", month("2015-10-01", "2015-10-31")),
    ("Ekim 2015", month("2015-10-01", "2015-10-31")),
    ("Ekim 2015'te", month("2015-10-01", "2015-10-31")),
    ("2025-05", month("2025-05-01", "2025-05-31")),
    ("05/2025", month("2025-05-01", "2025-05-31")),
    ("in October", month("2026-10-01", "2026-10-31")),
    ("Ekim'de", month("2026-10-01", "2026-10-31")),
    ("ekimde", month("2026-10-01", "2026-10-31")),
    ("2016", year(2016)),
    ("in 2016", year(2016)),
    ("2026'da", year(2026)),
    ("2008 yılı", year(2008)),
    ("2008 yılında", year(2008)),
]


@pytest.mark.parametrize(("text", "period"), WRITTEN)
@pytest.mark.parametrize("context", [ENGLISH, TURKISH])
def test_read_date_written(text: str, period: Period, context: DateContext) -> None:
    assert read_date(text, context) == period


@pytest.mark.parametrize(("text", "period"), WRITTEN)
@pytest.mark.parametrize("context", [ENGLISH, TURKISH])
def test_find_date_alone_takes_all_of_it(text: str, period: Period, context: DateContext) -> None:
    assert find_date(text, context) == Dated(period, (0, len(text)))


@pytest.mark.parametrize(("text", "period"), WRITTEN)
def test_find_date_in_a_message(text: str, period: Period) -> None:
    message = f"Delegation in Tirana, {text}, 6 kişi"
    found = find_date(message, ENGLISH)
    assert found is not None
    assert found.period == period


@pytest.mark.parametrize("text", ["March", "mar", "Ekim", "ekim"])
def test_read_date_month_alone(text: str) -> None:
    start = {"m": date(2026, 3, 1), "e": date(2026, 10, 1)}[text[0].lower()]
    assert read_date(text, ENGLISH) == month(str(start), str(start.replace(day=31)))


@pytest.mark.parametrize(
    "text", ["undated", "tarihsiz", "no date", "without a date", "tarihi yok", "tarih belirsiz", "Undated."]
)
def test_undated_is_stated(text: str) -> None:
    assert read_date(text, ENGLISH) is None
    assert find_date(text, TURKISH) is not None


ANKARA = [
    ("/log event China Days in Ankara, 2000", year(2000)),
    ("/log event Ankara Days in N.Cyprus T.R., 2008", year(2008)),
    (
        "/log event Budapest Days in Ankara, 10 – 13 September 2015",
        days("2015-09-10", "2015-09-13"),
    ),
    ("/log event Ankara Days in Moscow, October 2015", month("2015-10-01", "2015-10-31")),
    ("/log visit from Islamabad undated technical visit", None),
    ("/log visit to Washington undated signing ceremony: Sister City Protocol", None),
    ("/log event Presidium Meeting of the Association of Towns Awarded the Europe Prize, 2012", year(2012)),
    (
        "/log event 3rd Digital Interaction Committee Meeting of Organization of Islamic Capitals (OICC), 2012",
        year(2012),
    ),
    ("/log event 11th General Assembly and 26th Administrative Council Meeting of OICC, 2007", year(2007)),
    ("/log event The 9th Conference of European Capitals for EU Enlargement, 2005", year(2005)),
    ("/log event 1st General Assembly of Black Sea Capitals' Association, 2000", year(2000)),
    ("tiran'dan 3-5 haziran teknik ziyaret: katı atık tesisi, 6 kişi", days("2026-06-03", "2026-06-05")),
    ("pardon 4 mayıs", days("2026-05-04")),
    ("Tirana 2025-05-03 31 people", MAY_3),
    ("/visit Mar del Plata 3 May 2025", MAY_3),
    ("/ziyaret Çarşamba'dan 3 mayıs 2025 6 kişi", MAY_3),
    ("Founded in 1990, visited on 3 May 2025", MAY_3),
    ("2016 Ankara Days in Budapest", year(2016)),
]


@pytest.mark.parametrize(("message", "period"), ANKARA)
def test_find_date_of_a_record(message: str, period: Period | None) -> None:
    found = find_date(message, ENGLISH)
    assert found is not None
    assert found.period == period


@pytest.mark.parametrize(
    ("message", "words"),
    [
        ("visit to Tirana on 3 May 2025: waste", "on 3 May 2025"),
        ("Tiran 3 Mayıs'ta teknik ziyaret", "3 Mayıs'ta"),
        ("Ekim 2015'te Moskova", "Ekim 2015'te"),
        ("Tirana, from 10 to 13 September, 6 people", "from 10 to 13 September"),
        ("İSTANBUL'da 3 MAYIS 2025", "3 MAYIS 2025"),
    ],
)
def test_find_date_span_is_what_belongs_to_the_date(message: str, words: str) -> None:
    found = find_date(message, ENGLISH)
    assert found is not None
    assert message[slice(*found.span)] == words


@pytest.mark.parametrize(
    "message",
    [
        "",
        "…",
        "Tirana",
        "March",
        "from March",
        "May Pen",
        "Mar del Plata",
        "Nice",
        "Mary from Batman",
        "Ordu, Of, Van",
        "Çarşamba'dan heyet",
        "Çarşamba",
        "Sun City Center",
        "Habitat 2000 Project",
        "31 people",
        "+6",
        "6 kişi",
        "v12",
        "V12 A7",
        "12:30",
        "+90 312 555 12 34",
        "0312 555 12 34",
        "192.168.1.12",
        '"3 May 2025" is the title',
        "“10–13 September 2015”",
        "karar 31750/50000",
        "3rd Digital Interaction Committee Meeting",
        "12km",
        "€ 2016",
        "https://example.org/2025/05/03",
        "45.13.2025",
    ],
)
@pytest.mark.parametrize("context", [ENGLISH, TURKISH, UNSETTLED])
def test_find_date_none(message: str, context: DateContext) -> None:
    assert find_date(message, context) is None


@pytest.mark.parametrize("text", ["", "Tirana", "31 people", "12:30", "3 May 2025 in Tirana", "45.13.2025"])
def test_read_date_not_a_date(text: str) -> None:
    with pytest.raises(NotADate) as error:
        read_date(text, ENGLISH)
    assert error.value.parameters == {"text": text}


@pytest.mark.parametrize(
    ("text", "words", "example"),
    [
        ("31.02.2026", "31.02.2026", "2026-02-28"),
        ("2025-02-30", "2025-02-30", "2025-02-28"),
        ("31 February 2026", "31 February 2026", "2026-02-28"),
        ("visit Tirana on 31 April 2026", "31 April 2026", "2026-04-30"),
        ("30 Şubat", "30 Şubat", "2026-02-28"),
        ("29 Şubat 2027'de", "29 Şubat 2027", "2027-02-28"),
        ("Tirana, 2026: 31/11/2026", "31/11/2026", "2026-11-30"),
    ],
)
@pytest.mark.parametrize("context", [ENGLISH, TURKISH, UNSETTLED])
def test_impossible_date(text: str, words: str, example: str, context: DateContext) -> None:
    with pytest.raises(ImpossibleDate) as error:
        find_date(text, context)
    assert error.value.parameters == {"date": words, "example": days(example)}


@pytest.mark.parametrize(
    "text", ["13-10 September 2015", "3 Mayıs 2025 - 1 Mayıs 2025", "2016-2014 arası", "13-10.09.2015"]
)
def test_end_before_start(text: str) -> None:
    with pytest.raises(EndBeforeStart):
        find_date(text, ENGLISH)


def choices_of(error: WhichDate) -> list[tuple[object, str]]:
    return [(choice.label, choice.text) for choice in error.choices]


def test_numbers_in_an_unsettled_order_are_asked() -> None:
    message = "/log visit Hanover 03/05/2025 6 people"
    with pytest.raises(WhichDate) as error:
        find_date(message, UNSETTLED)
    assert error.value.hole is not None
    assert message[slice(*error.value.hole)] == "03/05/2025"
    assert error.value.parameters == {"text": "03/05/2025"}
    assert choices_of(error.value) == [(MAY_3, "2025-05-03"), (days("2025-03-05"), "2025-03-05")]


@pytest.mark.parametrize(
    ("text", "context", "period"),
    [
        ("03/05/2025", ENGLISH, MAY_3),
        ("03/05/2025", TURKISH, MAY_3),
        ("05/03/2025", DateContext(TODAY, "en", "month"), MAY_3),
        ("05/03/2025", DateContext(TODAY, "tr", "month"), MAY_3),
        ("05/05/2025", UNSETTLED, days("2025-05-05")),
        ("13/05/2025", UNSETTLED, days("2025-05-13")),
        ("Saturday 03/05/2025", UNSETTLED, MAY_3),
    ],
)
def test_numbers_in_a_settled_order(text: str, context: DateContext, period: Period) -> None:
    assert read_date(text, context) == period


def test_a_range_in_an_unsettled_order_is_asked_as_a_whole() -> None:
    with pytest.raises(WhichDate) as error:
        read_date("03/05/2025 - 05/05/2025", UNSETTLED)
    assert error.value.hole == (0, 23)
    assert choices_of(error.value)[0] == (days("2025-05-03", "2025-05-05"), "2025-05-03..2025-05-05")


@pytest.mark.parametrize("text", ["Friday, 3 May 2025", "3 Mayıs 2025 Cuma"])
def test_a_weekday_that_contradicts_its_date_is_asked(text: str) -> None:
    with pytest.raises(WhichDate) as error:
        find_date(text, ENGLISH)
    assert choices_of(error.value) == [(MAY_3, "2025-05-03"), (days("2025-05-02"), "2025-05-02")]


def test_every_choice_reads_back() -> None:
    for text in ("03/05/2025", "Friday, 3 May 2025", "03/05/2025 - 05/06/2025"):
        with pytest.raises(WhichDate) as error:
            find_date(text, UNSETTLED)
        for choice in error.value.choices:
            assert read_date(choice.text, UNSETTLED) == choice.label


def test_without_a_year_what_is_past_counts_as_three_times_as_far() -> None:
    for text, period in [
        ("3 March", days("2026-03-03")),
        ("4 February", days("2026-02-04")),  # 90 days ago, 275 ahead
        ("2 February", days("2027-02-02")),  # 92 days ago, 273 ahead
        ("3 December", days("2026-12-03")),
        ("29 February", days("2028-02-29")),
    ]:
        assert read_date(text, ENGLISH) == period, text


def test_errors_are_for_people() -> None:
    assert all(issubclass(error, BotError) for error in (ImpossibleDate, WhichDate, NotADate, EndBeforeStart))
