"""The two apps that ``slack-ack`` compares, each in a process of its own: the desk, and a bare Bolt echo."""

import asyncio
import json
import sys

from aiohttp import web
from pydantic import SecretStr
from slack_bolt.async_app import AsyncAck, AsyncApp, AsyncSay
from slack_sdk.web.async_client import AsyncWebClient

from bot.adapters.pace import Rate
from bot.adapters.slack.pace import Pace
from bot.bootstrap import make_app
from bot.jobs import keep_sweeping, working
from bot.slack_desk import slack_desk
from bot.storage.engine import Database
from bot.web import Handler, serving
from config.settings import Settings
from tests.slack.requests import SECRET


def desk(url: str, token: str, port: int, database: str) -> None:
    """The desk as ``dragoman run`` serves it, without the pace of Slack's limits."""
    settings = Settings(
        slack_bot_token=SecretStr(token),
        slack_signing_secret=SecretStr(SECRET),
        slack_api_url=f"{url}/api",
        database_url=f"sqlite:///{database}",
    )

    async def serve() -> None:
        app, posts = make_app(Database(settings.database_url)), dict[str, Handler]()
        pace = Pace(Rate(0.0, 1_000_000))
        async with (
            serving("127.0.0.1", port, posts),
            working([keep_sweeping(app)]),
            slack_desk(app, settings, posts, pace=pace),
        ):
            await asyncio.Event().wait()

    asyncio.run(serve())


def echo(url: str, token: str, port: int, database: str) -> None:
    """The echo of Bolt's own examples, with its defaults."""
    app = AsyncApp(signing_secret=SECRET, client=AsyncWebClient(token, base_url=f"{url}/api/"))

    @app.command("/log")
    async def answer(ack: AsyncAck, say: AsyncSay, body: dict[str, str]) -> None:
        await ack()
        await say(body["text"])

    web.run_app(app.web_app(), host="127.0.0.1", port=port, print=None, access_log=None)


if __name__ == "__main__":
    {"ours": desk, "echo": echo}[sys.argv[1]](**json.loads(sys.argv[2]))
