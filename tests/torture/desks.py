"""Teams, chats, schedules and deliveries by the thousand, and the processes that serve them."""

import multiprocessing
import random
import sys
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from datetime import UTC, datetime
from multiprocessing.process import BaseProcess
from typing import TYPE_CHECKING

from sqlalchemy import select

from bot.domain.schedules import Schedule
from bot.domain.teams import Team
from bot.message import ChatKind, ChatRef
from bot.storage.chats import add_chat
from bot.storage.deliveries import DIGEST, add_deliveries, new_digest
from bot.storage.engine import Database
from bot.storage.models import deliveries
from bot.storage.schedules import save_schedule
from bot.storage.teams import add_team
from tests.torture.postbox import ACCOUNT, PLATFORM, Work, deliver

if TYPE_CHECKING:
    from multiprocessing.context import ForkServerContext

CHANCE = random.Random(20260504)
PAST = datetime(2026, 5, 4, 6, tzinfo=UTC)
ZONES = (
    "Europe/Istanbul",
    "Europe/Berlin",
    "America/New_York",
    "America/Santiago",
    "Australia/Sydney",
    "Asia/Kathmandu",
    "Pacific/Kiritimati",
    "Pacific/Pago_Pago",
)


def add_chats(database: Database, count: int, country: str = "") -> tuple[int, list[int]]:
    """A team with so many chats: its id and theirs."""
    with database.transaction() as db:
        team = add_team(db, Team(0, "Torture", "en", "Europe/Istanbul", country), PAST)
        named = [ChatRef(PLATFORM, ACCOUNT, str(number), ChatKind.GROUP) for number in range(count)]
        return team.id, [add_chat(db, team.id, chat) for chat in named]


def add_due(database: Database, count: int, due_at: datetime | None = None) -> list[str]:
    """So many chats, each with a digest that is due (now); the keys."""
    now = datetime.now(UTC)
    team_id, chats = add_chats(database, count)
    with database.transaction() as db:
        rows = [new_digest(team_id, chat, "2026-W19", due_at or now, now) for chat in chats]
        add_deliveries(db, rows)
    return [str(row["key"]) for row in rows]


def add_schedules(database: Database, count: int, start: datetime) -> list[int]:
    """So many chats, each with a schedule of its own in one of eight zones; their ids."""
    team_id, chats = add_chats(database, count)
    with database.transaction() as db:
        for number, chat in enumerate(chats):
            schedule = Schedule(
                team_id,
                chat,
                timezone=ZONES[number % len(ZONES)],
                weekday=CHANCE.choice((0, 0, 0, 4, 6)),
                at_time=CHANCE.choice(("09:00", "09:00", "02:30", "00:00", "23:45")),
            )
            save_schedule(db, schedule, now=start)
    return chats


def states(database: Database) -> dict[str, str]:
    """How far each delivery is, by key."""
    with database.reading() as db:
        rows = db.execute(select(deliveries.c.key, deliveries.c.state)).all()
    return {row.key: row.state for row in rows}


def weeks_of(database: Database) -> dict[int, list[str]]:
    """The weeks for which each chat was given a digest, in order."""
    found: dict[int, list[str]] = {}
    with database.reading() as db:
        query = select(deliveries.c.chat_id, deliveries.c.key).where(deliveries.c.kind == DIGEST)
        for row in db.execute(query.order_by(deliveries.c.chat_id, deliveries.c.key)):
            found.setdefault(row.chat_id, []).append(row.key.rpartition(":")[2])
    return found


class Processes:
    """Processes that deliver, killed and started anew."""

    def __init__(self, work: Work) -> None:
        self._work = work
        self._context: ForkServerContext = multiprocessing.get_context("forkserver")
        self._context.set_forkserver_preload(["tests.torture.postbox"])
        self.running: list[BaseProcess] = []
        self.kills = 0

    def start(self, count: int) -> None:
        """So many more."""
        for _ in range(count):
            process = self._context.Process(target=deliver, args=(self._work,))
            process.start()
            self.running.append(process)

    def end_one(self, *, kill: bool) -> None:
        """End one of them, by kill -9 or by SIGTERM, and start another in its place."""
        process = self.running.pop(CHANCE.randrange(len(self.running)))
        if kill:
            process.kill()
        else:
            process.terminate()
        self.kills += 1
        self.start(1)
        self._join(process)

    def end(self) -> None:
        """End all of them, as an operator does."""
        for process in self.running:
            process.terminate()
        for process in self.running:
            self._join(process)
        self.running.clear()

    @staticmethod
    def _join(process: BaseProcess) -> None:
        process.join(30)
        if process.is_alive():
            process.kill()
            sys.stderr.write("a process did not end\n")


@contextmanager
def processes(work: Work, count: int) -> Iterator[Processes]:
    """So many processes at work."""
    running = Processes(work)
    running.start(count)
    try:
        yield running
    finally:
        running.end()


def most_in_a_second(times: Sequence[float]) -> int:
    """The most in any span of one second."""
    ordered, first, most = sorted(times), 0, 0
    for last, at in enumerate(ordered):
        while ordered[first] <= at - 1:
            first += 1
        most = max(most, last - first + 1)
    return most
