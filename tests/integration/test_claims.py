"""Several processes on one database: an answer that was left behind is sent by one of them."""

import asyncio
import threading
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, field, replace
from datetime import timedelta
from pathlib import Path

import pytest
from sqlalchemy import update

from bot.adapters.base import Delivery, Outcome, Retry, Sent
from bot.answering import Answering
from bot.app import App
from bot.bootstrap import make_app
from bot.message import ChatRef, Message, Sender
from bot.reply import Reply
from bot.storage.engine import Database
from bot.storage.models import inbox
from bot.storage.outbox import LEASE, Unsent, claim, claim_unsent
from tests.databases import Databases
from tests.desk import Desk
from tests.slack.process import Program
from tests.slack.scopes import ALL
from tests.slack.server import FakeSlack

SOON = timedelta(seconds=1)


@dataclass
class Line:
    """A platform that keeps what was sent; ``during`` happens while something is."""

    sent: list[tuple[str, Delivery]] = field(default_factory=list)
    outcomes: list[Outcome] = field(default_factory=list)
    during: Callable[[], object] = lambda: None
    platform: str = "console"
    account: str = "local"
    finds_posts: bool = True

    async def send(self, chat: ChatRef, reply: Reply, delivery: Delivery) -> Outcome:
        self.during()
        self.sent.append((delivery.key, delivery))
        return self.outcomes.pop() if self.outcomes else Sent(())

    async def vouch(self, chat: ChatRef, sender: Sender) -> Sender | None:
        return None

    async def download(self, reference: str, largest: int) -> bytes:
        raise LookupError(reference)


@pytest.fixture
def fatma(database: Database) -> Iterator[Desk]:
    with Desk.opened(database) as desk:
        yield desk


@pytest.fixture
def other(fatma: Desk, database_url: str) -> Iterator[App]:
    """The desk in another process, as far as the database can tell."""
    database = Database(database_url)
    yield make_app(database, clock=fatma.world.clock)
    database.close()


def message(fatma: Desk, number: int = 1) -> Message:
    return Message(f"m-{number}", fatma.chat_ref, fatma.sender, fatma.world.clock.now, "/upcoming")


def commit(fatma: Desk, count: int = 1) -> list[int]:
    """Answers that were stored by a process that has gone since."""
    return [fatma.world.runner.run(fatma.world.app.handle(message(fatma, n))).id for n in range(count)]


def answering(app: App) -> tuple[Answering, Line]:
    desk, line = Answering(app), Line()
    desk.attach(line)
    return desk, line


def test_what_is_just_stored_is_claimed_by_whoever_stored_it(fatma: Desk, other: App) -> None:
    async def work() -> None:
        await fatma.world.app.handle(message(fatma))
        for seconds, posts in ((0, 0), (59, 0), (2, 1), (30, 1)):
            fatma.world.clock.now += timedelta(seconds=seconds)
            desk, line = answering(other)
            await desk.resend(alone=False)
            await desk.lanes.done()  # sent, and not marked
            sent.extend(line.sent)
            assert len(sent) == posts

    sent: list[tuple[str, Delivery]] = []
    fatma.world.runner.run(work())
    assert [delivery.is_again for _, delivery in sent] == [True]


def test_two_processes_look_at_once_and_each_answer_is_claimed_once(fatma: Desk, other: App) -> None:
    ids = commit(fatma, 20)
    fatma.world.clock.now += LEASE
    ready = threading.Barrier(2)
    found: list[list[int]] = []

    def look(database: Database) -> None:
        ready.wait()
        with database.transaction() as db:
            unsent = claim_unsent(db, "console", "local", now=fatma.world.clock.now, alone=False)
        found.append([answer.id for answer in unsent])

    threads = [threading.Thread(target=look, args=(database,)) for database in (fatma.world.database, other.database)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert sorted(found[0] + found[1]) == ids


def test_an_answer_is_claimed_by_one_and_not_once_it_was_sent(fatma: Desk, other: App) -> None:
    (row,) = commit(fatma)
    now = fatma.world.clock.now
    assert not fatma.write(lambda db: claim(db, row, now=now + LEASE - SOON))
    assert fatma.write(lambda db: claim(db, row, now=now + LEASE))
    with other.database.transaction() as db:
        assert not claim(db, row, now=now + LEASE + SOON)
    fatma.write(lambda db: db.execute(update(inbox).values(answered_at=now)))
    assert not fatma.write(lambda db: claim(db, row, now=now + 3 * LEASE))


def test_what_is_on_its_way_stays_ours_however_long_it_takes(fatma: Desk, other: App) -> None:
    async def work() -> None:
        (ours, line), (theirs, their_line) = answering(fatma.world.app), answering(other)
        held = asyncio.Event()
        line.outcomes = [Retry(0.0)]
        sends = line.send

        async def slow(chat: ChatRef, reply: Reply, delivery: Delivery) -> Outcome:
            await held.wait()
            return await sends(chat, reply, delivery)

        line.send = slow  # type: ignore[method-assign]
        await ours.receive(message(fatma))
        for _ in range(5):
            fatma.world.clock.now += LEASE - SOON
            await ours.resend(alone=False)
            await theirs.resend(alone=False)
        held.set()
        await ours.done()
        await theirs.done()
        assert len(line.sent) == 2  # the first was told to wait
        assert their_line.sent == []

    fatma.world.runner.run(work())


@pytest.mark.parametrize("is_taken", [False, True])
def test_whoever_stood_still_for_longer_than_its_lease_asks_again(fatma: Desk, other: App, is_taken: bool) -> None:
    async def work() -> None:
        ours, line = answering(fatma.world.app)
        line.outcomes = [Retry(0.0)]

        def stand_still() -> None:
            if line.sent:
                return
            fatma.world.clock.now += LEASE
            ours._going = dict.fromkeys(ours._going, 0.0)
            if is_taken:
                with other.database.transaction() as db:
                    assert claim_unsent(db, "console", "local", now=fatma.world.clock.now, alone=False)

        line.during = stand_still
        await ours.receive(message(fatma))
        await ours.done()
        assert [delivery.is_again for _, delivery in line.sent] == ([False] if is_taken else [False, True])

    fatma.world.runner.run(work())
    assert [row["answered_at"] is None for row in fatma.rows("inbox")] == [is_taken]


def test_a_message_that_is_brought_to_two_processes_is_answered_by_one(fatma: Desk, other: App) -> None:
    async def work() -> None:
        (ours, line), (theirs, their_line) = answering(fatma.world.app), answering(other)
        assert await ours.receive(message(fatma))
        assert await theirs.receive(message(fatma))
        await ours.lanes.done()
        await theirs.done()
        assert (len(line.sent), len(their_line.sent)) == (1, 0)
        fatma.world.clock.now += LEASE  # and the first of them is gone before it could say so
        assert await theirs.receive(message(fatma))
        await theirs.done()
        assert [delivery.is_again for _, delivery in their_line.sent] == [True]

    fatma.world.runner.run(work())


def test_alone_nobody_s_lease_is_waited_for(fatma: Desk) -> None:
    ids = commit(fatma, 2)
    found: Sequence[Unsent] = fatma.write(
        lambda db: claim_unsent(db, "console", "local", now=fatma.world.clock.now, alone=True)
    )
    assert [unsent.id for unsent in found] == ids
    assert found[0] == replace(found[1], id=ids[0], received_at=found[0].received_at)


def test_only_the_first_process_of_a_file_is_alone(database: Database, database_url: str) -> None:
    second = Database(database_url)
    assert (database.is_alone(), database.is_alone()) == (database.is_sqlite,) * 2
    assert not second.is_alone()
    database.close()
    assert second.is_alone() == second.is_sqlite
    second.close()


def test_two_programs_are_started_at_once(backend: str, databases: Databases, tmp_path: Path) -> None:
    """Left behind by one that was killed; the next two find it in the same moment."""
    with databases.fresh(backend, tmp_path) as url, FakeSlack.in_thread() as slack:
        slack.scopes = ALL
        slack.user("U1", "Fatma")
        channel = slack.channel("D1")
        channel.hangs = "before"
        first = Program(slack, url)
        running = first.start()
        first.bring(lambda http, slack: http.command(slack.command("U1", "D1", "/log", "visit from Tirana 2025-05-03")))
        assert slack.hanging.wait(30)
        first.kill(running)
        database = Database(url)
        with database.transaction() as db:
            db.execute(update(inbox).values(sending_until=None))
        database.close()
        channel.hangs = ""
        calls = slack.calls["chat.postMessage"]
        programs = [Program(slack, url), Program(slack, url)]
        both = [program.process() for program in programs]
        for program, process in zip(programs, both, strict=True):
            program.until(process, "is served, by")
        for process in both:
            Program.end(process)
        assert slack.calls["chat.postMessage"] - calls == 1
        assert [post["text"].splitlines()[0] for post in channel.posts.values()] == ["✓ V1 · Visit · incoming"]
