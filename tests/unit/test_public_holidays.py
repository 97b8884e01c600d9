"""Public holidays and weekends of countries, and what is said where they are not known."""

from datetime import date

import pytest

from bot.public_holidays import Holiday, find_holiday, is_known, is_weekend, public_holiday


@pytest.mark.parametrize(
    ("country", "day", "language", "expected"),
    [
        ("AL", "2026-11-28", "en", Holiday(("Flag and Independence Day",))),
        ("AL", "2026-11-30", "en", Holiday(("Flag and Independence Day",), is_observed=True)),
        ("TR", "2026-05-27", "tr", Holiday(("Kurban Bayramı",))),
        ("TR", "2026-05-27", "en", Holiday(("Eid al-Adha",))),
        ("AL", "2027-05-16", "tr", Holiday(("Eid al-Adha",), is_estimated=True)),
        ("SA", "2027-05-15", "en", Holiday(("Arafat Day",), is_estimated=True)),
        ("PS", "2027-05-16", "en", Holiday(("Eid al-Adha",), is_estimated=True)),
        ("EG", "2026-06-18", "en", Holiday(("Islamic New Year",), is_estimated=True, is_observed=True)),
        ("NO", "2027-05-17", "en", Holiday(("Constitution Day", "Whit Monday"))),
        ("SE", "2026-06-14", "en", None),  # its law calls every Sunday a holiday
        ("AL", "2026-11-27", "en", None),
        ("XK", "2026-02-17", "en", None),
    ],
)
def test_holidays(country: str, day: str, language: str, expected: Holiday | None) -> None:
    assert find_holiday(country, date.fromisoformat(day), language) == expected


def test_the_name_alone() -> None:
    assert public_holiday("TR", date(2026, 10, 29)) == "Republic Day"
    assert public_holiday("TR", date(2026, 10, 30)) == ""


@pytest.mark.parametrize(
    ("country", "resting"),
    [
        ("TR", ["Saturday", "Sunday"]),
        ("AE", ["Saturday", "Sunday"]),
        ("SA", ["Friday", "Saturday"]),
        ("EG", ["Friday", "Saturday"]),
        ("IR", ["Friday"]),
        ("XK", ["Saturday", "Sunday"]),
        ("KKTC", ["Saturday", "Sunday"]),
    ],
)
def test_weekends_are_the_countrys_own(country: str, resting: list[str]) -> None:
    week = [date(2026, 6, day) for day in range(1, 8)]
    assert [f"{day:%A}" for day in week if is_weekend(country, day)] == resting


def test_a_weekend_that_was_changed_is_the_one_of_its_time() -> None:
    fridays = [date(2021, 6, 4), date(2026, 6, 5)]
    assert [is_weekend("AE", day) for day in fridays] == [True, False]


def test_what_the_library_does_not_have() -> None:
    assert [is_known(country) for country in ("TR", "AL", "XK", "KKTC")] == [True, True, False, False]
