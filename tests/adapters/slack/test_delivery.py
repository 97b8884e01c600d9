"""Where answers go, and what becomes of one that Slack refuses, holds back, or may have."""

import asyncio
import logging
from collections.abc import Callable

import pytest

from bot.adapters.base import Delivery, Gone, Outcome, PlatformStopped, Retry, Sent, TooLarge, Uncertain
from bot.adapters.pace import Rate
from bot.adapters.slack import adapter as sending
from bot.adapters.slack.doors import Doors
from bot.adapters.slack.pace import Pace
from bot.fetching import Fetching
from bot.message import ChatKind, ChatRef
from bot.reply import Reply, Visibility, lines
from tests.desk import Desk
from tests.slack.process import values_of
from tests.slack.rules import Json
from tests.slack.server import TEAM
from tests.slack.world import SlackWorld

SAID = Reply((lines(["Hello"]),))
ALONE = Reply((lines(["For you"]),), visibility=Visibility.SENDER)


@pytest.fixture(autouse=True)
def _at_once(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sending, "MOMENT", 0.0)


def send(world: SlackWorld, channel: str, reply: Reply = SAID, **how: object) -> Outcome:
    kind = ChatKind.DIRECT if channel.startswith("D") else ChatKind.GROUP
    chat = ChatRef("slack", TEAM, channel, kind)
    delivery = Delivery(**{"sender": "U1", "key": "77", **how})  # type: ignore[arg-type]
    return world.runner.run(world.adapter.send(chat, reply, delivery))


def texts(world: SlackWorld, channel: str) -> list[str]:
    return [post["text"] for post in world.slack.channel(channel).posts.values()]


def test_a_post_carries_its_key(world: SlackWorld) -> None:
    world.slack.channel("C1")
    outcome = send(world, "C1")
    (post,) = world.slack.channel("C1").posts.values()
    assert outcome == Sent((post["ts"],))
    assert post["metadata"] == {"event_type": "dragoman_answer", "event_payload": {"key": "77", "part": 0}}


@pytest.mark.parametrize("drops", ["before", "after"])
def test_a_broken_connection_is_looked_into_before_it_is_sent_again(world: SlackWorld, drops: str) -> None:
    world.slack.channel("C1").drops = drops
    assert isinstance(send(world, "C1"), Sent)
    assert texts(world, "C1") == ["Hello"]
    assert world.slack.calls["chat.postMessage"] == (2 if drops == "before" else 1)
    assert world.slack.calls["conversations.history"] == 1


def test_what_was_sent_before_a_crash_is_found(world: SlackWorld) -> None:
    world.slack.channel("C1")
    first = send(world, "C1")
    assert send(world, "C1", is_again=True) == first
    assert texts(world, "C1") == ["Hello"]
    long = Reply((lines(["word " * 5000]),))
    whole = send(world, "C1", long, key="78")
    assert isinstance(whole, Sent)
    last = whole.post_ids[-1]
    del world.slack.channel("C1").posts[last]
    again = send(world, "C1", long, key="78", is_again=True)
    assert isinstance(again, Sent)
    assert again.post_ids[:-1] == whole.post_ids[:-1]
    assert again.post_ids[-1] != last


def test_a_thread_is_looked_through_as_well(world: SlackWorld) -> None:
    world.slack.channel("C1").posts["1.000001"] = {"ts": "1.000001", "user": "U1", "text": "?"}
    first = send(world, "C1", answers="1.000001")
    assert send(world, "C1", answers="1.000001", is_again=True) == first
    assert isinstance(first, Sent)
    assert first.post_ids[-1] == "1.000001"  # what is said in the thread is about what was shown in it
    assert len(world.slack.channel("C1").posts) == 2


def test_a_limit_is_waited_out(world: SlackWorld) -> None:
    channel = world.slack.channel("C1")
    channel.limited, channel.retry_after = 1, 0
    assert isinstance(send(world, "C1"), Sent)
    channel.limited = 100
    world.client.retry_handlers.clear()
    assert send(world, "C1") == Retry(0.0)


def test_about_one_post_a_second_a_channel() -> None:
    now, waited = [0.0], []

    async def sleep(seconds: float) -> None:
        waited.append(seconds)
        now[0] += seconds

    async def six() -> None:
        pace = Pace(Rate(1.0, 4), lambda: now[0], sleep)
        for _ in range(6):
            await pace.wait("C1")
        await pace.wait("C2")

    asyncio.run(six())
    assert waited == [1.0, 1.0]


ERRORS = [
    ("fatal_error", Uncertain("fatal_error")),
    ("invalid_blocks", Gone("invalid_blocks", whole_chat=False)),
    ("missing_scope", Gone("missing_scope", whole_chat=False)),
]


@pytest.mark.parametrize(("error", "outcome"), ERRORS)
def test_what_an_error_comes_to(world: SlackWorld, error: str, outcome: Outcome) -> None:
    world.slack.channel("C1")
    world.slack.error = error
    assert send(world, "C1") == outcome


@pytest.mark.parametrize("error", ["token_revoked", "account_inactive", "invalid_auth"])
def test_a_token_of_no_use_stops_us(world: SlackWorld, error: str) -> None:
    world.slack.error = error
    with pytest.raises(PlatformStopped, match="DRAGOMAN_SLACK_BOT_TOKEN"):
        send(world, "C1")


def test_nobody_listens_any_more(world: SlackWorld) -> None:
    world.slack.channel("C1")
    world.runner.run(world.slack.stop())
    assert send(world, "C1") == Uncertain("ClientConnectorError")


CLOSED: list[tuple[str, Callable[[SlackWorld], object]]] = [
    ("C9", lambda world: None),
    ("G1", lambda world: vars(world.slack.channel("G1")).update(is_private=True, has_us=False)),
    ("C1", lambda world: vars(world.slack.channel("C1")).update(archived=True)),
]


@pytest.mark.parametrize(("channel", "close"), CLOSED)
def test_a_channel_that_is_closed_to_us(world: SlackWorld, channel: str, close: Callable[[SlackWorld], object]) -> None:
    """Its response_url while there is one, in the person's direct chat afterwards."""
    world.slack.user("U1", "Can")
    close(world)
    world.adapter.doors.keep(channel, "U1", world.slack.hook(channel, "U1"))
    assert send(world, channel) == Sent(())
    assert texts(world, channel) == ["Hello"]
    assert send(world, channel, ALONE) == Sent(())
    assert [(post["for"], post["text"]) for post in world.slack.ephemerals] == [("U1", "For you")]
    world.adapter.doors = Doors()
    assert send(world, channel) == Sent(())
    assert send(world, channel, ALONE) == Sent(())
    assert texts(world, "D1") == ["Hello", "For you"]


def test_in_the_direct_chat_of_two_others_one_of_them_is_answered(fatma: Desk, world: SlackWorld) -> None:
    world.slack.channel("D0OTHERS").has_us = False
    command = world.payloads.command(fatma.sender.id, "D0OTHERS", "/log", "visit from Tirana 2026-05-03")
    world.runner.run(bring(world, command, "command"))
    assert texts(world, "D0OTHERS") == []
    assert [post["for"] for post in world.slack.ephemerals] == [fatma.sender.id]


def test_a_response_url_is_good_for_five_answers_and_half_an_hour() -> None:
    now = [0.0]
    doors = Doors(lambda: now[0])
    doors.keep("C1", "U1", "https://hooks.invalid/1")
    assert [doors.take("C1", "U1") for _ in range(6)] == ["https://hooks.invalid/1"] * 5 + [None]
    doors.keep("C1", "U1", "https://hooks.invalid/2")
    now[0] = 1800.0
    assert doors.take("C1", "U1") is None
    doors.keep("C1", "U2", "https://hooks.invalid/3")
    assert len(doors._doors) == 1


def test_what_concerns_one_person_is_seen_by_one(fatma: Desk, world: SlackWorld) -> None:
    group = fatma.in_group()
    assert group.say("/log visit Tirana 31.02.2026").startswith("There is no 31.02.2026")
    (alone,) = world.slack.ephemerals
    assert alone["for"] == fatma.sender.id
    assert world.slack.channel(group.chat_ref.chat).posts == {}
    group.say("/log visit from Tirana 2026-02-28")
    assert len(world.slack.channel(group.chat_ref.chat).posts) == 1


def test_an_answered_question_gives_way(fatma: Desk, world: SlackWorld) -> None:
    """In a channel it was one person's alone: the answer is everybody's, and the question goes."""
    group = fatma.in_group()
    group.say("/log visit Hanover 3 May 2026")
    assert len(world.slack.ephemerals) == 1
    label = next(iter(values_of(world.slack.ephemerals[0])))
    assert group.press(label).startswith("✓ V1 · Visit")
    assert world.slack.ephemerals == []
    assert len(world.slack.channel(group.chat_ref.chat).posts) == 1
    # In a direct chat it changes in its place.
    asked = fatma.say("/log visit San Jose 4 May 2026")
    assert asked.reply
    label = asked.reply.buttons[0].label
    before = len(world.slack.channel(fatma.chat_ref.chat).posts)
    assert fatma.press(label).startswith("✓ V2 · Visit")
    posts = list(world.slack.channel(fatma.chat_ref.chat).posts.values())
    assert len(posts) == before
    assert posts[-1]["edited"]
    assert posts[-1]["text"].startswith("✓ V2 · Visit")


def test_a_post_that_is_gone_cannot_give_way(fatma: Desk, world: SlackWorld) -> None:
    card = fatma.say("/log visit Tirana 2026-05-03")
    gone = dict(world.slack.channel(fatma.chat_ref.chat).posts.pop(card.post_id))
    value = values_of(gone)["They came to us"]
    world.runner.run(world.http.interact(world.payloads.press(fatma.sender.id, gone, value)))
    world.runner.run(world.answering.done())
    assert [post["text"].splitlines()[0] for post in world.slack.channel(fatma.chat_ref.chat).posts.values()][-1] == (
        "✓ V1: direction: incoming"
    )


def test_a_mention_is_answered_in_its_thread_and_the_thread_is_about_the_record(fatma: Desk, world: SlackWorld) -> None:
    channel = fatma.in_group().chat_ref.chat
    said = world.payloads.said(fatma.sender.id, channel, "<@U0DRAGOMAN> visit from Tirana 3 May 2026", mention=True)
    world.runner.run(bring(world, said))
    head = said["event"]["ts"]
    (card,) = [post for post in world.slack.channel(channel).posts.values() if post.get("bot_id")]
    assert card["thread_ts"] == head
    later = world.payloads.said(fatma.sender.id, channel, "<@U0DRAGOMAN> no, 4 May", mention=True, thread=head)
    world.runner.run(bring(world, later))
    assert str(fatma.record("V1").record.period).count("2026, 5, 4") == 2
    pressed = world.payloads.press(fatma.sender.id, card, "show V1")
    world.runner.run(bring(world, pressed, "interact"))
    assert {post.get("thread_ts") for post in world.slack.channel(channel).posts.values() if post.get("bot_id")} == {
        head
    }


async def bring(world: SlackWorld, body: Json, way: str = "event") -> None:
    await getattr(world.http, way)(body)
    await world.receiver.done()
    await world.answering.done()


def test_files_come_and_go(fatma: Desk, world: SlackWorld, caplog: pytest.LogCaptureFixture) -> None:
    world.slack.files["F1"] = {"id": "F1", "name": "plan.pdf", "size": 4}
    world.slack.contents["F1"] = b"%PDF"
    channel = fatma.in_group().chat_ref.chat
    file = {"id": "F1", "name": "plan.pdf", "mimetype": "application/pdf", "size": 4}
    text = "<@U0DRAGOMAN> visit from Tirana 3 May 2026"
    world.runner.run(bring(world, world.payloads.said(fatma.sender.id, channel, text, mention=True, files=[file])))
    world.runner.run(Fetching(world.database, world.adapter, world.clock).fetch_due())
    assert [bytes(row["content"]) for row in fatma.rows("contents")] == [b"%PDF"]
    fatma.say("/files V1")
    sent = next(post for post in world.slack.channel(fatma.chat_ref.chat).posts.values() if "files" in post)
    (uploaded,) = sent["files"]
    assert (uploaded["name"], world.slack.contents[uploaded["id"]]) == ("plan.pdf", b"%PDF")


def test_our_token_goes_to_slack_alone(world: SlackWorld) -> None:
    world.slack.files["F1"] = {"id": "F1", "size": 4, "url_private_download": "https://elsewhere.invalid/x"}
    with pytest.raises(LookupError):
        world.runner.run(world.adapter.download("F1", 10))
    with pytest.raises(LookupError):
        world.runner.run(world.adapter.download("F2", 10))
    world.slack.files["F3"] = {"id": "F3", "size": 1}
    world.slack.contents["F3"] = b"more than it said"
    with pytest.raises(TooLarge):
        world.runner.run(world.adapter.download("F3", 10))


def test_a_removed_app_says_nothing_more(fatma: Desk, world: SlackWorld, caplog: pytest.LogCaptureFixture) -> None:
    caplog.set_level(logging.WARNING)
    removed = world.payloads.event({"type": "tokens_revoked", "tokens": {"oauth": [], "bot": ["U0DRAGOMAN"]}})
    assert world.runner.run(world.http.event(removed)) == 200
    calls = world.slack.calls.total()
    assert send(world, "C1") == Gone("the app was removed", whole_chat=False)
    status, _ = world.runner.run(world.http.command(world.payloads.command(fatma.sender.id, "D1", "/log", "visit")))
    assert status == 403
    assert world.slack.calls.total() == calls
    assert fatma.rows("inbox") == []


def test_a_person_s_own_token_is_no_concern_of_ours(world: SlackWorld) -> None:
    event = world.payloads.event({"type": "tokens_revoked", "tokens": {"oauth": ["U1"], "bot": []}})
    assert world.runner.run(world.http.event(event)) == 200
    world.slack.channel("C1")
    assert isinstance(send(world, "C1"), Sent)
