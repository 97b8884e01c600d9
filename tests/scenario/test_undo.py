"""Taking back: one's own changes, and nobody else's; a message that comes twice counts once."""

from tests.desk import NOW, Desk


def test_a_change_of_somebody_else_is_not_taken_back(desk: Desk) -> None:
    desk.as_("Ayşe")
    desk.say("/visit from Tirana 3 May 2025")
    desk.chat("""
        > Ayşe: /edit v1 4 May 2025
        ✓ V1: Saturday, 3 May 2025 → Sunday, 4 May 2025
        V1 · Visit · incoming
        Tirana, Albania
        Sunday, 4 May 2025
        [1] Undo  [2] Edit

        > /undo
        V1 was changed since, by Ayşe. Nothing was undone.
        /history V1 shows how; /edit V1 or /void V1 change it.

        > [Undo]
        V1 was changed since, by Ayşe. Nothing was undone.
        /history V1 shows how; /edit V1 or /void V1 change it.

        > Ayşe: [Undo]
        ✓ Undone
        V1: Sunday, 4 May 2025 → Saturday, 3 May 2025

        > Ayşe: /undo
        There is nothing of yours to undo in this chat.

        > /undo
        ✓ Undone
        No longer counts: V1 · 3 May 2025 · Tirana: Visit · incoming
        Tirana is no longer among your partners.

        > /history v1
        History of V1
        4 May 2026, 09:00 · Fatma: undone
        4 May 2026, 09:00 · Ayşe: undone
        4 May 2026, 09:00 · Ayşe: Saturday, 3 May 2025 → Sunday, 4 May 2025
        4 May 2026, 09:00 · Fatma: logged
    """)


def test_the_button_of_somebody_else(desk: Desk) -> None:
    card = desk.say("/visit from Tirana 3 May 2025")
    assert card.reply is not None
    undo = card.reply.buttons[0].invocation
    assert desk.as_("Ayşe").invoke(undo.command, undo.arguments) == (
        "That change is Fatma's. Only they can undo it.\nYou can /edit or /void the record instead."
    )
    desk.press("Undo")
    assert desk.press("Undo") == "That was undone already."


def test_void_and_undo(desk: Desk) -> None:
    desk.say("/visit from Tirana 3 May 2025")
    desk.chat("""
        > /void v1
        ✓ V1 · Visit · incoming
        Void: kept for the audit, but it no longer counts.
        [1] Undo

        > /void v1
        V1 is void already.

        > /edit v1 4 May 2025
        V1 is void. Nothing was changed.
        If you voided it yourself here: /undo.

        > [Undo]
        ✓ Undone
        Counts again: V1 · 3 May 2025 · Tirana: Visit · incoming
    """)


def test_an_undo_that_brings_a_record_back_brings_its_partner_back(desk: Desk) -> None:
    first = desk.say("/visit from Tirana 3 May 2025")
    assert first.reply is not None
    desk.as_("Ayşe").say("/visit to Tirana 4 May 2025")
    desk.as_("Ayşe").say("/void v2")
    desk.say("/undo")
    assert [row["voided_at"] for row in desk.rows("partners")] == [NOW]
    desk.as_("Ayşe").say("/undo")
    assert [row["voided_at"] for row in desk.rows("partners")] == [None]


def test_a_message_delivered_again_has_one_effect_and_the_same_answer(desk: Desk) -> None:
    first = desk.say("/visit from Tirana 3 May 2025")
    assert desk.redeliver().reply == first.reply
    refused = desk.say("/visit from Tirana 31.02.2025")
    assert desk.redeliver().reply == refused.reply
    desk.say("/cancel")
    desk.say("/undo")
    desk.redeliver()
    assert [(stored.short_id, stored.version, stored.voided_at) for stored in desk.records()] == [("V1", 2, NOW)]
    assert len(desk.rows("inbox")) == 4


def test_a_question_that_was_just_asked_is_what_is_taken_back(desk: Desk) -> None:
    desk.say("/visit from Tirana 3 May 2025")
    desk.chat("""
        > /visit from Seoul
        When is it? For example: 10–13 September 2026, October 2026, undated.

        > /undo
        All right. Nothing was stored.

        > /undo
        ✓ Undone
        No longer counts: V1 · 3 May 2025 · Tirana: Visit · incoming
        Tirana is no longer among your partners.
    """)


def test_a_change_after_the_question_is_taken_back_before_it(desk: Desk) -> None:
    desk.say("/visit from Seoul")
    desk.say("/visit from Tirana 3 May 2025")
    desk.chat("""
        > /undo
        ✓ Undone
        No longer counts: V1 · 3 May 2025 · Tirana: Visit · incoming
        Tirana is no longer among your partners.
    """)
