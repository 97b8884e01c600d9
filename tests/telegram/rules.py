"""What Telegram refuses, in its own words: the rules of the Bot API that a message has to keep."""

import re
from typing import Any


class Refused(Exception):
    """An answer of the Bot API that is an error."""

    def __init__(self, code: int, description: str, **parameters: object) -> None:
        super().__init__(description)
        self.code = code
        self.description = description
        self.parameters = parameters


STYLES = {
    *("bold", "italic", "underline", "strikethrough", "spoiler", "code", "pre", "text_link", "text_mention"),
    *("blockquote", "expandable_blockquote", "custom_emoji", "mention", "hashtag", "bot_command", "url", "email"),
}


def bad_request(what: str) -> Refused:
    """400 with Telegram's prefix."""
    return Refused(400, f"Bad Request: {what}")


def utf16(text: str) -> bytes:
    """Two bytes a code unit."""
    return text.encode("utf-16-le", "surrogatepass")


def check_text(text: str, entities: list[dict[str, Any]], longest: int = 4096) -> None:
    """Length and entities of a text or caption."""
    if not text.strip() and longest == 4096:
        raise bad_request("message text is empty")
    data = utf16(text)
    if len(data) // 2 > longest:
        raise bad_request("message is too long")
    for entity in entities:
        start, length = entity["offset"], entity["length"]
        if entity["type"] not in STYLES or start < 0 or length <= 0 or start + length > len(data) // 2:
            raise bad_request(f"entity beginning at UTF-16 offset {start} ends after the end of the text")
        for edge in (start, start + length):
            if edge * 2 < len(data) and 0xDC <= data[edge * 2 + 1] <= 0xDF:
                raise bad_request(f"entity at {start} begins or ends within a character")
        if entity["type"] == "text_link" and not entity.get("url"):
            raise bad_request("text_link without URL")


def check_keyboard(markup: dict[str, Any] | None) -> None:
    """An inline keyboard or a forced reply."""
    if not markup:
        return
    if "force_reply" in markup:
        return
    rows = markup["inline_keyboard"]
    if sum(map(len, rows)) > 100 or any(len(row) > 8 for row in rows):
        raise bad_request("reply markup is too long")
    for button in (button for row in rows for button in row):
        if set(button) != {"text", "callback_data"}:
            raise bad_request("Button type unknown")
        if not button["text"].strip():
            raise bad_request("inline keyboard button text is empty")
        if not 1 <= len(button["callback_data"].encode()) <= 64:
            raise bad_request("BUTTON_DATA_INVALID")


def check_commands(commands: list[dict[str, str]]) -> None:
    """A menu (setMyCommands)."""
    if len(commands) > 100:
        raise bad_request("BOT_COMMANDS_TOO_MUCH")
    for command in commands:
        if not re.fullmatch(r"[a-z0-9_]{1,32}", command["command"]):
            raise bad_request("BOT_COMMAND_INVALID")
        if not 1 <= len(command["description"]) <= 256:
            raise bad_request("BOT_COMMAND_DESCRIPTION_INVALID")
