"""From our own city to a partner is outgoing, from a partner to our own city incoming."""

import pytest

from tests.desk import Desk


@pytest.mark.parametrize(
    ("text", "direction"),
    [
        ("/visit from Ankara to Tirana 3 June 2024", "outgoing"),
        ("/visit to Tirana from Ankara 3 June 2024", "outgoing"),
        ("/visit Ankara to Tirana 3 June 2024", "outgoing"),
        ("/visit 3 June 2024 from Ankara to Tirana", "outgoing"),
        ("/visit from Tirana to Ankara 3 June 2024", "incoming"),
        ("/visit Tirana to Ankara 3 June 2024", "incoming"),
        ("/visit to Ankara from Tirana 3 June 2024", "incoming"),
        ("/visit Ankara'dan Tiran'a 3 June 2024", "outgoing"),
        ("/visit Tiran'dan Ankara'ya 3 June 2024", "incoming"),
    ],
)
def test_the_direction_between_our_city_and_a_partner(desk: Desk, text: str, direction: str) -> None:
    desk.team(city="Ankara")
    assert desk.say(text).splitlines()[:3] == [f"✓ V1 · Visit · {direction}", "Tirana, Albania", "Monday, 3 June 2024"]


@pytest.mark.parametrize(
    ("text", "direction"),
    [
        ("/ziyaret Ankara'dan Bakü'ye 3 haziran 2024", "giden heyet"),
        ("/ziyaret ankaradan bakü'ye 3 haziran 2024", "giden heyet"),
        ("/ziyaret Bakü'den Ankara'ya 3 haziran 2024", "gelen heyet"),
    ],
)
def test_the_direction_by_case_leaves_no_purpose(desk: Desk, text: str, direction: str) -> None:
    desk.team(city="Ankara")
    desk.say("/team language tr")
    desk.chat(f"""
        > {text}
        ✓ V1 · Ziyaret · {direction}
        Bakü, Azerbaycan
        3 Haziran 2024 Pazartesi
        [1] Geri al  [2] Düzelt
    """)


def test_our_city_alone_is_no_journey(desk: Desk) -> None:
    desk.team(city="Ankara")
    assert "Ankara, Türkiye" in desk.say("/visit from Ankara 3 June 2024")


def test_the_other_end_is_asked_where_it_has_namesakes(desk: Desk) -> None:
    desk.team(city="Ankara")
    assert desk.say("/visit from Ankara to Hanover 3 June 2024").startswith("Which Hanover?")
    assert desk.press("Hannover, Germany").startswith("✓ V1 · Visit · outgoing\nHannover, Germany\nMonday, 3 June 2024")
