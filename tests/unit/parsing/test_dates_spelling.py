"""Words of dates as people type them: mistyped, without accents; and words that only look like them."""

from datetime import date

import pytest

from bot.domain.periods import Period, Precision
from bot.errors import ImpossibleDate, NotADate, WhichDate
from bot.parsing.date_or_town import town_named
from bot.parsing.dates import DateContext, find_date, read_date
from bot.parsing.dates.spelling import one_mistake
from bot.parsing.places import PlaceIndex

TODAY = date(2026, 5, 5)  # a Tuesday
ENGLISH = DateContext(TODAY, "en", "day")
TURKISH = DateContext(TODAY, "tr")


def days(start: str, end: str = "") -> Period:
    return Period(date.fromisoformat(start), date.fromisoformat(end or start))


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("12 Febuary 2020", days("2020-02-12")),
        ("Janurary 28, 2020", days("2020-01-28")),
        ("3 ocotber 2020", days("2020-10-03")),
        ("20 Apirl 2020", days("2020-04-20")),
        ("4 temuz 2020", days("2020-07-04")),
        ("8 arlık 2019", days("2019-12-08")),
        ("5 subatt 2020", days("2020-02-05")),
        ("thrusday", days("2026-05-07")),
        ("pazertesi", days("2026-05-11")),
        ("5 th May 2020", days("2020-05-05")),
        ("12.V.2011", days("2011-05-12")),
        ("29.IX - 2.X.2025", days("2025-09-29", "2025-10-02")),
        ("12/14.05.2025", days("2025-05-12", "2025-05-14")),
        ("2025 yılı Mayıs ayının 3'ü", days("2025-05-03")),
        ("4 mayıs 2025'ti", days("2025-05-04")),
        ("3'ünden 5 Haziran 2025'e kadar", days("2025-06-03", "2025-06-05")),
        ("28'inden 5 Haziran 2025'e kadar", days("2025-05-28", "2025-06-05")),
        ("Şubat 2022, 10-11", days("2022-02-10", "2022-02-11")),
        ("12 Mayıs Pazartesi - 14 Mayıs Çarşamba 2025", days("2025-05-12", "2025-05-14")),
        ("Mon 12 May to Fri 16 May 2025", days("2025-05-12", "2025-05-16")),
        ("çarşambadan cumaya kadar", days("2026-05-06", "2026-05-08")),
        ("the day after 5 May 2024", days("2024-05-06")),
        ("23 Nisan 2024'ten sonraki pazartesi", days("2024-04-29")),
        ("the Monday after 23 April 2024", days("2024-04-29")),
        ("10 iş günü sonra", days("2026-05-19")),
        ("three working days ago", days("2026-04-30")),
        ("Wednesday week", days("2026-05-13")),
        ("3 güne", days("2026-05-08")),
        ("14 / 08 / 2026", days("2026-08-14")),
        ("Christmas Day 2025", days("2025-12-25")),
        ("New Year's Eve 2026", days("2026-12-31")),
        ("Cumhuriyet Bayramı 2026", days("2026-10-29")),
        ("11 Teşrinisani 1938", days("1938-11-11")),
        ("arriving 4 July, leaving 9 July 2026", days("2026-07-04", "2026-07-09")),
        ("12 Haziran, çıkış 15 Haziran 2026", days("2026-06-12", "2026-06-15")),
        ("31 Dec 2026 and 1 Jan 2027", days("2026-12-31", "2027-01-01")),
        ("a week ago yesterday", days("2026-04-27")),
        ("in two and a half weeks", days("2026-05-22")),
        ("bir buçuk ay sonra", days("2026-06-20")),
        ("9 Haziran'dan itibaren beş gün", days("2026-06-09", "2026-06-13")),
        ("20 Ocak 2026'yı izleyen 30. gün", days("2026-02-19")),
        ("12 Haziran 2026'dan sonraki ilk cuma", days("2026-06-19")),
        ("Tuesday fortnight", days("2026-05-26")),
    ],
)
def test_a_date_is_read_as_it_is_typed(text: str, expected: Period) -> None:
    assert read_date(text, TURKISH) == expected
    assert read_date(text, ENGLISH) == expected


@pytest.mark.parametrize(
    "name",
    [
        *"Nice Mary Kaş Augusta Martin Marte Birine Salina Springs Niš Arā Batman Ordu Of Van Dunda Marco Mayo".split(),
        *("May Pen", "Mar del Plata", "Sun City", "Dún Laoghaire", "Now Kandeh", "6 October City", "Dos de Mayo"),
        "19 Mayıs Belediyesi",
    ],
)
def test_a_place_is_no_date(name: str) -> None:
    for context in (ENGLISH, TURKISH):
        assert find_date(f"visit {name}", context) is None, name
        assert find_date(name, context) is None, name


@pytest.mark.parametrize(
    "text",
    [
        "2024 kişi katıldı",
        "2024 participants in total",
        "%12.5 oranında",
        "SDG target 11.2",
        "5393 sayılı Kanun, madde 18/1",
        "Atatürk Bulvarı No: 12/5",
        "15 Temmuz Şehitler Köprüsü",
    ],
)
def test_numbers_of_something_else_are_no_date(text: str) -> None:
    assert find_date(text, TURKISH) is None
    assert find_date(text, ENGLISH) is None


@pytest.mark.parametrize("text", ["32 Mayıs 2026", "0 Mayıs 2025", "May 32, 2025", "visit Tirana 40 June"])
def test_a_day_that_no_month_has_never_becomes_the_month(text: str) -> None:
    for context in (ENGLISH, TURKISH):
        with pytest.raises(ImpossibleDate):
            find_date(text, context)


def test_winter_is_no_person() -> None:
    assert find_date("heyet 2016 kışı geldi", TURKISH) is not None
    assert find_date("2016 kişi geldi", TURKISH) is None


def test_months_with_a_gap_between_them_are_asked() -> None:
    assert read_date("June and July 2025", ENGLISH) == read_date("Haziran–Temmuz 2025", TURKISH)
    with pytest.raises(WhichDate) as asked:
        read_date("May and July 2025", ENGLISH)
    assert [choice.text for choice in asked.value.choices] == [
        "2025-05..2025-07",
        "2025-05",
        "2025-07",
    ]


def test_two_dates_with_a_gap_between_them_are_asked() -> None:
    with pytest.raises(WhichDate) as asked:
        find_date("visit Tirana 3 May 2027 and 10 May 2027", ENGLISH)
    assert [choice.text for choice in asked.value.choices] == ["2027-05-03..2027-05-10", "2027-05-03", "2027-05-10"]


@pytest.mark.parametrize("text", ["decision 2020/75", "2026-128", "third 2024", "14 of 45 / 2026"])
def test_the_rest_of_what_is_not_understood_is_no_date(text: str) -> None:
    assert find_date(text, ENGLISH) is None


def test_weeks_and_decades_have_ends() -> None:
    weeks = Period(date(2026, 3, 30), date(2026, 4, 19), Precision.WEEK)
    assert read_date("weeks 14 to 16, 2026", ENGLISH) == read_date("14.-16. hafta", TURKISH) == weeks
    decades = Period(date(1950, 1, 1), date(1969, 12, 31), Precision.DECADE)
    assert read_date("ellili ve altmışlı yıllar", TURKISH) == decades
    assert read_date("the week ending 15 March 2026", ENGLISH).start == date(2026, 3, 9)  # type: ignore[union-attr]


def test_a_weekday_behind_a_date_has_to_agree() -> None:
    with pytest.raises(WhichDate):
        read_date("two months from today on Friday", ENGLISH)
    assert read_date("two months from today on Sunday", ENGLISH) == days("2026-07-05")


@pytest.mark.parametrize(
    ("typed", "name", "expected"),
    [
        ("febuary", "february", True),
        ("agust", "august", True),
        ("augusta", "august", False),
        ("marsh", "march", False),
        ("mrach", "march", True),
        ("marrch", "march", True),
        ("octobber", "october", True),
        ("november", "december", False),
    ],
)
def test_one_mistake(typed: str, name: str, expected: bool) -> None:
    assert one_mistake(typed, name) is expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("March", True),
        ("çarşamba", False),
        ("Çarşamba", True),
        ("Perşembe", True),
        ("April", False),
        ("28 May", False),
        ("Monday", False),
    ],
)
def test_which_words_of_dates_are_towns(text: str, expected: bool) -> None:
    with PlaceIndex.open() as index:
        assert (town_named(index, text) is not None) is expected


def test_a_genitive_alone_is_no_date() -> None:
    with pytest.raises(NotADate):
        read_date("Martin", TURKISH)
