"""The commands, and finding the one that is meant. Help, menus and manifests are generated from here."""

import difflib
import re
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, field
from typing import Any

from bot.domain.records import Kind
from bot.errors import BotError
from bot.folding import fold
from bot.i18n import N_, MessageId
from bot.message import ChatKind, Message
from bot.permissions import Permission
from bot.reply import Reply
from bot.request import Request

NAME = re.compile(r"[a-z0-9_]{1,32}")
"""What Telegram allows as a command (Bot API, BotCommand.command)."""

UMBRELLA = "log"
_SAID_ALONE = frozenset({"tamam", "done"})
"""Names of commands that people also say to anybody: alone, without a slash, they call nothing."""
NEVER_OFFERED = frozenset({"gorev"})
"""Understood, and never said by us: to a municipality "görev" is an assignment abroad."""
_ENGLISH_TOO = frozenset({"not", "son", "is", "ara", "end"})
"""Names that begin English sentences: "not Tirana but Skopje" is no note, "end of the visit" ends no agreement."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Command:
    """One command.

    ``names`` has, by language, its name in menus and then the other spellings that are understood. ``parse`` reads
    the arguments into what ``handle`` takes. ``usage`` are examples, a line each, for the command's own help.
    ``noun`` marks a command that logs records of a kind: ``/log`` stands before any of them, and then ``log`` reads
    the arguments, where the noun alone may also show or list. A plain sentence may begin with any name, and
    with ``words`` that cannot be names ("geri al"). ``private`` is refused in groups, where everybody would read what
    it shows, and left out of their menus.
    """

    name: str
    names: Mapping[str, tuple[str, ...]]
    help: MessageId
    usage: MessageId
    parse: Callable[[str, Request], Any]
    handle: Callable[[Request, Any], Reply]
    permission: Permission = Permission.READ
    noun: Kind | None = None
    log: Callable[[str, Request], Any] | None = None
    words: tuple[str, ...] = ()
    listed: bool = True
    private: bool = False
    aliases: frozenset[str] = field(init=False)

    def __post_init__(self) -> None:
        every = (self.name, *(name for names in self.names.values() for name in names))
        for name in every:
            if not NAME.fullmatch(name):
                raise ValueError(f"a platform would refuse the command name {name!r}")
        object.__setattr__(self, "aliases", frozenset(map(fold_name, every)))

    def name_in(self, language: str) -> str:
        """Its name in the menus of a language."""
        return self.names[language][0] if language in self.names else self.name


@dataclass(frozen=True, slots=True)
class Call:
    """A command and its arguments. ``logging`` is set where the umbrella stood before the noun."""

    command: Command
    arguments: str
    logging: bool = False

    def parse(self, request: Request) -> Any:
        """The arguments, read. Raises ``BotError``."""
        if self.logging and self.command.log is not None:
            return self.command.log(self.arguments, request)
        return self.command.parse(self.arguments, request)

    def check_place(self, message: Message, language: str) -> None:
        """Raises ``NotInGroups`` for a private command where others read along."""
        if self.command.private and message.chat.kind is ChatKind.GROUP:
            refusal = NotInGroupsBut if message.alone_at else NotInGroups
            raise refusal(command=self.command.name_in(language), address=message.alone_at)

    @property
    def invocation(self) -> tuple[str, str]:
        """The command and the beginning of its arguments by which the call is repeated."""
        if self.command.noun is not None:
            return UMBRELLA, f"{self.command.name} "
        return self.command.name, ""


class NotInGroups(BotError):
    """A command whose answer is nobody else's business."""

    text = N_("/{command} is not for a group: write it to me alone.")


class NotInGroupsBut(NotInGroups):
    """The same where the platform has an address for a chat with us alone."""

    advice = N_("You find me at {address}.")


class UnknownCommand(BotError):
    """No command of that name."""

    text = N_("I do not know /{name}.")
    advice = N_("/help shows what I understand.")


class DidYouMean(BotError):
    """No command of that name, but one that is close."""

    text = N_("I do not know /{name}. Did you mean /{closest}?")

    def __init__(self, *, closest: str, arguments: str, **parameters: object) -> None:
        super().__init__(closest=closest, **parameters)
        self.closest = closest
        self.arguments = arguments


def fold_name(name: str) -> str:
    """The form in which command names are compared: "/Yaklaşan" is "yaklasan"."""
    return fold(name.replace("_", "")).replace(" ", "")


class Router:
    """All commands. Raises ``ValueError`` where two claim one name."""

    def __init__(self, commands: Iterable[Command]) -> None:
        self.commands = tuple(commands)
        self._by_name: dict[str, Command] = {}
        for command in self.commands:
            for name in command.aliases:
                if self._by_name.setdefault(name, command) is not command:
                    raise ValueError(f"two commands are called {name!r}")
        self._by_word = {
            fold(word.replace("_", " ")): command
            for command in self.commands
            if command.listed
            for word in (command.name, *(name for names in command.names.values() for name in names), *command.words)
        }

    @property
    def names(self) -> frozenset[str]:
        """Every name that a command can be typed with, in any language."""
        return frozenset(
            name for command in self.commands for name in (command.name, *sum(map(tuple, command.names.values()), ()))
        )

    def find(self, name: str) -> Command | None:
        """The command of that name, in either language and any spelling."""
        return self._by_name.get(fold_name(name))

    def is_word(self, text: str) -> bool:
        """Whether a text is a word that calls a command, with or without its slash."""
        return fold(text) in self._by_word or self.find(text) is not None

    def resolve(self, name: str, arguments: str, language: str) -> Call:
        """What "/name arguments" calls. Raises ``UnknownCommand`` and ``DidYouMean``."""
        command = self.find(name)
        if command is None:
            raise self._unknown(name, arguments, language)
        if command.name == UMBRELLA and arguments:
            first, _, rest = arguments.replace("\n", " \n", 1).partition(" ")
            noun = self.find(first.strip(",:;/"))
            if noun is None or noun.noun is None:
                noun = self._by_word.get(fold(first))
            if noun is not None and noun.noun is not None:
                return Call(noun, rest.strip(), logging=True)
        return Call(command, arguments)

    def resolve_words(self, text: str, language: str) -> Call | None:
        """What a plain sentence calls, if it begins with the name of a command, in either language."""
        if fold(text) in _SAID_ALONE:
            return None
        words = text.split(None, 2)
        for size in (2, 1):
            first = fold(" ".join(words[:size]))
            if len(words) >= size and first in self._by_word and not (language == "en" and first in _ENGLISH_TOO):
                rest = text.split(None, size)[size:]
                return self.resolve(self._by_word[first].name, rest[0].strip() if rest else "", language)
        return None

    def _unknown(self, name: str, arguments: str, language: str) -> BotError:
        name = name[:32]
        close = difflib.get_close_matches(fold_name(name), self._by_name, n=1, cutoff=0.6)
        if not close:
            return UnknownCommand(name=name)
        command = self._by_name[close[0]]
        shown = next(
            (n for n in command.names.get(language, ()) if fold_name(n) == close[0] and n not in NEVER_OFFERED), None
        )
        return DidYouMean(name=name, closest=shown or command.name_in(language), arguments=arguments)
