"""What a person on a phone expects: inline cards, shared contacts and places, files, links, menus."""

from datetime import timedelta

import pytest

from bot.adapters.base import TooLarge
from bot.adapters.telegram.menus import set_menus
from bot.domain.files import LARGEST
from bot.handlers.commands import make_router
from bot.i18n import LANGUAGES
from bot.permissions import Role
from bot.serving import menu_of
from bot.storage.invitations import new_invitation
from tests.desk import Desk
from tests.telegram.server import Json
from tests.telegram.world import TelegramWorld

LOG = "/log visit from Tirana 3 May 2026"
PDF = b"%PDF-1.7 minutes"
JPEG = b"\xff\xd8\xff\xe0 a photo"


# Inline mode ----------------------------------------------------------------------------------------------------


def inline(world: TelegramWorld, text: str, name: str = "Fatma") -> list[Json]:
    id_ = f"query{world.api.number()}"
    world.tell({"inline_query": {"id": id_, "from": world.hand_of(name).user, "query": text, "offset": ""}})
    return world.api.shown[id_]


def test_cards_to_send_in_any_chat(fatma: Desk, world: TelegramWorld) -> None:
    fatma.say(LOG)
    fatma.say("/log visit from Skopje 4 May 2026")
    fatma.say("/contact Ana Kola, Tirana, protocol officer, ana@tirana.al")
    (tirana,) = inline(world, "tiran")
    assert tirana["title"] == "Tirana, Albania"
    text = tirana["input_message_content"]["message_text"]
    assert text.startswith("Tirana · Tiran, Albania\n")
    assert "ana@" not in text
    assert "reply_markup" not in tirana
    assert [card["title"] for card in inline(world, "")] == ["Tirana, Albania", "Skopje, North Macedonia"]
    assert [card["title"] for card in inline(world, "üsküp")] == ["Skopje, North Macedonia"]
    assert inline(world, "zzzz") == []


def test_strangers_get_no_cards(fatma: Desk, world: TelegramWorld) -> None:
    fatma.say(LOG)
    assert inline(world, "tirana", "Nobody") == []


def test_looking_stores_nothing(fatma: Desk, world: TelegramWorld) -> None:
    fatma.say(LOG)
    before = {table: len(fatma.rows(table)) for table in ("inbox", "chats", "audit", "records")}
    inline(world, "tirana")
    assert {table: len(fatma.rows(table)) for table in before} == before


# Contacts and places ----------------------------------------------------------------------------------------------

VCARD = (
    "BEGIN:VCARD\r\nVERSION:3.0\r\nN:Kola;Ana;;;\r\nFN:Ana Kola\r\nitem1.EMAIL;TYPE=INTERNET:ana@tirana.al\r\n"
    "ORG:Municipality of\r\n  Tirana;Protocol\r\nTEL;TYPE=CELL:+355 69 123 4567\r\nEND:VCARD"
)


def test_a_shared_contact_is_logged(fatma: Desk, world: TelegramWorld) -> None:
    contact = {"phone_number": "355691234567", "first_name": "Ana", "last_name": "Kola", "user_id": 5, "vcard": VCARD}
    (card,) = world.tell(world.hand_of().update(contact=contact))
    assert card["text"] == (
        "✓ C1 · Contact\nAna Kola\nProtocol\nMunicipality of Tirana\nTirana, Albania\nana@tirana.al\n+355 69 123 4567"
    )


def test_a_forwarded_contact_with_a_name_like_a_command(fatma: Desk, world: TelegramWorld) -> None:
    fatma.say(LOG)
    contact = {"phone_number": "+355691234567", "first_name": "/undo", "last_name": "<b>@all</b>"}
    origin = {"type": "hidden_user", "sender_user_name": "Somebody", "date": 1}
    world.tell(world.hand_of().update(contact=contact, forward_origin=origin))
    assert [record.voided_at for record in fatma.records() if record.short_id == "V1"] == [None]


def test_a_shared_place_offers_the_nearest_partner(fatma: Desk, world: TelegramWorld) -> None:
    hand = world.hand_of()
    (nobody,) = world.tell(hand.update(location={"latitude": 41.32, "longitude": 19.82}))
    assert nobody["text"] == "No partner of yours is on the map yet."
    fatma.say(LOG)
    fatma.say("/log visit from Skopje 4 May 2026")
    (near,) = world.tell(hand.update(location={"latitude": 41.94, "longitude": 21.35}))
    assert near["text"] == "Nearest to you\nSkopje, North Macedonia · 9 km\nTirana, Albania · 144 km"
    rows = near["reply_markup"]["inline_keyboard"]
    assert [button["text"] for row in rows for button in row] == ["Skopje", "Log a visit"]


# Files ------------------------------------------------------------------------------------------------------------


def document(world: TelegramWorld, content: bytes = PDF, name: str = "minutes.pdf") -> Json:
    id_ = f"sent{world.api.number()}"
    world.api.files[id_] = content
    more = {"file_name": name, "mime_type": "application/pdf", "file_size": len(content)}
    return {"document": {"file_id": id_, "file_unique_id": id_, **more}}


def photo(world: TelegramWorld) -> Json:
    world.api.files["big"] = JPEG
    sizes = [("small", 90), ("big", 1280)]
    return {"photo": [{"file_id": i, "file_unique_id": i, "width": w, "height": w, "file_size": 9} for i, w in sizes]}


def test_a_pdf_as_an_answer_to_a_card_comes_back(fatma: Desk, world: TelegramWorld) -> None:
    hand = world.hand_of()
    (card,) = world.tell(hand.update(LOG))
    (kept,) = world.tell(hand.update(reply_to=card["message_id"], **document(world)))
    assert kept["text"] == "✓ V1: minutes.pdf attached"
    (waiting,) = world.tell(hand.update("/files V1"))
    assert waiting["text"] == "V1 · 1 file\nminutes.pdf: on its way, ask again in a minute"
    world.fetch()
    title, file = world.tell(hand.update("/evrak v1"))
    assert title["text"] == "V1 · 1 file"
    assert world.api.files[file["document"]["file_id"]] == PDF
    # On the other platform, too.
    assert fatma.say("/files V1") == "V1 · 1 file\n[minutes.pdf]"


def test_a_photo_with_log_in_its_caption(fatma: Desk, world: TelegramWorld) -> None:
    hand = world.hand_of()
    (card,) = world.tell(hand.update(caption=LOG, **photo(world)))
    assert card["text"] == (
        "✓ V1 · Visit · incoming\nTirana, Albania\nSunday, 3 May 2026\nV1: photo 2026-05-04 09.00.jpg attached"
    )
    world.fetch()
    _, picture = world.tell(hand.update("/files V1"))
    assert world.api.files[picture["photo"][0]["file_id"]] == JPEG


def test_a_photo_is_named_in_the_language_of_the_chat(fatma: Desk, world: TelegramWorld) -> None:
    fatma.language = "tr"
    (card,) = world.tell(world.hand_of().update(caption="/ziyaret Tiran'dan 3 Mayıs 2026", **photo(world)))
    assert card["text"].split("\n")[-1] == "V1: fotoğraf 2026-05-04 09.00.jpg eklendi"


def test_words_and_a_file_as_an_answer(fatma: Desk, world: TelegramWorld) -> None:
    hand = world.hand_of()
    (card,) = world.tell(hand.update(LOG))
    (noted,) = world.tell(hand.update(caption="the signed minutes", reply_to=card["message_id"], **document(world)))
    assert noted["text"].startswith("✓ N1 · Note\n")
    assert "V1: minutes.pdf attached" in noted["text"]


def test_the_next_photos_belong_to_what_was_just_logged(fatma: Desk, world: TelegramWorld) -> None:
    hand = world.hand_of()
    world.tell(hand.update(LOG))
    assert world.tell(hand.update(**photo(world)))[0]["text"].startswith("✓ V1: photo")
    fatma.later(minutes=11)
    (said,) = world.tell(hand.update(**photo(world)))
    assert said["text"] == (
        "I keep a file with a record, and I cannot tell with which. Nothing was stored.\n"
        "Send it as an answer to a card, or with /log in its caption."
    )


def test_a_photo_whose_log_leads_to_a_question_waits_for_the_answer(fatma: Desk, world: TelegramWorld) -> None:
    hand = world.hand_of()
    world.tell(hand.update(LOG))
    (asked,) = world.tell(hand.update(caption="/log visit from Skopje", **photo(world)))
    assert asked["text"] == (
        "When is it? For example: 10–13 September 2026, October 2026, undated.\n"
        "photo 2026-05-04 09.00.jpg will be attached."
    )
    # The rest of the album belongs to that visit, not to the one before.
    (said,) = world.tell(hand.update(**document(world)))
    assert said["text"] == ("minutes.pdf will be attached.\nFirst the answer to my question, please.")
    assert fatma.rows("files") == []
    (card,) = world.tell(hand.update("4 May 2026"))
    assert card["text"].startswith("✓ V2 · Visit · incoming\nSkopje")
    assert card["text"].endswith("V2: photo 2026-05-04 09.00.jpg, minutes.pdf attached")
    assert world.tell(hand.update(**photo(world)))[0]["text"].startswith("✓ V2: photo")


def test_a_photo_whose_log_is_refused(fatma: Desk, world: TelegramWorld) -> None:
    (said,) = world.tell(world.hand_of().update(caption="/undo", **photo(world)))
    assert said["text"].endswith("The file was not kept: send it as an answer to a card, or with /log in its caption.")


def test_an_album_in_a_group(fatma: Desk, world: TelegramWorld) -> None:
    hand = world.hand_of(chat=world.api.chat(-1_000_000_000_042, "supergroup"))
    (card,) = world.tell(hand.update(caption=LOG, media_group_id="1", **photo(world)))
    assert card["text"].split("\n")[-2:] == [
        "V1: photo 2026-05-04 09.00.jpg attached",
        "Here only the first of several photos reaches me: send the others as an answer to the card.",
    ]
    assert world.tell(hand.update(media_group_id="1", **photo(world))) == []


SIZE: Json = {"width": 1, "height": 1}
VIDEO: Json = {"video": {"file_id": "v", "file_unique_id": "v", "duration": 1, **SIZE}}
KIND: Json = {"type": "regular", "is_animated": False, "is_video": False}
STICKER: Json = {"sticker": {"file_id": "s", "file_unique_id": "s", **KIND, **SIZE}}


def test_what_is_not_kept_is_said(fatma: Desk, world: TelegramWorld) -> None:
    hand = world.hand_of()
    (card,) = world.tell(hand.update(caption=LOG, **VIDEO))
    assert card["text"].split("\n")[-1] == "Only photos and documents are kept: the rest was not."
    for more in (VIDEO, STICKER):
        (said,) = world.tell(hand.update(reply_to=card["message_id"], **more))
        assert said["text"] == "I keep photos and documents only."
    assert [record.short_id for record in fatma.records()] == ["V1"]


def test_a_sticker_as_an_answer_to_a_card_in_a_group(fatma: Desk, world: TelegramWorld) -> None:
    hand = world.hand_of(chat=world.api.chat(-1_000_000_000_042, "supergroup"))
    (card,) = world.tell(hand.update(LOG))
    for more in (VIDEO, STICKER):
        assert world.tell(hand.update(reply_to=card["message_id"], **more)) == []


def test_an_attachment_is_undone(fatma: Desk, world: TelegramWorld) -> None:
    hand = world.hand_of()
    (card,) = world.tell(hand.update(LOG))
    world.tell(hand.update(reply_to=card["message_id"], **document(world)))
    (undone,) = world.tell(hand.update("/undo"))
    assert undone["text"] == "✓ Undone\nV1: minutes.pdf is no longer attached"
    assert world.tell(hand.update("/files V1"))[0]["text"].startswith("V1 has no files.")
    assert fatma.records()[0].voided_at is None


def test_a_file_without_a_file(fatma: Desk, world: TelegramWorld) -> None:
    fatma.say(LOG)
    assert fatma.say("/attach v1").splitlines()[0] == "V1 has no files."


def test_too_large(fatma: Desk, world: TelegramWorld) -> None:
    hand = world.hand_of()
    file = document(world)
    file["document"]["file_size"] = LARGEST + 1024 * 1024
    (said,) = world.tell(hand.update(caption=LOG, **file))
    assert said["text"].startswith("minutes.pdf is too large: 21 MB, and 20 fit. Nothing was stored.")
    assert fatma.records() == []
    # One that does not say how large it is.
    world.api.files["huge"] = bytes(LARGEST + 1)
    with pytest.raises(TooLarge):
        world.runner.run(world.telegram.download("huge", LARGEST))


def test_a_content_is_kept_once(fatma: Desk, world: TelegramWorld) -> None:
    hand = world.hand_of()
    for line in (LOG, "/log visit from Skopje 4 May 2026"):
        (card,) = world.tell(hand.update(line))
        world.tell(hand.update(reply_to=card["message_id"], **document(world)))
    world.fetch()
    assert len(fatma.rows("files")) == 2
    assert len(fatma.rows("contents")) == 1


def test_fetching_is_tried_again_and_given_up(fatma: Desk, world: TelegramWorld) -> None:
    hand = world.hand_of()
    (card,) = world.tell(hand.update(LOG))
    world.tell(hand.update(reply_to=card["message_id"], **document(world)))
    world.bot.is_revoked = True  # the line is down: nothing can be asked
    for _ in range(3):
        world.fetch()
    assert fatma.rows("files")[0]["attempts"] == 1
    fatma.clock.now += timedelta(minutes=1)
    world.fetch()
    assert fatma.rows("files")[0]["attempts"] == 2
    world.bot.is_revoked = False
    world.api.files.clear()  # it is gone for good
    fatma.clock.now += timedelta(minutes=2)
    world.fetch()
    assert fatma.rows("files")[0]["due_at"] is None
    (said,) = world.tell(hand.update("/files V1"))
    assert said["text"] == "V1 · 1 file\n⚠ minutes.pdf: could not be fetched, please send it again"


def test_what_is_away_for_a_moment_is_fetched_later(fatma: Desk, world: TelegramWorld) -> None:
    hand = world.hand_of()
    (card,) = world.tell(hand.update(LOG))
    world.tell(hand.update(reply_to=card["message_id"], **document(world)))
    world.api.file_errors = ["wrong file_id or the file is temporarily unavailable"]
    world.fetch()
    assert fatma.rows("files")[0]["due_at"] is not None
    fatma.clock.now += timedelta(minutes=1)
    world.fetch()
    assert len(fatma.rows("contents")) == 1


@pytest.mark.parametrize(
    ("name", "arrives"),
    [
        ("tutanak ğüş 100%.pdf", "tutanak ğüş 100%.pdf"),
        ('a"b;c\r\nX: y.pdf', "abcX: y.pdf"),
        ("%22%20.pdf", "%22%20.pdf"),
    ],
)
def test_a_file_keeps_its_name(fatma: Desk, world: TelegramWorld, name: str, arrives: str) -> None:
    hand = world.hand_of()
    (card,) = world.tell(hand.update(LOG))
    world.tell(hand.update(reply_to=card["message_id"], **document(world, name=name)))
    world.fetch()
    _, file = world.tell(hand.update("/files V1"))
    assert file["document"]["file_name"] == arrives


def test_a_file_of_three_megabytes(fatma: Desk, world: TelegramWorld) -> None:
    hand = world.hand_of()
    content = bytes(range(256)) * 4096 * 3
    (card,) = world.tell(hand.update(LOG))
    world.tell(hand.update(reply_to=card["message_id"], **document(world, content)))
    world.fetch()
    _, file = world.tell(hand.update("/files V1"))
    assert world.api.files[file["document"]["file_id"]] == content


def test_a_file_that_is_refused_is_named_and_the_others_come(fatma: Desk, world: TelegramWorld) -> None:
    hand = world.hand_of()
    (card,) = world.tell(hand.update(LOG))
    world.tell(hand.update(reply_to=card["message_id"], **document(world)))
    world.tell(hand.update(reply_to=card["message_id"], **photo(world)))
    world.fetch()
    hand.where.no_files = {"document"}
    title, named, picture = world.tell(hand.update("/files V1"))
    assert title["text"] == "V1 · 2 files"
    assert named["text"] == "⚠ minutes.pdf"
    assert "photo" in picture
    assert not fatma.rows("chats")[0]["unreachable_since"]


def test_nothing_is_fetched_for_strangers(fatma: Desk, world: TelegramWorld) -> None:
    world.tell(world.hand_of("Nobody").update(caption=LOG, **document(world)))
    world.fetch()
    assert fatma.rows("files") == []
    assert world.api.calls["getFile"] == 0


# Where to begin ---------------------------------------------------------------------------------------------------


def test_start(fatma: Desk, world: TelegramWorld) -> None:
    (said,) = world.tell(world.hand_of().update("/start"))
    assert said["text"] == (
        "I keep the record of your partner cities.\n"
        "Tell me what happened: visit Tirana 3 May 2025\n"
        "Ask by a name: Tirana. All is undone by /undo."
    )
    rows = said["reply_markup"]["inline_keyboard"]
    assert [[button["text"] for button in row] for row in rows] == [["Log something", "Partners"], ["Upcoming", "Help"]]


def test_a_link_with_a_code_joins_the_team(fatma: Desk, world: TelegramWorld) -> None:
    code = fatma.write(lambda db: new_invitation(db, fatma.stored_team.id, Role.MEMBER, now=fatma.clock.now))
    zeynep = world.hand_of("Zeynep")
    assert world.tell(zeynep.update("/start"))[0]["text"].startswith("I work for the members of a team.")
    assert world.tell(zeynep.update("/start WRONG-CODES"))[0]["text"].startswith("That code is not valid")
    (said,) = world.tell(zeynep.update(f"/start {code}"))
    assert said["text"].startswith("✓ Welcome, Zeynep.\nYou are a member of Dragoman now.")
    assert world.tell(zeynep.update(LOG))[0]["text"].startswith("✓ V1")
    # A member who follows a link is shown where to begin.
    assert world.tell(zeynep.update(f"/start {code}"))[0]["text"].startswith("I keep the record")


def test_menus_by_language_and_kind_of_chat(world: TelegramWorld) -> None:
    world.runner.run(set_menus(world.client, menu_of(make_router()), LANGUAGES))
    menus = {key: [command["command"] for command in menu] for key, menu in world.bot.menus.items()}
    assert set(menus) == {(f"all_{kind}_chats", code) for kind in ("private", "group") for code in ("", "tr")}
    assert menus["all_private_chats", ""][:3] == ["log", "visit", "event"]
    assert menus["all_private_chats", "tr"][:3] == ["kayit", "ziyaret", "etkinlik"]
    assert set(menus["all_private_chats", ""]) - set(menus["all_group_chats", ""]) == {"join", "link"}
    descriptions = {menu["command"]: menu["description"] for menu in world.bot.menus["all_private_chats", "tr"]}
    assert descriptions["evrak"] == "Bir kaydın fotoğrafları ve evrakı"


# Exact ------------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    "text", ["<b>bold</b> & <i>", "snake_case_ *not* [a](b) `x`", "@all @everyone", "👩\u200d👩\u200d👧 ok"]
)
def test_words_arrive_as_they_were_said(fatma: Desk, world: TelegramWorld, text: str) -> None:
    (card,) = world.tell(world.hand_of().update(f"/log visit from Tirana 3 May 2026: {text}"))
    stored = fatma.records()[0].record.title
    assert f"Purpose: {stored}" in card["text"].split("\n")
    assert stored.replace("\u200d", "") == text.replace("\u200d", "")
    assert [entity["type"] for entity in card["entities"]] == ["bold"]


def test_a_mark_that_turns_text_around_is_left_out(fatma: Desk, world: TelegramWorld) -> None:
    (card,) = world.tell(world.hand_of().update("/log visit from Tirana 3 May 2026: \u202egnp.exe"))
    assert "Purpose: gnp.exe" in card["text"].split("\n")


def test_a_card_longer_than_a_message(fatma: Desk, world: TelegramWorld) -> None:
    text = "x" * 4070
    first, second = world.tell(world.hand_of().update(f"/note Tirana: {text}"))
    assert first["text"] + second["text"] == f"✓ N1 · Note\nTirana, Albania\n{text}"
    assert "reply_markup" not in first
    assert second["reply_markup"]
    for part in (first, second):  # either part is the card
        said = world.tell(world.hand_of().update("bring an interpreter", reply_to=part["message_id"]))
        assert said[0]["text"].split("\n")[1].startswith("N1")
