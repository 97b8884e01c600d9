"""What Slack refuses, by its own words: the SDK's models judge every block, and what they leave out is added here."""

from copy import deepcopy
from typing import Any

from slack_sdk.errors import SlackObjectFormationError
from slack_sdk.models.blocks import Block
from slack_sdk.models.views import View

Json = dict[str, Any]
BLOCKS = 50
CHARACTERS = 13_000
CELLS = 10_000
"""Characters of all cells of a message's tables; a view takes no table (docs.slack.dev, table block)."""
TEXT = 40_000


class Refused(Exception):
    """An answer of the Web API that is an error."""

    def __init__(self, error: str, status: int = 200, **headers: str) -> None:
        super().__init__(error)
        self.error = error
        self.status = status
        self.headers = headers


def check_message(data: Json) -> None:
    """Text and blocks of a message."""
    text, blocks = data.get("text") or "", data.get("blocks") or []
    if not text:
        raise Refused("no_text")
    if len(text) > TEXT:
        raise Refused("msg_too_long")
    if any(mark in text for mark in ("<!", "<@", "<#")):
        raise Refused("markup_in_text")  # our own rule: nobody's words may call a channel
    check_blocks(blocks, BLOCKS)
    metadata = data.get("metadata")
    if metadata and not (metadata.get("event_type") and isinstance(metadata.get("event_payload"), dict)):
        raise Refused("invalid_metadata_format")


def check_blocks(blocks: list[Json], most: int, most_tables: int = 1) -> None:
    """Blocks of a message or view."""
    if len(blocks) > most:
        raise Refused("invalid_blocks")
    seen: set[str] = set()
    characters = tables = 0
    for block in blocks:
        _judge(block)
        match block["type"]:
            case "rich_text":
                characters += _check_rich_text(block)
            case "table":
                tables += 1
                in_cells = _check_table(block)
                characters += in_cells
                if in_cells > CELLS or not most_tables:
                    raise Refused("invalid_blocks")
            case "actions":
                _check_actions(block)
        if name := block.get("block_id"):
            if name in seen:
                raise Refused("invalid_blocks")
            seen.add(name)
        if '"mrkdwn"' in str(block).replace("'", '"'):
            raise Refused("invalid_blocks")  # our own rule: text is data
    if characters > CHARACTERS:
        raise Refused("msg_too_long")
    if tables > most_tables:
        raise Refused("only_one_table_allowed")


def _judge(block: Json) -> None:
    try:
        parsed = Block.parse(dict(block))
        if parsed is None:
            raise Refused("invalid_blocks")
        parsed.to_dict()
        for element in getattr(parsed, "elements", None) or []:
            if hasattr(element, "to_dict"):
                element.to_dict()
        for part in (getattr(parsed, "element", None), getattr(parsed, "accessory", None)):
            if part is not None:
                part.to_dict()
    except SlackObjectFormationError:
        raise Refused("invalid_blocks") from None


def _check_rich_text(block: Json) -> int:
    count = 0
    for section in block["elements"]:
        if section["type"] != "rich_text_section" or not section["elements"]:
            raise Refused("invalid_blocks")
        for element in section["elements"]:
            if element["type"] not in ("text", "link") or not element["text"]:
                raise Refused("invalid_blocks")
            if set(element) - {"type", "text", "url", "style"}:
                raise Refused("invalid_blocks")
            if set(element.get("style", {})) - {"bold", "italic", "code", "strike"}:
                raise Refused("invalid_blocks")
            count += len(element["text"])
    return count


def _check_table(block: Json) -> int:
    rows = block["rows"]
    if not 1 <= len(rows) <= 100 or any(len(row) != len(rows[0]) or not 1 <= len(row) <= 20 for row in rows):
        raise Refused("invalid_blocks")
    if any(cell["type"] != "raw_text" or not cell["text"] for row in rows for cell in row):
        raise Refused("invalid_blocks")
    return sum(len(cell["text"]) for row in rows for cell in row)


def _check_actions(block: Json) -> None:
    ids = [element["action_id"] for element in block["elements"]]
    if not ids or len(set(ids)) != len(ids) or len(ids) > 25:
        raise Refused("invalid_blocks")
    for element in block["elements"]:
        if element["type"] == "button" and not 1 <= len(element["value"]) <= 2000:
            raise Refused("invalid_blocks")


def check_view(view: Json) -> None:
    """A modal or App Home."""
    try:
        View(**deepcopy(view)).to_dict()
    except SlackObjectFormationError:
        raise Refused("invalid_arguments") from None
    if view["type"] == "modal" and not view.get("title"):
        raise Refused("invalid_arguments")
    has_input = any(block["type"] == "input" for block in view["blocks"])
    if view["type"] == "modal" and has_input and not view.get("submit"):
        raise Refused("invalid_arguments")
    check_blocks(view["blocks"], 100, most_tables=0)
