"""What the measurements of the platforms share: two apps, each in a process of its own, ours and a bare echo, and
many people who talk to each."""

import asyncio
import json
import subprocess
import sys
import time
from collections.abc import Awaitable, Callable, Iterable
from datetime import UTC, datetime
from pathlib import Path
from statistics import median
from typing import Any

from benchmarks.desks import remove
from benchmarks.measuring import Measurement
from bot.bootstrap import ensure_team
from bot.message import ChatRef, Sender
from bot.permissions import Role
from bot.storage.engine import Database
from bot.storage.schema import migrate
from bot.storage.teams import add_identity, add_member
from config.settings import Settings

ROUNDS = 200
WARM_UP = 30
PEOPLE = 50
MESSAGES = 20
"""So many of each person in a run."""
RUNS = 3


def migrated(path: Path, people: Iterable[tuple[ChatRef, Sender]]) -> None:
    """A new database with a team whose members are known to the platform."""
    remove(path)
    database = Database(f"sqlite:///{path}")
    migrate(database)
    with database.transaction() as db:
        now = datetime.now(UTC)
        team = ensure_team(db, Settings(home_city="Ankara"), now)
        for number, (chat, sender) in enumerate(people):
            add_identity(db, team.id, add_member(db, team.id, f"Person {number}", Role.MEMBER, now), chat, sender)
    database.close()


def start(module: str, which: str, told: dict[str, Any], *, is_quiet: bool = False) -> "subprocess.Popen[bytes]":
    """One of a module's apps, with what it is told."""
    stderr = subprocess.DEVNULL if is_quiet else None
    return subprocess.Popen([sys.executable, "-m", module, which, json.dumps(told)], stderr=stderr)


async def talk_all(talk: Callable[[int], Awaitable[object]]) -> float:
    """Messages a second while everybody talks: each says the next when the one before is answered."""

    async def one(number: int) -> None:
        for _ in range(MESSAGES):
            await talk(number)

    begun = time.perf_counter()
    await asyncio.gather(*map(one, range(PEOPLE)))
    return PEOPLE * MESSAGES / (time.perf_counter() - begun)


def many(name: str, rates: list[float], echo_rates: list[float], *notes: str) -> Measurement:
    """Our rate of ``talk_all`` beside the echo's."""
    rate, echo_rate = median(rates), median(echo_rates)
    return Measurement(
        *(name, 1000 / rate, 1000 / echo_rate, "ms", 2.5),
        f"a message while {PEOPLE} people talk / the same with the echo (2.5 is 0.4 of its messages a second)",
        (f"{rate:.0f} messages a second, the echo {echo_rate:.0f}: {rate / echo_rate:.2f} of it", *notes),
    )
