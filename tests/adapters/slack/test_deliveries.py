"""Digests in Slack: nobody asked, so there is no one to send them to instead; a channel never has one twice."""

from collections.abc import Callable
from datetime import UTC, datetime, timedelta

import pytest
from sqlalchemy import select, update

from bot.adapters.slack import adapter as sending
from bot.bootstrap import building
from bot.claims import Manner
from bot.delivering import Delivering
from bot.planning import plan_all
from bot.storage.models import chats, deliveries
from tests.desk import Desk
from tests.scenario.test_golden_digest import PAGES, fill
from tests.slack.world import SlackWorld

Deliver = Callable[..., list[tuple[str, str]]]


@pytest.fixture(autouse=True)
def _at_once(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sending, "MOMENT", 0.0)


@pytest.fixture
def channel(fatma: Desk, world: SlackWorld) -> str:
    """A channel of the team's: it gets the digest."""
    member = fatma.in_group("protocol")
    member.say("/digest on")
    world.slack.channel(member.chat_ref.chat).posts.clear()
    return member.chat_ref.chat


@pytest.fixture
def deliver(fatma: Desk, world: SlackWorld) -> Deliver:
    """So much later: plan, and send what is due; the state and error of each delivery to a channel."""

    async def work() -> None:
        clock = world.clock
        build = building(lambda: clock.now)
        manner = Manner(back_off=lambda attempts, at_least: max(at_least, 60.0))
        delivering = Delivering(world.database, world.adapter, world.answering.lanes, build, lambda: clock.now, manner)
        await plan_all(world.database, clock.now)
        await delivering.deliver_due()
        await delivering.done()

    def deliver(**later: float) -> list[tuple[str, str]]:
        world.clock.now += timedelta(**later)
        world.slack.epoch = int(world.clock.now.timestamp())
        world.runner.run(work())
        with world.database.reading() as db:
            rows = db.execute(
                select(deliveries.c.state, deliveries.c.error)
                .join(chats, chats.c.id == deliveries.c.chat_id)
                .where(chats.c.external_id.startswith("C"))
                .order_by(deliveries.c.id)
            )
            return [(row.state, row.error) for row in rows]

    return deliver


def digests(world: SlackWorld, channel: str) -> int:
    return sum("Weekly agenda" in post["text"] for post in world.slack.channel(channel).posts.values())


def test_a_digest_comes_to_its_channel_with_its_key(world: SlackWorld, channel: str, deliver: Deliver) -> None:
    assert deliver(days=7) == [("sent", "")]
    (post,) = world.slack.channel(channel).posts.values()
    key = post["metadata"]["event_payload"]["key"]
    assert key.startswith("digest:")
    assert "thread_ts" not in post
    assert deliver(hours=1) == [("sent", "")]
    assert digests(world, channel) == 1


def test_the_golden_page_arrives_whole(fatma: Desk, world: SlackWorld, deliver: Deliver) -> None:
    fill(fatma)
    group = fatma.in_group("protocol")
    world.clock.now = datetime(2026, 5, 3, 12, tzinfo=UTC)
    group.say("/digest on")
    channel = world.slack.channel(group.chat_ref.chat)
    channel.posts.clear()
    assert deliver(hours=18) == [("sent", "")]
    (post,) = channel.posts.values()
    page = (PAGES / "monday_en.txt").read_text("utf-8")
    words = " ".join(line.strip() for line in page.splitlines() if not line.startswith("["))
    assert words in " ".join(post["text"].split())


@pytest.mark.parametrize("drops", ["before", "after"])
def test_a_connection_that_breaks(world: SlackWorld, channel: str, deliver: Deliver, drops: str) -> None:
    world.slack.channel(channel).drops = drops
    assert deliver(days=7) == [("sent", "")]
    assert digests(world, channel) == 1


def test_what_slack_may_have_is_looked_for(world: SlackWorld, channel: str, deliver: Deliver) -> None:
    """The post is there, and Slack answers neither that nor when it is asked."""
    world.slack.channel(channel).drops = "after"
    world.slack.errors["conversations.history"] = "internal_error"
    assert deliver(days=7) == [("pending", "internal_error")]
    world.slack.errors.clear()
    assert deliver(minutes=10) == [("sent", "")]
    assert digests(world, channel) == 1


def test_what_a_dead_process_sent_is_found(world: SlackWorld, channel: str, deliver: Deliver) -> None:
    deliver(days=7)
    with world.database.transaction() as db:
        db.execute(update(deliveries).values(state="pending"))
    assert deliver(minutes=10) == [("sent", "")]
    assert digests(world, channel) == 1


@pytest.mark.parametrize(("drops", "there"), [("before", 0), ("after", 1)])
def test_where_we_may_not_look_an_operator_decides(
    world: SlackWorld, channel: str, deliver: Deliver, drops: str, there: int
) -> None:
    """A public channel that the app was not invited to: we may write there, and not read."""
    fake = world.slack.channel(channel)
    fake.has_us, fake.drops = False, drops
    ((state, error),) = deliver(days=7)
    assert (state, error) == ("uncertain", "ServerDisconnectedError")
    deliver(hours=1)
    assert digests(world, channel) == there


def test_a_public_channel_that_the_app_was_not_invited_to(world: SlackWorld, channel: str, deliver: Deliver) -> None:
    world.slack.channel(channel).has_us = False
    assert deliver(days=7) == [("sent", "")]
    assert digests(world, channel) == 1


def test_a_channel_that_shut_us_out_and_lets_us_in_again(world: SlackWorld, channel: str, deliver: Deliver) -> None:
    """Slack tells us neither: the next week's digest is tried again."""
    fake = world.slack.channel(channel)
    fake.is_private, fake.has_us = True, False
    assert deliver(days=7) == [("dead", "channel_not_found")]
    assert deliver(days=7) == [("dead", "channel_not_found")] * 2
    fake.has_us = True
    assert deliver(days=7) == [("dead", "channel_not_found")] * 2 + [("sent", "")]
    assert digests(world, channel) == 1


def test_an_app_that_was_removed_sends_when_it_is_back(world: SlackWorld, channel: str, deliver: Deliver) -> None:
    is_open = world.workspaces.is_open
    world.workspaces.is_open = lambda workspace: False  # type: ignore[method-assign]
    assert deliver(days=7) == [("pending", "the platform asked for patience")]
    world.workspaces.is_open = is_open  # type: ignore[method-assign]
    assert deliver(minutes=10) == [("sent", "")]
