"""Places of one name are told apart in a question, and any name may be kept as it was written."""

import pytest

from tests.desk import Desk


@pytest.fixture
def ankara(desk: Desk) -> Desk:
    return desk.team(city="Ankara")


def test_namesakes_in_turkiye_are_told_apart_by_their_province(ankara: Desk) -> None:
    ankara.chat("""
        > /visit from Ereğli 3 June 2025
        Which Ereğli?
        [1] Ereğli, Konya, Türkiye  [2] Ereğli, Zonguldak, Türkiye  [3] Keep “Ereğli” as it is

        > Ereğli, Zonguldak
        ✓ V1 · Visit · incoming
        Ereğli, Türkiye
        Tuesday, 3 June 2025
        [1] Undo  [2] Edit
    """)


def test_and_in_turkish(ankara: Desk) -> None:
    ankara.language = "tr"
    ankara.chat("""
        > /ziyaret Ereğli'den 3 haziran 2025
        Hangi Ereğli?
        [1] Ereğli, Konya, Türkiye  [2] Ereğli, Zonguldak, Türkiye  [3] “Ereğli” olarak kalsın

        > [Ereğli, Konya, Türkiye]
        ✓ V1 · Ziyaret · gelen heyet
        Ereğli, Türkiye
        3 Haziran 2025 Salı
        [1] Geri al  [2] Düzelt
    """)


def test_elsewhere_by_the_largest_city_of_the_region(desk: Desk) -> None:
    assert desk.say("/visit to San Isidro, Philippines 3 June 2025").count(" region), Philippines") == 4
    desk.language = "tr"
    assert desk.say("/ziyaret San Isidro, Filipinler 3 haziran 2025").count(" bölgesi), Filipinler") == 4


@pytest.mark.parametrize("typed", ["Kadikoy, Istanbul", "Kadıköy, İstanbul", "Kadıköy"])
def test_a_town_with_its_province_is_one_place(ankara: Desk, typed: str) -> None:
    assert ankara.say(f"/visit {typed} 3 June 2025").splitlines()[1:3] == ["Kadıköy, Türkiye", "Tuesday, 3 June 2025"]


def test_what_stands_with_a_name_is_kept(ankara: Desk) -> None:
    ankara.chat("""
        > /visit to Bostancı, İstanbul 3 June 2025
        Which Bostancı, İstanbul?
        [1] Istanbul, Türkiye  [2] Keep “Bostancı, İstanbul, Türkiye” as it is

        > [Keep “Bostancı, İstanbul, Türkiye” as it is]
        ✓ V1 · Visit · outgoing
        Bostancı, İstanbul, Türkiye
        Tuesday, 3 June 2025
        [1] Undo  [2] Edit

        > /visit from Kent County, England 3 June 2025
        I do not know a place called “Kent County, England”. Nothing was stored.
        Check the spelling, or write it with its country: Hanover, Germany.
        [1] Keep “Kent County, England, United Kingdom” as it is

        > /visit from Mitte (Berlin) 3 June 2025
        Which Mitte (Berlin)?
        [1] Mitte, Germany  [2] Keep “Mitte, Berlin, Germany” as it is
    """)


def test_a_district_is_no_other_name_of_a_city(ankara: Desk) -> None:
    ankara.language = "tr"
    asked = ankara.say("/ziyaret Fairfax İlçesi'nden 3 haziran 2025")
    assert asked.endswith("“Fairfax İlçesi” olarak kalsın")
    assert "bundan böyle" not in ankara.press("Fairfax, VA, Amerika Birleşik Devletleri")
    assert "“Fairfax İlçesi” olarak kalsın" in ankara.say("/ziyaret Fairfax İlçesi'ne 4 haziran 2025")
    ankara.language = "en"
    ankara.say("/visit to Hanover District 5 June 2025")
    assert ankara.press("Keep “Hanover District” as it is").startswith("✓ V2 · Visit · outgoing\nHanover District\n")


def test_a_look_up_keeps_nothing(ankara: Desk) -> None:
    assert "Keep" not in ankara.say("/partner Ereğli")


def test_a_guess_offers_the_three_closest(ankara: Desk) -> None:
    ankara.language = "tr"
    asked = ankara.say("/ziyaret Sarayova 3 haziran 2025")
    assert "Saraybosna, Bosna-Hersek" in asked
    ankara.language = "en"
    asked = ankara.say("/visit Sarayova 3 June 2025")
    assert "Sarajevo, Bosnia & Herzegovina" in asked
    assert asked.endswith("[4] Keep “Sarayova” as it is")
