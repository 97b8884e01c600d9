"""The national days that ship, held against the holidays library; what it does not have names its source."""

from datetime import date

import holidays
import pytest

from bot.cards.occasions import national_day_unknown
from bot.i18n import LANGUAGES, translator
from bot.national_days import NationalDay, State, national_day, national_days

YEARS = range(2025, 2033)
DAYS = sorted(national_days().values(), key=lambda day: day.country)
WITH_PARTNERS = (
    "AD AE AF AL AM AO AR AT AU AZ BA BE BF BG BI BJ BO BR BY CA CF CG CH CI CL CM CN CO CR CU CV CY CZ DE DK DO DZ "
    "EC EE EG EH ER ES ET FI FR GA GB GE GG GH GL GM GR GW HN HR HT HU ID IE IL IN IR IS IT JE JO JP KE KG KH KKTC KP "
    "KR KW KZ LB LS LT LU LV LY MA MC MD ME MG MK ML MN MR MT MU MW MX MY MZ NA NE NG NI NL NO NZ OM PE PH PK PL PS PT "
    "PY RO RS RU RW SA SD SE SI SK SN ST SY SZ TD TG TH TJ TL TM TN TR TT TW TZ UA UG US UY UZ VE VN XK ZA ZM ZW"
).split()
"""Where the cities of 13,081 European twinnings, of 46 Turkish agreements and of Ankara's events are."""
UNKNOWN = {"EH", "GB", "GG", "JE", "TL"}


def _in_library(known: NationalDay) -> list[date]:
    """The days on which the library has it, under its English name, as a holiday of any sort."""
    cls = type(holidays.country_holidays(known.country))
    english = next((code for code in cls.supported_languages if code.startswith("en")), None)
    every = holidays.country_holidays(known.country, years=YEARS, language=english, categories=cls.supported_categories)
    return sorted(
        day for day, names in every.items() if known.library_name in names.replace(" (observed)", "").split("; ")
    )


@pytest.mark.parametrize("known", DAYS, ids=lambda day: day.country)
def test_a_day_is_what_the_library_says_or_has_another_source(known: NationalDay) -> None:
    ours = {known.in_year(year) for year in YEARS} - {None}
    if known.library_name:
        theirs = _in_library(known)
        assert theirs
        # A fixed day that falls on a weekend may have its day off elsewhere; then the library names that as well.
        assert ours >= set(theirs) if known.day == "moves" else ours & set(theirs)
        assert len(ours) == len(YEARS)
    elif known.state is State.UNKNOWN:
        assert ours == set()
    else:
        assert "." in known.source  # an address
        assert len(ours) == len(YEARS)


@pytest.mark.parametrize("known", DAYS, ids=lambda day: day.country)
def test_a_day_has_a_name_in_both_languages(known: NationalDay) -> None:
    assert all(known.name_in(language) for language in LANGUAGES)


def test_there_are_as_many_as_the_readme_says() -> None:
    states = [known.state for known in DAYS]
    assert len(DAYS) == 159
    assert [states.count(state) for state in State] == [157, 1, 1]


@pytest.mark.parametrize("country", WITH_PARTNERS)
@pytest.mark.parametrize("language", LANGUAGES)
def test_every_country_with_partners_has_its_day_or_says_that_it_is_unknown(country: str, language: str) -> None:
    said = national_day_unknown(country, translator(language))
    assert bool(said) == (country in UNKNOWN)
    known = national_day(country)
    assert said or (known and known.in_year(2026))


def test_days_that_another_calendar_or_a_sunday_moves() -> None:
    found = [[str(national_days()[country].in_year(year)) for year in (2026, 2027, 2031)] for country in ("IL", "NL")]
    assert found == [["2026-04-22", "2027-05-12", "2031-04-29"], ["2026-04-27", "2027-04-27", "2031-04-26"]]
