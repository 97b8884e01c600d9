"""The adapter of the receiver, and a process that delivers through it as ``dragoman run`` does through its own."""

import asyncio
import signal
from contextlib import AsyncExitStack, suppress
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta

import aiohttp
from sqlalchemy import Connection

from bot.adapters.base import Delivery, Gone, Outcome, Retry, Sent, Uncertain
from bot.adapters.lanes import Lanes
from bot.adapters.pace import Window
from bot.claims import Manner
from bot.delivering import Delivering
from bot.message import ChatRef, Sender
from bot.planning import keep_planning
from bot.reply import Reply, lines
from bot.storage.deliveries import DueDelivery
from bot.storage.engine import Database
from bot.taking_turns import in_turn

PLATFORM, ACCOUNT = "postbox", "1"
GRACE = 5.0


class Postbox:
    """Posts over HTTP. ``finds_posts`` says whether the receiver lets a post be looked up by its key."""

    platform = PLATFORM
    account = ACCOUNT

    def __init__(
        self, session: aiohttp.ClientSession, url: str, *, finds_posts: bool, pace: int = 0, timeout: float = 20.0
    ) -> None:
        self.finds_posts = finds_posts
        self._session = session
        self._url = url
        self._pace = Window(pace) if pace else None
        self._timeout = aiohttp.ClientTimeout(total=timeout)

    async def send(self, chat: ChatRef, reply: Reply, delivery: Delivery) -> Outcome:
        """The port's ``send``."""
        try:
            if self._pace is None:
                return await self._send(chat, delivery)
            async with self._pace.place():
                return await self._send(chat, delivery)
        except aiohttp.ClientConnectorError:
            return Retry(1.0)
        except (aiohttp.ClientError, TimeoutError) as error:
            return Uncertain(type(error).__name__)

    async def _send(self, chat: ChatRef, delivery: Delivery) -> Outcome:
        if self.finds_posts and delivery.is_again:
            async with self._session.get(self._url, params={"key": delivery.key}, timeout=self._timeout) as found:
                if found.status == 200:
                    return Sent(("found",))
        post = {"chat": chat.chat, "key": delivery.key}
        async with self._session.post(self._url, json=post, timeout=self._timeout) as response:
            match response.status:
                case 200:
                    return Sent((await response.text(),))
                case 403:
                    return Gone("shut out")
                case 429:
                    return Retry(float(response.headers["Retry-After"]))
                case _:
                    return Retry(0.0)

    async def vouch(self, chat: ChatRef, sender: Sender) -> Sender | None:
        """Nobody speaks here."""
        return None

    async def download(self, reference: str, largest: int) -> bytes:
        """Nothing is attached here."""
        raise LookupError(reference)


def build(db: Connection, due: DueDelivery) -> Reply | None:
    """One line."""
    return Reply((lines([f"This week: {due.key}"]),))


def now() -> datetime:
    """The real time."""
    return datetime.now(UTC)


@dataclass(frozen=True, slots=True)
class Work:
    """What a process is told to do; picklable. Seconds."""

    database_url: str
    receiver_url: str
    finds_posts: bool = False
    pace: int = 0
    lease: float = 5.0
    every: float = 0.2
    timeout: float = 20.0


def deliver(work: Work) -> None:
    """A process: delivers until SIGTERM, and ends as ``dragoman run`` does."""
    asyncio.run(_deliver(work))


async def _deliver(work: Work) -> None:
    task = asyncio.current_task()
    assert task
    asyncio.get_running_loop().add_signal_handler(signal.SIGTERM, task.cancel)
    database = Database(work.database_url)
    async with AsyncExitStack() as stack:
        stack.callback(database.close)
        session = await stack.enter_async_context(aiohttp.ClientSession())
        postbox = Postbox(
            session, work.receiver_url, finds_posts=work.finds_posts, pace=work.pace, timeout=work.timeout
        )
        lanes = Lanes(lambda error: print(error))
        manner = Manner(lease=timedelta(seconds=work.lease), every=work.every)
        delivering = Delivering(database, postbox, lanes, build, now, manner)
        stack.push_async_callback(delivering.finish)
        stack.push_async_callback(lanes.stop, GRACE)
        stack.callback(delivering.stop)
        with suppress(asyncio.CancelledError):
            async with asyncio.TaskGroup() as group:
                group.create_task(keep_planning(database, now))
                if work.pace:
                    group.create_task(
                        in_turn(database, f"{PLATFORM} {ACCOUNT}", lambda: [delivering.keep_delivering()], 1.0)
                    )
                else:
                    group.create_task(delivering.keep_delivering())
