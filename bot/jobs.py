"""What goes on beside every platform: answers left behind, marks, files; until one of them fails."""

import asyncio
import logging
from collections.abc import AsyncIterator, Coroutine
from contextlib import asynccontextmanager, suppress
from typing import Any, Protocol

from bot.adapters.base import Adapter
from bot.answering import Answering
from bot.app import App
from bot.bootstrap import building, system_clock
from bot.delivering import Delivering
from bot.fetching import Fetching

_log = logging.getLogger(__name__)

RESEND_EVERY = 20
"""Seconds: well within a lease, which is renewed then."""
SWEEP_EVERY = 3600
GRACE = 7.0
"""Seconds in all for what is on its way at the end: whoever stops us kills us after ten (Docker)."""
MARKING = 2.0
"""Of these, those that are kept for marking what was sent."""

Job = Coroutine[Any, Any, None]


@asynccontextmanager
async def working(jobs: list[Job]) -> AsyncIterator[None]:
    """Run ``jobs`` beside the block; the first that fails cancels the block, and its error is raised."""
    try:
        async with asyncio.TaskGroup() as group:
            tasks = [group.create_task(job) for job in jobs]
            yield
            for task in tasks:
                task.cancel()
    except BaseExceptionGroup as failed:
        raise failed.exceptions[0] from None


def jobs_of(app: App, answering: Answering, adapter: Adapter) -> list[Job]:
    """Those of one adapter."""
    fetching = Fetching(app.database, adapter, system_clock)
    return [answering.keep_marking(), _resend(answering), fetching.keep_fetching(), _stopped(answering)]


def delivering_of(app: App, answering: Answering, adapter: Adapter) -> Delivering:
    """What sends digests and reminders through one adapter."""
    return Delivering(app.database, adapter, answering.lanes, building(), system_clock)


async def keep_sweeping(app: App) -> None:
    """Forget what is too old, until cancelled."""
    while True:
        try:
            await app.sweep()
        except Exception:
            _log.exception("old messages could not be swept")
        await asyncio.sleep(SWEEP_EVERY)


async def _resend(answering: Answering) -> None:
    while True:
        await asyncio.sleep(RESEND_EVERY)
        try:
            await answering.resend(alone=False)
        except Exception:
            _log.exception("answers that were not sent could not be looked for")


async def _stopped(answering: Answering) -> None:
    raise await answering.stopped


class Receives(Protocol):
    """What takes a platform's requests."""

    async def done(self) -> None:
        """Wait until none is under way."""
        ...


async def finish(receiver: Receives, answering: Answering) -> None:
    """Let what was begun be committed, sent and marked. What does not end in time is sent at the next start."""
    loop = asyncio.get_running_loop()
    end = loop.time() + GRACE
    with suppress(TimeoutError):
        async with asyncio.timeout_at(end - MARKING):
            await receiver.done()
    with suppress(TimeoutError):
        async with asyncio.timeout_at(end):
            await answering.stop(max(0.0, end - MARKING - loop.time()))
