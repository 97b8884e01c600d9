"""District municipalities of Türkiye as users and as partners."""

import pytest

from tests.desk import Desk


@pytest.mark.parametrize("typed", ["Keçiören", "kecioren", "Keçiören Belediyesi", "Keçiören, Ankara"])
def test_a_district_sets_up_its_team(desk: Desk, typed: str) -> None:
    answer = desk.say(f"/team city {typed}")
    if "Which" in answer:  # a district with its city may be asked
        answer = desk.press("Keçiören, Türkiye")
    assert answer.startswith("✓ City: Keçiören")


def test_a_district_in_turkish(desk: Desk) -> None:
    desk.say("/team language tr")
    assert desk.say("/team city Beşiktaş Belediyesi").startswith("✓ Belediyemiz: Beşiktaş")
    desk.chat("""
        > /ziyaret Kadıköy'den 3 mayıs 2025
        ✓ V1 · Ziyaret · gelen heyet
        Kadıköy, Türkiye
        3 Mayıs 2025 Cumartesi
        [1] Geri al  [2] Düzelt

        > /ziyaret Beşiktaş'tan Yenimahalle'ye 4 mayıs 2025
        ✓ V2 · Ziyaret · giden heyet
        Yenimahalle, Türkiye
        4 Mayıs 2025 Pazar
        [1] Geri al  [2] Düzelt

        > /ziyaret Girit'e 5 mayıs 2025
        ✓ V3 · Ziyaret · giden heyet
        Girit, Yunanistan
        5 Mayıs 2025 Pazartesi
        [1] Geri al  [2] Düzelt
    """)


def test_a_district_is_not_lost_to_a_namesake_abroad(desk: Desk) -> None:
    desk.team(city="Ankara")
    asked = desk.say("/visit Sur 3 May 2025")
    assert asked.splitlines()[0] == "Which Sur?"
    assert "[1] Sur, Türkiye" in asked
    assert "Sur, Oman" in asked
