"""Asking Telegram for updates. The offset moves, and so confirms, only past what is committed.

(The library's own updater confirms a batch before its handlers run.)
"""

import asyncio
import logging
import warnings
from urllib.parse import urlsplit

from telegram import Update
from telegram.error import Conflict, InvalidToken, NetworkError, TelegramError
from telegram.ext import ExtBot

from bot.adapters.base import PlatformStopped
from bot.adapters.telegram.parse import ALLOWED_UPDATES
from bot.adapters.telegram.patience import REVOKED, patiently, pause
from bot.adapters.telegram.receiving import Receiver, read_update

_log = logging.getLogger(__name__)
WAIT = 50
"""Seconds for which Telegram holds a request without updates."""
BATCH = 100
ANOTHER = (
    "telegram: another program asks for this bot's updates (409); stop that one: "
    "two would each get a part of the messages"
)

HOOKED = (
    "telegram: a webhook was set for this bot, so it cannot be polled (409); stop the program that set it, "
    "or run this one with DRAGOMAN_TELEGRAM_WEBHOOK_URL"
)


HANDING_OVER = 60.0
"""Seconds for which Telegram may still hold the request of the process that polled before us."""


async def poll(bot: ExtBot[int], receiver: Receiver, patience: float = 0.0) -> None:
    """Receive until cancelled. Raises ``PlatformStopped`` for a second poller and for a revoked token.

    For so many seconds of ``patience`` a second poller is one whose place we take.
    """
    offset, seconds = 0, 1
    handed_over = asyncio.get_running_loop().time() + patience
    await _remove_webhook(bot)
    while True:
        try:
            updates = await _updates(bot, offset)
        except Conflict as error:
            if asyncio.get_running_loop().time() < handed_over:
                await pause(error, 1)
                continue
            raise PlatformStopped(HOOKED if "webhook" in error.message.lower() else ANOTHER) from None
        except InvalidToken:
            raise PlatformStopped(REVOKED) from None
        except TelegramError as error:
            seconds = await pause(error, seconds)
            continue
        taken = await asyncio.gather(*map(receiver.receive, updates))
        offset = _moved(offset, updates, taken)
        seconds = 1 if all(taken) else await pause(NetworkError("the database cannot be reached"), seconds)


async def _remove_webhook(bot: ExtBot[int]) -> None:
    """While one is set, Telegram refuses to be polled."""
    info = await patiently(bot.get_webhook_info)
    if info.url:
        _log.warning("telegram: the webhook at %s is removed: this program polls", urlsplit(info.url).hostname)
        await patiently(bot.delete_webhook)


async def _updates(bot: ExtBot[int], offset: int) -> tuple[Update, ...]:
    allowed = list(ALLOWED_UPDATES)
    try:
        return await bot.get_updates(offset=offset, limit=BATCH, timeout=WAIT, allowed_updates=allowed)
    except TelegramError:
        raise
    except Exception:  # the library reads all of them or none: read one by one, only the bad one is left out
        asked = {"offset": offset, "limit": BATCH, "allowed_updates": allowed}
        with warnings.catch_warnings():
            warnings.simplefilter("ignore")  # that there is a method for it: the one that has just failed
            raw = await bot.do_api_request("getUpdates", asked)
        return tuple(read_update(data, bot) for data in raw) if isinstance(raw, list) else ()


def _moved(offset: int, updates: tuple[Update, ...], taken: list[bool]) -> int:
    """The new offset: past the updates that were taken, up to the first that was not."""
    for update, is_taken in zip(updates, taken, strict=True):
        if not is_taken:
            return offset
        offset = update.update_id + 1
    return offset
