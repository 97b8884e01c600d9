"""Dates told from today, parts of periods, open ends: in both languages, as people type them."""

from datetime import date

import pytest

from bot.domain.periods import Period, Precision
from bot.errors import EndBeforeStart, NotADate, WhichDate
from bot.parsing.dates import DateContext, Dated, find_date, read_date

TODAY = date(2026, 5, 5)  # a Tuesday
ENGLISH = DateContext(TODAY, "en", "day")
TURKISH = DateContext(TODAY, "tr")
EVER, NEVER = "0001-01-01", "9999-12-31"


def period(start: str, end: str = "", precision: str = "day") -> Period:
    return Period(date.fromisoformat(start), date.fromisoformat(end or start), Precision(precision))


NEXT_WEEK = period("2026-05-11", "2026-05-17", "week")
NEXT_MONTH = period("2026-06-01", "2026-06-30", "month")
TOLD = [
    # days
    ("the day after tomorrow", period("2026-05-07")),
    ("the day before yesterday", period("2026-05-03")),
    ("öbür gün", period("2026-05-07")),
    ("evvelsi gün", period("2026-05-03")),
    ("dünden önceki gün", period("2026-05-03")),
    ("ertesi gün", period("2026-05-06")),
    ("bugünkü", period("2026-05-05")),
    ("haftaya bugün", period("2026-05-12")),
    ("in 10 days", period("2026-05-15")),
    ("ten days ago", period("2026-04-25")),
    ("in a fortnight", period("2026-05-19")),
    ("in a couple of weeks", period("2026-05-19")),
    ("3 weeks from tomorrow", period("2026-05-27")),
    ("two weeks before 13 May 1999", period("1999-04-29")),
    ("in 1 year 2 months", period("2027-07-05")),
    ("iki hafta sonra", period("2026-05-19")),
    ("on beş gün sonra", period("2026-05-20")),
    ("onbeş gün sonra", period("2026-05-20")),
    ("üç gün önce", period("2026-05-02")),
    ("6 ay sonra", period("2026-11-05")),
    ("2 yıl 21 gün sonra", period("2028-05-26")),
    ("bugünden 2 gün sonra", period("2026-05-07")),
    ("3 hafta içinde", period("2026-05-26")),
    ("5 May for 3 days", period("2026-05-05", "2026-05-07")),
    # weekdays
    ("coming Friday", period("2026-05-08")),
    ("this Friday", period("2026-05-08")),
    ("last Friday", period("2026-05-01")),
    ("Friday next week", period("2026-05-15")),
    ("next week Friday", period("2026-05-15")),
    ("last week's Sunday", period("2026-05-03")),
    ("two Sundays from now", period("2026-05-17")),
    ("Friday the 8th", period("2026-05-08")),
    ("this Friday (8 May)", period("2026-05-08")),
    ("from Monday to Wednesday", period("2026-05-11", "2026-05-13")),
    ("next Monday", period("2026-05-11")),  # this week's is over
    ("bu cuma", period("2026-05-08")),
    ("önümüzdeki cuma", period("2026-05-08")),
    ("geçen cuma", period("2026-05-01")),
    ("cuma günü", period("2026-05-08")),
    ("cumaya", period("2026-05-08")),
    ("haftaya salı", period("2026-05-12")),
    ("gelecek hafta çarşamba", period("2026-05-13")),
    ("gelecek haftanın ilk günü", period("2026-05-11")),
    ("iki pazartesi sonra", period("2026-05-18")),
    # days of a month
    ("the 22nd", period("2026-05-22")),
    ("the 20th of next month", period("2026-06-20")),
    ("4 to 23 this month", period("2026-05-04", "2026-05-23")),
    ("last day of February", period("2027-02-28")),
    ("first Friday of July", period("2026-07-03")),
    ("the last Monday of March 2026", period("2026-03-30")),
    ("first weekend of June", period("2026-06-06", "2026-06-07")),
    ("3'ünde", period("2026-05-03")),
    ("ayın 15'i", period("2026-05-15")),
    ("ayın on beşinde", period("2026-05-15")),
    ("3'ünden 5'ine kadar", period("2026-05-03", "2026-05-05")),
    ("haziranın 3'ünden 5'ine kadar", period("2026-06-03", "2026-06-05")),
    ("geçen ayın 20'si", period("2026-04-20")),
    ("gelecek ayın ikinci pazartesisi", period("2026-06-08")),
    ("mayısın son cuması", period("2026-05-29")),
    # weeks, weekends
    ("next week", NEXT_WEEK),
    ("gelecek hafta", NEXT_WEEK),
    ("haftaya", NEXT_WEEK),
    ("this weekend", period("2026-05-09", "2026-05-10")),
    ("bu hafta sonu", period("2026-05-09", "2026-05-10")),
    ("the week of 20 May", period("2026-05-18", "2026-05-24", "week")),
    ("first week of June", period("2026-06-01", "2026-06-07", "week")),
    ("last week of 2026", period("2026-12-28", "2027-01-03", "week")),
    ("2026-W19", period("2026-05-04", "2026-05-10", "week")),
    ("haziranın ilk haftası", period("2026-06-01", "2026-06-07", "week")),
    ("rest of the week", period("2026-05-05", "2026-05-10")),
    # months, quarters, halves, seasons, years, decades
    ("next month", NEXT_MONTH),
    ("önümüzdeki ay", NEXT_MONTH),
    ("June next year", period("2027-06-01", "2027-06-30", "month")),
    ("seneye mayıs", period("2027-05-01", "2027-05-31", "month")),
    ("mayıs ayında", period("2026-05-01", "2026-05-31", "month")),
    ("Q3 2026", period("2026-07-01", "2026-09-30", "quarter")),
    ("third quarter of 2026", period("2026-07-01", "2026-09-30", "quarter")),
    ("bu yılın son çeyreği", period("2026-10-01", "2026-12-31", "quarter")),
    ("H1 2026", period("2026-01-01", "2026-06-30", "half")),
    ("2026'nın ikinci yarısı", period("2026-07-01", "2026-12-31", "half")),
    ("spring 2026", period("2026-03-01", "2026-05-31", "season")),
    ("2026 ilkbaharı", period("2026-03-01", "2026-05-31", "season")),
    ("geçen kış", period("2025-12-01", "2026-02-28", "season")),
    ("next year", period("2027-01-01", "2027-12-31", "year")),
    ("geçen yıl", period("2025-01-01", "2025-12-31", "year")),
    ("the 1990s", period("1990-01-01", "1999-12-31", "decade")),
    ("90'lı yıllar", period("1990-01-01", "1999-12-31", "decade")),
    ("two thousand and fifteen", period("2015-01-01", "2015-12-31", "year")),
    ("iki bin on beş", period("2015-01-01", "2015-12-31", "year")),
    ("next three weeks", period("2026-05-11", "2026-05-31")),
    ("son 2 ay", period("2026-03-01", "2026-04-30")),
    # parts
    ("early June", period("2026-06-01", "2026-06-10", "part")),
    ("mid-June", period("2026-06-11", "2026-06-20", "part")),
    ("end of June", period("2026-06-21", "2026-06-30", "part")),
    ("mayıs sonu", period("2026-05-21", "2026-05-31", "part")),
    ("haziran başında", period("2026-06-01", "2026-06-10", "part")),
    ("2026 sonu", period("2026-09-01", "2026-12-31", "part")),
    ("mayısın ilk yarısı", period("2026-05-01", "2026-05-15", "part")),
    ("around 10 May", period("2026-05-10", "2026-05-10", "part")),
    ("10 Mayıs civarı", period("2026-05-10", "2026-05-10", "part")),
    # lists and ranges
    ("3, 4 and 5 May", period("2026-05-03", "2026-05-05")),
    ("3 ve 4 Mayıs", period("2026-05-03", "2026-05-04")),
    ("3/4 May 2026", period("2026-05-03", "2026-05-04")),
    ("10.-13. September 2015", period("2015-09-10", "2015-09-13")),
    ("April 27 to the third", period("2026-04-27", "2026-05-03")),
    ("28 Mayıs'tan 3'üne kadar", period("2026-05-28", "2026-06-03")),
    ("27 Eylül - 1 Ekim tarihleri arasında", period("2026-09-27", "2026-10-01")),
    ("2014-2016 yılları arasında", period("2014-01-01", "2016-12-31", "year")),
    ("1910-30", period("1910-01-01", "1930-12-31", "year")),
    # open ends
    ("until 5 May", period(EVER, "2026-05-05")),
    ("since 2005", period("2005-01-01", NEVER, "year")),
    ("before June", period(EVER, "2026-05-31", "month")),
    ("after 5 May", period("2026-05-06", NEVER)),
    ("cumaya kadar", period(EVER, "2026-05-08")),
    ("2005'ten beri", period("2005-01-01", NEVER, "year")),
    ("5 mayıstan itibaren", period("2026-05-05", NEVER)),
    ("5 mayıstan önce", period(EVER, "2026-05-04")),
    ("5 mayıstan sonra", period("2026-05-06", NEVER)),
]


@pytest.mark.parametrize(("text", "expected"), TOLD)
@pytest.mark.parametrize("context", [ENGLISH, TURKISH])
def test_read_date_told(text: str, expected: Period, context: DateContext) -> None:
    assert read_date(text, context) == expected


@pytest.mark.parametrize(("text", "expected"), TOLD)
def test_find_date_told(text: str, expected: Period) -> None:
    if text == "the 22nd":  # in a message it may be the 22nd of something else
        return
    if text.startswith(("two thousand", "iki bin")):
        return
    assert find_date(text, ENGLISH) == Dated(expected, (0, len(text)))


@pytest.mark.parametrize(
    ("text", "choices"),
    [
        ("next Friday", ["2026-05-08", "2026-05-15"]),
        ("gelecek cuma", ["2026-05-08", "2026-05-15"]),
        ("3 and 5 May 2026", ["2026-05-03..2026-05-05", "2026-05-03", "2026-05-05"]),
        ("this Friday (9 May)", ["2026-05-09", "2026-05-08"]),
        ("bayramdan sonra", []),
        ("seçimden önce", []),
        ("after the elections", []),
    ],
)
@pytest.mark.parametrize("read", [read_date, find_date])
def test_what_only_the_person_knows_is_asked(text: str, choices: list[str], read: object) -> None:
    with pytest.raises(WhichDate) as error:
        read(text, ENGLISH)  # type: ignore[operator]
    assert [choice.text for choice in error.value.choices] == choices
    assert error.value.parameters == {"text": text}
    assert error.value.hole == (0, len(text))


@pytest.mark.parametrize(
    "message",
    [
        "for 5 years",
        "5 yıllığına",
        "5 yıl süreyle",
        "3 gün sürdü",
        "50. yıl dönümü",
        "1,5 yıl sonra",
        "2.5 years",
        "12-15 kişi",
        "from 5 to 10 people",
        "the second visit",
        "son toplantı",
        "3. toplantı",
        "7. Uluslararası Balkan Buluşması",
        "the first lady",
        "every Friday",
        "Dünya Belediyeler Birliği",
        "Yaz okulu",
        "fall of Rome",
        "Ekim'in",
        "Marta from Seoul",
        "Pazar'dan heyet",
        "2020/75 sayılı karar",
        "2020-93",
        "1453 Fetih Müzesi and 1071",
        "at 5.30 pm",
        "saat 14.30",
        "v2.0.1",
        "Q&A",
        "H1N1",
    ],
)
@pytest.mark.parametrize("context", [ENGLISH, TURKISH])
def test_what_only_looks_like_a_date(message: str, context: DateContext) -> None:
    assert find_date(message, context) is None


@pytest.mark.parametrize("text", ["fifth quarter of 2026", "sixth Friday of May", "the 45th week of May"])
def test_what_no_calendar_counts(text: str) -> None:
    with pytest.raises(NotADate):
        read_date(text, ENGLISH)


def test_end_before_start_told() -> None:
    with pytest.raises(EndBeforeStart):
        read_date("from next month to last month", ENGLISH)


@pytest.mark.parametrize(
    ("message", "expected", "words"),
    [
        ("/takip teşekkür mektubu cumaya", period("2026-05-08"), "cumaya"),
        ("heyet haftaya salı geliyor", period("2026-05-12"), "haftaya salı"),
        ("Üsküp'ten heyet mayıs sonunda, 6 kişi", period("2026-05-21", "2026-05-31", "part"), "mayıs sonunda"),
        ("visit Tirana next week with 12 people", NEXT_WEEK, "next week"),
        ("Delegation in Seoul in early June: themes", period("2026-06-01", "2026-06-10", "part"), "in early June"),
        ("kardeş şehir 1995'ten beri", period("1995-01-01", NEVER, "year"), "1995'ten beri"),
        ("2023 yılında imzalandı, 3 gün önce yenilendi", period("2026-05-02"), "3 gün önce"),
    ],
)
def test_find_date_told_in_a_message(message: str, expected: Period, words: str) -> None:
    found = find_date(message, ENGLISH)
    assert found is not None
    assert found.period == expected
    assert message[slice(*found.span)] == words
