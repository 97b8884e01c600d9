"""What is said in a thread is answered there, and is about what was shown there last."""

import pytest

from bot.adapters.base import Sent
from bot.adapters.slack.doors import Doors
from bot.adapters.slack.pace import Pace
from bot.reply import Reply, Visibility, lines
from tests.adapters.slack.test_delivery import bring, send, texts
from tests.desk import Desk
from tests.slack.process import values_of
from tests.slack.rules import Json
from tests.slack.world import SlackWorld

US = "<@U0DRAGOMAN>"
PLAN = {"id": "F1", "name": "plan.pdf", "mimetype": "application/pdf", "size": 4}


def say(desk: Desk, world: SlackWorld, text: str, thread: str = "", **more: object) -> str:
    """In the desk's channel or direct chat; the message's ts."""
    channel = desk.chat_ref.chat
    said = world.payloads.said(desk.sender.id, channel, text, mention=US in text, thread=thread, **more)
    world.runner.run(bring(world, said))
    return str(said["event"]["ts"])


def answers(desk: Desk, world: SlackWorld) -> list[Json]:
    posts = world.slack.channel(desk.chat_ref.chat).posts.values()
    return [post for post in posts if post.get("bot_id")]


def heads(desk: Desk, world: SlackWorld) -> list[tuple[str, str]]:
    """The first line of each answer, and the head of the thread in which it stands."""
    return [(post["text"].splitlines()[0], post.get("thread_ts", "")) for post in answers(desk, world)]


def test_a_thread_in_a_direct_chat(fatma: Desk, world: SlackWorld) -> None:
    top = say(fatma, world, "visit from Tirana 3 May 2026")
    (card,) = answers(fatma, world)
    say(fatma, world, "bring an interpreter", thread=card["ts"])
    say(fatma, world, "visit from Skopje 4 May 2026", thread=top)
    assert heads(fatma, world) == [
        ("✓ V1 · Visit · incoming", ""),
        ("✓ N1 · Note", card["ts"]),
        ("✓ V2 · Visit · incoming", top),
    ]
    # After a crash it goes into its thread as well.
    world.slack.channel(fatma.chat_ref.chat).drops = "before"
    world.answering._is_stopping = True
    say(fatma, world, "no, 5 May", thread=top)
    world.answering._is_stopping = False
    world.runner.run(world.answering.resend(alone=True))
    world.runner.run(world.answering.done())
    assert heads(fatma, world)[-1] == ("✓ V2: Monday, 4 May 2026 → Tuesday, 5 May 2026", top)


def test_the_answer_to_what_somebody_has_deleted(fatma: Desk, world: SlackWorld) -> None:
    assert isinstance(send(world, fatma.chat_ref.chat, said="/1.000001"), Sent)
    assert heads(fatma, world) == [("Hello", "")]


def test_a_question_in_a_card_s_thread_is_answered_there(fatma: Desk, world: SlackWorld) -> None:
    group = fatma.in_group()
    head = say(group, world, f"{US} visit from Tirana 3 May 2026")
    say(group, world, f"{US} log visit from Skopje", thread=head)
    say(group, world, US, thread=head, files=[PLAN])
    assert [post["text"].splitlines()[0] for post in world.slack.ephemerals] == [
        "When is it? For example: 10–13 September 2026, October 2026, undated.",
        "plan.pdf will be attached.",
    ]
    say(group, world, f"{US} 5 May 2026", thread=head)
    assert [stored.short_id for stored in fatma.records()] == ["V1", "V2"]
    assert [row["record_id"] for row in fatma.rows("files")] == [fatma.record("V2").id]
    # A correction is of what the speaker has just logged there; later the thread is about its first card again.
    say(group, world, f"{US} no, 6 May", thread=head)
    assert heads(group, world)[-1] == ("✓ V2: Tuesday, 5 May 2026 → Wednesday, 6 May 2026", head)
    say(group, world, f"{US} the bus was late", thread=head)
    say(group, world, f"{US} no, 7 May", thread=head)
    assert heads(group, world)[-1][0].startswith("✓ V2: Wednesday, 6 May 2026")
    fatma.later(minutes=11)
    say(group, world, f"{US} no, 8 May", thread=head)
    assert heads(group, world)[-1][0].startswith("✓ V1: Sunday, 3 May 2026")


def test_in_a_thread_of_others_nothing_becomes_a_note(fatma: Desk, world: SlackWorld) -> None:
    """Somebody else's words began it: what is said to us there is about its card only if it says so."""
    group = fatma.in_group()
    channel = world.slack.channel(group.chat_ref.chat)
    channel.posts["1.000001"] = {"ts": "1.000001", "user": "U2", "text": "Who comes in May?"}
    say(group, world, f"{US} visit from Tirana 3 May 2026", thread="1.000001")
    say(group, world, f"{US} thanks to everybody", thread="1.000001")
    assert [stored.short_id for stored in fatma.records()] == ["V1"]
    assert world.slack.ephemerals[-1]["text"].startswith("I did not understand that.")
    assert world.slack.ephemerals[-1]["thread_ts"] == "1.000001"
    fatma.later(minutes=30)
    ayse = group.as_("Ayşe", here=True)
    say(ayse, world, f"{US} no, 4 May", thread="1.000001")
    assert heads(group, world)[-1] == ("✓ V1: Sunday, 3 May 2026 → Monday, 4 May 2026", "1.000001")
    say(ayse, world, US, thread="1.000001", files=[PLAN])
    assert heads(group, world)[-1] == ("✓ V1: plan.pdf attached", "1.000001")
    fatma.later(minutes=30)
    say(ayse, world, f"{US} Skopje", thread="1.000001")
    assert heads(group, world)[-1][0].startswith("Skopje, North Macedonia")
    say(group, world, f"{US} visit from Skopje 9 May 2026", thread="1.000001")
    fatma.later(minutes=30)
    say(ayse, world, f"{US} no, 10 May", thread="1.000001")
    assert heads(group, world)[-1][0].startswith("✓ V2: Saturday, 9 May 2026")


def test_yes_in_a_thread(fatma: Desk, world: SlackWorld) -> None:
    group = fatma.in_group()
    head = say(group, world, f"{US} visit from Tirana 3 May 2026")
    say(group, world, f"{US} Delegation from Vienna came on 4 May 2026", thread=head)
    assert heads(group, world)[-1] == ("Shall I log this as a visit?", head)
    say(group, world, f"{US} yes", thread=head)
    assert heads(group, world)[-1] == ("✓ V2 · Visit · incoming", head)


def test_what_is_for_one_person_is_never_put_into_a_card(fatma: Desk, world: SlackWorld) -> None:
    group = fatma.in_group()
    group.say("/log visit from Tirana 3 May 2026")
    (card,) = answers(group, world)
    before = dict(card)
    alone = Reply((lines(["For you"]),), visibility=Visibility.SENDER, replaces=True)
    send(world, group.chat_ref.chat, alone, replaces=card["ts"], pressed=card["ts"], sender=fatma.sender.id)
    assert answers(group, world) == [before]
    assert [(post["for"], post["text"]) for post in world.slack.ephemerals] == [(fatma.sender.id, "For you")]
    # The same of a button whose press cannot be done: the undo of somebody else's visit.
    undo = values_of(card)["Undo"]
    world.slack.user("U2", "Can")
    world.runner.run(bring(world, world.payloads.press("U2", card, undo), "interact"))
    assert answers(group, world) == [before]
    assert world.slack.ephemerals[-1]["text"].startswith("That change is Fatma's. Only they can undo it.")


def test_every_post_waits_for_its_turn(world: SlackWorld, monkeypatch: pytest.MonkeyPatch) -> None:
    waited: list[str] = []

    async def wait(self: Pace, channel: str) -> None:
        waited.append(channel)

    monkeypatch.setattr(Pace, "wait", wait)
    world.slack.user("U1", "Can")
    channel = world.slack.channel("C1")
    channel.archived = True
    world.adapter.doors.keep("C1", "U1", world.slack.hook("C1", "U1"))
    send(world, "C1")
    assert waited == ["C1", "C1 by response_url"]
    world.adapter.doors = Doors()
    send(world, "C1")
    assert waited[2:] == ["C1", "U1"]
    assert texts(world, "D1") == ["Hello"]
