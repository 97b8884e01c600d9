"""What comes in: one message of one person in one chat, in no platform's shape."""

from dataclasses import dataclass, field
from datetime import datetime
from enum import StrEnum

INVOCATION_BYTES = 64
"""What Telegram allows in a button (Bot API, InlineKeyboardButton.callback_data)."""


class ChatKind(StrEnum):
    """Whether a person speaks with us alone; in a group only what is addressed to us is answered."""

    DIRECT = "direct"
    GROUP = "group"


@dataclass(frozen=True, slots=True)
class ChatRef:
    """A chat of a platform. ``account`` is our own there (a bot's id, a workspace), ``thread`` a topic in it."""

    platform: str
    account: str
    chat: str
    kind: ChatKind = ChatKind.DIRECT
    thread: str = ""


class Standing(StrEnum):
    """What the platform says of a person: nothing; not of the house, or no more; one of the house; one who runs its
    workspace."""

    UNKNOWN = "unknown"
    GUEST = "guest"
    COLLEAGUE = "colleague"
    OWNER = "owner"


@dataclass(frozen=True, slots=True)
class Sender:
    """Who speaks, by the platform's own id; ``name`` and ``language`` ("tr", "" if unknown) are what it tells."""

    id: str
    name: str
    language: str = ""
    standing: Standing = Standing.UNKNOWN


@dataclass(frozen=True, slots=True)
class Invocation:
    """What a button carries: a command and its arguments, routed and permitted like a typed one."""

    command: str
    arguments: str = ""

    def encode(self) -> str:
        """Its form on the wire."""
        return f"{self.command} {self.arguments}".rstrip()

    @property
    def fits(self) -> bool:
        """Whether it fits into a button as it is; a longer one travels as a stored token."""
        return len(self.encode().encode()) <= INVOCATION_BYTES

    @classmethod
    def decode(cls, text: str) -> "Invocation":
        """The reverse of ``encode``."""
        command, _, arguments = text.partition(" ")
        return cls(command, arguments)


@dataclass(frozen=True, slots=True)
class Attachment:
    """A file that came with a message: the platform's reference, not its content. A photo's ``name`` is ""."""

    reference: str
    name: str
    media_type: str
    size: int


class LeftOut(StrEnum):
    """What came with a message and is not kept: of a KIND that we do not keep, or the others of an ALBUM."""

    KIND = "kind"
    ALBUM = "album"


@dataclass(frozen=True, slots=True)
class Message:
    """One message. ``id`` is the platform's delivery id: the same id is the same message, handled once.

    ``reply_to`` is the platform's id of the post that it answers, if any; ``sent_at`` is aware. ``post_id`` is the
    platform's id of the message itself, or of the post whose button was pressed, where it has one. ``is_addressed``
    says that in a group it was said to us by name. ``alone_at`` is the address at which somebody in a group finds us
    alone, "" if the platform has none. ``left_out`` says that something came along that is not in ``attachments``.
    """

    id: str
    chat: ChatRef
    sender: Sender
    sent_at: datetime
    content: str | Invocation
    reply_to: str | None = None
    attachments: tuple[Attachment, ...] = field(default=())
    post_id: str | None = None
    is_addressed: bool = False
    alone_at: str = ""
    left_out: LeftOut | None = None
