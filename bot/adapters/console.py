"""The terminal chat: a prompt for a person, or lines in and plain text out where standard input is piped.

A pipe has exactly one answer a line, in order. What an earlier process committed and did not print is therefore shown
at a terminal only: in a pipe it would be taken for the answer to the first line.
"""

from collections.abc import Awaitable, Callable, Iterable, Iterator
from datetime import datetime
from pathlib import Path
from typing import TYPE_CHECKING, BinaryIO, Generic, Protocol, TextIO, TypeVar, assert_never
from uuid import uuid4

from bot.i18n import Translator
from bot.message import ChatRef, Invocation, Message, Sender
from bot.reply import Block, Button, Buttons, Fields, File, Form, Image, Paragraph, Reply, Style, Table

if TYPE_CHECKING:
    from rich.text import Text

PLATFORM = "console"
ACCOUNT = "local"
LINE_SEPARATOR = "\u2028"


class Answer(Protocol):
    """What the desk answers."""

    @property
    def reply(self) -> Reply | None:
        """What to show; None for nothing."""


AnswerT = TypeVar("AnswerT", bound=Answer)


class Console(Generic[AnswerT]):
    """One person at one terminal. ``handle`` does what a message asks, ``answered`` hears that the answer was shown."""

    def __init__(
        self,
        handle: Callable[[Message], Awaitable[AnswerT]],
        answered: Callable[[AnswerT, str], Awaitable[None]],
        clock: Callable[[], datetime],
        sender: Sender,
    ) -> None:
        self._handle = handle
        self._answered = answered
        self._clock = clock
        self._sender = sender
        self._buttons: tuple[Button, ...] = ()

    @staticmethod
    def chat_of(sender: Sender) -> ChatRef:
        """The same chat at every start, so that an undo finds what an earlier process logged."""
        return ChatRef(PLATFORM, ACCOUNT, sender.id)

    async def say(self, text: str, show: Callable[[Reply], None]) -> None:
        """Send one line, a button's number or a message, and show the answer."""
        message = Message(uuid4().hex, self.chat_of(self._sender), self._sender, self._clock(), self._content(text))
        answer = await self._handle(message)
        if answer.reply is not None:
            self._buttons = answer.reply.buttons or self._buttons
            show(answer.reply)
        await self._answered(answer, message.id)

    def _content(self, text: str) -> str | Invocation:
        choice = text.strip(" []().")
        if choice.isascii() and choice.isdigit() and 1 <= int(choice[:4]) <= len(self._buttons):
            return self._buttons[int(choice) - 1].invocation
        return text.replace(LINE_SEPARATOR, "\n")

    async def run_piped(self, lines_in: BinaryIO, out: TextIO) -> None:
        """One message a line, one answer each, at once, until the end of input."""

        def show(reply: Reply) -> None:
            out.write(plain_text(reply) + "\n\n")
            out.flush()

        for line in iter(lines_in.readline, b""):
            text = line.decode("utf-8", errors="replace").removesuffix("\n").removesuffix("\r")
            if text.strip():
                await self.say(text, show)

    async def run_terminal(self, t: Translator, history: Path, waiting: Iterable[AnswerT]) -> None:
        """A prompt with history and styled answers, until Ctrl-D. ``waiting`` was not shown by an earlier process."""
        from prompt_toolkit import PromptSession
        from prompt_toolkit.history import FileHistory
        from rich.console import Console as Screen

        screen = Screen(highlight=False)

        def show(reply: Reply) -> None:
            screen.print(_styled(reply))
            screen.print()

        history.parent.mkdir(parents=True, exist_ok=True)
        history.touch(mode=0o600)  # it repeats what was typed, names and phones included
        session: PromptSession[str] = PromptSession(history=FileHistory(str(history)))
        screen.print(t("Dragoman. Type /help for the commands, Ctrl-D to leave."), style="dim")
        for answer in waiting:
            if answer.reply is not None:
                self._buttons = answer.reply.buttons or self._buttons
                show(answer.reply)
            await self._answered(answer, uuid4().hex)
        while True:
            try:
                text = await session.prompt_async("> ")
            except KeyboardInterrupt:
                continue
            except EOFError:
                return
            if text.strip():
                await self.say(text, show)


def plain_text(reply: Reply) -> str:
    """A reply as plain text without empty lines; buttons are numbered through."""
    return "\n".join(line for line, _ in _lines(reply) if line.strip())


def _styled(reply: Reply) -> "Text":
    from rich.text import Text

    text = Text()
    for block in reply.blocks:
        if isinstance(block, Paragraph):
            for span in block.spans:
                text.append(span.text, style=_STYLES[span.style])
            text.append("\n")
    rest = [line for line, block in _lines(reply) if not isinstance(block, Paragraph)]
    text.append("\n".join(rest), style="cyan")
    return text


_STYLES = {Style.PLAIN: "", Style.BOLD: "bold", Style.DIM: "dim", Style.CODE: "italic"}


def _lines(reply: Reply) -> Iterator[tuple[str, Block]]:
    number = 0
    for block in reply.blocks:
        match block:
            case Paragraph():
                for line in block.text.split("\n"):
                    yield line, block
            case Fields():
                for label, value in block.rows:
                    yield f"{label}: {value}", block
            case Table():
                for row in block.rows:
                    yield " · ".join(cell for cell in row if cell), block
            case Image():
                yield f"[{block.description}]", block
            case File():
                yield f"[{block.name}]", block
            case Buttons():
                labels = []
                for button in block.buttons:
                    number += 1
                    labels.append(f"[{number}] {button.label}")
                yield "  ".join(labels), block
            case Form():
                for field in block.fields:
                    yield f"{field.label}: {field.error or field.value}", block
            case _:
                assert_never(block)
