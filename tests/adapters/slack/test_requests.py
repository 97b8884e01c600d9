"""Who may come in: signatures, the five minutes, other workspaces, copies; and retries, which are handled once."""

import asyncio
import json
import logging
import sqlite3
import time
from urllib.parse import urlencode

import pytest

from bot import jobs
from bot.message import Message
from bot.storage.inbox import Answer
from tests.desk import Desk
from tests.slack.requests import FORM, Payloads
from tests.slack.world import SlackWorld

LINE = "visit from Tirana 2025-05-03"
STORED = ("inbox", "chats", "records", "identities", "questions")


def counted(desk: Desk) -> dict[str, int]:
    return {table: len(desk.rows(table)) for table in STORED}


def send(world: SlackWorld, body: bytes, headers: dict[str, str]) -> int:
    async def post() -> int:
        async with world.http.session.post(world.http.url, data=body, headers=headers) as response:
            return response.status

    return world.runner.run(post())


def warnings(caplog: pytest.LogCaptureFixture) -> list[str]:
    return [record.getMessage() for record in caplog.records if record.levelno >= logging.WARNING]


@pytest.mark.parametrize("fault", ["wrong", "old", "ahead", "none", "no time", "odd", "no text"])
def test_what_slack_did_not_sign_is_refused(
    fatma: Desk, world: SlackWorld, caplog: pytest.LogCaptureFixture, fault: str
) -> None:
    before = counted(fatma)
    body = urlencode(world.payloads.command(fatma.sender.id, fatma.chat_ref.chat, "/log", LINE)).encode()
    at = {"old": time.time() - 601, "ahead": time.time() + 601}.get(fault)
    headers = {**world.http.signed(body, at), "Content-Type": FORM}
    match fault:
        case "wrong":
            body += b"&more=1"
        case "none":
            headers = {"Content-Type": FORM}
        case "no time":
            headers["X-Slack-Request-Timestamp"] = "yesterday"
        case "odd":
            headers["X-Slack-Signature"] = "v0=şşş"
        case "no text":
            body = b"\xff\xfe"
    assert send(world, body, headers) == 401
    assert counted(fatma) == before
    (line,) = warnings(caplog)
    assert line.startswith("slack: a request from 127.0.0.1 was refused: ")
    assert "Tirana" not in line


def test_a_copy_of_a_request_is_refused(fatma: Desk, world: SlackWorld, caplog: pytest.LogCaptureFixture) -> None:
    body = urlencode(world.payloads.command(fatma.sender.id, fatma.chat_ref.chat, "/log", LINE)).encode()
    headers = {**world.http.signed(body), "Content-Type": FORM}
    assert send(world, body, headers) == 200
    after = counted(fatma)
    assert send(world, body, headers) == 401
    assert counted(fatma) == after
    assert len(fatma.records()) == 1
    assert warnings(caplog) == ["slack: a request from 127.0.0.1 was refused: it came before (replayed)"]


@pytest.mark.parametrize("way", ["event", "command", "interact"])
def test_a_stranger_s_workspace_is_refused(
    fatma: Desk, world: SlackWorld, caplog: pytest.LogCaptureFixture, way: str
) -> None:
    before = counted(fatma)
    theirs = Payloads(world.slack, team="T0OTHER")
    user, channel = fatma.sender.id, fatma.chat_ref.chat
    post = {"ts": "1.000001", "channel": channel, "bot_id": "B0OTHER"}
    payload = {
        "event": lambda: theirs.said(user, channel, LINE),
        "command": lambda: theirs.command(user, channel, "/log", LINE),
        "interact": lambda: theirs.press(user, post, f"log {LINE}"),
    }[way]()
    status = world.runner.run(getattr(world.http, way)(payload))
    assert (status if way == "event" else status[0]) == 403
    assert counted(fatma) == before
    refused = "slack: a request from workspace T0OTHER was refused: the app is not installed there"
    assert set(warnings(caplog)) == {refused}
    assert len(warnings(caplog)) == (4 if way == "event" else 1)  # an event is brought again three times


@pytest.mark.parametrize("slow", ["before", "after"])
def test_the_same_event_four_times_slow_first(fatma: Desk, world: SlackWorld, slow: str) -> None:
    """The first is at work, before its commit or after it, until Slack has brought the event three times again."""
    event = world.payloads.said(fatma.sender.id, fatma.chat_ref.chat, LINE)
    body = json.dumps(event).encode()

    async def four() -> list[int]:
        begun, go_on, handle = asyncio.Event(), asyncio.Event(), world.app.handle

        async def slowly(message: Message) -> Answer:
            if begun.is_set():
                return await handle(message)
            begun.set()
            answer = await handle(message) if slow == "after" else None
            await go_on.wait()
            return answer or await handle(message)

        world.app.handle = slowly  # type: ignore[method-assign]
        first = asyncio.ensure_future(world.http.post(body, "application/json"))
        await begun.wait()
        retry = {"X-Slack-Retry-Reason": "http_timeout"}
        others = [world.http.post(body, "application/json", **retry, **{"X-Slack-Retry-Num": str(n)}) for n in (1, 2)]
        again = asyncio.gather(*others)
        while len(world.receiver._working) < 3:  # they wait for their sender's turn, and are not taken before it
            await asyncio.sleep(0)
        assert not first.done()
        assert not again.done()
        go_on.set()
        answers = [await first, *await again]
        answers.append(await world.http.post(body, "application/json", **retry, **{"X-Slack-Retry-Num": "3"}))
        await world.answering.done()
        return [status for status, _ in answers]

    assert world.runner.run(four()) == [200, 200, 200, 200]
    assert [stored.short_id for stored in fatma.records()] == ["V1"]
    assert len([post for post in world.posts if "blocks" in post]) == 1


def test_slack_asks_whether_the_address_is_ours(world: SlackWorld) -> None:
    body = {"type": "url_verification", "token": "t", "challenge": "3eZbrw1a"}
    answer = world.runner.run(world.http.post(json.dumps(body).encode(), "application/json"))
    assert answer == (200, {"challenge": "3eZbrw1a"})


def test_a_press_from_a_shared_channel_is_ours(fatma: Desk, world: SlackWorld) -> None:
    card = fatma.say("/log visit Tirana 2025-05-03")
    post = world.slack.channel(fatma.chat_ref.chat).posts[card.post_id]
    theirs = Payloads(world.slack, team="T0OTHER")
    status, _ = world.runner.run(world.http.interact(theirs.press("U0THEM", post, "undo")))
    assert status == 200
    assert [stored.voided_at for stored in fatma.records()] == [None]  # the stranger may not undo anything


def test_other_bots_and_edits_are_not_heard(fatma: Desk, world: SlackWorld) -> None:
    before = counted(fatma)
    user, channel = fatma.sender.id, fatma.chat_ref.chat
    for more in ({"bot_id": "B1"}, {"subtype": "message_changed"}, {"channel_type": "channel"}):
        said = world.payloads.said(user, channel, LINE)
        said["event"] |= more
        assert world.runner.run(world.http.event(said)) == 200
    assert counted(fatma) == before


def test_what_takes_longer_than_slack_waits_is_acknowledged_first(fatma: Desk, world: SlackWorld) -> None:
    world.receiver._in_time = 0.05
    other = sqlite3.connect(world.database.url.database or "", isolation_level=None)
    other.execute("BEGIN IMMEDIATE")  # another program writes, and we wait for it
    command = world.payloads.command(fatma.sender.id, fatma.chat_ref.chat, "/log", LINE)

    async def run() -> None:
        assert await world.http.command(command) == (200, "")
        assert fatma.records() == []
        other.execute("ROLLBACK")
        await world.receiver.done()
        await world.answering.done()

    world.runner.run(run())
    other.close()
    assert [stored.short_id for stored in fatma.records()] == ["V1"]
    assert len([post for post in world.posts if "blocks" in post]) == 1


def test_what_cannot_be_stored_is_not_acknowledged(
    fatma: Desk, world: SlackWorld, caplog: pytest.LogCaptureFixture
) -> None:
    caplog.set_level(logging.CRITICAL)
    world.database.close()
    event = world.payloads.said(fatma.sender.id, fatma.chat_ref.chat, LINE)
    assert world.runner.run(world.http.event(event)) == 503
    assert world.http.answers == [503] * 4  # Slack brings it again
    status, _ = world.runner.run(
        world.http.command(world.payloads.command(fatma.sender.id, fatma.chat_ref.chat, "/log", LINE))
    )
    assert status == 503  # the person sees that it failed
    assert world.posts == []


@pytest.mark.parametrize("channel", ["D", "C1"])
def test_whoever_was_acknowledged_too_early_is_told(
    fatma: Desk, world: SlackWorld, caplog: pytest.LogCaptureFixture, channel: str
) -> None:
    caplog.set_level(logging.CRITICAL)
    channel = fatma.chat_ref.chat if channel == "D" else channel
    world.slack.channel(channel)
    world.receiver._in_time = 0.0
    world.database.close()
    command = world.payloads.command(fatma.sender.id, channel, "/log", LINE)

    async def run() -> None:
        acknowledged, handle = asyncio.Event(), world.app.handle

        async def later(message: Message) -> Answer:
            await acknowledged.wait()
            return await handle(message)

        world.app.handle = later  # type: ignore[method-assign]
        assert await world.http.command(command) == (200, "")
        acknowledged.set()
        await world.receiver.done()

    world.runner.run(run())
    (told,) = world.posts
    assert told["text"].startswith("That could not be stored. Please send it again.\nIncident ")
    assert [post["channel"] for post in world.slack.ephemerals] == ([channel] if channel == "C1" else [])


@pytest.mark.parametrize(("language", "text"), [("tr", "Bu kaydedilemedi. Lütfen yeniden gönderin.\nOlay no ")])
def test_that_is_said_in_the_team_s_language(
    fatma: Desk, world: SlackWorld, caplog: pytest.LogCaptureFixture, language: str, text: str
) -> None:
    caplog.set_level(logging.CRITICAL)
    fatma.say(f"/team language {language}")
    world.receiver._in_time = 0.0
    before = len(world.posts)

    async def run() -> None:
        acknowledged = asyncio.Event()

        async def fails(message: Message) -> Answer:
            await acknowledged.wait()
            return Answer(0, None, kept=False)

        world.app.handle = fails  # type: ignore[method-assign]
        command = world.payloads.command(fatma.sender.id, fatma.chat_ref.chat, "/log", LINE)
        assert await world.http.command(command) == (200, "")
        acknowledged.set()
        await world.receiver.done()

    world.runner.run(run())
    (told,) = world.posts[before:]
    assert told["text"].startswith(text)


def test_an_event_is_never_acknowledged_early(fatma: Desk, world: SlackWorld, caplog: pytest.LogCaptureFixture) -> None:
    caplog.set_level(logging.CRITICAL)
    world.receiver._in_time = 0.0
    world.database.close()
    event = world.payloads.said(fatma.sender.id, fatma.chat_ref.chat, LINE)
    assert world.runner.run(world.http.event(event)) == 503
    assert world.posts == []


def test_what_never_ends_does_not_keep_us_from_stopping(
    fatma: Desk, world: SlackWorld, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(jobs, "GRACE", 0.2)
    monkeypatch.setattr(jobs, "MARKING", 0.1)
    world.receiver._in_time = 0.0

    async def run() -> None:
        begun = asyncio.Event()

        async def never(message: Message) -> Answer:
            begun.set()
            await asyncio.Event().wait()
            raise AssertionError(message)

        world.app.handle = never  # type: ignore[method-assign]
        command = world.payloads.command(fatma.sender.id, fatma.chat_ref.chat, "/log", LINE)
        assert await world.http.command(command) == (200, "")
        await begun.wait()
        async with asyncio.timeout(30):
            await jobs.finish(world.receiver, world.answering)

    world.runner.run(run())
    assert fatma.records() == []
