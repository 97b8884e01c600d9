"""Updates in the shapes of the Bot API documentation, one of each kind, and what they mean."""

import json
from datetime import UTC, datetime
from pathlib import Path

import pytest
from telegram import Update

from bot.adapters.telegram.parse import Access, Incoming, Me, Migrated, Said, Typing, parse
from bot.adapters.telegram.vcard import read_vcard
from bot.message import Attachment, ChatKind, ChatRef, Invocation, Message, Sender

ME = Me(7000001, "desk_bot")
UPDATES = json.loads((Path(__file__).parents[2] / "data" / "telegram" / "updates.json").read_text(encoding="utf-8"))
AYSE = Sender("1111111", "Ayşe Demir", "tr")
SENT = datetime(2026, 5, 4, 6, 0, tzinfo=UTC)
OWN = ChatRef("telegram", "7000001", "1111111")
GROUP = ChatRef("telegram", "7000001", "-1001234567890", ChatKind.GROUP)
BASIC = ChatRef("telegram", "7000001", "-987654", ChatKind.GROUP)


def meant(kind: str, me: Me = ME) -> Incoming | None:
    return parse(Update.de_json(UPDATES[kind], None), me)


def message(kind: str) -> Message:
    incoming = meant(kind)
    assert isinstance(incoming, Said)
    return incoming.message


def test_text() -> None:
    assert message("text") == Message(
        *("10000", OWN, AYSE, SENT, "/log visit Tirana 2025-05-03"),
        post_id="1365",
        alone_at="https://t.me/desk_bot",
    )


def test_an_answer_to_a_card() -> None:
    answer = message("answer_to_a_card")
    assert (answer.content, answer.reply_to) == ("no, 4 May", "1360")


def test_a_topic() -> None:
    said = message("text_in_a_topic")
    assert said.chat == ChatRef("telegram", "7000001", "-1001234567890", ChatKind.GROUP, "42")
    assert said.reply_to is None


def test_a_photo_with_a_caption() -> None:
    said = message("photo_with_caption")
    assert said.content == "/log visit Tirana 2025-05-03"
    assert said.attachments == (Attachment("AgACbig", "", "image/jpeg", 98213),)


def test_a_document() -> None:
    said = message("document")
    assert (said.content, said.reply_to) == ("", "1360")
    assert said.attachments == (Attachment("BQACdoc", "protokol.pdf", "application/pdf", 48213),)


def test_a_contact() -> None:
    assert message("contact").content == Invocation("log", "contact Ana Kola\nana@tirana.al\n+355691234567")


@pytest.mark.parametrize("kind", ["location", "venue"])
def test_a_place(kind: str) -> None:
    assert message(kind).content == Invocation("nearest", "41.32755 19.81870")


def test_what_has_no_words() -> None:
    assert message("sticker").content == ""
    assert message("forwarded_text").content == "Tirana"


def test_a_press() -> None:
    incoming = meant("callback_query")
    assert isinstance(incoming, Said)
    assert incoming.callback_id == "4382bfdwdsb323b2d9"
    assert incoming.message.content == Invocation("undo", "1864000000000000000")
    assert (incoming.message.post_id, incoming.message.chat) == ("1360", OWN)


def test_a_press_on_what_telegram_no_longer_shows() -> None:
    said = message("callback_query_on_an_inaccessible_message")
    assert (said.content, said.post_id, said.chat) == (Invocation("show", "V1"), "12", GROUP)


def test_typing() -> None:
    chat = ChatRef("telegram", "7000001", "", ChatKind.GROUP)
    assert meant("inline_query") == Typing("134567890097", chat, AYSE, "tiran")


def test_migration() -> None:
    assert meant("migrate_to") == Migrated(BASIC, GROUP.chat)
    assert meant("migrate_from") == Migrated(BASIC, GROUP.chat)


def test_access() -> None:
    assert meant("blocked") == Access(OWN, reachable=False)
    assert meant("muted_in_a_group") == Access(GROUP, reachable=False)
    for hears_all, argument in ((False, "hears_little"), (True, "")):
        added = meant("added_to_a_group", Me(7000001, "desk_bot", hears_all))
        assert isinstance(added, Access)
        assert added.reachable
        assert added.greets
        assert added.greets.content == Invocation("start", argument)


NOT_FOR_US = [
    *("text_in_a_group_for_another_bot", "new_member", "pinned", "anonymous_admin", "channel_post", "edited_message"),
    "a_kind_that_does_not_exist_yet",
]


@pytest.mark.parametrize("kind", NOT_FOR_US)
def test_not_for_us(kind: str) -> None:
    assert meant(kind) is None


def test_every_recorded_update_is_looked_at() -> None:
    source = Path(__file__).read_text(encoding="utf-8")
    assert [kind for kind in UPDATES if f'"{kind}"' not in source] == []


def test_a_vcard() -> None:
    lines = ("TITLE:Head of", "  protocol", "ORG:City\\, Hall;Protocol", "EMAIL;TYPE=work:a@b.org", "EMAIL:c@d.org")
    card = "\r\n".join(("BEGIN:VCARD", *lines))
    assert read_vcard(card) == {"TITLE": "Head of protocol", "ORG": "City, Hall, Protocol", "EMAIL": "a@b.org"}
    assert read_vcard("") == {}
