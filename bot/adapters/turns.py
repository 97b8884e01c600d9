"""One after the other for each key, in the order of asking; as ``lanes.py``, for work whose outcome is waited for."""

import asyncio
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from weakref import WeakValueDictionary


class Turns:
    """Of those with the same key one at a time, whoever came first."""

    def __init__(self) -> None:
        # Whoever works or waits holds the lock in hand: it is forgotten when nobody does.
        self._locks: WeakValueDictionary[object, asyncio.Lock] = WeakValueDictionary()

    @asynccontextmanager
    async def of(self, key: object) -> AsyncIterator[None]:
        """Wait for the turn, and have it for as long as the block runs."""
        lock = self._locks.get(key)
        if lock is None:
            lock = self._locks[key] = asyncio.Lock()
        async with lock:
            yield
