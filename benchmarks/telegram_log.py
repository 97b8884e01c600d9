"""``telegram-log``: an update in, ``sendMessage`` out, over a bare python-telegram-bot echo on the same server; and
``telegram-many``: 50 chats at once.

The server is that of the tests, in a process of its own, and so is each bot. Our extra time is that over the echo, and
is counted in raw commits of the same run. The pace of Telegram's limits is off: it is ours to keep, not to measure.
"""

import asyncio
import subprocess
import time
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from dataclasses import dataclass, field
from pathlib import Path
from statistics import median, quantiles

from benchmarks.desks import LINE, RawCommits, remove
from benchmarks.measuring import Measurement
from benchmarks.side_by_side import PEOPLE, ROUNDS, RUNS, WARM_UP, many, migrated, start, talk_all
from bot.message import ChatRef, Sender
from tests.telegram.people import Person
from tests.telegram.server import Bot, BotApi, Json

BURSTS = 20


class Side:
    """One bot, ours or the echo, and the people who talk to it."""

    def __init__(self, api: BotApi, bot: Bot) -> None:
        self._people = [Person(api, bot, bot.id * 1000 + n) for n in range(PEOPLE)]
        self._waiting: dict[int, asyncio.Future[float]] = {}
        for person in self._people:
            api.chat(person.id)
        api.sent.append(self._hear)

    def _hear(self, post: Json) -> None:
        if waiting := self._waiting.pop(post["chat"]["id"], None):
            waiting.set_result(time.perf_counter())

    async def talk(self, number: int = 0) -> float:
        """Milliseconds from the message of a person to the answer."""
        person = self._people[number]
        waiting = self._waiting[person.id] = asyncio.get_running_loop().create_future()
        start = time.perf_counter()
        person.say(LINE)
        async with asyncio.timeout(30):
            answered: float = await waiting
        return (answered - start) * 1000

    async def burst(self) -> list[float]:
        """Every chat sends one message in the same moment; the milliseconds of each."""
        return list(await asyncio.gather(*map(self.talk, range(PEOPLE))))


@asynccontextmanager
async def _sides(folder: Path) -> AsyncIterator[tuple[Side, Side]]:
    api = BotApi()
    await api.start()
    ours, echo = api.bot(7_000_001), api.bot(7_000_002)
    database = folder / "bench-telegram.db"
    people = [str(ours.id * 1000 + number) for number in range(PEOPLE)]
    migrated(database, [(ChatRef("telegram", str(ours.id), person), Sender(person, "")) for person in people])
    bots = [_start("ours", api, ours, database), _start("echo", api, echo, database)]
    try:
        yield Side(api, ours), Side(api, echo)
    finally:
        for process in bots:
            process.terminate()
            process.wait()
        await api.stop()
        remove(database)


def _start(which: str, api: BotApi, bot: Bot, database: Path) -> "subprocess.Popen[bytes]":
    told = {"url": api.url, "token": bot.token, "database": str(database)}
    # The library complains at length when its long poll is ended.
    return start("benchmarks.telegram_bots", which, told, is_quiet=which == "echo")


@dataclass
class _Seen:
    """What was measured: milliseconds, and messages a second."""

    ours: list[float] = field(default_factory=list)
    echo: list[float] = field(default_factory=list)
    commits: list[float] = field(default_factory=list)
    rates: list[float] = field(default_factory=list)
    echo_rates: list[float] = field(default_factory=list)
    bursts: list[float] = field(default_factory=list)
    echo_bursts: list[float] = field(default_factory=list)


async def _measure(folder: Path) -> _Seen:
    seen, raw = _Seen(), RawCommits(folder / "raw.db")
    async with _sides(folder) as (desk, echo):
        for _ in range(WARM_UP):
            await desk.talk()
            await echo.talk()
            raw.commit_once()
        for _ in range(ROUNDS):
            seen.echo.append(await echo.talk())
            seen.commits.append(raw.commit_once())
            seen.ours.append(await desk.talk())
        for _ in range(RUNS):
            seen.echo_rates.append(await talk_all(echo.talk))
            seen.rates.append(await talk_all(desk.talk))
        for _ in range(BURSTS):
            seen.echo_bursts += await echo.burst()
            seen.bursts += await desk.burst()
    raw.close()
    return seen


def telegram_log(folder: Path) -> list[Measurement]:
    """Interleaved, message by message; then 50 chats, run by run and burst by burst."""
    seen = asyncio.run(_measure(folder))
    extra = median(seen.ours) - median(seen.echo)
    slowest, echo_slowest = (quantiles(times, n=100)[-1] for times in (seen.bursts, seen.echo_bursts))
    return [
        Measurement(
            *("telegram-log", extra, median(seen.commits), "ms", 5),
            "extra time of an update with a /log over a bare echo / one raw commit, WAL, synchronous FULL",
            (f"{median(seen.ours):.2f} ms ours, {median(seen.echo):.2f} ms the echo",),
        ),
        many(
            *("telegram-many", seen.rates, seen.echo_rates),
            f"{PEOPLE} messages in one moment: slowest percentile {slowest:.0f} ms (at most 250), "
            f"the echo {echo_slowest:.0f} ms",
        ),
    ]
