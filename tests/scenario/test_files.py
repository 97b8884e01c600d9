"""Files that come with a question: they wait for its answer, and belong to the record that it logs."""

from bot.domain.files import LARGEST
from bot.message import Attachment
from bot.permissions import Role
from tests.desk import Desk

PLAN = Attachment("F1", "plan.pdf", "application/pdf", 9)
LIST = Attachment("F2", "list.pdf", "application/pdf", 9)


def files_of(desk: Desk) -> list[tuple[str, str]]:
    """Which record has which file."""
    short_ids = {stored.id: stored.short_id for stored in desk.records()}
    return [(short_ids[row["record_id"]], row["name"]) for row in desk.rows("files")]


def test_a_file_waits_for_the_day(desk: Desk) -> None:
    asked = desk.say("/log visit from Tirana", PLAN)
    assert asked.splitlines() == [
        "When is it? For example: 10–13 September 2026, October 2026, undated.",
        "plan.pdf will be attached.",
    ]
    assert files_of(desk) == []
    card = desk.say("3 May 2026")
    assert card.splitlines()[:4] == [
        "✓ V1 · Visit · incoming",
        "Tirana, Albania",
        "Sunday, 3 May 2026",
        "V1: plan.pdf attached",
    ]
    assert files_of(desk) == [("V1", "plan.pdf")]
    assert desk.rows("questions") == []
    desk.say("/undo")
    assert [row["voided_at"] is None for row in desk.rows("files")] == [False]


def test_a_file_waits_for_a_pressed_answer_and_through_several_questions(desk: Desk) -> None:
    assert desk.say("/log visit from Hanover", PLAN).splitlines()[-2] == "plan.pdf will be attached."
    assert desk.press("Hannover, Germany").startswith("When is it?")
    desk.say("31.02.2026")
    assert "V1: plan.pdf attached" in desk.say("3 May 2026").splitlines()
    assert files_of(desk) == [("V1", "plan.pdf")]


def test_files_that_follow_a_question_belong_to_its_answer(desk: Desk) -> None:
    desk.say("/log visit from Tirana", PLAN)
    assert desk.say("", LIST).splitlines() == [
        "list.pdf will be attached.",
        "First the answer to my question, please.",
    ]
    desk.say("no day at all", LIST)
    desk.say("3 May 2026")
    assert files_of(desk) == [("V1", "plan.pdf"), ("V1", "list.pdf")]


def test_a_sentence_that_is_offered_to_be_logged(desk: Desk) -> None:
    desk.say("Delegation from Tirana, 3 May 2026", PLAN)
    assert desk.said[-1].splitlines()[0] == "Shall I log this as a visit?"
    assert "plan.pdf will be attached." in desk.said[-1]
    assert "V1: plan.pdf attached" in desk.press("Yes")
    desk.say("Delegation from Skopje, 4 May 2026", LIST)
    assert "V2: list.pdf attached" in desk.say("yes")


def test_no_leaves_nothing_behind(desk: Desk) -> None:
    desk.say("Delegation from Tirana, 3 May 2026", PLAN)
    assert desk.press("No") == "All right. Nothing was stored."
    assert "attached" not in desk.say("/log visit from Tirana 3 May 2026")
    assert files_of(desk) == []


def test_a_newer_question_says_that_the_files_of_the_older_are_gone(desk: Desk) -> None:
    desk.say("/log visit from Tirana", PLAN)
    assert desk.say("/log visit from Skopje", LIST).splitlines() == [
        "When is it? For example: 10–13 September 2026, October 2026, undated.",
        "list.pdf will be attached.",
        "Not kept, as my earlier question is closed: plan.pdf",
    ]
    desk.say("3 May 2026")
    assert files_of(desk) == [("V1", "list.pdf")]


def test_a_question_about_no_new_record_keeps_no_file(desk: Desk) -> None:
    desk.say("/log visit from Tirana 3 May 2026")
    asked = desk.say("/edit V1 partner: San Jose", PLAN)
    assert "The file was not kept: send it again, as an answer to the card that comes." in asked
    assert desk.say("", LIST).splitlines()[0] == "The file was not kept: I have asked you something first."
    assert files_of(desk) == []


def test_too_large_for_the_answer(desk: Desk) -> None:
    film = Attachment("F3", "film.pdf", "application/pdf", LARGEST + 1)
    assert "film.pdf is too large: 20 MB, and 20 fit. Nothing was stored." in desk.say("/log visit from Tirana", film)
    desk.say("3 May 2026")
    assert files_of(desk) == []


def test_others_answer_their_own_questions(desk: Desk) -> None:
    group = desk.in_group()
    group.say("/log visit from Tirana", PLAN)
    ayse = group.as_("Ayşe", Role.MEMBER, here=True)
    ayse.say("/log visit from Skopje 4 May 2026")
    assert files_of(desk) == []
    group.say("3 May 2026")
    assert files_of(desk) == [("V2", "plan.pdf")]


def test_in_turkish(desk: Desk) -> None:
    desk.language = "tr"
    assert desk.say("/ziyaret Tiran'dan", PLAN).splitlines()[-1] == "plan.pdf eklenecek."
    assert "V1: plan.pdf eklendi" in desk.say("3 Mayıs 2026")
