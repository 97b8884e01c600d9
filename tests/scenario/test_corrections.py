"""Putting right: by the next words, by an answer to the card, by ``/edit``."""

from tests.desk import Desk


def test_the_next_words_correct_for_ten_minutes(desk: Desk) -> None:
    desk.chat("""
        > /visit to Skopje 12 May 2026 courtesy call
        ✓ V1 · Courtesy call · outgoing
        Skopje, North Macedonia
        Tuesday, 12 May 2026
        [1] Undo  [2] Edit

        > no, 13 May
        ✓ V1: Tuesday, 12 May 2026 → Wednesday, 13 May 2026
        [1] Undo  [2] Add as note instead

        > sorry, it was 5 people
        ✓ V1: people: 5
        [1] Undo  [2] Add as note instead

        -- 11 minutes later

        > 14 May
        I did not understand that.
        For example: visit Tirana 3 May 2025, or a partner's name. /help shows everything.

        > ↪ V1: 14 May
        ✓ V1: Wednesday, 13 May 2026 → Thursday, 14 May 2026
        [1] Undo  [2] Add as note instead
    """)


def test_edit_by_value_and_by_name(desk: Desk) -> None:
    desk.say("/visit to Skopje 12 May 2026 courtesy call")
    desk.chat("""
        > /edit V1 incoming
        ✓ V1: direction: outgoing → incoming
        V1 · Courtesy call · incoming
        Skopje, North Macedonia
        Tuesday, 12 May 2026
        [1] Undo  [2] Edit

        > /edit v1 purpose: opening of the bridge
        ✓ V1: purpose: opening of the bridge
        V1 · Courtesy call · incoming
        Skopje, North Macedonia
        Tuesday, 12 May 2026
        Purpose: opening of the bridge
        [1] Undo  [2] Edit

        > /düzelt v1 kişi: 6
        ✓ V1: people: 6
        V1 · Courtesy call · incoming
        Skopje, North Macedonia
        Tuesday, 12 May 2026 · 6 people
        Purpose: opening of the bridge
        [1] Undo  [2] Edit

        > /edit v1 incoming
        V1 says so already.
    """)


def test_a_name_that_is_a_day_and_a_town_is_asked(desk: Desk) -> None:
    desk.chat("""
        > /visit from Tirana 5 June 2026
        ✓ V1 · Visit · incoming
        Tirana, Albania
        Friday, 5 June 2026
        [1] Undo  [2] Edit

        > March
        Is March the date or the town?
        [1] March 2026  [2] March, ENG, United Kingdom

        > [March 2026]
        ✓ V1: Friday, 5 June 2026 → March 2026
        [1] Undo  [2] Add as note instead
    """)


def test_a_name_that_is_a_day_and_a_town_is_asked_in_turkish(desk: Desk) -> None:
    desk.language = "tr"
    desk.say("/ziyaret tiran'dan 5 haziran 2026")
    assert str(desk.say("çarşamba")).startswith("✓ V1: 5 Haziran 2026 Cuma → 10 Haziran 2026 Çarşamba")
    assert str(desk.say("Çarşamba")).startswith("Çarşamba: tarih mi, kent mi?")


def test_the_number_of_a_record_is_no_town(desk: Desk) -> None:
    desk.say("/visit from Tirana 5 June 2026")
    desk.say("/agreement Skopje twinning 1 May 2020")
    desk.say("/agreement Osh twinning 1 May 2021")  # A2 is a name of Ann Arbor as well
    assert desk.say("A2").startswith("A2 · Town twinning agreement\nOsh")
    assert desk.say("v1").startswith("V1 · Visit · incoming\nTirana")


def test_what_follows_is_offered_once_the_outcome_is_told(desk: Desk) -> None:
    desk.say("/visit from Tirana 5 May 2026")
    desk.later(days=2)
    desk.chat("""
        > ↪ V1: outcome: a pilot
        ✓ V1: outcome: a pilot
        [1] Undo  [2] Add as note instead  [3] Add follow-ups
    """)
