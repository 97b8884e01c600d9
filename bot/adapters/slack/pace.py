"""About one post a second in a channel, with a short burst (docs.slack.dev, rate limits of chat.postMessage)."""

import asyncio
import time
from collections.abc import Awaitable, Callable

from bot.adapters.pace import Bucket, Rate

CHANNEL = Rate(1.0, 4)
_FORGOTTEN = 1000


class Pace:
    """Waits until a channel may be written to. ``clock`` gives seconds, ``sleep`` lets them pass."""

    def __init__(
        self,
        rate: Rate = CHANNEL,
        clock: Callable[[], float] = time.monotonic,
        sleep: Callable[[float], Awaitable[object]] = asyncio.sleep,
    ) -> None:
        self._rate = rate
        self._clock = clock
        self._sleep = sleep
        self._channels: dict[str, Bucket] = {}

    async def wait(self, channel: str) -> None:
        """Until it is the channel's turn."""
        now = self._clock()
        bucket = self._channels.get(channel)
        if bucket is None:
            if len(self._channels) >= _FORGOTTEN:
                self._channels = {key: kept for key, kept in self._channels.items() if not kept.is_idle(now)}
            bucket = self._channels[channel] = Bucket(self._rate)
        if (seconds := bucket.take(now)) > 0:
            await self._sleep(seconds)
