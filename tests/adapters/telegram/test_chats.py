"""Chats of every kind: groups, topics, one that moved, one that shut us out."""

from tests.desk import Desk
from tests.telegram.people import Person
from tests.telegram.server import Chat
from tests.telegram.world import TelegramWorld

GROUP = -1_000_000_000_042
LOG = "/log visit from Tirana 3 May 2026"


def in_group(world: TelegramWorld, *, topics: set[int] | None = None, topic: int = 0) -> Person:
    chat = world.api.chat(GROUP, "supergroup")
    chat.topics |= topics or set()
    return world.hand_of(chat=chat, topic=topic)


def test_our_name_behind_a_command(fatma: Desk, world: TelegramWorld) -> None:
    hand = in_group(world)
    (post,) = world.tell(hand.update("/log@DESK_bot visit from Tirana 3 May 2026"))
    assert post["text"].startswith("✓ V1")
    assert world.tell(hand.update("/log@other_bot visit from Tirana 3 May 2026")) == []
    assert len(fatma.records()) == 1


def test_answers_stay_in_the_topic_and_say_to_whom(world: TelegramWorld) -> None:
    hand = in_group(world, topics={7}, topic=7)
    update = hand.update(LOG)
    (post,) = world.tell(update)
    assert post["message_thread_id"] == 7
    assert post["reply_parameters"]["message_id"] == update["message"]["message_id"]


def test_a_topic_that_was_closed_meanwhile(world: TelegramWorld) -> None:
    hand = in_group(world, topics={7}, topic=7)
    update = hand.update(LOG)
    hand.where.topics.clear()
    (post,) = world.tell(update)
    assert "message_thread_id" not in post


def test_everything_in_a_topic_answers_its_head(fatma: Desk, world: TelegramWorld) -> None:
    hand = in_group(world, topics={7}, topic=7)
    hand.where.posts[7] = {
        "message_id": 7,
        "date": 1,
        "chat": hand.where.shown,
        "from": hand.user,
        "forum_topic_created": {"name": "Visits", "icon_color": 1},
    }
    assert world.tell(hand.update("see you tomorrow", reply_to=7)) == []
    assert fatma.records() == []


def test_a_question_in_a_group_is_answered_by_a_reply(fatma: Desk, world: TelegramWorld) -> None:
    hand = in_group(world)
    (asked,) = world.tell(hand.update("/log visit from Tirana"))
    assert asked["reply_markup"] == {"force_reply": True, "selective": True}
    (card,) = world.tell(hand.update("3 May 2026", reply_to=asked["message_id"]))
    assert card["text"].startswith("✓ V1")
    assert [record.short_id for record in fatma.records()] == ["V1"]


def test_a_question_after_a_button_in_a_group(fatma: Desk, world: TelegramWorld) -> None:
    hand = in_group(world)
    (shown,) = world.tell(hand.update("/upcoming"))
    (asked,) = world.tell(hand.press_update(shown, "log visit from Tirana"))
    assert asked["message_id"] != shown["message_id"]
    # Nobody's message is answered, so there is nobody whom it could select.
    assert asked["reply_markup"]["force_reply"]
    assert not asked["reply_markup"].get("selective")
    (card,) = world.tell(hand.update("3 May 2026", reply_to=asked["message_id"]))
    assert card["text"].startswith("✓ V1")


def test_a_reply_to_a_card_with_plain_text(fatma: Desk, world: TelegramWorld) -> None:
    hand = in_group(world)
    (card,) = world.tell(hand.update(LOG))
    (corrected,) = world.tell(hand.update("no, 4 May", reply_to=card["message_id"]))
    assert corrected["text"] == "✓ V1: Sunday, 3 May 2026 → Monday, 4 May 2026"
    (noted,) = world.tell(hand.update("the minutes are missing", reply_to=card["message_id"]))
    assert noted["text"].startswith("✓ N1 · Note")
    assert world.tell(hand.update("thanks all")) == []


def test_a_private_command_in_a_group_leads_to_the_chat_with_us(fatma: Desk, world: TelegramWorld) -> None:
    (said,) = world.tell(in_group(world).update("/link"))
    assert said["text"] == "/link is not for a group: write it to me alone.\nYou find me at https://t.me/desk_bot."
    assert fatma.rows("invitations") == []


def test_we_are_added_to_a_group(fatma: Desk, world: TelegramWorld) -> None:
    hand = in_group(world)
    (greeting,) = world.tell(access(hand, "left", "member"))
    assert greeting["text"] == (
        "This group is Dragoman's desk now.\n"
        "Here I see commands and answers to my messages only; what else you write stays yours.\n"
        "For example: /visit Tirana 3 May 2025"
    )
    stranger = world.hand_of("Nobody", chat=world.api.chat(GROUP - 1, "group"))
    (sentence,) = world.tell(access(stranger, "left", "member"))
    assert sentence["text"] == "I work for the members of a team. If you have a code, send: /join CODE."
    assert len(fatma.rows("chats")) == 1


def access(hand: Person, old: str, new: str) -> dict[str, object]:
    def member(status: str) -> dict[str, object]:
        more = {"until_date": 0} if status == "kicked" else {}
        return {"user": {"id": hand.bot.id, "is_bot": True, "first_name": "Dragoman"}, "status": status, **more}

    change = {"chat": hand.where.shown, "from": hand.user, "date": 1777874400}
    return {"my_chat_member": {**change, "old_chat_member": member(old), "new_chat_member": member(new)}}


def unreachable(fatma: Desk) -> list[bool]:
    return [row["unreachable_since"] is not None for row in fatma.rows("chats")]


def test_blocked_and_let_in_again(fatma: Desk, world: TelegramWorld) -> None:
    hand = world.hand_of()
    fatma.say(LOG)
    assert world.tell(access(hand, "member", "kicked")) == []
    assert unreachable(fatma) == [True]
    assert world.tell(access(hand, "kicked", "member")) == []
    assert unreachable(fatma) == [False]


def test_a_chat_that_refuses_us_is_marked_and_the_rest_goes_on(fatma: Desk, world: TelegramWorld) -> None:
    hand = world.hand_of()
    for why in ("bot was blocked by the user", "bot was kicked from the group chat", "not enough rights to send text"):
        hand.where.blocked = why
        assert world.tell(hand.update(LOG)) == []
        assert unreachable(fatma)[0]
        assert fatma.as_("Ayşe").say("/visit v1").startswith("V1")
        hand.where.blocked = ""
        assert world.tell(hand.update("/upcoming"))
        assert not unreachable(fatma)[0]
    assert len(fatma.records()) == 3
    assert [row["answered_at"] for row in fatma.rows("inbox") if row["answered_at"] is None] == []


def moved_to_supergroup(world: TelegramWorld, hand: Person) -> Chat:
    new = world.api.chat(GROUP - 7, "supergroup")
    hand.where.moved_to = new.id
    return new


def test_the_group_becomes_a_supergroup_by_its_service_messages(fatma: Desk, world: TelegramWorld) -> None:
    hand = world.hand_of(chat=world.api.chat(-42, "group"))
    (card,) = world.tell(hand.update(LOG))
    new = moved_to_supergroup(world, hand)
    assert world.tell(hand.update(migrate_to_chat_id=new.id)) == []
    there = world.hand_of(chat=new)
    assert world.tell(there.update(migrate_from_chat_id=-42)) == []
    assert [row["external_id"] for row in fatma.rows("chats")] == [str(new.id)]
    # The numbers of messages begin anew there: the old card's is no card.
    assert world.tell(there.update("no, 4 May", reply_to=card["message_id"])) == []
    assert world.tell(there.update("/undo"))[0]["text"].startswith("✓ Undone")


def test_the_group_has_become_a_supergroup_when_we_answer(fatma: Desk, world: TelegramWorld) -> None:
    hand = world.hand_of(chat=world.api.chat(-42, "group"))
    new = moved_to_supergroup(world, hand)
    (card,) = world.tell(hand.update(LOG))
    assert card["chat"]["id"] == new.id
    assert [row["external_id"] for row in fatma.rows("chats")] == [str(new.id)]
    there = world.hand_of(chat=new)
    assert world.tell(there.update("no, 4 May", reply_to=card["message_id"]))[0]["text"].startswith("✓ V1:")


def test_both_chats_have_spoken_before_we_hear_that_they_are_one(fatma: Desk, world: TelegramWorld) -> None:
    hand = world.hand_of(chat=world.api.chat(-42, "group"))
    world.tell(hand.update(LOG))
    there = world.hand_of(chat=moved_to_supergroup(world, hand))
    world.tell(there.update("/log visit from Tirana 5 May 2026"))
    world.tell(there.update(migrate_from_chat_id=-42))
    assert [row["external_id"] for row in fatma.rows("chats")] == [str(there.where.id)]
    for _ in range(2):
        assert world.tell(there.update("/undo"))[0]["text"].startswith("✓ Undone")
    assert fatma.orphans() == []


def test_bots_and_anonymous_admins_are_nobody(fatma: Desk, world: TelegramWorld) -> None:
    hand = in_group(world)
    update = hand.update(LOG)
    update["message"]["from"] = {"id": 1087968824, "is_bot": True, "first_name": "Group"}
    assert world.tell(update) == []
    assert fatma.rows("inbox") == []


def test_what_a_channel_says_to_its_group_is_not_said_to_us(fatma: Desk, world: TelegramWorld) -> None:
    hand = in_group(world)
    update = hand.update(LOG, is_automatic_forward=True)
    update["message"]["from"] = {"id": 777000, "is_bot": False, "first_name": "Telegram"}
    assert world.tell(update) == []
    assert fatma.rows("inbox") == []


def test_a_group_is_no_teams_before_a_command(fatma: Desk, world: TelegramWorld) -> None:
    hand = in_group(world)
    assert world.tell(hand.update("see you tomorrow")) == []
    assert fatma.rows("chats") == []
    world.tell(hand.update("/upcoming"))
    assert len(fatma.rows("chats")) == 1
    assert world.tell(hand.update("see you tomorrow")) == []
    assert len(fatma.rows("inbox")) == 1
