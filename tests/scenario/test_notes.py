"""Notes: of a partner, of a record, of neither; and corrections that were none."""

from bot.domain.notes import Note
from bot.domain.records import Link, Record
from tests.desk import Desk


def test_log_and_list(desk: Desk) -> None:
    desk.chat("""
        > /not prizren: yedek tercüman şart
        ✓ N1 · Note
        Prizren, Kosovo
        yedek tercüman şart
        [1] Undo  [2] Edit

        > /log note Lesson: never without a pen #office
        ✓ N2 · Lesson
        never without a pen
        Themes: office
        What is it?
        [1] Good practice  [2] What went wrong
        [3] Undo  [4] Edit

        > /note
        Notes
        N2 · Lesson: never without a pen
        N1 · Prizren: yedek tercüman şart
        [1] N2  [2] N1

        > /note prizren
        N1 · Note
        Prizren, Kosovo
        yedek tercüman şart
        [1] Edit

        > /ders N2
        N2 · Lesson
        never without a pen
        Themes: office
        What is it?
        [1] Good practice  [2] What went wrong
        [3] Edit
    """)


def test_about_a_record(desk: Desk) -> None:
    desk.say("/visit from Tirana 3 May 2025")
    desk.chat("""
        > /note V1: the minutes are missing
        ✓ N1 · Note
        V1 · Tirana, Albania
        the minutes are missing
        [1] Undo  [2] Edit

        > ↪ V1: the bus was late
        ✓ N2 · Note
        V1 · Tirana, Albania
        the bus was late
        [1] Undo  [2] Edit
    """)
    assert [stored.record for stored in desk.records()][1:] == [
        Record(details=Note(text="the minutes are missing", about="V1"), links=(Link(1),)),
        Record(details=Note(text="the bus was late", about="V1"), links=(Link(1),)),
    ]


def test_words_are_asked_for(desk: Desk) -> None:
    desk.chat("""
        > /note tirana:
        What should be noted? For example: a second interpreter is a must.

        > bring an interpreter
        ✓ N1 · Note
        Tirana, Albania
        bring an interpreter
        [1] Undo  [2] Edit

        > /log note
        What should be noted? For example: a second interpreter is a must.

        > a pen
        ✓ N2 · Note
        a pen
        [1] Undo  [2] Edit
    """)


def test_edit(desk: Desk) -> None:
    desk.say("/note Tirana: a second interpreter")
    desk.chat("""
        > /edit n1 text: a third interpreter
        ✓ N1: text: a second interpreter → a third interpreter
        N1 · Note
        Tirana, Albania
        a third interpreter
        [1] Undo  [2] Edit

        > /edit n1 an interpreter and a car
        ✓ N1: text: a third interpreter → an interpreter and a car
        N1 · Note
        Tirana, Albania
        an interpreter and a car
        [1] Undo  [2] Edit

        > /edit n1 Skopje
        ✓ N1: Tirana → Skopje
        N1 · Note
        Skopje, North Macedonia
        an interpreter and a car
        [1] Undo  [2] Edit
    """)


def test_a_correction_that_was_a_note(desk: Desk) -> None:
    desk.chat("""
        > /visit from Tirana 3 May 2025
        ✓ V1 · Visit · incoming
        Tirana, Albania
        Saturday, 3 May 2025
        [1] Undo  [2] Edit

        > no, Skopje
        ✓ V1: Tirana → Skopje
        [1] Undo  [2] Add as note instead

        > [Add as note instead]
        ✓ N1 · Note
        V1 · Tirana, Albania
        no, Skopje
        V1: Skopje → Tirana
        Skopje is no longer among your partners.
        [1] Undo  [2] Edit

        > [Add as note instead]
        ✓ N1 · Note
        V1 · Tirana, Albania
        no, Skopje
        V1: Skopje → Tirana
        Skopje is no longer among your partners.
        [1] Undo  [2] Edit

        > /undo
        ✓ Undone
        No longer counts: N1 · Tirana: no, Skopje
        V1: Tirana → Skopje

        > v1
        V1 · Visit · incoming
        Skopje, North Macedonia
        Saturday, 3 May 2025
        [1] Edit
    """)


def test_nobody_elses_correction_becomes_a_note(desk: Desk) -> None:
    desk.say("/visit from Tirana 3 May 2025")
    desk.say("no, 4 May")
    ayse = desk.as_("Ayşe", here=True)
    assert ayse.press("Add as note instead").splitlines()[0] == "That change is Fatma's. Only they can undo it."
    assert ayse.invoke("note_instead").splitlines()[0] == "There is nothing of yours to undo in this chat."
    assert [stored.short_id for stored in desk.records()] == ["V1"]
