"""Buttons: the card changes in place, the waiting sign goes, a second tap is harmless."""

from typing import Any

from tests.desk import Desk
from tests.telegram.server import Json
from tests.telegram.world import TelegramWorld

LOG = "/log visit Tirana 2026-05-03"


def press(world: TelegramWorld, post: Json, label: str) -> list[Json]:
    rows = post["reply_markup"]["inline_keyboard"]
    data = next(button["callback_data"] for row in rows for button in row if button["text"] == label)
    return world.tell(world.hand_of().press_update(post, data))


def labels(post: Json) -> list[str]:
    rows: Any = (post.get("reply_markup") or {}).get("inline_keyboard", [])
    return [button["text"] for row in rows for button in row]


def test_a_button_changes_the_card_in_place(fatma: Desk, world: TelegramWorld) -> None:
    (card,) = world.tell(world.hand_of().update(LOG))
    before = dict(card)
    (changed,) = press(world, card, "They came to us")
    assert changed["message_id"] == before["message_id"]
    assert changed["text"].startswith("✓ V1: direction: incoming\nV1 · Visit · incoming")
    assert labels(changed) == ["Undo", "Edit", "Add follow-ups"]
    assert world.api.pressed == dict.fromkeys(world.api.pressed, True)
    # The card in its place is still the card.
    answered = world.tell(world.hand_of().update("no, 4 May", reply_to=card["message_id"]))
    assert answered[0]["text"].startswith("✓ V1: ")


def test_undo_takes_the_place_of_the_card(fatma: Desk, world: TelegramWorld) -> None:
    (card,) = world.tell(world.hand_of().update(LOG))
    old = {**card, "reply_markup": dict(card["reply_markup"])}
    (undone,) = press(world, card, "Undo")
    assert undone["message_id"] == card["message_id"]
    assert labels(undone) == []
    (said,) = press(world, old, "Undo")  # the tap was under way when the button went
    assert said["text"].startswith("That was undone already.")
    assert len(fatma.records()) == 1


def test_a_second_tap_logs_nothing(fatma: Desk, world: TelegramWorld) -> None:
    (asked,) = world.tell(world.hand_of().update("/log visit from Hanover 3 May 2026"))
    label = labels(asked)[0]
    old = {**asked, "reply_markup": dict(asked["reply_markup"])}
    (card,) = press(world, asked, label)
    assert card["message_id"] == asked["message_id"]
    assert card["text"].startswith("✓ V1")
    assert press(world, old, label) == []
    assert [record.short_id for record in fatma.records()] == ["V1"]
    assert all(world.api.pressed.values())


def test_a_button_logs_again_what_was_undone(fatma: Desk, world: TelegramWorld) -> None:
    (asked,) = world.tell(world.hand_of().update("/log visit from Hanover 3 May 2026"))
    old = {**asked, "reply_markup": dict(asked["reply_markup"])}
    (card,) = press(world, asked, labels(asked)[0])
    press(world, card, "Undo")
    press(world, old, labels(old)[0])
    assert [record.voided_at is None for record in fatma.records()] == [False, True]


def test_a_card_that_was_deleted_is_sent_anew(fatma: Desk, world: TelegramWorld) -> None:
    (card,) = world.tell(world.hand_of().update(LOG))
    del world.hand_of().where.posts[card["message_id"]]
    (sent,) = press(world, card, "They came to us")
    assert sent["message_id"] != card["message_id"]


def test_a_button_on_a_card_that_telegram_no_longer_shows(fatma: Desk, world: TelegramWorld) -> None:
    (card,) = world.tell(world.hand_of().update(LOG))
    gone = {"message_id": card["message_id"], "date": 0, "chat": card["chat"]}
    data = card["reply_markup"]["inline_keyboard"][0][0]["callback_data"]
    (changed,) = world.tell(world.hand_of().press_update(gone, data))
    assert changed["text"].startswith("✓ V1: direction")


def test_no_button_of_ours(fatma: Desk, world: TelegramWorld) -> None:
    (card,) = world.tell(world.hand_of().update(LOG))
    (said,) = world.tell(world.hand_of().press_update(card, "\u202e💥 ' OR 1=1"))
    assert said["text"].startswith("I do not know /")
