"""What a reply suggests to type is what can be typed in Slack."""

import pytest

from bot.adapters.console import plain_text
from bot.adapters.slack.slashes import Slashes
from bot.message import ChatKind
from bot.reply import Reply, Span, Style, bold, lines
from tests.adapters.slack.test_threads import US, say
from tests.desk import Desk
from tests.slack.world import SlackWorld

SLASHES = Slashes(frozenset({"help", "undo", "log", "team"}), frozenset({"log"}))

TYPED = [
    ("/help shows everything.", "/dragoman help shows everything.", "help shows everything."),
    ("(/undo)", "(/dragoman undo)", "(undo)"),
    ("/log visit Tirana", "/log visit Tirana", "/log visit Tirana"),
    ("and/undo, 3/4, https://a.example/help, ./help, /home/undo", None, None),
    ("/unknown", None, None),
]


@pytest.mark.parametrize(("text", "in_channel", "alone"), TYPED)
def test_as_it_is_typed(text: str, in_channel: str | None, alone: str | None) -> None:
    reply = Reply((lines([text]),))
    assert plain_text(SLASHES.suit(reply, ChatKind.GROUP)) == (in_channel or text)
    assert plain_text(SLASHES.suit(reply, ChatKind.DIRECT)) == (alone or text)


def test_a_command_stands_out() -> None:
    suited = SLASHES.suit(Reply((lines(["To go back: /undo.", bold("/team")]),)), ChatKind.DIRECT)
    assert suited.blocks[0].spans == (  # type: ignore[union-attr]
        Span("To go back: "),
        Span("undo", Style.CODE),
        Span("."),
        Span("\n"),
        Span("team", Style.BOLD),
    )
    copied = Reply((lines([Span("/help ABCD", Style.CODE)]),))
    assert SLASHES.suit(copied, ChatKind.DIRECT) == copied


def test_what_is_suggested_can_be_typed(fatma: Desk, world: SlackWorld) -> None:
    group = fatma.in_group()
    say(group, world, f"{US} what?")
    assert world.posts[-1]["text"].endswith("/dragoman help shows everything.")
    world.runner.run(
        world.bring("command", world.payloads.command(fatma.sender.id, group.chat_ref.chat, "/dragoman", "help"))
    )
    assert world.posts[-1]["text"].startswith("What I understand\n/log –")
    assert "\n/dragoman undo –" in world.posts[-1]["text"]
    say(fatma, world, "what?")
    assert world.posts[-1]["text"].endswith(" help shows everything.")
    say(fatma, world, "help")
    assert "\nundo –" in world.posts[-1]["text"]
