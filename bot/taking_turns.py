"""What one process does while others stand by: it goes on to the next within seconds of its end."""

import asyncio
import logging
from collections.abc import Callable, Coroutine, Sequence
from typing import Any

from bot.storage.engine import Database
from bot.storage.locks import SILENCE, Lock

_log = logging.getLogger(__name__)

EVERY = 5.0
"""Seconds between two looks at the lock, by who has it and by who waits for it."""

Job = Coroutine[Any, Any, None]


class LockLost(Exception):
    """The database no longer knows that we hold the lock."""


async def in_turn(database: Database, name: str, work: Callable[[], Sequence[Job]], every: float = EVERY) -> None:
    """Do the work whenever this process has the lock of this name, until cancelled. Raises what the work raises."""
    lock, is_told = Lock(database, name), False
    try:
        while True:
            if await _take(lock, name):
                is_told = False
                _log.info("%s: this one is at it", name)
                try:
                    await _work(lock, work(), every)
                except LockLost:
                    _log.warning("%s: the database was out of reach; another process may be at it", name)
                await asyncio.to_thread(lock.release)
            elif not is_told:
                _log.info("%s: another process is at it; this one stands by", name)
                is_told = True
            await asyncio.sleep(every)
    finally:
        await asyncio.to_thread(lock.release)


async def _take(lock: Lock, name: str) -> bool:
    try:
        return await asyncio.to_thread(lock.take)
    except Exception as error:
        _log.warning("%s: the database cannot be reached (%s)", name, type(error).__name__)
        return False


async def _work(lock: Lock, jobs: Sequence[Job], every: float) -> None:
    try:
        async with asyncio.TaskGroup() as group:
            for job in jobs:
                group.create_task(job)
            group.create_task(_watch(lock, every))
    except BaseExceptionGroup as failed:
        raise failed.exceptions[0] from None


async def _watch(lock: Lock, every: float) -> None:
    while True:
        await asyncio.sleep(every)
        try:
            async with asyncio.timeout(SILENCE):
                is_held = await asyncio.to_thread(lock.is_held)
        except TimeoutError:
            is_held = False
        if not is_held:
            raise LockLost
