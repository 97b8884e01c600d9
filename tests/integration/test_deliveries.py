"""One delivery after the other: what sending can come to, and what follows."""

import asyncio
from datetime import UTC, datetime, timedelta

import pytest
from sqlalchemy import Connection, select, update

from bot.adapters.base import Delivery, Gone, Moved, Outcome, PlatformStopped, Retry, Sent, Uncertain
from bot.adapters.lanes import Lanes
from bot.answering import lane_of
from bot.claims import Manner
from bot.delivering import BUSY, Delivering
from bot.message import ChatRef, Sender
from bot.reply import Reply, lines
from bot.storage.deliveries import DueDelivery
from bot.storage.engine import Database
from bot.storage.models import chats, deliveries
from tests.torture.desks import add_due
from tests.torture.postbox import ACCOUNT, PLATFORM

NOW = datetime(2026, 5, 4, 6, tzinfo=UTC)
Does = Outcome | Exception


class Scripted:
    """An adapter that does what it is told, then sends; what it was asked to send."""

    platform, account = PLATFORM, ACCOUNT

    def __init__(self, *does: Does, finds_posts: bool = False) -> None:
        self.finds_posts = finds_posts
        self.does = list(does)
        self.asked: list[tuple[str, str, Delivery]] = []

    async def send(self, chat: ChatRef, reply: Reply, delivery: Delivery) -> Outcome:
        self.asked.append((chat.chat, str(reply.blocks[0].text), delivery))  # type: ignore[union-attr]
        outcome = self.does.pop(0) if self.does else Sent((f"post {len(self.asked)}",))
        if isinstance(outcome, Exception):
            raise outcome
        return outcome

    async def vouch(self, chat: ChatRef, sender: Sender) -> Sender | None:
        return None

    async def download(self, reference: str, largest: int) -> bytes:
        raise LookupError


class Bench:
    """A worker on a clock of its own."""

    def __init__(self, database: Database, adapter: Scripted, due: int = 1) -> None:
        self.database = database
        self.adapter = adapter
        self.now = NOW
        self.built = 0
        self.failed: list[Exception] = []
        self.lanes = Lanes(self.failed.append)
        self.keys = add_due(database, due, NOW)
        manner = Manner(back_off=lambda attempts, at_least: max(at_least, 60.0 * attempts))
        self.delivering = Delivering(database, adapter, self.lanes, self.build, lambda: self.now, manner)

    def build(self, db: Connection, due: DueDelivery) -> Reply | None:
        self.built += 1
        return Reply((lines([f"edition {self.built} of {due.key}"]),))

    async def later(self, **by: float) -> "list[tuple[object, ...]]":
        """Deliver what is due so much later; the state, attempts, seconds until it is due, and error of each."""
        self.now += timedelta(**by)
        await self.delivering.deliver_due()
        await self.delivering.done()
        with self.database.reading() as db:
            rows = db.execute(select(deliveries).order_by(deliveries.c.id)).all()
        return [
            (row.state, row.attempts, round((row.due_at - self.now).total_seconds()), row.error)
            if row.state == "pending"
            else (row.state, row.attempts, row.error)
            for row in rows
        ]


async def test_what_was_sent_is_marked_with_its_posts(database: Database) -> None:
    bench = Bench(database, Scripted(Sent(("7", "8"))))
    assert await bench.later() == [("sent", 1, "")]
    with database.reading() as db:
        row = db.execute(select(deliveries)).one()
    assert (row.posts, row.reply, row.sent_at) == (["7", "8"], None, NOW)
    assert await bench.later(days=1) == [("sent", 1, "")]
    assert len(bench.adapter.asked) == 1


async def test_after_a_429_the_same_is_sent_when_it_may_be(database: Database) -> None:
    bench = Bench(database, Scripted(Retry(300.0, ("7",))))
    assert await bench.later() == [("pending", 1, 300, "the platform asked for patience")]
    assert await bench.later(seconds=299) == [("pending", 1, 1, "the platform asked for patience")]
    assert await bench.later(seconds=1) == [("sent", 2, "")]
    key = bench.keys[0]
    text = f"edition 1 of {key}"
    assert bench.adapter.asked == [
        ("0", text, Delivery(key=key, since=NOW)),
        ("0", text, Delivery(key=key, since=NOW, is_again=True, sent=("7",))),
    ]


async def test_what_is_uncertain_is_looked_for_where_that_can_be_done(database: Database) -> None:
    bench = Bench(database, Scripted(Uncertain("TimeoutError"), finds_posts=True))
    assert await bench.later() == [("pending", 1, 60, "TimeoutError")]
    assert await bench.later(seconds=60) == [("sent", 2, "")]
    assert bench.adapter.asked[1][2].is_again


async def test_elsewhere_it_stays_uncertain(database: Database) -> None:
    bench = Bench(database, Scripted(Uncertain("TimeoutError", ("7",))))
    assert await bench.later() == [("uncertain", 1, "TimeoutError")]
    assert await bench.later(days=2) == [("uncertain", 1, "TimeoutError")]


async def test_a_chat_that_cannot_be_looked_into_stays_uncertain(database: Database) -> None:
    bench = Bench(database, Scripted(Uncertain("TimeoutError", is_findable=False), finds_posts=True))
    assert await bench.later() == [("uncertain", 1, "TimeoutError")]


async def test_a_bug_of_the_adapter_is_uncertain_too(database: Database) -> None:
    assert await Bench(database, Scripted(ValueError())).later() == [("uncertain", 1, "ValueError")]


async def test_what_another_version_stored_and_nobody_can_read_is_built_anew(database: Database) -> None:
    bench = Bench(database, Scripted(), due=2)
    with database.transaction() as db:
        db.execute(update(deliveries).where(deliveries.c.key == bench.keys[0]).values(reply='{"blocks": "?"}'))
    assert await bench.later() == [("sent", 1, ""), ("sent", 1, "")]


async def test_a_chat_that_shut_us_out_is_left_alone(database: Database) -> None:
    bench = Bench(database, Scripted(Gone("blocked")), due=2)
    assert await bench.later() == [("dead", 1, "blocked"), ("sent", 1, "")]
    with database.reading() as db:
        assert db.execute(select(chats.c.unreachable_since).order_by(chats.c.id)).scalars().all() == [NOW, None]


async def test_one_post_that_is_refused_says_nothing_of_the_chat(database: Database) -> None:
    bench = Bench(database, Scripted(Gone("too long", whole_chat=False)))
    assert await bench.later() == [("dead", 1, "too long")]
    with database.reading() as db:
        assert db.execute(select(chats.c.unreachable_since)).scalar() is None


async def test_a_chat_that_moved_gets_it_there(database: Database) -> None:
    bench = Bench(database, Scripted(Moved("-100")))
    assert await bench.later() == [("sent", 1, "")]
    assert [chat for chat, _, _ in bench.adapter.asked] == ["0", "-100"]


async def test_a_platform_that_refuses_us_ends_it(database: Database) -> None:
    bench = Bench(database, Scripted(PlatformStopped("revoked")))
    assert await bench.later() == [("pending", 1, 2, "the platform refuses us")]
    assert [str(error) for error in bench.failed] == ["revoked"]


async def test_after_days_it_is_given_up(database: Database) -> None:
    bench = Bench(database, Scripted(*(Retry(3600.0) for _ in range(9))))
    with database.transaction() as db:
        db.execute(deliveries.update().values(created_at=NOW))
    assert (await bench.later())[0][0] == "pending"
    assert await bench.later(days=7) == [("dead", 2, "the platform asked for patience")]


async def test_what_cannot_be_built_is_tried_again_and_holds_up_nobody(database: Database) -> None:
    bench = Bench(database, Scripted(), due=2)
    good = bench.build

    def build(db: Connection, due: DueDelivery) -> Reply | None:
        if due.key == bench.keys[0] and bench.now == NOW:
            raise ZeroDivisionError
        return good(db, due)

    bench.delivering._build = build
    assert await bench.later() == [("pending", 1, 60, "not built: ZeroDivisionError"), ("sent", 1, "")]
    assert await bench.later(seconds=60) == [("sent", 2, ""), ("sent", 1, "")]


async def test_an_empty_week_says_nothing(database: Database) -> None:
    bench = Bench(database, Scripted())
    bench.delivering._build = lambda db, due: None
    assert (await bench.later())[0][0] == "sent"
    assert bench.adapter.asked == []


async def test_the_chat_is_being_answered(database: Database) -> None:
    bench = Bench(database, Scripted())
    answered = asyncio.Event()

    async def answer() -> None:
        await answered.wait()

    bench.lanes.put(lane_of(ChatRef(PLATFORM, ACCOUNT, "0")), answer)
    assert await bench.later() == [("pending", 0, round(BUSY), "")]
    answered.set()
    await bench.lanes.done()
    assert await bench.later(seconds=BUSY) == [("sent", 1, "")]


async def test_what_a_dead_process_held_is_sent_after_its_lease(database: Database) -> None:
    bench = Bench(database, Scripted())
    with database.transaction() as db:
        held = {"state": "sending", "attempts": 1, "lease_until": NOW + timedelta(minutes=2)}
        db.execute(deliveries.update().values(held))
    assert await bench.later(minutes=1) == [("sending", 1, "")]
    assert await bench.later(minutes=2) == [("sent", 2, "")]
    assert bench.adapter.asked[0][2].is_again


async def test_a_platform_that_fails_for_everybody_is_left_alone(database: Database) -> None:
    bench = Bench(database, Scripted(*(Retry(0.0) for _ in range(3))), due=20)
    await bench.later()
    assert len(bench.adapter.asked) == 3


@pytest.mark.parametrize("fails", [Retry(0.0), Uncertain("TimeoutError")])
async def test_one_chat_that_fails_stops_nobody(database: Database, fails: Outcome) -> None:
    bench = Bench(database, Scripted(fails), due=9)
    assert [row[0] for row in await bench.later()].count("sent") == 8
