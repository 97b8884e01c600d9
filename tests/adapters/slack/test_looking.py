"""An answer that may be there is looked for; where that cannot be done, the channel does not get it twice."""

from datetime import UTC, datetime, timedelta
from typing import Any

import pytest

from bot.adapters.base import Retry, Sent, Uncertain
from bot.adapters.slack import adapter as sending
from tests.adapters.slack.test_delivery import send, texts
from tests.slack.server import EPOCH
from tests.slack.world import SlackWorld

CAME = datetime.fromtimestamp(EPOCH, UTC)


@pytest.fixture(autouse=True)
def _at_once(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sending, "MOMENT", 0.0)


def fill(world: SlackWorld, count: int, at: datetime, head: str = "") -> str:
    """A channel in which others have said so much; the head of the thread."""
    posts = world.slack.channel("C1").posts
    for number in range(count):
        ts = f"{(at + timedelta(seconds=number)).timestamp():.6f}"
        head = head or ts
        posts[ts] = {"ts": ts, "user": "U2", "text": "…", **({"thread_ts": head} if ts != head else {})}
    return head


def test_a_public_channel_that_we_were_not_invited_to(world: SlackWorld) -> None:
    world.slack.user("U1", "Can")
    world.slack.channel("C1").has_us = False
    assert isinstance(send(world, "C1"), Sent)
    assert send(world, "C1", is_again=True) == Sent(())
    assert (texts(world, "C1"), texts(world, "D1")) == (["Hello"], ["Hello"])


@pytest.mark.parametrize(("drops", "there"), [("before", []), ("after", ["Hello"])])
def test_a_connection_that_breaks_in_a_channel_that_we_cannot_look_into(
    world: SlackWorld, drops: str, there: list[str]
) -> None:
    world.slack.user("U1", "Can")
    channel = world.slack.channel("C1")
    channel.has_us, channel.drops = False, drops
    assert send(world, "C1") == Sent(())
    assert (texts(world, "C1"), texts(world, "D1")) == (there, ["Hello"])


@pytest.mark.parametrize(("scope", "twice"), [("", False), ("mpim:history", True)])
def test_a_direct_chat_of_several(world: SlackWorld, scope: str, twice: bool) -> None:
    world.slack.user("U1", "Can")
    world.slack.scopes -= {scope}
    channel = world.slack.channel("G1")
    channel.is_private = channel.is_shared_by_several = True
    first = send(world, "G1")
    again = send(world, "G1", is_again=True)
    assert texts(world, "G1") == ["Hello"]
    assert texts(world, "D1") == (["Hello"] if twice else [])
    assert again == (Sent(()) if twice else first)


@pytest.mark.parametrize(("earlier", "since", "pages"), [(450, 0, 1), (0, 0, 1), (10, 450, 3)])
def test_a_long_thread(world: SlackWorld, earlier: int, since: int, pages: int) -> None:
    """Slack gives the oldest replies first, 200 at a time."""
    head = fill(world, earlier, CAME - timedelta(hours=2)) if earlier else ""
    head = fill(world, since or 1, CAME - timedelta(minutes=4), head)
    count = len(world.slack.channel("C1").posts)
    first = send(world, "C1", answers=head, since=CAME)
    assert send(world, "C1", answers=head, since=CAME, is_again=True) == first
    assert len(world.slack.channel("C1").posts) == count + 1
    assert world.slack.calls["conversations.replies"] == pages


def test_what_the_clocks_differ_by_is_allowed_for(world: SlackWorld) -> None:
    world.slack.channel("C1")
    first = send(world, "C1")
    assert send(world, "C1", since=CAME + timedelta(minutes=4), is_again=True) == first


def test_more_posts_than_can_be_looked_through(world: SlackWorld) -> None:
    world.slack.user("U1", "Can")
    fill(world, 1, CAME)
    posts = world.slack.channel("C1").posts
    posts.update({f"{EPOCH + n}.000001": {"ts": f"{EPOCH + n}.000001", "text": "…"} for n in range(10, 2020)})
    count = len(posts)
    assert send(world, "C1", since=CAME, is_again=True) == Sent(())
    assert (len(posts), texts(world, "D1")) == (count, ["Hello"])


UNTIL_LATER: list[tuple[str, Any]] = [
    ("ratelimited", Retry(1.0)),
    ("internal_error", Uncertain("internal_error")),
    ("502", Uncertain("no answer of Slack's")),
]


@pytest.mark.parametrize(("error", "outcome"), UNTIL_LATER)
def test_slack_does_not_let_us_look_just_now(world: SlackWorld, error: str, outcome: Any) -> None:
    world.slack.channel("C1")
    first = send(world, "C1")
    world.slack.errors["conversations.history"] = error
    assert send(world, "C1", is_again=True) == outcome
    world.slack.errors.clear()
    assert send(world, "C1", is_again=True) == first
    assert texts(world, "C1") == ["Hello"]
