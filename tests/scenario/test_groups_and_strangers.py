"""In a group only what is meant for us is answered; a stranger gets one sentence, or a place in the team."""

from bot.permissions import Role
from bot.storage.invitations import new_invitation
from tests.desk import Desk


def test_a_group_talks_without_us(desk: Desk) -> None:
    group = desk.in_group()
    card = group.say("/visit from Tirana 3 May 2026")
    assert group.say("see you on 4 May in Skopje") == ""
    assert group.say("Tirana") == ""
    assert group.reply_to(card, "the minutes are missing").splitlines()[0] == "✓ N1 · Note"


def test_a_stranger_gets_one_sentence_and_nothing_of_them_is_stored(desk: Desk) -> None:
    before = {table: len(desk.rows(table)) for table in ("inbox", "chats", "identities", "questions")}
    said = desk.stranger("Zeynep").say("/visit from Tirana 3 May 2026")
    assert said == "I work for the members of a team. If you have a code, send: /join CODE."
    assert desk.stranger("Zeynep").in_group().say("see you tomorrow") == ""
    assert {table: len(desk.rows(table)) for table in before} == before


def test_a_code_lets_one_person_in_once(desk: Desk) -> None:
    with desk.world.database.transaction() as db:
        code = new_invitation(db, desk.world.team_id, Role.VIEWER, now=desk.clock.now)
    zeynep = desk.stranger("Zeynep")
    assert zeynep.say(f"/join {code.lower()}").splitlines()[0] == "✓ Welcome, Zeynep."
    assert desk.stranger("Can").say(f"/join {code}").splitlines()[0] == "That code is not valid, or no longer."
    desk.say("/visit from Tirana 3 May 2026")
    assert zeynep.say("/visit tirana").splitlines()[0] == "V1 · Visit · incoming"
    assert zeynep.say("/visit from Tirana 4 May 2026").splitlines()[0] == "Your role does not allow /visit."
    assert [stored.short_id for stored in desk.records()] == ["V1"]


def test_a_welcome_is_not_lost(desk: Desk) -> None:
    with desk.world.database.transaction() as db:
        code = new_invitation(db, desk.world.team_id, Role.VIEWER, now=desk.clock.now)
    zeynep = desk.stranger("Zeynep")
    welcome = zeynep.say(f"/join {code}")
    assert [row["answered_at"] is not None for row in desk.rows("inbox")] == [True]
    assert desk.rows("inbox")[0]["reply"] is not None
    assert zeynep.redeliver() == welcome


def test_a_member_links_another_account(desk: Desk) -> None:
    command = desk.say("/link").splitlines()[0]
    assert desk.stranger("fatma-on-her-phone").say(command).splitlines()[0] == "✓ Welcome, Fatma."
    assert len(desk.rows("members")) == 1


def test_a_group_belongs_to_the_team_of_the_first_command(desk: Desk) -> None:
    group = desk.in_group()
    assert group.say("see you tomorrow") == ""
    assert desk.rows("chats") == []
    group.say("/upcoming")
    assert len(desk.rows("chats")) == 1
    other = desk.of_another_team("Can").in_group()
    assert other.say("see you tomorrow") == ""
    assert other.say("/upcoming") == "This chat belongs to another team."


def test_what_a_group_says_among_itself_is_not_stored(desk: Desk) -> None:
    group = desk.in_group()
    group.say("/upcoming")
    before = len(desk.rows("inbox"))
    group.say("see you tomorrow")
    assert len(desk.rows("inbox")) == before


def test_what_is_private_is_refused_in_a_group(desk: Desk) -> None:
    """Whoever reads a code of ``/link`` and is faster becomes the member who asked for it."""
    group = desk.in_group()
    refused = "/link is not for a group: write it to me alone."
    for command in ("/link", "/bagla"):
        assert group.say(command).splitlines()[0] == refused
    assert group.invoke("link").splitlines()[0] == refused
    assert group.say("/join ABCD-EFGH").splitlines()[0] == refused.replace("link", "join")
    assert desk.rows("invitations") == []
    desk.language = "tr"
    assert group.say("/link").splitlines()[0] == "/bagla gruplar için değildir: bana özelden yazın."


def test_a_stranger_who_shows_a_code_in_a_group_uses_it_up(desk: Desk) -> None:
    with desk.world.database.transaction() as db:
        code = new_invitation(db, desk.world.team_id, Role.VIEWER, now=desk.clock.now)
    zeynep = desk.stranger("Zeynep").in_group()
    assert zeynep.say(f"/join {code}").splitlines()[0] == "✓ Welcome, Zeynep."
    assert desk.stranger("Can").say(f"/join {code}").splitlines()[0] == "That code is not valid, or no longer."
