"""A reply as what Telegram takes: texts with entities, a keyboard, files. Pure, without the library's types.

Offsets and lengths are UTF-16 code units (Bot API, MessageEntity). There is no parse mode anywhere, so that nobody's
words are ever read as markup.
"""

import unicodedata
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import assert_never

from bot.message import ChatKind
from bot.reply import Buttons, Fields, File, Form, Image, Paragraph, Reply, Span, Style, Table, split_spans

LONGEST_TEXT = 4096
"""UTF-16 code units of a message (Bot API, sendMessage)."""
WIDTH = 36
"""Characters of a line on 360 points of width."""
LONGEST_LABEL = 60
MOST_BUTTONS = 100
MOST_IN_A_ROW = 8
_STYLES = {Style.BOLD: "bold", Style.CODE: "code", Style.DIM: "italic"}
# What Telegram takes out of every text (TDLib, clean_input_string): taken out here, so that offsets stay true.
_UNSENT: dict[int, str] = dict.fromkeys((*range(0x2028, 0x202F), 0x0333, 0x033F, 0x030A, 0x0D), "")
_UNSENT |= dict.fromkeys((code for code in range(0x20) if chr(code) not in "\n\r"), " ")


@dataclass(frozen=True, slots=True)
class Entity:
    """A style or a link over part of a text."""

    type: str
    offset: int
    length: int
    url: str | None = None


@dataclass(frozen=True, slots=True)
class Key:
    """One button: what it says and what it carries."""

    label: str
    data: str


@dataclass(frozen=True, slots=True)
class Text:
    """One message. ``forces_reply`` asks the person's client to answer it."""

    text: str
    entities: tuple[Entity, ...] = ()
    keyboard: tuple[tuple[Key, ...], ...] = ()
    forces_reply: bool = False


@dataclass(frozen=True, slots=True)
class Document:
    """A stored file to send; ``is_picture`` shows it."""

    file_id: int
    caption: str
    is_picture: bool


Part = Text | Document


def render(reply: Reply, kind: ChatKind) -> list[Part]:
    """The messages that show a reply, at least one; the keyboard is below the last text."""
    spans: list[Span] = []
    documents: list[Part] = []
    rows: list[tuple[Key, ...]] = []
    for block in reply.blocks:
        match block:
            case Image() | File():
                name = block.description if isinstance(block, Image) else block.name
                documents.append(Document(block.file_id, _sendable(name)[:200], isinstance(block, Image)))
            case Buttons():
                rows += _rows(Key(_label(button.label), button.invocation.encode()) for button in block.buttons)
            case Paragraph() | Fields() | Table() | Form():
                if spans:
                    spans.append(Span("\n"))
                spans += _spans(block)
            case _:
                assert_never(block)
    forces_reply = reply.asks and kind is ChatKind.GROUP and not rows
    texts = [Text(text, entities) for text, entities in _split(spans)]
    if not texts and (rows or not documents):
        texts = [Text("…")]  # Telegram refuses a message without any text
    if texts:
        last = texts[-1]
        texts[-1] = Text(last.text, last.entities, _at_most(rows), forces_reply)
    return [*texts, *documents]


def _spans(block: Paragraph | Fields | Table | Form) -> list[Span]:
    match block:
        case Paragraph():
            return list(block.spans)
        case Fields():
            return [span for label, value in block.rows for span in (Span(f"{label}: "), Span(f"{value}\n"))]
        case Table():
            return _table(block)
        case Form():
            rows = [": ".join(filter(None, [field.label, field.error or field.value])) for field in block.fields]
            return [Span("\n".join(rows))]


def _table(table: Table) -> list[Span]:
    """Columns side by side where a phone has room for them, else a list whose first cell stands out."""
    columns = list(zip(*table.rows, strict=False))
    widths = [max(map(_width, column)) for column in columns]
    if sum(widths) + 2 * (len(widths) - 1) <= WIDTH:
        padded = (
            "  ".join(cell + " " * (width - _width(cell)) for cell, width in zip(row, widths, strict=False)).rstrip()
            for row in table.rows
        )
        return [Span("\n".join(padded), Style.CODE)]
    spans: list[Span] = []
    for first, *others in table.rows:
        spans += [Span(first, Style.BOLD), *(Span(f" · {cell}") for cell in others if cell), Span("\n")]
    return spans


def _width(text: str) -> int:
    """Columns that a text takes in a font of one width."""
    wide = sum(unicodedata.east_asian_width(c) in "WF" for c in text)
    return len(text) + wide - sum(unicodedata.combining(c) > 0 for c in text)


def units(text: str) -> int:
    """Its length in UTF-16 code units."""
    return len(text) + sum(c > "\uffff" for c in text)


def _sendable(text: str) -> str:
    text = text.translate(_UNSENT)
    return "".join(c for c in text if not "\ud800" <= c <= "\udfff")  # halves of pairs: no UTF-8 has them


def _split(spans: Iterable[Span]) -> Iterator[tuple[str, tuple[Entity, ...]]]:
    """Texts of at most ``LONGEST_TEXT`` units: cut at the end of a line, else of a word, else anywhere between
    characters. Blanks at either end go, as Telegram takes them away itself."""
    left = [Span(text, span.style, span.url) for span in spans if (text := _sendable(span.text))]
    while left:
        head, left = _cut(left)
        text, entities = _message(head)
        if text:
            yield text, entities


def _cut(spans: list[Span]) -> tuple[list[Span], list[Span]]:
    whole = "".join(span.text for span in spans)
    if units(whole) <= LONGEST_TEXT:
        return spans, []
    end = _fitting(whole)
    for blank in ("\n", " "):
        at = whole.rfind(blank, end // 2, end + 1)
        if at > 0:
            end = at
            break
    return split_spans(spans, end)


def _fitting(text: str) -> int:
    """How many characters fit; one that is drawn with its neighbour (a joined emoji, an accent) is not cut off."""
    size = 0
    for index, character in enumerate(text):
        size += 1 + (character > "\uffff")
        if size > LONGEST_TEXT:
            while index > 1 and (_joins(text[index]) or text[index - 1] == "\u200d"):
                index -= 1
            return index
    return len(text)


def _joins(character: str) -> bool:
    return (
        unicodedata.combining(character) > 0
        or character in "\u200d\ufe0f\u20e3"
        or "\U0001f3fb" <= character <= "\U0001f3ff"
    )


def _message(spans: Iterable[Span]) -> tuple[str, tuple[Entity, ...]]:
    """The joined text without blanks at its ends, and its entities."""
    spans = list(spans)
    whole = "".join(span.text for span in spans)
    text = whole.strip()
    skipped = units(whole[: len(whole) - len(whole.lstrip())])
    size, offset = units(text), -skipped
    entities: list[Entity] = []
    for span in spans:
        end = offset + units(span.text)
        # Blanks at the ends of an entity go as well (TDLib, fix_entities).
        start = max(0, offset + units(span.text) - units(span.text.lstrip()))
        stop = min(size, end - (units(span.text) - units(span.text.rstrip())))
        offset = end
        if start >= stop:
            continue
        if span.url:
            entities.append(Entity("text_link", start, stop - start, span.url))
        if span.style in _STYLES:
            entities.append(Entity(_STYLES[span.style], start, stop - start))
    return text, tuple(entities)


def _label(text: str) -> str:
    label = " ".join(_sendable(text).split())
    return (label if len(label) <= LONGEST_LABEL else label[: LONGEST_LABEL - 1] + "…") or "…"


def _rows(keys: Iterable[Key]) -> list[tuple[Key, ...]]:
    """Buttons side by side where their words fit: Telegram gives those of a row the same width."""
    rows: list[tuple[Key, ...]] = []
    row: list[Key] = []
    for key in keys:
        longest = max(_width(other.label) for other in (*row, key))
        if row and (longest * (len(row) + 1) > WIDTH - 4 or len(row) == MOST_IN_A_ROW):
            rows.append(tuple(row))
            row = []
        row.append(key)
    return [*rows, tuple(row)] if row else rows


def _at_most(rows: list[tuple[Key, ...]]) -> tuple[tuple[Key, ...], ...]:
    kept, count = [], 0
    for row in rows:
        count += len(row)
        if count > MOST_BUTTONS:
            break
        kept.append(row)
    return tuple(kept)
