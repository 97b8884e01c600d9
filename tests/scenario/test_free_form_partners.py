"""Districts, provinces, regions and countries are partners too, whether or not a gazetteer knows them."""

import pytest

from tests.desk import Desk


def test_a_district_is_kept_in_the_country_that_stands_with_it(desk: Desk) -> None:
    desk.chat("""
        > /visit from Gazi Baba (North Macedonia) 5 May 2025
        I do not know a place called “Gazi Baba (North Macedonia)”. Nothing was stored.
        Check the spelling, or write it with its country: Hanover, Germany.
        [1] Keep “Gazi Baba, North Macedonia” as it is

        > [Keep “Gazi Baba, North Macedonia” as it is]
        ✓ V1 · Visit · incoming
        Gazi Baba, North Macedonia
        Monday, 5 May 2025
        [1] Undo  [2] Edit

        > /visit to gazi baba 6 May 2025
        ✓ V2 · Visit · outgoing
        Gazi Baba, North Macedonia
        Tuesday, 6 May 2025
        [1] Undo  [2] Edit
    """)


def test_a_district_is_kept_in_turkish(desk: Desk) -> None:
    desk.say("/team language tr")
    desk.chat("""
        > /ziyaret Gazi Baba (Makedonya) 5 mayıs 2025 gelen heyet
        “Gazi Baba (Makedonya)” adında bir yer bilmiyorum. Hiçbir şey kaydedilmedi.
        Yazımı denetleyin ya da ülkesiyle yazın: Hannover, Almanya.
        [1] “Gazi Baba, Kuzey Makedonya” olarak kalsın

        > [“Gazi Baba, Kuzey Makedonya” olarak kalsın]
        ✓ V1 · Ziyaret · gelen heyet
        Gazi Baba, Kuzey Makedonya
        5 Mayıs 2025 Pazartesi
        [1] Geri al  [2] Düzelt
    """)


def test_a_guess_at_a_name_can_be_refused(desk: Desk) -> None:
    asked = desk.say("/visit from Tirrna 5 May 2025")
    assert "Which Tirrna?" in asked
    assert "Tirrna" in desk.press("Keep “Tirrna” as it is").splitlines()[1]


@pytest.mark.parametrize(
    ("typed", "shown"),
    [
        ("KKTC", "Turkish Republic of Northern Cyprus"),
        ("Kosova", "Kosovo"),
        ("Çin", "China"),
        ("Fairfax County", "Fairfax County, United States"),
        ("Tataristan", "Tatarstan, Russia"),
        ("Chungcheongnam-do (South Korea)", "Chungcheongnam-do, South Korea"),
        ("Üsküp (Makedonya)", "Skopje, North Macedonia"),
        ("Köln-Almanya", "Köln, Germany"),
    ],
)
def test_countries_and_regions_are_partners(desk: Desk, typed: str, shown: str) -> None:
    assert desk.say(f"/visit from {typed} 5 May 2025").splitlines()[1] == shown
