"""What is said in answer to a card, or in its thread: a note or a correction, unless it says something of its own."""

import pytest

from bot.domain.notes import Note
from bot.message import Attachment
from tests.desk import Desk, Said

PLAN = Attachment("F1", "plan.pdf", "application/pdf", 9)


@pytest.fixture
def card(desk: Desk) -> Said:
    return desk.say("/visit from Tirana 1 May 2026")


def test_short_words_are_a_note_or_a_correction(desk: Desk, card: Said) -> None:
    desk.chat("""
        > ↪ V1: bring an interpreter
        ✓ N1 · Note
        V1 · Tirana, Albania
        bring an interpreter
        [1] Undo  [2] Edit

        > ↪ V1: no, 4 May
        ✓ V1: Friday, 1 May 2026 → Monday, 4 May 2026
        [1] Undo  [2] Add as note instead

        > ↪ V1: Note: two of them are vegetarians
        ✓ N2 · Note
        V1 · Tirana, Albania
        two of them are vegetarians
        [1] Undo  [2] Edit
    """)


def test_a_sentence_of_another_partner_is_offered_as_a_record(desk: Desk, card: Said) -> None:
    desk.chat("""
        > ↪ V1: The delegation from Vienna came on 3 May 2026
        Shall I log this as a visit?
        Vienna, Austria · Sunday, 3 May 2026
        [1] Yes  [2] Add as note instead

        > [Add as note instead]
        ✓ N1 · Note
        V1 · Tirana, Albania
        The delegation from Vienna came on 3 May 2026
        [1] Undo  [2] Edit

        > yes
        I did not understand that.
        For example: visit Tirana 3 May 2025, or a partner's name. /help shows everything.
    """)
    desk.reply_to(card, "The delegation from Vienna came on 3 May 2026")
    assert desk.press("Yes").startswith("✓ V2 · Visit")
    assert [stored.short_id for stored in desk.records()] == ["V1", "N1", "V2"]


def test_in_turkish(desk: Desk) -> None:
    desk.team(city="Ankara", language="tr")
    desk.say("/ziyaret Tiran'dan 1 Mayıs 2026")
    desk.chat("""
        > ↪ V1: Viyana heyeti 3 Mayıs'ta geldi
        Ziyaret olarak kaydedeyim mi?
        Viyana, Avusturya · 3 Mayıs 2026 Pazar
        [1] Evet  [2] Not olarak ekle

        > [Evet]
        ✓ V2 · Ziyaret · gelen heyet
        Viyana, Avusturya
        3 Mayıs 2026 Pazar
        [1] Geri al  [2] Düzelt  [3] Takip işlerini ekle

        > ↪ V1: tercüman unutulmasın
        ✓ N1 · Not
        V1 · Tiran, Arnavutluk
        tercüman unutulmasın
        [1] Geri al  [2] Düzelt

        > ↪ V1: etkinlik Üsküp Günleri 5 Mayıs 2026
        ✓ E1 · Kültür günleri
        Üsküp Günleri
        5 Mayıs 2026 Salı
        Ev sahibi: Ankara (biz)
        Konuk: Üsküp, Kuzey Makedonya
        [1] Geri al  [2] Düzelt
    """)


NOTES = [
    "The mayor of Tirana liked the tour of 2 May 2026",  # of the partner on the card
    "Visit went well on 1 May 2026",
    "undo the seating plan",
    "files are with the archive",
    "who was the interpreter?",
    "help with the translation is needed",
    "edit the programme before printing",
    "last minute change of the hotel",
]


@pytest.mark.parametrize("text", NOTES)
def test_a_note_may_begin_like_a_command(desk: Desk, card: Said, text: str) -> None:
    desk.reply_to(card, text)
    note = desk.record("N1").record.details
    assert isinstance(note, Note)
    assert note == Note(text=text, about="V1")


def test_a_clear_command_is_one(desk: Desk, card: Said) -> None:
    assert desk.reply_to(card, "files").startswith("V1 has no files.")
    assert desk.reply_to(card, "history").startswith("History of V1")
    assert desk.reply_to(card, "edit outgoing").startswith("✓ V1: direction: incoming → outgoing")
    assert desk.reply_to(card, "v1").startswith("V1 · Visit")
    assert desk.reply_to(card, "partner Skopje").startswith("Skopje")
    assert desk.reply_to(card, "undo").splitlines()[1] == "V1: direction: outgoing → incoming"
    assert desk.reply_to(card, "undo").splitlines()[1].startswith("No longer counts: V1")
    assert desk.reply_to(card, "visit from Skopje 5 May 2026").startswith("✓ V2 · Visit · incoming")
    assert desk.reply_to(card, "visit from Hanover 5 May 2026").startswith("Which Hanover?")


def test_a_file_belongs_to_what_the_sentence_logs(desk: Desk, card: Said) -> None:
    desk.reply_to(card, "the list of guests", (PLAN,))
    desk.reply_to(card, "The delegation from Vienna came on 3 May 2026", (PLAN,))
    desk.press("Add as note instead")
    desk.reply_to(card, "visit from Skopje 5 May 2026", (PLAN,))
    desk.later(minutes=11)
    desk.reply_to(card, "", (PLAN,))
    ids = {stored.id: stored.short_id for stored in desk.records()}
    assert [ids[row["record_id"]] for row in desk.rows("files")] == ["V1", "V1", "V2", "V1"]


def test_our_own_city_makes_no_record(desk: Desk) -> None:
    desk.team(city="Ankara")
    card = desk.say("/visit from Tirana 1 May 2026")
    assert desk.reply_to(card, "Lunch at Ankara Castle on 2 May").startswith("✓ N1 · Note")
    # A town of that name exists, but nobody writes it like this.
    assert desk.reply_to(card, "visit went well on 1 May").startswith("✓ N2 · Note")
