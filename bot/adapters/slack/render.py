"""A reply as what Slack takes: Block Kit. Pure, without the library's types.

Text is rich_text, whose elements are data: no mrkdwn is ever built, so nobody's words are read as markup, and
"<!channel>" is ten characters. Limits: docs.slack.dev, Block Kit reference and chat.postMessage.
"""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from typing import Any, assert_never

from bot.adapters.slack.words import escaped
from bot.reply import Button, Buttons, Fields, File, Form, Image, Paragraph, Reply, Span, Style, Table, split_spans

SECTION = 3000
"""Characters of one block of text."""
MOST_BLOCKS = 50
MOST_CHARACTERS = 12_000
"""Of all the blocks of one message: beyond about 13,000 Slack answers msg_too_long."""
FALLBACK = 3000
"""Of the plain text beside the blocks; Slack asks for at most 4,000."""
LABEL = 75
ROW = 5
"""Buttons that stand side by side on a desktop; a phone wraps them."""
MOST_ROWS, MOST_COLUMNS, MOST_IN_CELLS = 100, 20, 10_000
"""Of a table: rows with the head, columns, characters of all its cells. One table a message, none in App Home or a form
(docs.slack.dev, table block)."""
PRESS = "press:"
"""Begins the action_id of every button."""
_STYLES = {Style.BOLD: "bold", Style.CODE: "code", Style.DIM: "italic"}

BlockJson = dict[str, Any]


@dataclass(frozen=True, slots=True)
class Post:
    """One message: its blocks, and the plain ``text`` for notifications and screen readers, escaped."""

    text: str
    blocks: tuple[BlockJson, ...]


@dataclass(frozen=True, slots=True)
class Upload:
    """A stored file to be sent; ``description`` is what a picture shows."""

    file_id: int
    description: str


Part = Post | Upload


def render(reply: Reply, *, has_tables: bool = True) -> list[Part]:
    """The messages that show a reply, at least one; files come last. Without tables their rows are lines."""
    blocks: list[tuple[str, BlockJson]] = []
    uploads: list[Part] = []
    pressed = 0
    for block in reply.blocks:
        match block:
            case Image() | File():
                uploads.append(Upload(block.file_id, block.description if isinstance(block, Image) else block.name))
            case Buttons():
                blocks += _actions(block.buttons, pressed)
                pressed += len(block.buttons)
            case Table():
                blocks += _tables(block) if has_tables else _texts(_lines_of([block.header, *block.rows]))
            case Paragraph() | Fields() | Form():
                blocks += _texts(_spans(block))
            case _:
                assert_never(block)
    if not blocks and not uploads:
        blocks = [_section([Span("…")])]
    return [*_posts(blocks), *uploads]


def post_of(text: str) -> Post:
    """One sentence."""
    return _post([_section([Span(text)])])


def _posts(blocks: Iterable[tuple[str, BlockJson]]) -> Iterator[Post]:
    """Blocks in messages that keep the limits."""
    page: list[tuple[str, BlockJson]] = []
    for text, block in blocks:
        size = sum(len(other) for other, block in [*page, (text, block)] if block["type"] != "actions")
        tables = sum(other["type"] == "table" for _, other in page) + (block["type"] == "table")
        if page and (len(page) == MOST_BLOCKS or size > MOST_CHARACTERS or tables > 1):
            yield _post(page)
            page = []
        page.append((text, block))
    if page:
        yield _post(page)


def _post(page: Sequence[tuple[str, BlockJson]]) -> Post:
    text = "\n".join(filter(None, (text for text, block in page if block["type"] != "actions")))
    if not text:
        text = " · ".join(text for text, _ in page)
    text = text if len(text) <= FALLBACK else text[: FALLBACK - 1] + "…"
    return Post(escaped(text) or "…", tuple(block for _, block in page))


def _spans(block: Paragraph | Fields | Form) -> list[Span]:
    match block:
        case Paragraph():
            return list(block.spans)
        case Fields():
            return [
                span
                for n, (label, value) in enumerate(block.rows)
                for span in (Span(("\n" if n else "") + f"{label}: ", Style.BOLD), Span(value))
            ]
        case Form():
            rows = [": ".join(filter(None, [field.label, field.error or field.value])) for field in block.fields]
            return [Span("\n".join(rows))]


def _texts(spans: Iterable[Span]) -> Iterator[tuple[str, BlockJson]]:
    left = [Span(text, span.style, span.url) for span in spans if (text := _sendable(span.text))]
    while left:
        head, left = _cut(left)
        if any(span.text.strip() for span in head):
            yield _section(head)


def _section(spans: Sequence[Span]) -> tuple[str, BlockJson]:
    text = "".join(span.text for span in spans)
    section = {"type": "rich_text_section", "elements": list(map(_element, spans))}
    return text, {"type": "rich_text", "elements": [section]}


def _element(span: Span) -> BlockJson:
    style = {"style": {_STYLES[span.style]: True}} if span.style in _STYLES else {}
    if span.url:
        return {"type": "link", "url": span.url, "text": span.text, **style}
    return {"type": "text", "text": span.text, **style}


def _cut(spans: list[Span]) -> tuple[list[Span], list[Span]]:
    """What fits into one block, cut at the end of a line, else of a word; and the rest."""
    whole = "".join(span.text for span in spans)
    if len(whole) <= SECTION:
        return spans, []
    end = SECTION
    for blank in ("\n", " "):
        at = whole.rfind(blank, end // 2, end)
        if at > 0:
            end = at + 1
            break
    return split_spans(spans, end)


def _tables(table: Table) -> Iterator[tuple[str, BlockJson]]:
    """Tables that keep the limits. Where a row alone does not, the rows are lines."""
    # A cell needs a text, and every row as many cells as the first.
    columns = max(map(len, (table.header, *table.rows)), default=0)
    cells = [[_sendable(cell) or " " for cell in (*row, *("",) * (columns - len(row)))] for row in table.rows]
    head = [[_sendable(cell) or " " for cell in (*table.header, *("",) * (columns - len(table.header)))]]
    head = head if any(table.header) else []
    size = _size(head)
    if columns > MOST_COLUMNS or any(size + _size([row]) > MOST_IN_CELLS for row in cells):
        yield from _texts(_lines_of([table.header, *table.rows]))
        return
    page: list[list[str]] = []
    for row in cells:
        if page and (len(head) + len(page) == MOST_ROWS or size + _size([*page, row]) > MOST_IN_CELLS):
            yield _table(head, page)
            page = []
        page.append(row)
    if page:
        yield _table(head, page)


def _table(head: list[list[str]], rows: list[list[str]]) -> tuple[str, BlockJson]:
    text = "\n".join(" · ".join(cell for cell in row if cell.strip()) for row in rows)
    cells = [[{"type": "raw_text", "text": cell} for cell in row] for row in head + rows]
    return text, {"type": "table", "rows": cells}


def _size(rows: Iterable[Sequence[str]]) -> int:
    return sum(len(cell) for row in rows for cell in row)


def _lines_of(rows: Iterable[Sequence[str]]) -> list[Span]:
    return [Span("\n".join(text for row in rows if (text := " · ".join(cell for cell in row if cell.strip()))))]


def _actions(buttons: Sequence[Button], first: int) -> Iterator[tuple[str, BlockJson]]:
    for start in range(0, len(buttons), ROW):
        row = buttons[start : start + ROW]
        elements = [button_element(button, first + start + n) for n, button in enumerate(row)]
        yield " · ".join(button.label for button in row), {"type": "actions", "elements": elements}


def button_element(button: Button, number: int) -> BlockJson:
    """A button; its value is the command. ``number`` is unique in the message."""
    return {
        "type": "button",
        "action_id": f"{PRESS}{number}",
        "text": plain_text(button.label),
        "value": button.invocation.encode(),
    }


def plain_text(text: str, longest: int = LABEL) -> BlockJson:
    """A text object without markup; ":tr:" stays five characters."""
    text = " ".join(_sendable(text).split()) or "…"
    return {
        "type": "plain_text",
        "text": text if len(text) <= longest else text[: longest - 1] + "…",
        "emoji": False,
    }


def _sendable(text: str) -> str:
    return "".join(c for c in text if c in "\n\t" or (c >= " " and not "\ud800" <= c <= "\udfff"))


def body_of(post: Post) -> dict[str, Any]:
    """What every post has: no previews of links, and nothing in the plain text that Slack would turn into a link."""
    blocks: Sequence[dict[str, Any]] = post.blocks
    return {
        "text": post.text,
        "blocks": blocks,
        "parse": "none",
        "link_names": False,
        "unfurl_links": False,
        "unfurl_media": False,
    }
