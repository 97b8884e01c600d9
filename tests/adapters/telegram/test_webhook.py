"""Updates that Telegram brings: taken with 200 when they are committed, and from nobody else."""

from collections.abc import AsyncIterator, Awaitable, Callable

import pytest
from aiohttp import ClientSession, web
from telegram import Update
from telegram.ext import ExtBot

from bot.adapters.base import PlatformStopped
from bot.adapters.telegram.adapter import make_bot
from bot.adapters.telegram.webhook import SECRET_HEADER, set_webhook, webhook_handler
from bot.web import serving
from tests.telegram.server import BotApi

SECRET = "kept-between-telegram-and-us"
UPDATE = {"update_id": 7, "message": {"message_id": 1, "date": 1, "chat": {"id": 1, "type": "private"}, "text": "hi"}}


class Receiver:
    """Takes updates, or not."""

    def __init__(self) -> None:
        self.takes = True
        self.heard: list[int] = []

    async def receive(self, update: Update) -> bool:
        """Note it."""
        self.heard.append(update.update_id)
        return self.takes


Post = Callable[..., Awaitable[int]]


@pytest.fixture
async def bot() -> AsyncIterator[ExtBot[int]]:
    api = BotApi()
    await api.start()
    async with make_bot(api.bot().token, api.url) as bot:
        yield bot
    await api.stop()


@pytest.fixture
def receiver() -> Receiver:
    return Receiver()


@pytest.fixture
async def post(bot: ExtBot[int], receiver: Receiver) -> AsyncIterator[Post]:
    handler = webhook_handler(bot, receiver, SECRET)  # type: ignore[arg-type]
    application = web.Application()
    application.router.add_post("/telegram", handler)
    runner = web.AppRunner(application)
    await runner.setup()
    await web.TCPSite(runner, "127.0.0.1", 0).start()
    async with ClientSession(f"http://127.0.0.1:{runner.addresses[0][1]}") as session:

        async def send(secret: str | None = SECRET, **body: object) -> int:
            headers = {} if secret is None else {SECRET_HEADER: secret}
            async with session.post("/telegram", headers=headers, **(body or {"json": UPDATE})) as response:  # type: ignore[arg-type]
                return response.status

        yield send
    await runner.cleanup()


async def test_200_when_it_is_taken(post: Post, receiver: Receiver) -> None:
    assert await post() == 200
    receiver.takes = False
    assert await post() == 503
    assert receiver.heard == [7, 7]


@pytest.mark.parametrize("secret", [None, "", "wrong", SECRET + "x", SECRET.upper()])
async def test_nobody_else_is_heard(post: Post, receiver: Receiver, secret: str | None) -> None:
    assert await post(secret) == 403
    assert receiver.heard == []


@pytest.mark.parametrize("data", [b"", b"{", b"[]", b'"x"', b"\xff", b'{"message": {}}'])
async def test_nonsense(post: Post, receiver: Receiver, data: bytes) -> None:
    assert await post(data=data) == 400
    assert receiver.heard == []


async def test_an_update_that_cannot_be_read_does_not_come_forever(post: Post, receiver: Receiver) -> None:
    assert await post(json={"update_id": 9, "message": {"from": 5}}) == 200
    assert receiver.heard == [9]


async def test_alive() -> None:
    async with serving("127.0.0.1", 0, {}) as port, ClientSession() as session:
        async with session.get(f"http://127.0.0.1:{port}/health") as response:
            assert await response.text() == "ok\n"
        async with session.post(f"http://127.0.0.1:{port}/telegram", data=b"x") as response:
            assert response.status == 404


async def test_an_address_that_telegram_refuses(bot: ExtBot[int]) -> None:
    with pytest.raises(PlatformStopped, match="the webhook was refused: "):
        await set_webhook(bot, "http://desk.example.org/telegram", SECRET)
