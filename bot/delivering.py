"""The worker: claims what is due for one adapter just before it is sent, sends it, and stores what came of it.

One transaction a post stores what came of the last one and claims the next: at most one is in doubt when we are killed,
while the platform answers within ``PATIENCE``; one that takes longer goes on beside the others: it delays nobody.
"""

import asyncio
import logging
import time
from collections.abc import Callable
from contextlib import suppress
from dataclasses import replace
from datetime import datetime
from functools import partial

from sqlalchemy import Connection

from bot.adapters.base import Adapter, Delivery, Gone, Moved, PlatformStopped, Retry, Sent, Uncertain
from bot.adapters.lanes import Lanes
from bot.answering import MOVES, lane_of
from bot.backing_off import Breaker
from bot.claims import Manner, Store, claimed, gone, leave, mark, put_back
from bot.message import ChatRef
from bot.reply import Reply
from bot.storage import chats, deliveries
from bot.storage.deliveries import Build, DueDelivery
from bot.storage.engine import Database

_log = logging.getLogger(__name__)

BUSY = 2.0
"""Seconds after which a chat that is being answered is looked at again."""


class Delivering:
    """Sends deliveries through one adapter, each in its chat's lane. ``build`` says what a delivery says."""

    def __init__(
        self,
        database: Database,
        adapter: Adapter,
        lanes: Lanes,
        build: Build,
        clock: Callable[[], datetime],
        manner: Manner | None = None,
    ) -> None:
        self._database = database
        self._adapter = adapter
        self._lanes = lanes
        self._build = build
        self._clock = clock
        self._manner = manner or Manner()
        self._breaker = Breaker(self._manner.longest_pause)
        self._outcomes: list[Store] = []
        self._sending: dict[asyncio.Future[None], DueDelivery] = {}
        self._woken = asyncio.Event()
        self._renewed_at = time.monotonic()
        self._is_stopping = False

    def wake(self) -> None:
        """Look now at what is due."""
        self._woken.set()

    async def keep_delivering(self) -> None:
        """Send what is due, until cancelled."""
        while True:
            self._woken.clear()
            try:
                wait = await self.deliver_due()
            except Exception:
                _log.exception("deliveries could not be looked at")
                wait = self._manner.every
            try:
                async with asyncio.timeout(wait):
                    await self._woken.wait()
            except TimeoutError:
                pass

    async def deliver_due(self) -> float:
        """Send all that is due now; seconds until it should be looked again."""
        now = self._clock()
        await self._database.write(lambda db: deliveries.recover(db, now))
        while not self._is_stopping:
            if wait := self._breaker.wait(time.monotonic()):
                await self._step(claims=False)
                return min(wait, self._manner.every)
            if len(self._sending) >= self._manner.at_once:
                await asyncio.wait(self._sending, return_when=asyncio.FIRST_COMPLETED)
            due = await self._step()
            if due is None:
                if not self._outcomes:
                    break
            elif due.reply is not None and (sending := self._start(due, due.reply)):
                await asyncio.wait([sending], timeout=self._manner.patience)
        return self._manner.every

    async def done(self) -> None:
        """Wait until nothing is on its way, and store what came of it."""
        while self._sending:
            await asyncio.wait(self._sending)
        await self._step(claims=False)

    def stop(self) -> None:
        """Claim nothing more."""
        self._is_stopping = True

    async def finish(self) -> None:
        """Store what has come of what was sent. What still is on its way keeps its lease."""
        self._is_stopping = True
        await self._step(claims=False)

    # One transaction: what came of the last ones, and the next one -------------------------------------------------

    async def _step(self, *, claims: bool = True) -> DueDelivery | None:
        """The delivery that was claimed. One without a reply needs no sending: there is nothing to say, or no way."""
        outcomes, self._outcomes = self._outcomes, []
        renewed = self._to_renew()
        if not (outcomes or renewed or claims):
            return None
        now = self._clock()

        def work(db: Connection) -> DueDelivery | None:
            for store in outcomes:
                store(db, now)
            if renewed:
                deliveries.renew(db, renewed, now + self._manner.lease)
            return self._claim(db, now) if claims else None

        writing = asyncio.ensure_future(self._database.write(work))
        try:
            await asyncio.wait([writing])
        except asyncio.CancelledError:
            self._is_stopping = True
            await asyncio.wait([writing])  # a thread goes on to its end
            with suppress(Exception):
                self._written(writing, outcomes)
            raise
        return self._written(writing, outcomes)

    def _written(self, writing: "asyncio.Future[DueDelivery | None]", outcomes: list[Store]) -> DueDelivery | None:
        """What was claimed, unless it is given back because we stop. Raises what writing has raised."""
        if error := writing.exception():
            self._outcomes = outcomes + self._outcomes
            raise error
        due = writing.result()
        if due is not None and self._is_stopping:
            self._outcomes.append(partial(put_back, due, 0.0, "", due.posts, False))
            return None
        return due

    def _claim(self, db: Connection, now: datetime) -> DueDelivery | None:
        platform, account = self._adapter.platform, self._adapter.account
        due = deliveries.next_delivery(db, platform, account, now=now)
        return claimed(db, due, self._build, now, self._manner) if due else None

    def _to_renew(self) -> list[DueDelivery]:
        """What has been on its way for a third of its lease."""
        now = time.monotonic()
        if not self._sending or now < self._renewed_at + self._manner.lease.total_seconds() / 3:
            return []
        self._renewed_at = now
        return list(self._sending.values())

    # Sending -------------------------------------------------------------------------------------------------------

    def _start(self, due: DueDelivery, reply: Reply) -> asyncio.Future[None] | None:
        """Send in the chat's lane; None where the chat is being answered just now."""
        lane = lane_of(due.chat)
        if not self._lanes.is_free(lane):
            self._outcomes.append(partial(put_back, due, BUSY, "", due.posts, False))
            return None
        over: asyncio.Future[None] = asyncio.get_running_loop().create_future()
        self._sending[over] = due

        async def send() -> None:
            try:
                self._outcomes.append(await self._send(due, reply))
            finally:
                self._sending.pop(over, None)
                over.set_result(None)
                self._woken.set()

        self._lanes.put(lane, send)
        return over

    async def _send(self, due: DueDelivery, reply: Reply) -> Store:
        """What is to be stored of it. Raises ``PlatformStopped``."""
        chat, moves = due.chat, 0
        how = Delivery(key=due.key, is_again=due.is_again, since=due.planned_at, sent=due.posts)
        while True:
            try:
                outcome = await self._adapter.send(chat, reply, how)
            except PlatformStopped:
                self._outcomes.append(partial(put_back, due, BUSY, "the platform refuses us", how.sent, True))
                raise
            except Exception as error:
                _log.exception("delivery %s was not sent", due.id)
                outcome = Uncertain(type(error).__name__, how.sent)
            match outcome:
                case Sent():
                    self._breaker.worked()
                    return partial(mark, due, outcome.post_ids, reply.record_id)
                case Retry():
                    self._breaker.failed(due.chat_id, time.monotonic())
                    wait = self._manner.back_off(due.attempts, outcome.after)
                    return partial(put_back, due, wait, "the platform asked for patience", outcome.sent, True)
                case Moved() if moves < MOVES:
                    moves += 1
                    self._breaker.worked()
                    await self._moved(chat, outcome.to)
                    chat = replace(chat, chat=outcome.to)
                case Gone():
                    self._breaker.worked()
                    _log.warning("delivery %s cannot be sent: %s", due.id, outcome.why)
                    return partial(gone, due, chat, outcome)
                case Moved() | Uncertain():
                    self._breaker.failed(due.chat_id, time.monotonic())
                    why, sent = (outcome.why, outcome.sent) if isinstance(outcome, Uncertain) else ("moved", how.sent)
                    _log.warning("delivery %s may not have been sent: %s", due.id, why)
                    if not self._adapter.finds_posts or (isinstance(outcome, Uncertain) and not outcome.is_findable):
                        return partial(leave, due, why, sent)
                    return partial(put_back, due, self._manner.back_off(due.attempts, 0.0), why, sent, True)

    async def _moved(self, chat: ChatRef, new: str) -> None:
        await self._database.write(lambda db: chats.move_chat(db, chat, new))
