"""Slack is asked who somebody is: once at a time, in order, and again after ten minutes. It may not tell."""

import asyncio
from typing import Any

import pytest

from bot.adapters.slack import people
from bot.permissions import Role
from bot.storage.invitations import new_invitation
from tests.adapters.slack.test_people import LINE, newcomer, roles
from tests.adapters.slack.test_requests import counted
from tests.desk import Desk
from tests.slack.rules import Json
from tests.slack.server import Held
from tests.slack.world import SlackWorld

STRANGER = "I work for the members of a team."
NOT_NOW = (
    "I cannot find out who you are just now. Nothing was stored; please try again in a minute.\n"
    "Kim olduğunuzu şu anda öğrenemiyorum. Hiçbir şey kaydedilmedi; lütfen bir dakika sonra yeniden deneyin."
)


def said(world: SlackWorld, person: Desk, text: str) -> Json:
    return world.payloads.said(person.sender.id, person.chat_ref.chat, text)


async def finish(world: SlackWorld) -> None:
    await world.receiver.done()
    await world.answering.done()


def test_the_first_messages_of_somebody_new_keep_their_order(fatma: Desk, world: SlackWorld) -> None:
    """The first of them names a colleague, about whom Slack thinks for longer than others take to log something."""
    ayse = newcomer(fatma, world)
    world.slack.user("U0COLLEAGUE", "Can")
    lines = ["note Tirana: ask <@U0COLLEAGUE>", "upcoming", LINE.removeprefix("/log ")]

    async def work() -> None:
        held = world.slack.held["users.info"] = Held(only="U0COLLEAGUE")
        brought = []
        for number, line in enumerate(lines, 1):
            brought.append(asyncio.ensure_future(world.http.event(said(world, ayse, line))))
            await held.reached.wait()
            while len(world.receiver._working) < number:
                await asyncio.sleep(0)
        for _ in range(3):
            assert await world.http.event(said(world, fatma, LINE.removeprefix("/log "))) == 200
        held.over.set()
        assert await asyncio.gather(*brought) == [200, 200, 200]
        await finish(world)

    world.runner.run(work())
    heads = [post["text"].splitlines()[0] for post in world.posts if post["channel"] == ayse.chat_ref.chat]
    assert [heads[0], heads[2]] == ["✓ N1 · Note", "✓ V4 · Visit · incoming"]
    assert world.slack.calls["users.info"] == 3
    assert roles(fatma) == [("Fatma", "admin"), ("Ayşe", "member")]


def test_somebody_is_asked_about_once_at_a_time(world: SlackWorld) -> None:
    world.slack.user("U1", "Can")

    async def work() -> None:
        found = await asyncio.gather(*(world.adapter.people.find("U1") for _ in range(5)))
        assert {person.name for person in found if person} == {"Can"}

    world.runner.run(work())
    assert world.slack.calls["users.info"] == 1


TROUBLES = ["ratelimited", "internal_error", "503", "silence"]


def trouble(world: SlackWorld, what: str) -> None:
    world.adapter.people.asking = 0.05 if what == "silence" else 30.0
    if what == "silence":
        world.slack.held["users.info"] = Held()
    else:
        world.slack.errors["users.info"] = what


def calm(world: SlackWorld) -> None:
    world.adapter.people.asking = 30.0
    world.slack.errors.clear()
    for held in world.slack.held.values():
        held.over.set()
    world.slack.held.clear()


@pytest.mark.parametrize("what", TROUBLES)
def test_a_colleague_whom_slack_does_not_know_just_now_is_heard_later(
    fatma: Desk, world: SlackWorld, what: str
) -> None:
    ayse, before = newcomer(fatma, world), counted(fatma)
    trouble(world, what)
    event = said(world, ayse, LINE.removeprefix("/log "))
    assert world.runner.run(world.http.event(event)) == 503
    assert world.http.answers == [503] * 4  # Slack brings it again, and again
    assert (counted(fatma), world.posts) == (before, [])
    calm(world)
    assert world.runner.run(world.http.event(event)) == 200
    world.runner.run(finish(world))
    assert [post["text"].splitlines()[0] for post in world.posts] == ["✓ V1 · Visit · incoming"]


@pytest.mark.parametrize("way", ["command", "interact"])
@pytest.mark.parametrize("what", TROUBLES)
def test_what_slack_does_not_bring_again_has_to_be_sent_again(
    fatma: Desk, world: SlackWorld, what: str, way: str
) -> None:
    ayse, before = newcomer(fatma, world), counted(fatma)
    trouble(world, what)
    post = {"ts": "1.000001", "channel": ayse.chat_ref.chat, "bot_id": "B0DRAGOMAN"}
    payload = {
        "command": lambda: world.payloads.command(ayse.sender.id, ayse.chat_ref.chat, "/log", LINE[5:]),
        "interact": lambda: world.payloads.press(ayse.sender.id, post, LINE[1:]),
    }[way]()
    assert world.runner.run(getattr(world.http, way)(payload)) == (200, "")
    world.runner.run(finish(world))
    assert [told["text"] for told in world.posts] == [NOT_NOW]
    assert counted(fatma) == before
    calm(world)


@pytest.mark.parametrize("what", TROUBLES)
def test_a_member_is_heard_whatever_slack_tells(fatma: Desk, world: SlackWorld, what: str) -> None:
    trouble(world, what)
    assert fatma.say(LINE).startswith("✓ V1")
    calm(world)


def test_nobody_joins_without_a_name(fatma: Desk, world: SlackWorld) -> None:
    guest = newcomer(fatma, world, is_restricted=True)
    code = fatma.write(lambda db: new_invitation(db, world.team_id, Role.VIEWER, now=fatma.clock.now))
    event = said(world, guest, f"join {code}")
    world.slack.errors["users.info"] = "internal_error"
    assert world.runner.run(world.http.event(event)) == 503
    calm(world)
    assert world.runner.run(world.http.event(event)) == 200
    assert roles(fatma)[-1] == ("Ayşe", "viewer")


# Who was of the house -----------------------------------------------------------------------------------------------


def ten_minutes_later(world: SlackWorld) -> None:
    then = world.adapter.people._clock() + people.KEPT
    world.adapter.people._clock = lambda: then


@pytest.mark.parametrize("flags", [{"is_restricted": True}, {"is_ultra_restricted": True}, {"deleted": True}])
def test_who_is_no_longer_of_the_house_is_no_member(fatma: Desk, world: SlackWorld, flags: dict[str, Any]) -> None:
    ayse = newcomer(fatma, world)
    assert ayse.say(LINE).startswith("✓ V1")
    world.slack.users[ayse.sender.id] |= flags
    assert "Nothing is planned" in ayse.say("/upcoming")  # believed for ten minutes
    ten_minutes_later(world)
    before = counted(fatma)
    assert ayse.say("/undo").startswith(STRANGER)
    assert ayse.say("/upcoming").startswith(STRANGER)
    form = world.payloads.command(ayse.sender.id, ayse.chat_ref.chat, "/log", "visit")
    world.runner.run(world.http.command(form))
    assert world.slack.views == []
    assert counted(fatma) == before
    world.slack.users[ayse.sender.id] |= dict.fromkeys(flags, False)
    ten_minutes_later(world)
    assert ayse.say("/undo").startswith("✓ Undone")


def test_who_becomes_a_guest_may_be_invited(fatma: Desk, world: SlackWorld) -> None:
    ayse = newcomer(fatma, world, is_admin=True)
    ayse.say(LINE)
    world.slack.users[ayse.sender.id] |= {"is_restricted": True, "is_admin": False}
    ten_minutes_later(world)
    code = fatma.write(lambda db: new_invitation(db, world.team_id, Role.VIEWER, now=fatma.clock.now))
    assert ayse.say(f"join {code}").startswith("✓ Welcome, Ayşe.")
    assert roles(fatma)[1:] == [("Ayşe", "admin"), ("Ayşe", "viewer")]
    assert ayse.say(LINE).startswith("Your role does not allow /visit.")


def test_slack_tells_of_a_change(fatma: Desk, world: SlackWorld) -> None:
    ayse = newcomer(fatma, world)
    ayse.say(LINE)
    asked = world.slack.calls["users.info"]
    changed = {**world.slack.users[ayse.sender.id], "is_restricted": True}
    for user in (changed, {**changed, "id": "U0UNKNOWN"}):
        event = world.payloads.event({"type": "user_change", "user": user, "event_ts": "1777874400.000100"})
        assert world.runner.run(world.http.event(event)) == 200
    assert ayse.say("/undo").startswith(STRANGER)
    assert world.slack.calls["users.info"] == asked


def test_an_invited_guest_stays_a_member(fatma: Desk, world: SlackWorld) -> None:
    guest = newcomer(fatma, world, is_restricted=True)
    code = fatma.write(lambda db: new_invitation(db, world.team_id, Role.MEMBER, now=fatma.clock.now))
    guest.say(f"join {code}")
    ten_minutes_later(world)
    assert guest.say(LINE).startswith("✓ V1")
