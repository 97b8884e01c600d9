"""How fast we may send: Telegram's published limits for a bot, a chat and a group.

The library's own limiter holds back every chat when one gets a 429. Here only the chat that got it waits.
"""

import asyncio
import time
from collections.abc import Awaitable, Callable, Coroutine
from dataclasses import dataclass
from typing import Any

from telegram.error import RetryAfter
from telegram.ext import BaseRateLimiter

from bot.adapters.pace import Bucket, Rate, Window

PATIENCE = 5
"""How often a call is tried again after a 429 before the caller hears of it."""
LONG = 30.0
"""Seconds: a 429 that asks for more is the caller's to wait for."""
_FORGOTTEN = 1000


_CHAT, _GROUP = Rate(1.0, 1), Rate(4.0, 5)


@dataclass(frozen=True, slots=True)
class Limits:
    """What the Bot FAQ says ("My bot is hitting limits"): 30 messages a second in all, one a second in a chat, 20 a
    minute in a group. A burst and what follows it stay within any such second or minute."""

    bot: int = 30
    chat: Rate = _CHAT
    group: Rate = _GROUP


class Pace(BaseRateLimiter[int]):
    """Waits until a call may go. ``clock`` gives seconds, ``sleep`` lets them pass."""

    def __init__(
        self,
        limits: Limits | None = None,
        clock: Callable[[], float] = time.monotonic,
        sleep: Callable[[float], Awaitable[object]] = asyncio.sleep,
    ) -> None:
        self._limits = limits or Limits()
        self._clock = clock
        self._sleep = sleep
        self._bot = Window(self._limits.bot, clock, sleep)
        self._chats: dict[int, Bucket] = {}

    async def initialize(self) -> None:
        """Nothing to prepare."""

    async def shutdown(self) -> None:
        """Nothing to give back."""

    async def process_request(
        self,
        callback: Callable[..., Coroutine[Any, Any, Any]],
        args: Any,
        kwargs: dict[str, Any],
        endpoint: str,
        data: dict[str, Any],
        rate_limit_args: int | None,
    ) -> Any:
        """Make the call when it may be made; after a 429 again, when that chat may be written to again."""
        chat_id = data.get("chat_id")
        if not isinstance(chat_id, int) or not endpoint.startswith(("send", "edit", "copy", "forward")):
            return await callback(*args, **kwargs)
        for attempt in range(PATIENCE + 1):
            await self._wait(self._bucket(chat_id).take(self._clock()))
            waited_from = self._clock()
            async with self._bot.place():
                if seconds := self._clock() - waited_from:
                    self._bucket(chat_id).postpone(seconds)
                try:
                    return await callback(*args, **kwargs)
                except RetryAfter as limited:
                    self._bucket(chat_id).hold(self._clock() + seconds_of(limited))
                    if attempt == PATIENCE or seconds_of(limited) > LONG:
                        raise
        raise AssertionError("unreachable")

    async def _wait(self, seconds: float) -> None:
        if seconds > 0:
            await self._sleep(seconds)

    def _bucket(self, chat_id: int) -> Bucket:
        bucket = self._chats.get(chat_id)
        if bucket is None:
            if len(self._chats) >= _FORGOTTEN:
                now = self._clock()
                self._chats = {key: kept for key, kept in self._chats.items() if not kept.is_idle(now)}
            # Groups and channels have negative ids.
            bucket = self._chats[chat_id] = Bucket(self._limits.group if chat_id < 0 else self._limits.chat)
        return bucket


def seconds_of(limited: RetryAfter) -> float:
    """How long a 429 asks to wait."""
    after = limited.retry_after
    return float(after) if isinstance(after, int) else after.total_seconds()
