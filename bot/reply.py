"""What goes out: platform-neutral blocks. Markup never travels, so nothing needs escaping or can inject any."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from enum import StrEnum
from functools import lru_cache
from typing import TYPE_CHECKING, Literal

from bot.message import Invocation

if TYPE_CHECKING:
    from pydantic import TypeAdapter


class Style(StrEnum):
    """How a span looks where the platform can show it."""

    PLAIN = "plain"
    BOLD = "bold"
    DIM = "dim"
    CODE = "code"


class Visibility(StrEnum):
    """Who sees the reply: everybody in the chat, or only the one who asked."""

    CHAT = "chat"
    SENDER = "sender"


@dataclass(frozen=True, slots=True)
class Span:
    """Text in one style."""

    text: str
    style: Style = Style.PLAIN
    url: str | None = None


def split_spans(spans: Sequence[Span], at: int) -> tuple[list[Span], list[Span]]:
    """The first ``at`` characters of the text, and what follows them; a span across the cut is in both."""
    head, tail, seen = [], [], 0
    for span in spans:
        keep = min(max(at - seen, 0), len(span.text))
        seen += len(span.text)
        if keep:
            head.append(Span(span.text[:keep], span.style, span.url))
        if keep < len(span.text):
            tail.append(Span(span.text[keep:], span.style, span.url))
    return head, tail


@dataclass(frozen=True, slots=True)
class Paragraph:
    """One or more lines of running text."""

    spans: tuple[Span, ...]
    type: Literal["paragraph"] = "paragraph"

    @property
    def text(self) -> str:
        """Its plain text."""
        return "".join(span.text for span in self.spans)


@dataclass(frozen=True, slots=True)
class Fields:
    """Labelled values, one a line."""

    rows: tuple[tuple[str, str], ...]
    type: Literal["fields"] = "fields"


@dataclass(frozen=True, slots=True)
class Table:
    """Rows of cells; a phone shows them as a list, so the first cell identifies the row."""

    header: tuple[str, ...]
    rows: tuple[tuple[str, ...], ...]
    type: Literal["table"] = "table"


@dataclass(frozen=True, slots=True)
class Image:
    """A stored picture, by the id of its file, and what it shows in words."""

    file_id: int
    description: str
    type: Literal["image"] = "image"


@dataclass(frozen=True, slots=True)
class File:
    """A stored file, by its id."""

    file_id: int
    name: str
    type: Literal["file"] = "file"


@dataclass(frozen=True, slots=True)
class Button:
    """A verb, and the command that pressing it is."""

    label: str
    invocation: Invocation


@dataclass(frozen=True, slots=True)
class Buttons:
    """One row of buttons (a platform may wrap it)."""

    buttons: tuple[Button, ...]
    type: Literal["buttons"] = "buttons"


class FieldKind(StrEnum):
    """What a field takes: a line, a longer text, a day (ISO 8601), a partner's reference, one of its choices."""

    LINE = "line"
    TEXT = "text"
    DAY = "day"
    PARTNER = "partner"
    CHOICE = "choice"


@dataclass(frozen=True, slots=True)
class FormField:
    """One value to ask for. ``choices`` are values with what is shown for them, the filled-in one among them."""

    name: str
    label: str
    value: str = ""
    error: str = ""
    kind: FieldKind = FieldKind.LINE
    choices: tuple[tuple[str, str], ...] = ()
    is_optional: bool = False


@dataclass(frozen=True, slots=True)
class Form:
    """What ``command`` still needs: a modal in Slack, a forced reply in a Telegram group, a question elsewhere."""

    command: str
    fields: tuple[FormField, ...]
    title: str = ""
    submit: str = ""
    type: Literal["form"] = "form"


Block = Paragraph | Fields | Table | Image | File | Buttons | Form


@dataclass(frozen=True, slots=True)
class Reply:
    """One answer. ``replaces`` says that it takes the place of the post whose button was pressed.

    ``record_id`` is the record that the post shows, so that an answer to the post finds it. ``asks`` says that an
    answer in words is waited for.
    """

    blocks: tuple[Block, ...]
    visibility: Visibility = Visibility.CHAT
    replaces: bool = False
    record_id: int | None = None
    asks: bool = False

    @property
    def buttons(self) -> tuple[Button, ...]:
        """All its buttons, in order."""
        return tuple(button for block in self.blocks if isinstance(block, Buttons) for button in block.buttons)

    def to_json(self) -> str:
        """Its stored form."""
        return _adapter().dump_json(self, exclude_defaults=False).decode()

    @classmethod
    def from_json(cls, text: str) -> "Reply":
        """The reverse of ``to_json``."""
        return _adapter().validate_json(text)


@lru_cache(maxsize=1)
def _adapter() -> "TypeAdapter[Reply]":
    from pydantic import TypeAdapter  # only where replies are stored

    return TypeAdapter(Reply)


def bold(text: str) -> Span:
    """Text that the eye should find first."""
    return Span(text, Style.BOLD)


def lines(texts: Iterable[str | Span]) -> Paragraph:
    """A paragraph of one line a text; empty ones are left out."""
    spans: list[Span] = []
    for text in texts:
        span = text if isinstance(text, Span) else Span(text)
        if span.text:
            spans.extend((Span("\n"), span) if spans else (span,))
    return Paragraph(tuple(spans))
