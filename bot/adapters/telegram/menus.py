"""The menus of commands: by language, and apart for direct chats and groups."""

import logging
from collections.abc import Iterable, Sequence

from telegram import BotCommand, BotCommandScopeAllGroupChats, BotCommandScopeAllPrivateChats
from telegram.error import TelegramError
from telegram.ext import ExtBot

from bot.adapters.base import MenuEntry

_log = logging.getLogger(__name__)
DEFAULT = "en"
"""The menu of everybody whose language has none."""


async def set_menus(bot: ExtBot[int], entries: Sequence[MenuEntry], languages: Iterable[str]) -> None:
    """Hand the menus over. Without them everything can still be typed, so a failure is only logged."""
    for language in languages:
        for private, scope in ((True, BotCommandScopeAllPrivateChats()), (False, BotCommandScopeAllGroupChats())):
            commands = [
                BotCommand(entry.names[language], entry.helps[language][:256])
                for entry in entries
                if private or not entry.private
            ]
            code = None if language == DEFAULT else language
            try:
                await bot.set_my_commands(commands, scope=scope, language_code=code)
            except TelegramError as error:
                _log.warning("the menu of commands (%s) was not set: %s", language, error.message)
