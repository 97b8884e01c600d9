"""The planner: looks every few seconds which digests and reminders are due, and writes their deliveries."""

import asyncio
import logging
from collections.abc import Callable
from datetime import datetime

from bot.storage.deliveries import sweep_deliveries
from bot.storage.engine import Database
from bot.storage.planning import BATCH, plan_due
from bot.storage.reminding import plan_reminders

_log = logging.getLogger(__name__)

EVERY = 5.0
"""Seconds between two looks at what is due."""
SWEEP_EVERY = 3600.0


async def keep_planning(database: Database, clock: Callable[[], datetime]) -> None:
    """Plan what is due, until cancelled."""
    swept_at = 0.0
    while True:
        try:
            await plan_all(database, clock())
            if (now := asyncio.get_running_loop().time()) >= swept_at + SWEEP_EVERY:
                swept_at = now
                await database.write(lambda db: sweep_deliveries(db, clock()))
        except Exception:
            _log.exception("digests could not be planned")
        await asyncio.sleep(EVERY)


async def plan_all(database: Database, now: datetime, batch: int = BATCH) -> int:
    """Plan all digests and reminders that are due, a batch a transaction; how many chats were looked at."""
    seen = 0
    while found := await database.write(lambda db: plan_due(db, now=now, limit=batch)):
        seen += found
    while found := await database.write(lambda db: plan_reminders(db, now=now)):
        seen += found
    return seen
