"""What was said last is what plain text is about: a question, a record, or neither."""

from tests.desk import Desk


def test_a_pressed_answer_ends_its_question(desk: Desk) -> None:
    desk.say("/log visit Hanover 3 May 2025")
    desk.press("Hannover, Germany")
    desk.chat("""
        > Tirana 5 May 2025
        Shall I log this as a visit?
        Tirana, Albania · Monday, 5 May 2025
        [1] Yes  [2] No

        > yes
        ✓ V2 · Visit
        Tirana, Albania
        Monday, 5 May 2025
        Who went where?
        [1] They came to us  [2] We went there
        [3] Undo  [4] Edit
    """)


def test_a_correction_is_of_the_record_and_not_of_the_older_question(desk: Desk) -> None:
    desk.chat("""
        > /visit from Skopje
        When is it? For example: 10–13 September 2026, October 2026, undated.

        > /visit from Tirana 3 June 2026
        ✓ V1 · Visit · incoming
        Tirana, Albania
        Wednesday, 3 June 2026
        [1] Undo  [2] Edit

        > no, 5 June
        ✓ V1: Wednesday, 3 June 2026 → Friday, 5 June 2026
        [1] Undo  [2] Add as note instead
    """)


def test_an_impossible_date_is_put_right_by_the_date_alone(desk: Desk) -> None:
    desk.chat("""
        > /visit from Moscow 31 April 2026
        There is no 31 April 2026. Nothing was stored.
        Send the date alone, for example 30 April 2026.

        > 30 April 2026
        ✓ V1 · Visit · incoming
        Moscow, Russia
        Thursday, 30 April 2026
        [1] Undo  [2] Edit  [3] Add follow-ups
    """)


def test_a_bare_name_corrects_only_as_the_next_message(desk: Desk) -> None:
    desk.say("/visit from Tirana 3 May 2026")
    desk.say("/visit from Skopje 4 May 2026")
    desk.say("/upcoming")
    assert desk.say("Tirana").splitlines()[0] == "Tirana · Tiran, Albania"
    desk.say("/visit from Skopje 5 May 2026")
    assert desk.say("Tirana").splitlines()[0] == "✓ V3: Skopje → Tirana"


def test_an_ambiguous_correction_is_asked_and_answered(desk: Desk) -> None:
    desk.say("/visit from Tirana 3 May 2026")
    assert desk.say("no, Hanover").splitlines()[0] == "Which Hanover?"
    desk.press("Hannover, Germany")
    assert desk.say("v1").splitlines()[1] == "Hannover, Germany"


def test_a_typed_choice_is_a_choice(desk: Desk) -> None:
    desk.team(city="Ankara", language="tr")
    assert desk.say("/ziyaret Kudüs'ten 3 mayıs 2025").splitlines()[1].startswith("[1] Filistin")
    assert desk.say("filistin").splitlines()[1] == "Kudüs, Filistin"


def test_what_is_undone_is_not_corrected(desk: Desk) -> None:
    desk.say("/visit from Tirana 3 May 2026")
    desk.say("/undo")
    assert desk.say("no, Skopje").splitlines()[0] == "I did not understand that."


def test_undo_takes_an_id_or_nothing(desk: Desk) -> None:
    desk.say("/visit from Tirana 3 May 2026")
    desk.say("/visit from Skopje 4 May 2026")
    assert desk.say("/undo v1").splitlines()[1] == "No longer counts: V1 · 3 May 2026 · Tirana: Visit · incoming"
    assert desk.say("/undo 3").splitlines()[0] == "There is no 3."
    assert desk.say("/undo v1").splitlines()[0] == "That was undone already."


def test_a_yes_in_turkish(desk: Desk) -> None:
    desk.team(city="Ankara", language="tr")
    desk.say("tiran ile kardeş şehir protokolü imzaladık 14 mart 2024")
    assert desk.say("evet").splitlines()[:2] == ["✓ A1 · Kardeş şehir protokolü", "Tiran, Arnavutluk"]
