"""The two bots that ``telegram-log`` compares, each in a process of its own: the desk, and a bare echo."""

import asyncio
import json
import sys

from pydantic import SecretStr
from telegram import Update
from telegram.ext import ApplicationBuilder, ContextTypes, MessageHandler, filters

from bot.adapters.pace import Rate
from bot.adapters.telegram.pace import Limits, Pace
from bot.serving import run
from bot.storage.engine import Database
from config.settings import Settings

_AT_ONCE = Rate(0.0, 1_000_000)


def desk(url: str, token: str, database: str) -> None:
    """``dragoman run``, without the pace of Telegram's limits."""
    settings = Settings(telegram_token=SecretStr(token), telegram_api_url=url, database_url=f"sqlite:///{database}")
    pace = Pace(Limits(10**9, _AT_ONCE, _AT_ONCE))
    asyncio.run(run(Database(settings.database_url), settings, pace))


def echo(url: str, token: str, database: str) -> None:
    """The echo of the library's own examples, handling updates side by side."""

    async def answer(update: Update, _context: ContextTypes.DEFAULT_TYPE) -> None:
        assert update.message
        assert update.message.text
        await update.message.reply_text(update.message.text)

    builder = ApplicationBuilder().token(token).base_url(f"{url}/bot").concurrent_updates(True)
    application = builder.build()
    application.add_handler(MessageHandler(filters.TEXT, answer))
    application.run_polling()


if __name__ == "__main__":
    {"ours": desk, "echo": echo}[sys.argv[1]](**json.loads(sys.argv[2]))
