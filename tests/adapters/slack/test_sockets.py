"""Socket Mode: refreshed when Slack asks, replaced when it dies silently, and nothing is done twice."""

import asyncio
import logging

import pytest

from bot.adapters.base import PlatformStopped
from bot.adapters.slack.sockets import Socket
from tests.desk import Desk
from tests.slack.world import SlackWorld

LINE = "visit from Tirana 2025-05-03"


async def said(world: SlackWorld, fatma: Desk, text: str) -> None:
    event = world.payloads.said(fatma.sender.id, fatma.chat_ref.chat, text)
    id_ = await world.slack.sockets.send("events_api", event)
    await world.slack.sockets.until_acked(id_)
    await world.answering.done()


async def socket_of(world: SlackWorld, ping: float = 5.0) -> Socket:
    socket = Socket(world.bolt, world.client, world.slack.app_token, ping)
    await socket.open()
    await world.slack.sockets.until_connected(1)
    return socket


def test_a_socket_that_slack_refreshes_is_replaced(fatma: Desk, world: SlackWorld) -> None:
    async def run() -> None:
        socket = await socket_of(world)
        await said(world, fatma, LINE)
        await world.slack.sockets.disconnect()
        await world.slack.sockets.until_connected(2)
        await said(world, fatma, "/undo")
        await socket.close()

    world.runner.run(run())
    assert [stored.voided_at is not None for stored in fatma.records()] == [True]


def test_a_socket_that_dies_silently_is_replaced(
    fatma: Desk, world: SlackWorld, caplog: pytest.LogCaptureFixture
) -> None:
    """It stays open, but nothing is said on it any more, and no ping is answered; what was sent on it comes again."""
    caplog.set_level(logging.CRITICAL)

    async def run() -> None:
        socket = await socket_of(world, ping=0.1)
        await said(world, fatma, LINE)
        sockets = world.slack.sockets
        sockets.silent = True
        event = world.payloads.said(fatma.sender.id, fatma.chat_ref.chat, "/undo")
        id_ = sockets.hold("events_api", event)
        await sockets.until_connected(2)
        await sockets.until_acked(id_)
        await world.answering.done()
        await socket.close()

    world.runner.run(run())
    assert [stored.voided_at is not None for stored in fatma.records()] == [True]


def test_what_was_not_acknowledged_comes_again_and_is_done_once(fatma: Desk, world: SlackWorld) -> None:
    async def run() -> None:
        sockets = world.slack.sockets
        first = await socket_of(world)
        await said(world, fatma, LINE)
        event = next(iter(sockets.sent.values()))
        sockets.forget_acks()
        await first.close()
        second = await socket_of(world)
        await sockets.until_acked(event["envelope_id"])
        await world.answering.done()
        await second.close()

    world.runner.run(run())
    assert [stored.short_id for stored in fatma.records()] == ["V1"]
    assert len([post for post in world.posts if "blocks" in post]) == 1


def test_a_form_s_errors_go_back_on_the_socket(fatma: Desk, world: SlackWorld) -> None:
    async def run() -> object:
        socket = await socket_of(world)
        view = {
            "id": "V1",
            "type": "modal",
            "callback_id": "form",
            "private_metadata": f'{{"command": "visit", "chat": "{fatma.chat_ref.chat}", "post": ""}}',
            "state": {"values": {"partner": {"partner": {"type": "external_select", "selected_option": None}}}},
        }
        payload = {
            "type": "view_submission",
            "team": {"id": world.payloads.team},
            "user": {"id": fatma.sender.id, "username": "fatma", "team_id": world.payloads.team},
            "trigger_id": world.slack.trigger(),
            "view": view,
        }
        answer = await world.slack.sockets.until_acked(await world.slack.sockets.send("interactive", payload))
        await socket.close()
        return answer

    answer = world.runner.run(run())
    assert isinstance(answer, dict)
    assert answer["response_action"] == "errors"
    assert set(answer["errors"]) == {"partner", "date"}


def test_a_bad_app_token_is_told_at_once(world: SlackWorld) -> None:
    async def run() -> None:
        socket = Socket(world.bolt, world.client, "xapp-1-other")
        try:
            await socket.open()
        finally:
            await socket.close()
            await asyncio.sleep(0)

    with pytest.raises(PlatformStopped, match="DRAGOMAN_SLACK_APP_TOKEN"):
        world.runner.run(run())


def test_a_failed_handshake_takes_another_ticket(world: SlackWorld, caplog: pytest.LogCaptureFixture) -> None:
    """A ticket is good for one handshake, also for one that fails; no log tells it."""
    sockets = world.slack.sockets

    async def run() -> None:
        socket = await socket_of(world, ping=0.1)
        sockets.failing = 2
        await sockets.open[-1].close()
        await sockets.until_connected(2)
        await socket.close()

    world.runner.run(run())
    assert world.slack.calls["apps.connections.open"] == 4
    assert "could not be opened" in caplog.text
    assert "ticket=" not in caplog.text


def test_a_revoked_app_token_is_told(world: SlackWorld, caplog: pytest.LogCaptureFixture) -> None:
    caplog.set_level(logging.CRITICAL)

    async def run() -> PlatformStopped:
        refused: asyncio.Future[PlatformStopped] = asyncio.get_running_loop().create_future()
        socket = Socket(world.bolt, world.client, world.slack.app_token, 0.1, refused.set_result)
        await socket.open()
        await world.slack.sockets.until_connected(1)
        world.slack.error = "token_revoked"
        await world.slack.sockets.open[-1].close()
        why = await asyncio.wait_for(refused, 30)
        await socket.close()
        return why

    assert "DRAGOMAN_SLACK_APP_TOKEN" in str(world.runner.run(run()))
