"""Files in answers: where they go, that they are not there twice, and what a person hears of one that is not."""

import logging
from datetime import UTC, datetime, timedelta
from typing import Any

import pytest

from bot.adapters.base import Outcome, PlatformStopped, Retry, Sent, Uncertain
from bot.adapters.slack import adapter as sending
from bot.fetching import Fetching
from bot.message import Attachment
from bot.reply import File, Reply, Visibility, lines
from tests.adapters.slack.test_delivery import send
from tests.desk import Desk
from tests.slack.server import EPOCH
from tests.slack.world import SlackWorld

PDF = b"%PDF-1"
NOW = datetime.fromtimestamp(EPOCH, UTC)
"""Where the server's clock begins."""
DIRECT = "plan.pdf: sent to you in a direct message."
NOT = "⚠ plan.pdf could not be sent. Ask for it again later, or in a direct message."


@pytest.fixture(autouse=True)
def _at_once(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sending, "MOMENT", 0.0)


@pytest.fixture
def stored(fatma: Desk, world: SlackWorld) -> Desk:
    """V1 has a file, which is here; the channel C1 belongs to the team, and Fatma is U1 there."""
    world.slack.files["F1"] = {"id": "F1", "name": "plan.pdf", "size": len(PDF)}
    world.slack.contents["F1"] = PDF
    world.slack.user("U1", "Can")
    world.slack.channel("C1")
    group = fatma.in_group()
    group.say("/log visit from Tirana 3 May 2026", Attachment("F1", "plan.pdf", "application/pdf", len(PDF)))
    world.runner.run(Fetching(world.database, world.adapter, world.clock).fetch_due())
    return group


def show(stored: Desk, world: SlackWorld, visibility: Visibility = Visibility.CHAT, **how: Any) -> Outcome:
    """Send V1's file to the group."""
    reply = Reply((lines(["V1 · 1 file"]), File(1, "plan.pdf")), visibility=visibility)
    return send(world, stored.chat_ref.chat, reply, **how)


def seen(world: SlackWorld, channel: str) -> list[str]:
    """Texts and files of ours in a channel."""
    posts = [post for post in world.slack.channel(channel).posts.values() if post.get("bot_id")]
    return [post.get("text") or "📎 " + post["files"][0]["title"] for post in posts]


def whispers(world: SlackWorld) -> list[str]:
    return [post["text"] for post in world.slack.ephemerals]


def test_a_file_goes_into_the_thread(stored: Desk, world: SlackWorld) -> None:
    channel = world.slack.channel(stored.chat_ref.chat)
    channel.posts["1.000001"] = {"ts": "1.000001", "user": "U1", "text": "?"}
    show(stored, world, answers="1.000001")
    (file,) = [post for post in channel.posts.values() if "files" in post and "bot_id" in post]
    assert file["thread_ts"] == "1.000001"


@pytest.mark.parametrize("thread", [None, "1.000001"])
def test_what_is_there_after_a_crash_is_not_put_there_again(
    stored: Desk, world: SlackWorld, thread: str | None
) -> None:
    channel = stored.chat_ref.chat
    world.slack.channel(channel).posts["1.000001"] = {"ts": "1.000001", "user": "U1", "text": "?"}
    before = seen(world, channel)
    for _ in range(3):
        assert isinstance(show(stored, world, answers=thread, since=NOW, is_again=True), Sent)
    assert seen(world, channel)[len(before) :] == ["V1 · 1 file", "📎 plan.pdf"]


def test_an_older_one_of_that_name_is_no_reason_to_leave_it_out(stored: Desk, world: SlackWorld) -> None:
    channel = stored.chat_ref.chat
    before = len(seen(world, channel))
    show(stored, world)
    show(stored, world, since=NOW + timedelta(hours=1), key="78", is_again=True)
    assert seen(world, channel)[before:].count("📎 plan.pdf") == 2
    # Somebody else's is none of ours.
    world.slack.channel("C1").posts["1.1"] = {"ts": "1.1", "user": "U1", "files": [{"title": "plan.pdf", "size": 6}]}


@pytest.mark.parametrize("drops", ["before upload", "after upload"])
def test_a_broken_connection(stored: Desk, world: SlackWorld, drops: str) -> None:
    channel = world.slack.channel(stored.chat_ref.chat)
    before = len(seen(world, channel.id))
    channel.drops = drops
    first = show(stored, world, since=NOW)
    assert isinstance(first, Uncertain)
    show(stored, world, since=NOW, sent=first.sent, is_again=True)
    assert seen(world, channel.id)[before:] == ["V1 · 1 file", "📎 plan.pdf"]


@pytest.mark.parametrize("why", ["no scope", "not invited"])
def test_where_we_may_not_look_it_goes_to_the_person_with_the_answer(stored: Desk, world: SlackWorld, why: str) -> None:
    """The channel has neither twice, and nobody is left without."""
    channel = world.slack.channel(stored.chat_ref.chat)
    before = len(seen(world, channel.id))
    show(stored, world)
    world.slack.scopes -= {"channels:history"} if why == "no scope" else set()
    channel.has_us = why == "no scope"
    for _ in range(2):
        assert show(stored, world, is_again=True) == Sent(())
    assert seen(world, channel.id)[before:] == ["V1 · 1 file", "📎 plan.pdf"]
    assert seen(world, "D1") == ["V1 · 1 file", "📎 plan.pdf", "V1 · 1 file"]
    assert whispers(world) == []


def test_where_no_direct_chat_can_be_opened_either_it_is_told(
    stored: Desk, world: SlackWorld, caplog: pytest.LogCaptureFixture
) -> None:
    caplog.set_level(logging.CRITICAL)
    world.slack.scopes -= {"channels:history", "im:write"}
    before = len(seen(world, stored.chat_ref.chat))
    assert show(stored, world, is_again=True) == Sent(())
    assert seen(world, stored.chat_ref.chat)[before:] == []
    assert (seen(world, "D1"), whispers(world)) == (["V1 · 1 file"], [NOT])


def test_in_ones_own_chat_it_may_be_there_twice(stored: Desk, world: SlackWorld) -> None:
    """Rather that than nothing; it troubles nobody else."""
    own = stored.as_("Fatma")
    own.say("/upcoming")
    chat, sender = own.chat_ref.chat, own.sender.id
    before = len(seen(world, chat))
    show(own, world, sender=sender)
    world.slack.scopes -= {"im:history"}
    show(own, world, sender=sender, is_again=True)
    assert seen(world, chat)[before:] == ["V1 · 1 file", "📎 plan.pdf"] * 2


def test_what_nobody_asked_for_is_sent_again_where_we_may_not_look(stored: Desk, world: SlackWorld) -> None:
    """There is nobody to send it to instead."""
    world.slack.scopes -= {"channels:history"}
    before = len(seen(world, stored.chat_ref.chat))
    assert isinstance(show(stored, world, sender="", is_again=True), Sent)
    assert seen(world, stored.chat_ref.chat)[before:] == ["V1 · 1 file", "📎 plan.pdf"]


def test_what_is_for_one_person_goes_to_them(stored: Desk, world: SlackWorld) -> None:
    before = seen(world, stored.chat_ref.chat)
    assert show(stored, world, Visibility.SENDER) == Sent(())
    assert seen(world, stored.chat_ref.chat) == before
    assert whispers(world) == ["V1 · 1 file", DIRECT]
    assert seen(world, "D1") == ["📎 plan.pdf"]
    show(stored, world, Visibility.SENDER, since=NOW, is_again=True)
    assert seen(world, "D1") == ["📎 plan.pdf"]


@pytest.mark.parametrize("is_private", [False, True])
def test_where_we_are_not_a_file_goes_to_the_person(stored: Desk, world: SlackWorld, is_private: bool) -> None:
    channel = world.slack.channel(stored.chat_ref.chat)
    channel.has_us, channel.is_private = False, is_private
    for _ in range(3):
        world.adapter.doors.keep(channel.id, "U1", world.slack.hook(channel.id, "U1"))
    before = len(seen(world, channel.id))
    assert isinstance(show(stored, world), Sent)
    assert seen(world, channel.id)[before:] == ["V1 · 1 file"]
    assert seen(world, "D1") == ["📎 plan.pdf"]
    assert whispers(world) == [DIRECT]


def test_a_file_that_slack_does_not_take_is_told(
    stored: Desk, world: SlackWorld, caplog: pytest.LogCaptureFixture
) -> None:
    caplog.set_level(logging.CRITICAL)
    world.slack.refuses_files = "file_uploads_disabled"
    assert isinstance(show(stored, world), Sent)
    assert whispers(world) == [NOT]
    assert seen(world, "D1") == []
    stored.language = "tr"
    show(stored, world, key="78")
    assert whispers(world)[1] == "⚠ plan.pdf gönderilemedi. Daha sonra ya da özel mesajla yeniden isteyin."
    # In a direct chat there is nobody else to hear it.
    own = stored.as_("Fatma")
    own.say("/upcoming")
    world.slack.channel(own.chat_ref.chat).posts.clear()
    send(world, own.chat_ref.chat, Reply((File(1, "plan.pdf"),)))
    assert seen(world, own.chat_ref.chat) == whispers(world)[1:]


def test_without_the_scope_for_direct_chats_it_is_told(
    stored: Desk, world: SlackWorld, caplog: pytest.LogCaptureFixture
) -> None:
    caplog.set_level(logging.CRITICAL)
    world.slack.scopes -= {"im:write"}
    show(stored, world, Visibility.SENDER)
    assert whispers(world) == ["V1 · 1 file", NOT]


def test_what_may_work_later_is_tried_later(stored: Desk, world: SlackWorld) -> None:
    world.client.retry_handlers.clear()
    channel = world.slack.channel(stored.chat_ref.chat)
    channel.retry_after = 0
    world.slack.sent.append(lambda post: vars(channel).update(limited=1) if post.get("text") == "V1 · 1 file" else None)
    first = show(stored, world)
    assert isinstance(first, Retry)
    assert len(first.sent) == 1
    assert isinstance(show(stored, world, sent=first.sent), Sent)
    assert seen(world, channel.id)[-2:] == ["V1 · 1 file", "📎 plan.pdf"]
    world.slack.sent.pop()
    for error in ("internal_error", "upload"):
        world.slack.refuses_files = error
        assert isinstance(show(stored, world), Uncertain)
    world.slack.refuses_files = "token_revoked"
    with pytest.raises(PlatformStopped):
        show(stored, world)


@pytest.mark.parametrize("error", ["internal_error", "upload"])
def test_what_fails_a_second_time_is_told(
    stored: Desk, world: SlackWorld, error: str, caplog: pytest.LogCaptureFixture
) -> None:
    caplog.set_level(logging.ERROR)
    world.slack.refuses_files = error
    before = len(seen(world, stored.chat_ref.chat))
    first = show(stored, world)
    assert isinstance(first, Uncertain)
    assert isinstance(show(stored, world, sent=first.sent, is_again=True), Sent)
    assert seen(world, stored.chat_ref.chat)[before:] == ["V1 · 1 file"]
    assert whispers(world) == [NOT]
    assert world.slack.url not in caplog.text
