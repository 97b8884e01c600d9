"""Calls that have to succeed before anything else: again while the network is down, never again once we are refused."""

import asyncio
import logging
from collections.abc import Awaitable, Callable
from typing import TypeVar

from telegram.error import BadRequest, InvalidToken, RetryAfter, TelegramError

from bot.adapters.base import PlatformStopped
from bot.adapters.telegram.pace import seconds_of

_log = logging.getLogger(__name__)
Result = TypeVar("Result")

LONGEST_PAUSE = 30
REVOKED = (
    "telegram: the token is not valid, or was revoked; take a new one from @BotFather and set DRAGOMAN_TELEGRAM_TOKEN"
)


async def patiently(call: Callable[[], Awaitable[Result]]) -> Result:
    """What ``call`` gives in the end. Raises ``PlatformStopped`` for a bad token, and ``BadRequest``."""
    seconds = 1
    while True:
        try:
            return await call()
        except InvalidToken:
            raise PlatformStopped(REVOKED) from None
        except BadRequest:
            raise
        except TelegramError as error:
            seconds = await pause(error, seconds)


async def pause(error: TelegramError, seconds: int) -> int:
    """Wait before the next try; how long to wait before the one after it."""
    if isinstance(error, RetryAfter):
        seconds = max(1, int(seconds_of(error)))
    _log.warning("telegram: %s (%s); again in %s s", error.message, type(error).__name__, seconds)
    await asyncio.sleep(seconds)
    return min(LONGEST_PAUSE, seconds * 2)
