"""Who looks after a record: named when it is logged, changed, taken over."""

import pytest

from tests.desk import Desk


@pytest.fixture
def desk(desk: Desk) -> Desk:
    desk.as_("Ayşe")
    desk.as_("Mehmet")
    return desk


def test_of_every_kind(desk: Desk) -> None:
    for line in (
        "/visit from Tirana 3 May 2025: waste plant, owner: ayşe",
        "/event Budapest Days in Ankara, 10-13 September 2026, owner: ayşe",
        "/agreement Bishkek town twinning 14 March 2024 owner: ayşe",
        "/contact Lena Fox, Tirana, owner: ayşe",
        "/membership ICLEI, owner: ayşe",
        "/project Green Roofs, funded by EU, owner: ayşe",
        "/note Tirana: a second interpreter, owner: ayşe",
        "/task minutes friday owner: ayşe",
        "/gift from Tirana: silver tray, owner: ayşe",
        "/letter to Tirana: thanks, yesterday, owner: ayşe",
    ):
        assert "\nOwner: Ayşe" in desk.say(line), line
    assert {stored.owner for stored in desk.records()} == {"Ayşe"}
    assert not any("owner" in stored.record.title for stored in desk.records())


def test_change_and_take_over(desk: Desk) -> None:
    desk.say("/agreement Bishkek town twinning 14 March 2024")
    desk.chat("""
        > /edit A1 owner ayşe
        ✓ A1: owner: Ayşe
        A1 · Town twinning agreement
        Bishkek, Kyrgyzstan
        Open-ended · signed 14 March 2024
        Owner: Ayşe
        [1] Undo  [2] Edit

        > /take A1
        ✓ A1: owner: Ayşe → Fatma
        A1 · Town twinning agreement
        Bishkek, Kyrgyzstan
        Open-ended · signed 14 March 2024
        Owner: Fatma
        [1] Undo  [2] Edit

        > /take A1
        A1 says so already.

        > /edit A1 owner: zeynep
        Who is “zeynep”? I know these members.
        [1] Ayşe  [2] Fatma  [3] Mehmet

        > mehmet
        ✓ A1: owner: Fatma → Mehmet
        A1 · Town twinning agreement
        Bishkek, Kyrgyzstan
        Open-ended · signed 14 March 2024
        Owner: Mehmet
        [1] Undo  [2] Edit

        > /edit A1 owner: none
        ✓ A1: owner: Mehmet → –
        A1 · Town twinning agreement
        Bishkek, Kyrgyzstan
        Open-ended · signed 14 March 2024
        [1] Undo  [2] Edit

        > ↪ A1: owner: me
        ✓ A1: owner: Fatma
        [1] Undo  [2] Add as note instead
    """)


def test_in_turkish(desk: Desk) -> None:
    desk.team(language="tr")
    desk.say("/protokol bişkek kardeş şehir 14 mart 2024, sorumlu: ayşe")
    desk.chat("""
        > /ustlen A1
        ✓ A1: sorumlu: Ayşe → Fatma
        A1 · Kardeş şehir protokolü
        Bişkek, Kırgızistan
        Süresiz · imza: 14 Mart 2024
        Sorumlu: Fatma
        [1] Geri al  [2] Düzelt

        > /duzelt A1 sorumlu mehmet
        ✓ A1: sorumlu: Fatma → Mehmet
        A1 · Kardeş şehir protokolü
        Bişkek, Kırgızistan
        Süresiz · imza: 14 Mart 2024
        Sorumlu: Mehmet
        [1] Geri al  [2] Düzelt
    """)


def test_asked_while_logging(desk: Desk) -> None:
    desk.chat("""
        > /visit from Tirana 3 May 2025 owner: nobody6
        Who is “nobody6”? I know these members.
        [1] Ayşe  [2] Fatma  [3] Mehmet

        > [Ayşe]
        ✓ V1 · Visit · incoming
        Tirana, Albania
        Saturday, 3 May 2025
        Owner: Ayşe
        [1] Undo  [2] Edit
    """)


def test_in_a_note_an_unknown_name_is_a_word_of_it(desk: Desk) -> None:
    assert "prizren, sorumlu: tercüman" in desk.say("/note prizren, sorumlu: tercüman")


def test_my_screen(desk: Desk) -> None:
    desk.say("/visit from Tirana 3 May 2025")
    desk.as_("Ayşe").say("/visit from Tirana 3 June 2026, owner: fatma")
    desk.say("/visit to Skopje 3 July 2026, owner: ayşe")
    desk.say("/agreement Bishkek town twinning 14 March 2024")
    desk.say("/agreement Tirana town twinning 14 March 2024, owner: ayşe")
    desk.say("/task minutes friday")
    desk.say("/task flags 2 May")
    desk.chat("""
        > /me
        My tasks · 2
        T2 · flags · 2 days late
        T1 · minutes · 8 May 2026
        My visits and events
        V2 · 3 June 2026 · Tirana: Visit · incoming
        My agreements
        A1 · 14 March 2024 · Bishkek: Town twinning agreement
        [1] Done: T2  [2] Done: T1

        > Mehmet: /me
        Nothing is yours at the moment.
        /take V12 makes you its owner, /task logs a task.
    """)


def test_my_screen_in_turkish(desk: Desk) -> None:
    desk.team(language="tr")
    desk.say("/takip tutanak cuma")
    desk.say("/ziyaret tiran'dan 3 haziran")
    desk.chat("""
        > /ben
        Takip işlerim · 1
        T1 · tutanak · 8 Mayıs 2026
        Ziyaret ve etkinliklerim
        V1 · 3 Haziran 2026 · Tiran: Ziyaret · gelen heyet
        [1] Tamam: T1
    """)
