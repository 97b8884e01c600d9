"""What is missing is asked once: the question is answered, left open, ended, or forgotten after ten minutes."""

from tests.desk import Desk


def test_an_open_question(desk: Desk) -> None:
    desk.chat("""
        > /log visit Tirana
        When is it? For example: 10–13 September 2026, October 2026, undated.

        > 3 May 2025
        ✓ V1 · Visit
        Tirana, Albania
        Saturday, 3 May 2025
        Who went where?
        [1] They came to us  [2] We went there
        [3] Undo  [4] Edit

        > /visit from Skopje, courtesy call
        When is it? For example: 10–13 September 2026, October 2026, undated.

        > v1
        V1 · Visit
        Tirana, Albania
        Saturday, 3 May 2025
        Who went where?
        [1] They came to us  [2] We went there
        [3] Edit

        > banana
        I cannot read “banana” as a date.
        For example: 3 May 2025, 10–13 September 2026, October 2026, 2026, undated.
        To leave the question: /cancel.

        > /show v2
        There is no v2.
        /find looks through everything, for example /find tirana.

        > undated
        ✓ V2 · Courtesy call · incoming
        Skopje, North Macedonia
        undated
        [1] Undo  [2] Edit
    """)


def test_a_question_ends(desk: Desk) -> None:
    desk.chat("""
        > /visit to Prizren
        When is it? For example: 10–13 September 2026, October 2026, undated.

        > vazgeç
        All right. Nothing was stored.

        > 3 May 2025
        I did not understand that.
        For example: visit Tirana 3 May 2025, or a partner's name. /help shows everything.

        > /cancel
        There was no open question.

        > /visit to Prizren
        When is it? For example: 10–13 September 2026, October 2026, undated.

        -- 10 minutes later

        > 3 May 2025
        I did not understand that.
        For example: visit Tirana 3 May 2025, or a partner's name. /help shows everything.
    """)
    assert desk.records() == []


def test_a_question_of_somebody_else_is_not_answered(desk: Desk) -> None:
    group = desk.in_group()
    group.say("/visit to Prizren")
    assert group.as_("Ayşe", here=True).say("3 May 2025") == ""
    group.say("3 May 2025")
    assert [stored.created_by for stored in desk.records()] == ["Fatma"]


def test_a_place_with_several_readings_is_asked(desk: Desk) -> None:
    desk.chat("""
        > /log visit Hanover 3 May 2025: trams
        Which Hanover?
        [1] Hannover, Germany  [2] Hanover, MD, United States  [3] Hanover, PA, United States  [4] Hanover, MA, United States  [5] Keep “Hanover” as it is

        > [Hanover, PA, United States]
        ✓ V1 · Visit
        Hanover, United States
        Saturday, 3 May 2025
        Purpose: trams
        Who went where?
        [1] They came to us  [2] We went there
        [3] Undo  [4] Edit
    """)


def test_a_whole_sentence_starts_anew_and_mixes_nothing(desk: Desk) -> None:
    asked = desk.say("/agreement with Georgia on tourism 3 May 2026")
    assert asked.startswith("Which kind of agreement is it?")
    logged = desk.say("agreement Bishkek town twinning 14 March 2024")
    assert logged.startswith("✓ A1 · Town twinning agreement\nBishkek, Kyrgyzstan"), logged
    assert "14 March 2024" in logged
    assert "Georgia" not in logged


def test_help_is_no_name_of_an_event(desk: Desk) -> None:
    assert desk.say("/event 3 May 2026").startswith("What is it called?")
    assert not desk.say("help").startswith("✓")
    desk.language = "tr"
    assert not desk.say("yardım").startswith("✓")
    assert desk.records() == []


def test_a_command_alone_answers_no_question(desk: Desk) -> None:
    desk.say("/visit from Hanover 5 May 2026")
    assert desk.say("partners").startswith("No partners yet.")
    assert desk.say("Hannover").startswith("✓ V1 · Visit · incoming")
    desk.say("/visit from Skopje")
    assert desk.say("upcoming").startswith("Visits and events to")
    assert desk.say("6 May 2026").startswith("✓ V2 · Visit · incoming\nSkopje")
    desk.say("/visit from Bishkek")
    assert desk.say("undo") == "All right. Nothing was stored."


def test_after_something_else_was_logged_only_what_was_asked_for_is_an_answer(desk: Desk) -> None:
    desk.say("/visit from Tirana 3 May 2026")
    desk.say("/void")
    desk.say("/visit from Seoul 4 May 2026")
    assert desk.say("v1").startswith("V1 · Visit")
    desk.say("/contact +90 312 507 10 00")
    desk.say("/note Seoul: bring an interpreter")
    desk.say("thank-you letter to Tirana must go out")
    assert [stored.short_id for stored in desk.records() if not stored.voided_at] == ["V1", "V2", "N1"]
