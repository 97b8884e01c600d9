"""Fetching the contents of attachments after their message is committed: again until it works, or cannot."""

import asyncio
import logging
from collections.abc import Callable
from datetime import datetime
from functools import partial

from bot.adapters.base import Adapter, TooLarge
from bot.domain.files import LARGEST
from bot.storage import files
from bot.storage.engine import Database
from bot.storage.files import DueFile

_log = logging.getLogger(__name__)
EVERY = 15
"""Seconds between two looks at what is due."""


class Fetching:
    """The files that came through one adapter."""

    def __init__(self, database: Database, adapter: Adapter, clock: Callable[[], datetime]) -> None:
        self._database = database
        self._adapter = adapter
        self._clock = clock

    async def keep_fetching(self) -> None:
        """Fetch what is due, until cancelled."""
        while True:
            try:
                await self.fetch_due()
            except Exception:
                _log.exception("files could not be fetched")
            await asyncio.sleep(EVERY)

    async def fetch_due(self) -> None:
        """Fetch everything that is due now, one after the other."""
        platform, account = self._adapter.platform, self._adapter.account
        while True:
            now = self._clock()
            due = await self._database.write(partial(files.claim_due, platform=platform, account=account, now=now))
            if due is None:
                return
            await self._fetch(due)

    async def _fetch(self, due: DueFile) -> None:
        now = self._clock()
        try:
            content = await self._adapter.download(due.reference, LARGEST)
        except (TooLarge, LookupError) as error:
            _log.warning("file %s cannot be fetched: %s", due.id, type(error).__name__)
            await self._database.write(lambda db: files.postpone(db, due, now=now, give_up=True))
        except Exception as error:
            _log.warning("file %s was not fetched (%s), attempt %s", due.id, type(error).__name__, due.attempts)
            await self._database.write(lambda db: files.postpone(db, due, now=now))
        else:
            await self._database.write(lambda db: files.store_content(db, due.id, content))
