"""Dates in other languages than the chat's: by the same grammar, CLDR's patterns, and dateparser as the last resort."""

from datetime import date, timedelta

import pytest
from babel.dates import format_date
from hypothesis import given, settings
from hypothesis import strategies as st

from bot.domain.periods import Period, Precision
from bot.errors import BotError, ImpossibleDate, NotADate
from bot.parsing.dates import DateContext, find_date, read_date
from bot.parsing.dates.word_files import FOLDER, KINDS, words_of

TODAY = date(2026, 5, 5)  # a Tuesday
LANGUAGES = (
    "de fr es it pt nl sv da nb fi pl cs sk hu ro bg ru uk sr hr el lt lv et id vi th ja ko zh ar fa hi eu".split()
)


def period(start: str, end: str = "", precision: str = "day") -> Period:
    return Period(date.fromisoformat(start), date.fromisoformat(end or start), Precision(precision))


@pytest.mark.parametrize(
    ("language", "text", "expected"),
    [
        ("de", "vom 12. bis 15. Oktober 2025", period("2025-10-12", "2025-10-15")),
        ("de", "26./27.09.2017", period("2017-09-26", "2017-09-27")),
        ("de", "nächste Woche", period("2026-05-11", "2026-05-17", "week")),
        ("de", "vor drei Tagen", period("2026-05-02")),
        ("de", "übermorgen", period("2026-05-07")),
        ("de", "Montag zwölfter fünfter 2025", period("2025-05-12")),
        ("fr", "du 12 au 15 octobre 2025", period("2025-10-12", "2025-10-15")),
        ("fr", "du lundi 12 au vendredi 16 mai 2025", period("2025-05-12", "2025-05-16")),
        ("fr", "1er mai 2025", period("2025-05-01")),
        ("fr", "la semaine prochaine", period("2026-05-11", "2026-05-17", "week")),
        ("fr", "il y a trois jours", period("2026-05-02")),
        ("fr", "après-demain", period("2026-05-07")),
        ("fr", "lundi en huit", period("2026-05-18")),
        ("de", "Heiligabend 2026", period("2026-12-24")),
        ("es", "los días 24 y 25 de abril de 2026", period("2026-04-24", "2026-04-25")),
        ("ru", "5 числа следующего месяца", period("2026-06-05")),
        ("es", "del 12 al 15 de octubre de 2025", period("2025-10-12", "2025-10-15")),
        ("es", "dentro de dos semanas", period("2026-05-19")),
        ("es", "el lunes que viene", period("2026-05-11")),
        ("es", "a principios de mayo de 2025", period("2025-05-01", "2025-05-10", "part")),
        ("ru", "с 12 по 15 октября 2025 года", period("2025-10-12", "2025-10-15")),
        ("ru", "через неделю", period("2026-05-12")),
        ("ru", "в среду, 14 мая 2025 г.", period("2025-05-14")),
        ("ru", "15-го февраля 2025", period("2025-02-15")),
        ("ar", "من 12 إلى 15 أكتوبر 2025", period("2025-10-12", "2025-10-15")),
        ("ar", "٣ شباط ٢٠٢٥", period("2025-02-03")),
        ("ar", "الأسبوع القادم", period("2026-05-11", "2026-05-17", "week")),
        ("ar", "قبل يومين", period("2026-05-03")),
        ("ja", "2026年5月3日日曜日", period("2026-05-03")),
        ("zh", "5月3日至8日", period("2026-05-03", "2026-05-08")),
        ("ko", "26. 5. 3.", period("2026-05-03")),
        ("eu", "26/5/3", period("2026-05-03")),
        ("it", "12-15 ottobre 2025", period("2025-10-12", "2025-10-15")),
        ("it", "ieri", period("2026-05-04")),
        ("nl", "gisteren", period("2026-05-04")),
        ("sv", "i morgon", period("2026-05-06")),
    ],
)  # fmt: skip
def test_a_date_is_read_in_its_language(language: str, text: str, expected: Period) -> None:
    assert read_date(text, DateContext(TODAY, language)) == expected


@settings(deadline=None)  # a language's grammar is made when it is first needed
@given(
    st.sampled_from(LANGUAGES),
    st.sampled_from(["full", "long", "medium", "short"]),
    st.integers(0, 10_000).map(lambda days: date(2000, 1, 1) + timedelta(days=days)),
)
def test_what_cldr_writes_is_read(language: str, width: str, day: date) -> None:
    assert read_date(format_date(day, width, locale=language), DateContext(date(2015, 1, 1), language)) == Period.day(
        day
    )


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("de", "31. Februar 2025"),
        ("fr", "le 31 avril 2025"),
        ("es", "32 de mayo de 2026"),
        ("ru", "31 июня 2025 г."),
        ("ja", "2026年2月30日"),
    ],
)
def test_a_day_that_no_calendar_has_is_refused(language: str, text: str) -> None:
    with pytest.raises(ImpossibleDate):
        read_date(text, DateContext(TODAY, language))


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("de", "Palmsonntag 2019"),
        ("es", "2-7 de febrero de dos mil dieciocho"),
        ("ro", "de la 12 la 15 octombrie"),
        ("ja", "2026年5月3日から5日まで"),
    ],
)
def test_a_phrase_that_is_understood_in_part_is_not_guessed(language: str, text: str) -> None:
    with pytest.raises(NotADate):
        read_date(text, DateContext(TODAY, language))
    assert find_date(text, DateContext(TODAY, language)) is None


@settings(deadline=None)
@given(st.sampled_from(["de", "ar", "zh", "th", "it"]), st.text(max_size=40))
def test_any_text_is_read_or_refused(language: str, text: str) -> None:
    for read in (read_date, find_date):
        try:
            read(text, DateContext(TODAY, language))
        except BotError:
            continue


def test_months_are_read_in_a_message_as_partners_write_them() -> None:
    english = DateContext(TODAY, "en")
    for text in ("visit Köln 12. Oktober 2025", "visit Lyon 12 octobre 2025", "visit Kazan 12 октября 2025"):
        found = find_date(text, english)
        assert found is not None, text
        assert found.period == period("2025-10-12"), text
    assert find_date("visit Mayo", english) is None


@pytest.mark.parametrize("path", sorted(FOLDER.glob("*.toml")), ids=lambda path: path.stem)
def test_every_word_of_a_file_has_a_known_kind(path: object) -> None:
    words = list(words_of(getattr(path, "stem", "")))
    kinds = {kind for _, kind, _ in words}
    assert len(words) > 50
    assert kinds <= KINDS | {"day", "year"}


def test_there_is_a_file_for_every_language_that_is_claimed() -> None:
    assert {path.stem for path in FOLDER.glob("*.toml")} == {"ar", "de", "en", "es", "fr", "it", "pt", "ru", "tr"}
