"""One thing after the other within a chat, different chats side by side."""

import asyncio
from collections import deque
from collections.abc import Awaitable, Callable

Work = Callable[[], Awaitable[None]]


class Lanes:
    """Work in order of its key. What it raises goes to ``failed`` and ends nothing else."""

    def __init__(self, failed: Callable[[Exception], None]) -> None:
        self._failed = failed
        self._waiting: dict[object, deque[Work]] = {}
        self._tasks: set[asyncio.Task[None]] = set()

    def put(self, key: object, work: Work) -> None:
        """Do ``work`` after everything that was put before with the same key."""
        if key in self._waiting:
            self._waiting[key].append(work)
            return
        self._waiting[key] = deque((work,))
        task = asyncio.get_running_loop().create_task(self._run(key))
        self._tasks.add(task)
        task.add_done_callback(self._tasks.discard)

    def is_free(self, key: object) -> bool:
        """Whether what is put with this key begins at once."""
        return key not in self._waiting

    async def _run(self, key: object) -> None:
        waiting = self._waiting[key]
        while waiting:
            try:
                await waiting.popleft()()
            except Exception as error:
                self._failed(error)
        del self._waiting[key]

    async def done(self) -> None:
        """Wait until nothing is waiting."""
        while self._tasks:
            await asyncio.wait(self._tasks)

    async def stop(self, seconds: float) -> None:
        """Wait so long for what is going on, and drop the rest."""
        if self._tasks:
            _, late = await asyncio.wait(self._tasks, timeout=seconds)
            for task in late:
                task.cancel()
            await asyncio.gather(*late, return_exceptions=True)
