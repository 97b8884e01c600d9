"""Who is a member: people of the house; guests and people of other workspaces when they are invited."""

from typing import Any

import pytest

from bot.adapters.slack.workspaces import Workspace, Workspaces
from bot.message import ChatRef, Sender
from bot.permissions import Role
from bot.storage.invitations import new_invitation
from bot.storage.teams import add_identity, add_member
from tests.desk import Desk
from tests.slack.server import TEAM
from tests.slack.world import SlackWorld

LINE = "/log visit from Tirana 2026-05-03"


def newcomer(fatma: Desk, world: SlackWorld, **flags: Any) -> Desk:
    person = fatma.stranger("Ayşe")
    world.slack.users[person.sender.id] = {**world.slack.users[person.sender.id], "is_restricted": False, **flags}
    return person


def roles(fatma: Desk) -> list[tuple[str, str]]:
    return [(row["name"], row["role"]) for row in fatma.rows("members")]


@pytest.mark.parametrize(
    ("flags", "role"), [({}, "member"), ({"is_admin": True}, "admin"), ({"is_primary_owner": True}, "admin")]
)
@pytest.mark.parametrize("line", [LINE, "visit from Tirana 2026-05-03"])
def test_people_of_the_house_are_members(
    fatma: Desk, world: SlackWorld, flags: dict[str, Any], role: str, line: str
) -> None:
    ayse = newcomer(fatma, world, **flags)
    assert ayse.say(line).startswith("✓ V1 · Visit · incoming")
    assert roles(fatma) == [("Fatma", "admin"), ("Ayşe", role)]
    assert ayse.say("/undo").startswith("✓ Undone")
    assert world.slack.calls["users.info"] <= 3


NOT_OURS: list[dict[str, Any]] = [
    {"is_restricted": True},
    {"is_restricted": True, "is_ultra_restricted": True},
    {"team_id": "T0OTHER", "is_stranger": True},
    {"team_id": "T0OTHER"},
    {"is_bot": True},
    {"deleted": True},
]


@pytest.mark.parametrize("flags", NOT_OURS)
def test_others_are_refused_until_they_are_invited(fatma: Desk, world: SlackWorld, flags: dict[str, Any]) -> None:
    guest = newcomer(fatma, world, **flags)
    before = {table: len(fatma.rows(table)) for table in ("inbox", "chats", "identities", "members")}
    assert guest.say(LINE).startswith("I work for the members of a team.")
    assert {table: len(fatma.rows(table)) for table in before} == before
    code = fatma.write(lambda db: new_invitation(db, world.team_id, Role.VIEWER, now=fatma.clock.now))
    assert guest.say(f"join {code}").startswith("✓ Welcome, Ayşe.")
    assert roles(fatma)[-1] == ("Ayşe", "viewer")


def test_a_member_of_the_grid_is_at_home_where_they_work(fatma: Desk, world: SlackWorld) -> None:
    grid = {"enterprise_id": "E1", "teams": ["T0ELSE", TEAM]}
    assert newcomer(fatma, world, team_id="T0ELSE", enterprise_user=grid).say(LINE).startswith("✓ V1")


def test_slack_does_not_tell_who_it_is(fatma: Desk, world: SlackWorld) -> None:
    ayse = newcomer(fatma, world)
    del world.slack.users[ayse.sender.id]
    assert ayse.say(LINE).startswith("I work for the members of a team.")


def test_one_person_on_both_platforms(fatma: Desk, world: SlackWorld) -> None:
    """Who works in the workspace is a member there before they link: the code makes them one with who they were."""
    chat, sender = ChatRef("telegram", "7000001", "42"), Sender("42", "Ayşe D.")

    def join_in_telegram(db: Any) -> None:
        member = add_member(db, world.team_id, "Ayşe Demir", Role.ADMIN, fatma.clock.now)
        add_identity(db, world.team_id, member, chat, sender)

    fatma.write(join_in_telegram)
    phone = Desk(world, sender, chat)
    assert _direct(phone, LINE).startswith("✓ V1 · Visit · incoming")
    slack = newcomer(fatma, world)
    assert slack.say("/partner tirana").startswith("Tirana")
    assert roles(fatma)[1:] == [("Ayşe Demir", "admin"), ("Ayşe", "member")]
    code = _direct(phone, "/link").splitlines()[0]
    assert slack.say(code).startswith("✓ Welcome, Ayşe Demir.")
    assert slack.say(code).startswith("You are a member already, Ayşe Demir.")
    assert "V1" in slack.say("/show V1")
    slack.say("/log visit to Skopje 2026-05-04")
    assert [stored.created_by for stored in fatma.records()] == ["Ayşe Demir", "Ayşe Demir"]


def _direct(desk: Desk, text: str) -> str:
    """In Telegram, whose adapter has tests of its own: the message reaches the desk."""
    from bot.adapters.console import plain_text
    from bot.message import Message

    world = desk.world
    world.sent += 1
    message = Message(f"m{world.sent}", desk.chat_ref, desk.sender, world.clock.now, text)
    answer = world.runner.run(world.app.handle(message))
    world.runner.run(world.app.answered(answer))
    assert answer.reply
    return plain_text(answer.reply)


def test_workspaces_are_told_apart_by_enterprise_and_team() -> None:
    alone, in_grid = Workspace("T1", "U1", "B1"), Workspace("T2", "U2", "B2", "E1")
    known = Workspaces([alone, in_grid])
    assert [known.find(None, "T1"), known.find("E1", "T2"), known.find(None, "T2")] == [alone, in_grid, in_grid]
    assert [known.find("E1", None), known.find("E2", "T2"), known.find(None, "T3"), known.find(None, None)] == [
        None
    ] * 4
    assert (alone.account, in_grid.account) == ("T1", "E1/T2")
    known.close(alone)
    assert known.find(None, "T1") is None
    assert not known.is_open(alone)
    assert known.of_bot("B2") is in_grid
    assert known.of_bot(None) is None
