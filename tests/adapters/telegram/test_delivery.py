"""Answers on their way: what is slow, broken or refused holds nothing else back, and nothing is lost."""

import asyncio
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

import pytest
from pydantic import SecretStr
from telegram import Update

from bot.adapters.base import Delivery, PlatformStopped, Retry, Sent, Uncertain
from bot.adapters.telegram.pace import Pace
from bot.adapters.telegram.polling import _moved
from bot.bootstrap import make_app
from bot.message import ChatRef, Message, Sender
from bot.permissions import Role
from bot.reply import Reply, lines
from bot.serving import telegram_desk
from bot.storage.engine import Database
from bot.storage.inbox import Answer
from bot.storage.outbox import Unsent
from bot.storage.teams import add_identity, add_member, add_team
from config.settings import Settings
from tests.adapters.telegram.test_chats import access
from tests.databases import Databases
from tests.desk import NEW_TEAM, Desk
from tests.telegram.people import Person
from tests.telegram.server import Bot, BotApi, Json
from tests.telegram.world import UNLIMITED, TelegramWorld

LOG = "/log visit from Tirana 3 May 2026"


# One answer ------------------------------------------------------------------------------------------------------


def test_a_429_is_waited_for_and_the_answer_sent_once(fatma: Desk, world: TelegramWorld) -> None:
    hand = world.hand_of()
    hand.where.limited, hand.where.retry_after = 2, 9
    assert len(world.tell(hand.update(LOG))) == 1
    assert sum(1 for seconds in world.waited if seconds > 8) == 2


def test_a_429_without_end_is_told_to_the_caller(world: TelegramWorld) -> None:
    hand = world.hand_of()
    hand.where.limited, hand.where.retry_after = 99, 5
    chat = ChatRef("telegram", str(world.bot.id), str(hand.id))
    outcome = world.runner.run(world.telegram.send(chat, Reply((lines(["x"]),)), Delivery()))
    assert outcome == Retry(5.0)


def resend(world: TelegramWorld) -> None:
    world.runner.run(world.answering.resend(alone=True))
    world.runner.run(world.answering.done())


def test_an_answer_that_may_not_have_arrived_is_sent_again(fatma: Desk, world: TelegramWorld) -> None:
    hand = world.hand_of()
    hand.where.breaks = 1
    assert world.tell(hand.update(LOG)) == []
    assert [row["answered_at"] for row in fatma.rows("inbox")] == [None]
    for _ in range(2):
        resend(world)
    assert [post["text"].split("\n")[0] for post in world.posts] == ["✓ V1 · Visit · incoming"]
    assert fatma.rows("inbox")[0]["answered_at"] is not None


def test_an_answer_of_several_posts_goes_on_where_it_broke_off(fatma: Desk, world: TelegramWorld) -> None:
    hand = world.hand_of()

    world.api.sent.append(lambda _post: setattr(hand.where, "breaks", int(len(world.posts) == 1)))
    (first,) = world.tell(hand.update("/note Tirana: " + "x" * 4070))
    world.runner.run(world.answering.resend(alone=False))  # too early for anything
    resend(world)
    assert world.posts[0] is first
    assert "".join(post["text"] for post in world.posts) == "✓ N1 · Note\nTirana, Albania\n" + "x" * 4070
    assert len(fatma.rows("posts")) == len(world.posts) == 2  # either is the card


def test_a_429_in_the_middle_of_an_answer(fatma: Desk, world: TelegramWorld) -> None:
    hand = world.hand_of()
    world.api.sent.append(lambda _post: setattr(hand.where, "limited", 99 if len(world.posts) == 1 else 0))
    hand.where.retry_after = 1
    chat = ChatRef("telegram", str(world.bot.id), str(hand.id))
    reply = Reply((lines(["x" * 5000]),))
    outcome = world.runner.run(world.telegram.send(chat, reply, Delivery()))
    assert isinstance(outcome, Retry)
    assert outcome.sent == (str(world.posts[0]["message_id"]),)
    hand.where.limited = 0
    outcome = world.runner.run(world.telegram.send(chat, reply, Delivery(sent=outcome.sent)))
    assert outcome == Sent(tuple(str(post["message_id"]) for post in world.posts))
    assert "".join(post["text"] for post in world.posts) == "x" * 5000


def test_a_change_of_a_card_is_made_again_before_anything_else(
    fatma: Desk, world: TelegramWorld, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("bot.adapters.telegram.adapter.AGAIN", 0)
    hand = world.hand_of()
    (card,) = world.tell(hand.update("/log visit Tirana 2026-05-03"))
    pressed = hand.press_update(card, card["reply_markup"]["inline_keyboard"][0][0]["callback_data"])
    hand.where.breaks = 3
    (changed,) = world.tell(pressed)
    assert changed["message_id"] == card["message_id"]
    assert changed["text"].startswith("✓ V1: direction")
    assert hand.where.breaks == 0


def test_the_past_does_not_come_back(fatma: Desk, world: TelegramWorld) -> None:
    hand = world.hand_of()
    (card,) = world.tell(hand.update("/log visit Tirana 2026-05-03"))
    buttons = [button for row in card["reply_markup"]["inline_keyboard"] for button in row]
    incoming = hand.press_update(card, buttons[0]["callback_data"])
    (changed,) = world.tell(incoming)
    buttons = [button for row in changed["reply_markup"]["inline_keyboard"] for button in row]
    undo = hand.press_update(changed, next(b["callback_data"] for b in buttons if b["text"] == "Undo"))
    # The change was sent, and the end came before it was marked.
    last = fatma.rows("inbox")[-1]["id"]
    fatma.write(lambda db: db.exec_driver_sql(f"UPDATE inbox SET answered_at = NULL WHERE id = {last}"))
    world.answering._going.clear()
    world.tell(undo)
    shown = card["message_id"]
    assert hand.where.posts[shown]["text"].startswith("✓ Undone")
    resend(world)
    assert hand.where.posts[shown]["text"].startswith("✓ Undone")


def test_what_never_left_is_sent_as_soon_as_the_line_is_there(
    fatma: Desk, world: TelegramWorld, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("bot.adapters.telegram.adapter.AGAIN", 0)
    hand = world.hand_of()
    port = int(world.api.url.rpartition(":")[2])
    chat = ChatRef("telegram", str(world.bot.id), str(hand.id))
    update = Update.de_json({"update_id": 1, **hand.update(LOG)}, world.client)

    async def work() -> None:
        await world.api.stop()
        await world.telegram.send(chat, Reply((lines(["x"]),)), Delivery())  # on the connection that was there
        assert await world.telegram.send(chat, Reply((lines(["x"]),)), Delivery()) == Retry(0)
        assert await world.receiver.receive(update)
        await world.api.start(port)
        await world.answering.done()

    world.runner.run(work())
    assert [post["text"].split("\n")[0] for post in world.posts] == ["✓ V1 · Visit · incoming"]


def test_what_is_on_its_way_elsewhere_is_left_alone_for_a_minute(fatma: Desk, world: TelegramWorld) -> None:
    fatma.say("/upcoming")
    fatma.write(lambda db: db.exec_driver_sql("UPDATE inbox SET answered_at = NULL"))
    before = len(world.posts)
    for minutes, posts in ((0, 0), (2, 1), (61, 1)):
        fatma.later(minutes=minutes)
        world.runner.run(world.answering.resend(alone=False))
        world.runner.run(world.answering.done())
        assert len(world.posts) - before == posts


def test_a_broken_line_is_uncertain(world: TelegramWorld) -> None:
    world.hand_of().where.breaks = 1
    chat = ChatRef("telegram", str(world.bot.id), str(world.hand_of().id))
    outcome = world.runner.run(world.telegram.send(chat, Reply((lines(["x"]),)), Delivery()))
    assert outcome == Uncertain("NetworkError")


def test_a_redelivered_update_is_not_answered_twice(fatma: Desk, world: TelegramWorld) -> None:
    update = {"update_id": 1, **world.hand_of().update(LOG)}
    for _ in range(3):
        world.runner.run(world._receive(update))
    assert len(world.posts) == 1
    assert len(fatma.records()) == 1


def test_a_message_is_not_confirmed_while_the_database_is_out_of_reach(fatma: Desk, world: TelegramWorld) -> None:
    update = Update.de_json({"update_id": 1, **world.hand_of().update(LOG)}, world.client)
    world.database._writing.shutdown()
    assert world.runner.run(world.receiver.receive(update)) is False
    assert world.posts == []


@pytest.mark.parametrize("told", ["moved", "shut out"])
def test_what_telegram_tells_of_a_chat_is_not_confirmed_either(world: TelegramWorld, told: str) -> None:
    hand = world.hand_of(chat=world.api.chat(-42, "group"))
    body = hand.update(migrate_to_chat_id=-43) if told == "moved" else access(hand, "member", "kicked")
    update = Update.de_json({"update_id": 1, **body}, world.client)
    world.database._writing.shutdown()
    assert world.runner.run(world.receiver.receive(update)) is False


def test_what_follows_an_update_that_was_not_taken_waits_for_it(fatma: Desk, world: TelegramWorld) -> None:
    hand = world.hand_of()
    first, second = (Update.de_json({"update_id": n, **hand.update(LOG)}, world.client) for n in (1, 2))
    handle, asked = world.app.handle, []

    async def fails_once(message: Message) -> Answer:
        asked.append(message.id)
        return Answer(0, None, kept=False) if len(asked) == 1 else await handle(message)

    world.app.handle = fails_once  # type: ignore[method-assign]

    async def both() -> list[bool]:
        return list(await asyncio.gather(world.receiver.receive(first), world.receiver.receive(second)))

    assert world.runner.run(both()) == [False, False]
    assert world.runner.run(both()) == [True, True]
    assert asked == ["1", "1", "2"]
    world.runner.run(world.answering.done())


def test_who_stops_waiting_does_not_stop_the_work(fatma: Desk, world: TelegramWorld) -> None:
    update = Update.de_json({"update_id": 1, **world.hand_of().update(LOG)}, world.client)

    async def cancelled() -> None:
        task = asyncio.create_task(world.receiver.receive(update))
        await asyncio.sleep(0)
        task.cancel()
        await world.receiver.done()
        await world.answering.stop(5)

    world.runner.run(cancelled())
    assert len(world.posts) == 1
    assert fatma.rows("inbox")[0]["answered_at"] is not None


def test_what_is_committed_after_the_end_is_left_to_the_next_start(fatma: Desk, world: TelegramWorld) -> None:
    world.runner.run(world.answering.stop(0))
    assert world.tell(world.hand_of().update(LOG)) == []
    assert [row["answered_at"] for row in fatma.rows("inbox")] == [None]


def test_an_answer_that_is_marked_while_the_unsent_are_read_is_not_sent_again(
    fatma: Desk, world: TelegramWorld, monkeypatch: pytest.MonkeyPatch
) -> None:
    update = Update.de_json({"update_id": 1, **world.hand_of().update(LOG)}, world.client)
    read = world.app.claim_unsent

    async def reads_and_then_marks(*args: Any, **more: Any) -> list[Unsent]:
        found = await read(*args, **more)
        await world.answering.done()
        return found

    async def work() -> None:
        await world.receiver.receive(update)
        monkeypatch.setattr(world.app, "claim_unsent", reads_and_then_marks)
        await world.answering.resend(alone=True)
        await world.answering.done()

    world.runner.run(work())
    assert len(world.posts) == 1


def test_a_message_that_alone_cannot_be_handled_is_an_incident_and_confirmed(fatma: Desk, world: TelegramWorld) -> None:
    fatma.write(lambda db: db.exec_driver_sql("ALTER TABLE records RENAME TO lost"))
    (said,) = world.tell(world.hand_of().update(LOG))
    assert said["text"].startswith("Something went wrong here, not with you. Nothing was stored.\nIncident ")


def test_the_offset_stops_at_what_was_not_taken() -> None:
    updates = tuple(Update(n) for n in (5, 6, 7))
    assert _moved(5, updates, [True, True, True]) == 8
    assert _moved(5, updates, [True, False, True]) == 6
    assert _moved(5, updates, [False, True, True]) == 5
    assert _moved(5, (), []) == 5


# The whole program, in this process --------------------------------------------------------------------------------


@dataclass
class Running:
    """A server, a database, and how to run a desk between them."""

    api: BotApi
    bot: Bot
    database: Database
    posts: list[Json]
    said: asyncio.Event

    def person(self, number: int) -> Person:
        """A member."""
        self.api.chat(number)
        return Person(self.api, self.bot, number)

    @asynccontextmanager
    async def desk(self) -> AsyncIterator[None]:
        """The desk, at work."""
        settings = Settings(telegram_token=SecretStr(self.bot.token), telegram_api_url=self.api.url)
        async with telegram_desk(make_app(self.database), settings, Pace(UNLIMITED)):
            yield

    async def answers(self, count: int) -> list[Json]:
        """Wait until so many posts are there."""
        async with asyncio.timeout(30):
            while len(self.posts) < count:
                self.said.clear()
                await self.said.wait()
        return self.posts


@pytest.fixture
async def running(databases: Databases, tmp_path: Path) -> AsyncIterator[Running]:
    with databases.fresh("sqlite", tmp_path) as url:
        api, said, database = BotApi(), asyncio.Event(), Database(url)
        posts: list[Json] = []
        api.sent.append(posts.append)
        api.sent.append(lambda _post: said.set())
        await api.start()
        bot = api.bot()
        with database.transaction() as db:
            team = add_team(db, NEW_TEAM, datetime.now(UTC))
            for number in range(1, 6):
                member = add_member(db, team.id, f"Person {number}", Role.MEMBER, datetime.now(UTC))
                chat = ChatRef("telegram", str(bot.id), str(number))
                add_identity(db, team.id, member, chat, Sender(str(number), ""))
        yield Running(api, bot, database, posts, said)
        await api.stop()
        database.close()


async def test_messages_of_one_chat_are_handled_in_order(running: Running) -> None:
    hand = running.person(1)
    for text in ("/log visit from Tirana", "3 May 2026", "no, 4 May", "/undo", "/undo"):
        hand.say(text)
    async with running.desk():
        posts = await running.answers(5)
    assert [post["text"].split("\n")[0] for post in posts] == [
        "When is it? For example: 10–13 September 2026, October 2026, undated.",
        "✓ V1 · Visit · incoming",
        "✓ V1: Sunday, 3 May 2026 → Monday, 4 May 2026",
        "✓ Undone",
        "✓ Undone",
    ]
    assert running.bot.menus


async def test_a_chat_that_hangs_delays_no_other(running: Running, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("bot.jobs.GRACE", 0.0)
    running.person(1).where.hangs = True
    running.person(2).where.limited, running.person(2).where.retry_after = 1, 3600
    running.person(3).where.blocked = "bot was blocked by the user"
    for number in (1, 2, 3, 4, 5, 4, 5):
        running.person(number).say(LOG)
    async with running.desk():
        posts = await running.answers(4)
        assert sorted(post["chat"]["id"] for post in posts) == [4, 4, 5, 5]
        for chat in running.api.chats.values():
            chat.hangs = False
        await running.api.stop()  # nobody waits for the hour to pass


async def test_a_button_that_telegram_does_not_confirm_does_not_hold_up_the_end(
    running: Running, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("bot.jobs.GRACE", 2.1)
    running.api.hangs_at_presses = True
    hand = running.person(1)
    hand.say("/log visit Tirana 2026-05-03")
    async with asyncio.timeout(15):  # the call itself would be given twenty seconds
        async with running.desk():
            (card,) = await running.answers(1)
            hand.press(card, "They came to us")
            await running.answers(2)
    assert running.posts[1]["message_id"] == card["message_id"]


async def test_updates_are_forgotten_only_when_they_are_passed(running: Running) -> None:
    running.person(1).say(LOG)
    async with running.desk():
        await running.answers(1)
        running.person(1).say("/undo")
        await running.answers(2)
    # The second is committed and answered; nobody asked for a third, so its offset was not passed yet.
    assert len(running.bot.updates) <= 1
    async with running.desk():
        running.person(1).say("/upcoming")
        await running.answers(3)
    assert len(running.posts) == 3


async def test_an_update_that_cannot_be_read_holds_up_no_other(running: Running) -> None:
    running.person(1).say(LOG)
    running.api.push(running.bot, {"message": {"from": "an older server"}})
    running.person(2).say(LOG)
    async with running.desk():
        posts = await running.answers(2)
        running.person(3).say(LOG)
        await running.answers(3)
    assert {post["chat"]["id"] for post in posts} == {1, 2, 3}


async def test_a_second_poller_ends_the_first(running: Running) -> None:
    async def work() -> None:
        async with running.desk():
            running.person(1).say(LOG)
            await running.answers(1)
            await running.api.poll_once(running.bot)
            await asyncio.Event().wait()

    with pytest.raises(PlatformStopped, match="another program asks"):
        await work()


async def test_a_token_that_is_revoked_while_we_are_at_work(running: Running) -> None:
    async def work() -> None:
        async with running.desk():
            running.person(1).say(LOG)
            await running.answers(1)
            running.bot.is_revoked = True
            running.api.end_polls()
            await asyncio.Event().wait()

    with pytest.raises(PlatformStopped, match="not valid, or was revoked"):
        await work()


async def test_a_token_that_was_never_good(running: Running) -> None:
    running.bot.is_revoked = True
    with pytest.raises(PlatformStopped, match="not valid, or was revoked"):
        async with running.desk():
            pass


async def test_the_line_is_down_for_a_while(running: Running, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("bot.adapters.telegram.patience.LONGEST_PAUSE", 0)
    async with running.desk():
        running.person(1).say(LOG)
        await running.answers(1)
        port = int(running.api.url.rpartition(":")[2])
        await running.api.stop()
        await running.api.start(port)
        running.person(1).say("/undo")
        posts = await running.answers(2)
    assert posts[1]["text"].startswith("✓ Undone")
