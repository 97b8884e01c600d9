"""``slack-ack``: a signed slash command to its acknowledgement, over a bare Bolt echo with Bolt's defaults;
``slack-log``: to the post, our extra time in raw commits; ``slack-many``: 50 people at once.

The Slack is that of the tests, in this process; each app is in a process of its own, reached over loopback HTTP.
"""

import asyncio
import time
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from dataclasses import dataclass, field
from pathlib import Path
from statistics import median

import aiohttp

from benchmarks.desks import RawCommits, remove
from benchmarks.measuring import Measurement
from benchmarks.side_by_side import PEOPLE, ROUNDS, RUNS, WARM_UP, many, migrated, start, talk_all
from bot.message import ChatRef, Sender
from tests.slack.process import free_port
from tests.slack.requests import Http, Payloads
from tests.slack.rules import Json
from tests.slack.scopes import ALL
from tests.slack.server import TEAM, FakeSlack

TEXT = "visit Tirana 2025-05-03"


class Side:
    """One app, ours or the echo, and the people who type commands to it in direct chats of their own."""

    def __init__(self, slack: FakeSlack, session: aiohttp.ClientSession, port: int) -> None:
        self._http = Http(f"http://127.0.0.1:{port}/slack/events", session)
        self._payloads = Payloads(slack)
        self._waiting: dict[str, asyncio.Future[float]] = {}
        slack.sent.append(self._hear)

    def _hear(self, post: Json) -> None:
        if waiting := self._waiting.pop(post["channel"], None):
            waiting.set_result(time.perf_counter())

    async def talk(self, number: int = 0) -> tuple[float, float]:
        """Milliseconds from the command to its acknowledgement, and to the post."""
        channel = f"D{number}"
        waiting = self._waiting[channel] = asyncio.get_running_loop().create_future()
        command = self._payloads.command(f"U{number}", channel, "/log", TEXT)
        start = time.perf_counter()
        status, _ = await self._http.command(command)
        acknowledged = time.perf_counter()
        if status != 200:
            raise RuntimeError(f"the command was answered with {status}")
        async with asyncio.timeout(30):
            posted: float = await waiting
        return (acknowledged - start) * 1000, (posted - start) * 1000

    async def until_ready(self) -> None:
        """Until it listens."""
        async with asyncio.timeout(60):
            while True:
                try:
                    await self.talk()
                except aiohttp.ClientConnectorError:
                    await asyncio.sleep(0.1)
                except RuntimeError:  # it listens, and is not ready yet
                    await asyncio.sleep(0.1)
                else:
                    return


@asynccontextmanager
async def _sides(folder: Path) -> AsyncIterator[tuple[Side, Side]]:
    slack = FakeSlack(ALL)
    slack.judges = False  # it is a test's work, and in the same process as the clock
    await slack.start()
    for number in range(PEOPLE):
        slack.user(f"U{number}")
        slack.channel(f"D{number}")
    database = folder / "bench-slack.db"
    migrated(database, [(ChatRef("slack", TEAM, f"D{n}"), Sender(f"U{n}", "")) for n in range(PEOPLE)])
    ports = {which: free_port() for which in ("ours", "echo")}
    told = {"url": slack.url, "token": slack.token, "database": str(database)}
    apps = [start("benchmarks.slack_apps", which, {**told, "port": port}) for which, port in ports.items()]
    try:
        async with aiohttp.ClientSession(connector=aiohttp.TCPConnector(limit=0)) as session:
            ours, echo = (Side(slack, session, port) for port in ports.values())
            await ours.until_ready()
            await echo.until_ready()
            yield ours, echo
    finally:
        for app in apps:
            app.terminate()
            app.wait()
        await slack.stop()
        remove(database)


@dataclass
class _Seen:
    """What was measured: milliseconds, and commands a second."""

    acks: list[float] = field(default_factory=list)
    echo_acks: list[float] = field(default_factory=list)
    posts: list[float] = field(default_factory=list)
    echo_posts: list[float] = field(default_factory=list)
    commits: list[float] = field(default_factory=list)
    rates: list[float] = field(default_factory=list)
    echo_rates: list[float] = field(default_factory=list)


async def _measure(folder: Path) -> _Seen:
    seen, raw = _Seen(), RawCommits(folder / "raw.db")
    async with _sides(folder) as (desk, echo):
        for round_ in range(WARM_UP + ROUNDS):
            measured = await echo.talk(), await desk.talk(), raw.commit_once()
            if round_ >= WARM_UP:
                (echo_ack, echo_post), (ack, post), commit = measured
                seen.echo_acks.append(echo_ack)
                seen.echo_posts.append(echo_post)
                seen.acks.append(ack)
                seen.posts.append(post)
                seen.commits.append(commit)
        for _ in range(RUNS):
            seen.echo_rates.append(await talk_all(echo.talk))
            seen.rates.append(await talk_all(desk.talk))
    raw.close()
    return seen


def slack_log(folder: Path) -> list[Measurement]:
    """Interleaved, command by command; then 50 people, run by run."""
    seen = asyncio.run(_measure(folder))
    ack, echo_ack, commit = median(seen.acks), median(seen.echo_acks), median(seen.commits)
    post, echo_post = median(seen.posts), median(seen.echo_posts)
    return [
        Measurement(
            *("slack-ack", ack, echo_ack, "ms", 0.5),
            f"/log {TEXT}, signed, to the acknowledgement after the commit / a bare Bolt echo's, with Bolt's defaults",
        ),
        Measurement(
            *("slack-log", max(post - echo_post, 0.0), commit, "ms", 5),
            "our extra time to the post / one raw sqlite3 insert and commit, WAL, synchronous FULL",
            (f"to the post: {post:.2f} ms, the echo {echo_post:.2f} ms",),
        ),
        many("slack-many", seen.rates, seen.echo_rates),
    ]
