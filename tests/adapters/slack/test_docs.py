"""The conversation in docs/slack.md is what is seen in Slack."""

import re
from pathlib import Path

from tests.desk import Desk
from tests.slack.rules import Json
from tests.slack.world import SlackWorld, lines_of

ROOT = Path(__file__).parents[3]
DOCS = (ROOT / "docs" / "slack.md").read_text(encoding="utf-8")
FILE = {"id": "F1", "name": "minutes.pdf", "mimetype": "application/pdf", "size": 9}


def shown(posts: list[Json]) -> str:
    """Posts as the page writes them."""
    rows: list[str] = []
    for post in posts:
        for block in post["blocks"]:
            if block["type"] == "actions":
                rows.append(" ".join(f"[{element['text']['text']}]" for element in block["elements"]))
            else:
                rows += lines_of(block)
    return "\n".join(rows)


def test_the_conversation_on_the_page(fatma: Desk, world: SlackWorld) -> None:
    fatma.team(city="Ankara")
    user, channel = fatma.sender.id, fatma.in_group().chat_ref.chat
    (transcript,) = re.findall(r"```text\n(.*?)```", DOCS, re.DOTALL)
    last: Json = {}
    heard = []
    for line in re.findall(r"^> (.*)$", transcript, re.MULTILINE):
        before = len(world.posts)
        answered, text = line.startswith("↪ "), line.removeprefix("↪ ").replace("@Dragoman", "<@U0DRAGOMAN>")
        if pressed := re.fullmatch(r"\[(.+)\]", line):
            elements = [element for block in last["blocks"] for element in block.get("elements", [])]
            value = next(e["value"] for e in elements if e.get("text", {}) and e["text"].get("text") == pressed[1])
            way, body = "interact", world.payloads.press(user, last, value)
        elif line.startswith("/"):
            name, _, arguments = text.partition(" ")
            way, body = "command", world.payloads.command(user, channel, name, arguments)
        else:
            files = {"files": [FILE]} if text.endswith(".pdf") else {}
            text = text.removesuffix(" minutes.pdf")
            thread = str(last.get("thread_ts", last["ts"])) if answered else ""
            said = world.payloads.said(user, channel, text, mention=True, thread=thread)
            said["event"] |= files
            way, body = "event", said
        world.runner.run(world.bring(way, body))
        posts = [post for post in world.posts[before:] if "blocks" in post]
        last = posts[-1] if "for" not in posts[-1] else last
        heard.append(f"> {line}\n{shown(posts)}")
    assert "\n\n".join(heard) == transcript.strip()


def test_the_steps_are_fewer_than_ten() -> None:
    steps = DOCS.partition("## From the manifest")[2].partition("## A conversation")[0]
    numbers = [int(number) for number in re.findall(r"^(\d+)\. ", steps, re.MULTILINE)]
    assert numbers == list(range(1, len(numbers) + 1))
    assert len(numbers) < 10
    assert "/log visit Tirana 2025-05-03" in steps
