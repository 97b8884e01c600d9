"""The conversation in docs/telegram.md is what is seen in Telegram."""

import re
from pathlib import Path

from tests.desk import Desk
from tests.telegram.server import Json
from tests.telegram.world import TelegramWorld

DOCS = (Path(__file__).parents[3] / "docs" / "telegram.md").read_text(encoding="utf-8")
PDF = {"file_id": "pdf", "file_unique_id": "pdf", "mime_type": "application/pdf", "file_size": 9}


def shown(posts: list[Json]) -> str:
    """Posts as the page writes them."""
    rows = []
    for post in posts:
        rows.append(post["text"])
        keyboard = (post.get("reply_markup") or {}).get("inline_keyboard", [])
        rows += [" ".join(f"[{button['text']}]" for button in row) for row in keyboard]
    return "\n".join(rows)


def test_the_conversation_on_the_page(fatma: Desk, world: TelegramWorld) -> None:
    fatma.team(city="Ankara")
    hand = world.hand_of()
    (transcript,) = re.findall(r"```text\n(.*?)```", DOCS, re.DOTALL)
    last: Json = {}
    heard = []
    for line in re.findall(r"^> (.*)$", transcript, re.MULTILINE):
        if pressed := re.fullmatch(r"\[(.+)\]", line):
            rows = last["reply_markup"]["inline_keyboard"]
            data = next(button["callback_data"] for row in rows for button in row if button["text"] == pressed[1])
            posts = world.tell(hand.press_update(last, data))
        elif answered := re.fullmatch(r"↪ (.+)", line):
            file: Json = {"document": {**PDF, "file_name": answered[1]}} if answered[1].endswith(".pdf") else {}
            text = None if file else answered[1]
            posts = world.tell(hand.update(text, reply_to=last["message_id"], **file))
        else:
            posts = world.tell(hand.update(line))
        last = posts[-1]
        heard.append(f"> {line}\n{shown(posts)}")
    assert "\n\n".join(heard) == transcript.strip()
