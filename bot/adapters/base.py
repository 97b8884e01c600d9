"""The port to a chat platform: what sending can come to, and what an adapter may ask of the desk."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from datetime import datetime
from typing import Protocol

from bot.message import ChatRef, Invocation, Message, Sender
from bot.reply import Form, Reply


@dataclass(frozen=True, slots=True)
class Sent:
    """It is there, as these posts of the platform, in order."""

    post_ids: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Retry:
    """Not sent, or what may be sent twice: to be tried again after so many seconds. ``sent`` as in ``Delivery``."""

    after: float
    sent: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Gone:
    """Never to be sent. ``whole_chat`` says that nothing can be sent to the chat until somebody lets us in again."""

    why: str
    whole_chat: bool = True


@dataclass(frozen=True, slots=True)
class Moved:
    """Not sent: the chat has another id now."""

    to: str


@dataclass(frozen=True, slots=True)
class Uncertain:
    """The connection broke: it may be there or not. ``sent`` as in ``Delivery``.

    ``is_findable`` False says that it cannot be looked for in this chat, although elsewhere on the platform it can.
    """

    why: str
    sent: tuple[str, ...] = ()
    is_findable: bool = True


Outcome = Sent | Retry | Gone | Moved | Uncertain


@dataclass(frozen=True, slots=True)
class Delivery:
    """How an answer is put: in the place of a post, or as an answer to one, to whom (the platform's id).

    ``said`` is the message itself, where it was typed; ``pressed`` is the post whose button was pressed, whether or
    not it gives way. ``key`` is the answer's own, "" for none. ``is_again`` says that it may be there already, and
    ``since`` when it can be there at the earliest. ``sent`` are the posts of the answer that are there already, one
    for each of its first parts: it goes on after them.
    """

    replaces: str | None = None
    answers: str | None = None
    pressed: str | None = None
    said: str | None = None
    sender: str = ""
    key: str = ""
    is_again: bool = False
    since: datetime | None = None
    sent: tuple[str, ...] = ()


class Adapter(Protocol):
    """One account on one platform."""

    platform: str
    account: str
    finds_posts: bool
    """Whether ``send`` finds what is there already by its ``key``, so that what is uncertain may be sent again."""

    async def send(self, chat: ChatRef, reply: Reply, delivery: Delivery) -> Outcome:
        """Show a reply in a chat. Never raises for what the platform says; raises ``PlatformStopped``."""
        ...

    async def vouch(self, chat: ChatRef, sender: Sender) -> Sender | None:
        """A person we do not know, with what the platform says of them; None where it vouches for nobody.

        Raises ``TryAgain``.
        """
        ...

    async def download(self, reference: str, largest: int) -> bytes:
        """The content of an attachment. Raises ``TooLarge``, ``LookupError`` where it is gone, and on a bad line."""
        ...


class FileLike(Protocol):
    """A stored file; ``content`` None is not here yet."""

    @property
    def name(self) -> str:
        """Its file name."""
        ...

    @property
    def content(self) -> bytes | None:
        """Its bytes."""
        ...

    @property
    def language(self) -> str:
        """The language of the chat to which it is sent."""
        ...


class Card(Protocol):
    """One answer to what a member is typing in any chat."""

    @property
    def id(self) -> str:
        """Unique in the list."""
        ...

    @property
    def title(self) -> str:
        """Its first line in the list."""
        ...

    @property
    def description(self) -> str:
        """Its second line."""
        ...

    @property
    def reply(self) -> Reply:
        """What is sent when it is chosen."""
        ...


class Desk(Protocol):
    """What an adapter hands over."""

    async def receive(self, message: Message) -> bool:
        """Do what the message asks and see to the answer; whether it is committed and may be confirmed.

        Raises ``TryAgain`` where the platform cannot tell who a stranger is.
        """
        ...

    async def failed(self, chat: ChatRef, sender: Sender) -> Reply:
        """What somebody is told whose message was confirmed, and could not be stored after all."""
        ...

    async def look(self, chat: ChatRef, sender: Sender, text: str) -> Sequence[Card]:
        """Cards that fit what a member is typing."""
        ...

    async def form(self, message: Message) -> Form | None:
        """The form that a command or button opens where a platform has forms; None for what is simply received."""
        ...

    async def form_about(self, chat: ChatRef, sender: Sender, text: str) -> Form | None:
        """The form to log what somebody wrote, filled in as far as it can be read; None for a stranger."""
        ...

    async def read_form(
        self, chat: ChatRef, sender: Sender, command: str, values: Mapping[str, str]
    ) -> Invocation | Mapping[str, str]:
        """What a form that was filled in calls, or what is wrong with it, by field."""
        ...

    async def suggest(self, chat: ChatRef, sender: Sender, text: str) -> Sequence[tuple[str, str]]:
        """Partners and places that a member may mean: references, and what is shown for them."""
        ...

    async def home(self, chat: ChatRef, sender: Sender) -> Reply:
        """What a person sees first, where a platform has a place for it."""
        ...

    async def moved(self, chat: ChatRef, new: str) -> bool:
        """The platform gave the chat another id; whether that is committed and may be confirmed."""
        ...

    async def reachable(self, chat: ChatRef, reachable: bool) -> bool:
        """Whether the platform lets us write in the chat; whether that is committed and may be confirmed."""
        ...


class TooLarge(Exception):
    """A file with more bytes than may be downloaded."""


class TryAgain(Exception):
    """The platform cannot tell just now what has to be known first: nothing is stored."""


class PlatformStopped(Exception):
    """The platform refuses us for good: the argument says why, and what an operator can do."""


@dataclass(frozen=True, slots=True)
class MenuEntry:
    """A command for a platform's menu: its name and one line of help, by language; ``private`` only in direct chats."""

    names: dict[str, str]
    helps: dict[str, str]
    private: bool = field(default=False)
