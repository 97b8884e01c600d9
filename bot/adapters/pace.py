"""How fast something may be done: so often on average, so many at once (a bucket a chat); so often in any second."""

import asyncio
import time
from collections import deque
from collections.abc import AsyncIterator, Awaitable, Callable
from contextlib import asynccontextmanager
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Rate:
    """``each`` seconds a message on average, ``burst`` of them at once."""

    each: float
    burst: int


class Bucket:
    """When the next message may go (generic cell rate algorithm, ITU-T I.371)."""

    def __init__(self, rate: Rate) -> None:
        self._rate = rate
        self._full_at = 0.0

    def take(self, now: float) -> float:
        """Seconds to wait for the place that is taken by this call."""
        self._full_at = max(self._full_at, now) + self._rate.each
        return max(0.0, self._full_at - now - self._rate.each * self._rate.burst)

    def postpone(self, seconds: float) -> None:
        """The message of the last ``take`` goes so much later: so do those after it."""
        self._full_at += seconds

    def hold(self, until: float) -> None:
        """Let nothing go before ``until``, and no burst then."""
        self._full_at = max(self._full_at, until + self._rate.each * (self._rate.burst - 1))

    def is_idle(self, now: float) -> bool:
        """Whether it is as a new one."""
        return self._full_at <= now


SECOND = 1.0
UNDERWAY = 3.0
"""Seconds after which a call without an answer counts as one that has arrived."""
_MOMENT = 1e-6


class Window:
    """At most ``most`` calls arrive in any second, evenly spaced, however long each is on its way.

    A call holds its place until a second after it was answered: it arrived before that, and the call that takes the
    place arrives after it. ``clock`` gives seconds, ``sleep`` lets them pass.
    """

    def __init__(
        self,
        most: int,
        clock: Callable[[], float] = time.monotonic,
        sleep: Callable[[float], Awaitable[object]] = asyncio.sleep,
    ) -> None:
        self._most = most
        self._clock = clock
        self._sleep = sleep
        self._turn = asyncio.Lock()
        self._next_at = 0.0
        self._underway: dict[object, float] = {}
        self._ended: deque[float] = deque()

    @asynccontextmanager
    async def place(self) -> AsyncIterator[None]:
        """Make one call inside, once it is its turn; first come, first served."""
        call = object()
        async with self._turn:
            while (seconds := self._wait(self._clock())) > _MOMENT:
                await self._sleep(seconds)
            now = self._clock()
            self._next_at = max(self._next_at, now - SECOND / self._most) + SECOND / self._most
            self._underway[call] = now
        try:
            yield
        finally:
            if self._underway.pop(call, None) is not None:
                self._ended.append(self._clock())

    def _wait(self, now: float) -> float:
        """Seconds until a call may be made, or until it should be asked again."""
        for call, since in list(self._underway.items()):
            if since + UNDERWAY <= now:
                self._ended.append(self._underway.pop(call) + UNDERWAY)
        while self._ended and self._ended[0] + SECOND <= now:
            self._ended.popleft()
        if len(self._underway) + len(self._ended) >= self._most:
            return max(0.001, self._ended[0] + SECOND - now) if self._ended else 0.01
        return self._next_at - now
