"""Updates that Telegram brings: taken with 200 when they are committed, and from nobody else."""

import asyncio
from collections.abc import AsyncIterator, Awaitable, Callable

import pytest
from aiohttp import ClientSession, web
from telegram import Update
from telegram.ext import ExtBot

from bot.adapters.base import PlatformStopped
from bot.adapters.telegram.adapter import make_bot
from bot.adapters.telegram.polling import poll
from bot.adapters.telegram.webhook import SECRET_HEADER, set_webhook, watch_webhook, webhook_handler
from bot.web import serving
from tests.telegram.server import DATE, BotApi, Json

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
async def api() -> AsyncIterator[BotApi]:
    api = BotApi()
    await api.start()
    yield api
    await api.stop()


@pytest.fixture
async def bot(api: BotApi) -> AsyncIterator[ExtBot[int]]:
    async with make_bot(api.bot().token, api.url) as bot:
        yield bot


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


async def test_a_secret_that_is_no_text(bot: ExtBot[int], receiver: Receiver) -> None:
    handler = webhook_handler(bot, receiver, SECRET)  # type: ignore[arg-type]
    async with serving("127.0.0.1", 0, {"/telegram": handler}) as port:
        reader, writer = await asyncio.open_connection("127.0.0.1", port)
        head = f"POST /telegram HTTP/1.1\r\nHost: desk\r\nContent-Length: 0\r\n{SECRET_HEADER}: "
        writer.write(head.encode() + b"\xff\r\n\r\n")
        assert await reader.readline() == b"HTTP/1.1 403 Forbidden\r\n"
        writer.close()


# Whether Telegram still brings updates to us -----------------------------------------------------------------------

URL = "https://desk.example.org/telegram"


@pytest.fixture
def at_once(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("bot.adapters.telegram.webhook.WATCH_EVERY", 0)


@pytest.mark.usefixtures("at_once")
@pytest.mark.parametrize(
    ("now", "said"),
    [
        ({}, "the webhook was removed: another program uses this bot"),
        ({"url": "https://other.example.org/secret-path"}, "the webhook is at other.example.org now: another program"),
    ],
)
async def test_a_webhook_that_is_no_longer_ours(api: BotApi, bot: ExtBot[int], now: Json, said: str) -> None:
    await set_webhook(bot, URL, SECRET)
    api.bots[bot.token].webhook = now
    with pytest.raises(PlatformStopped, match=said):
        await watch_webhook(bot, URL)


@pytest.mark.usefixtures("at_once")
async def test_a_token_that_is_revoked_while_we_wait(api: BotApi, bot: ExtBot[int]) -> None:
    await set_webhook(bot, URL, SECRET)
    api.bots[bot.token].is_revoked = True
    with pytest.raises(PlatformStopped, match="not valid, or was revoked"):
        await watch_webhook(bot, URL)


@pytest.mark.usefixtures("at_once")
async def test_what_keeps_updates_from_us_is_logged_once(
    api: BotApi, bot: ExtBot[int], caplog: pytest.LogCaptureFixture
) -> None:
    await set_webhook(bot, URL, SECRET)
    failed = "Wrong response from the webhook: 502 Bad Gateway"
    api.bots[bot.token].webhook_error = {"last_error_date": DATE, "last_error_message": failed}
    watching = asyncio.create_task(watch_webhook(bot, URL))
    async with asyncio.timeout(10):
        while api.calls["getWebhookInfo"] < 3:
            await asyncio.sleep(0)
    api.bots[bot.token].is_revoked = True
    with pytest.raises(PlatformStopped):
        await watching
    assert [failed in record.getMessage() for record in caplog.records] == [True]


async def test_the_webhook_goes_when_we_poll(
    api: BotApi, bot: ExtBot[int], receiver: Receiver, caplog: pytest.LogCaptureFixture
) -> None:
    await set_webhook(bot, URL, SECRET)
    ours = api.bots[bot.token]
    polling = asyncio.create_task(poll(bot, receiver))  # type: ignore[arg-type]
    async with asyncio.timeout(10):
        while ours.poller is None:
            await asyncio.sleep(0)
    assert "the webhook at desk.example.org is removed: this program polls" in caplog.text
    # Somebody sets one again.
    ours.webhook = {"url": URL}
    api.end_polls()
    with pytest.raises(PlatformStopped, match=r"a webhook was set for this bot, so it cannot be polled"):
        await polling
