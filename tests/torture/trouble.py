"""A receiver in trouble, with the waits of an hour in a minute: nothing is lost, nobody is hammered or delayed."""

import asyncio
import time
from collections import Counter
from dataclasses import dataclass, field
from datetime import timedelta

import aiohttp

from bot.adapters.lanes import Lanes
from bot.backing_off import ACCOUNT_LONGEST, back_off
from bot.claims import Manner
from bot.delivering import Delivering
from bot.storage.engine import Database
from tests.torture.desks import add_due, states
from tests.torture.postbox import Postbox, build, now
from tests.torture.receiver import Receiver
from tests.torture.scenarios import Seen


@dataclass
class Deliverer:
    """Delivers in this process. ``minute`` is how long a minute of its waits lasts, in seconds."""

    database: Database
    receiver: Receiver
    minute: float
    finds_posts: bool = True
    timeout: float = 1.0
    failed: list[Exception] = field(default_factory=list)

    async def until(self, count: int, seconds: float) -> bool:
        """Deliver until so many deliveries are in a state that lasts, at most for so many seconds."""
        scale = self.minute / 60
        manner = Manner(
            lease=timedelta(seconds=30),
            every=min(0.5, 5 * scale),
            back_off=lambda attempts, at_least: max(at_least, back_off(attempts) * scale),
            longest_pause=ACCOUNT_LONGEST * scale,
        )
        async with aiohttp.ClientSession() as session:
            postbox = Postbox(session, self.receiver.url, finds_posts=self.finds_posts, timeout=self.timeout)
            lanes = Lanes(self.failed.append)
            delivering = Delivering(self.database, postbox, lanes, build, now, manner)
            work = asyncio.create_task(delivering.keep_delivering())
            end = time.monotonic() + seconds
            while time.monotonic() < end and self._settled() < count:
                await asyncio.sleep(0.2)
            work.cancel()
            await asyncio.gather(work, return_exceptions=True)
            delivering.stop()
            await lanes.stop(5)
            await delivering.finish()
        return self._settled() >= count

    def _settled(self) -> int:
        return sum(state in ("sent", "uncertain", "dead") for state in states(self.database).values())


def down(url: str, *, chats: int, minute: float) -> Seen:
    """The receiver is down for an hour (of such minutes), and comes back."""
    database = Database(url)
    keys = add_due(database, chats)
    hour = 60 * minute
    with Receiver(is_down=True).serving() as receiver:
        deliverer = Deliverer(database, receiver, minute)

        async def run() -> bool:
            work = asyncio.create_task(deliverer.until(chats, 3 * hour))
            await asyncio.sleep(hour)
            receiver.is_down = False
            return await work

        done = asyncio.run(run())
        tried = sum(1 for _ in receiver.calls) - len(receiver.arrived)
        exact = receiver.counts == Counter(keys)
    database.close()
    seen = f"{chats} due, an hour down: {tried} tries in vain (at most 240, four a minute), then each once: {exact}"
    return done and exact and tried <= 240, seen


FAULTS = ("429", "500", "drop", "keep")


def mixed(url: str, *, chats: int, dead: int) -> Seen:
    """Of so many chats some answer 429 or 500 or drop the connection twice, some never answer, one has shut us out."""
    database = Database(url)
    keys = add_due(database, chats)
    with Receiver(retry_after=0.5).serving() as receiver:
        for number in range(0, chats, 10):
            receiver.faults[str(number)] = FAULTS[number // 10 % len(FAULTS)]
            receiver.times[str(number)] = 2 if receiver.faults[str(number)] != "keep" else 1
        hanging = [str(number) for number in range(3, dead * 10, 10)]
        receiver.faults.update(dict.fromkeys(hanging, "hang"))
        receiver.faults["2"] = "gone"
        begun = time.monotonic()
        done = asyncio.run(Deliverer(database, receiver, minute=2.0).until(chats - len(hanging), 120))
        healthy = [key for number, key in enumerate(keys) if str(number) not in {*hanging, "2"}]
        counts = receiver.counts
        untroubled = {key for number, key in enumerate(keys) if number % 10 and str(number) not in {*hanging, "2"}}
        last = max(at for at, key in receiver.arrived if key in untroubled) - begun
        early = _too_early(receiver)
    kept = states(database)
    database.close()
    exact = counts == Counter(healthy)
    lost = [key for key in keys if not counts[key] and kept[key] not in ("pending", "sending", "uncertain", "dead")]
    seen = (
        f"{chats} chats, {len(hanging)} never answer: the others each once: {exact}, those without trouble within "
        f"{last:.1f} s; {len(lost)} lost; {early} posts before Retry-After was over"
    )
    return done and exact and not lost and not early, seen


def _too_early(receiver: Receiver) -> int:
    """Calls that did not wait for what a 429 asked."""
    limited = {str(number) for number in range(0, 10_000, 10) if FAULTS[number // 10 % len(FAULTS)] == "429"}
    early, last = 0, dict[str, tuple[float, int]]()
    for at, chat in receiver.calls:
        if chat in limited:
            before, calls = last.get(chat, (0.0, 0))
            early += 0 < calls <= 2 and at - before < receiver.retry_after
            last[chat] = (at, calls + 1)
    return early
