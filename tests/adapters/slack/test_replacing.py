"""An answer that broke off, comes late, or takes the place of a card in a channel where we are not."""

import pytest

from bot.adapters.base import Retry, Sent
from bot.adapters.slack.doors import Doors
from bot.reply import Reply, lines
from tests.adapters.slack.test_delivery import send, texts
from tests.slack.world import SlackWorld


def test_what_broke_off_goes_on_where_it_was(world: SlackWorld) -> None:
    world.client.retry_handlers.clear()
    channel = world.slack.channel("C1")
    channel.retry_after = 0
    long = Reply((lines(["word " * 5000]),))
    world.slack.sent.append(lambda post: vars(channel).update(limited=1) if len(channel.posts) == 1 else None)
    first = send(world, "C1", long)
    assert first == Retry(0.0, tuple(channel.posts))
    assert isinstance(first, Retry)
    whole = send(world, "C1", long, sent=first.sent)
    assert whole == Sent(tuple(channel.posts))
    assert [post["metadata"]["event_payload"]["part"] for post in channel.posts.values()] == list(
        range(len(channel.posts))
    )


@pytest.mark.parametrize("head", ["", "1.000001"])
def test_a_late_answer_leaves_a_newer_card_alone(world: SlackWorld, head: str) -> None:
    world.slack.channel("C1").posts["1.000001"] = {"ts": "1.000001", "user": "U1", "text": "?"}
    card = send(world, "C1", answers=head or None)
    assert isinstance(card, Sent)
    ts = card.post_ids[0]
    place = f"{ts}/{head}".rstrip("/")
    send(world, "C1", Reply((lines(["Newer"]),)), replaces=place, pressed=place, key="100")
    late = send(world, "C1", Reply((lines(["Older"]),)), replaces=place, pressed=place, key="80", is_again=True)
    assert texts(world, "C1") == ["?", "Newer", "Older"]
    assert isinstance(late, Sent)
    assert ts not in late.post_ids
    newest = send(world, "C1", Reply((lines(["Newest"]),)), replaces=place, pressed=place, key="101", is_again=True)
    assert newest == Sent((ts,))
    assert texts(world, "C1") == ["?", "Newest", "Older"]


def test_a_card_where_we_are_not_gives_way_by_its_own_response_url(world: SlackWorld) -> None:
    world.slack.user("U1", "Can")
    channel = world.slack.channel("G1")
    channel.is_private, channel.has_us = True, False
    world.adapter.doors.keep("G1", "U1", world.slack.hook("G1", "U1"))
    send(world, "G1")
    (ts,) = channel.posts
    world.adapter.doors.keep("G1", ts, world.slack.hook("G1", "U1", post=ts))
    assert send(world, "G1", Reply((lines(["Instead"]),)), replaces=ts, pressed=ts) == Sent((ts,))
    assert texts(world, "G1") == ["Instead"]
    world.adapter.doors = Doors()
    assert send(world, "G1", Reply((lines(["Directly"]),)), replaces=ts, pressed=ts) == Sent(())
    assert texts(world, "D1") == ["Directly"]
