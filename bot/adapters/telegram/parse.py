"""An update of Telegram as what the desk understands. Pure: nothing is asked of the network."""

from dataclasses import dataclass

from telegram import CallbackQuery, ChatMemberUpdated, Contact, InlineQuery, Update, User
from telegram import Message as Post
from telegram.constants import ChatMemberStatus, ChatType

from bot.adapters.telegram.vcard import read_vcard
from bot.message import Attachment, ChatKind, ChatRef, Invocation, LeftOut, Message, Sender

PLATFORM = "telegram"
ALLOWED_UPDATES = ("message", "callback_query", "inline_query", "my_chat_member")
SERVICE = 777000
"""Telegram itself, as which a channel's posts come into its group (Bot API, Message.is_automatic_forward)."""
_OUT = (ChatMemberStatus.LEFT, ChatMemberStatus.BANNED)


@dataclass(frozen=True, slots=True)
class Me:
    """Who we are. ``hears_all`` is set where group privacy is off."""

    id: int
    username: str
    hears_all: bool = False

    @property
    def account(self) -> str:
        """Our own id, as it is stored."""
        return str(self.id)

    @property
    def address(self) -> str:
        """Where a tap opens a chat with us alone."""
        return f"https://t.me/{self.username}" if self.username else ""


@dataclass(frozen=True, slots=True)
class Said:
    """A message; ``callback_id`` is the pressed button's, to be confirmed."""

    message: Message
    callback_id: str | None = None


@dataclass(frozen=True, slots=True)
class Typing:
    """An inline query: what somebody types after our name, in any chat."""

    query_id: str
    chat: ChatRef
    sender: Sender
    text: str


@dataclass(frozen=True, slots=True)
class Migrated:
    """A group became a supergroup."""

    chat: ChatRef
    new: str


@dataclass(frozen=True, slots=True)
class Access:
    """We were let in or shut out; ``greets`` is what to say in a group that we were added to."""

    chat: ChatRef
    reachable: bool
    greets: Message | None = None


Incoming = Said | Typing | Migrated | Access


def parse(update: Update, me: Me) -> Incoming | None:
    """What an update means; None for what is not for us."""
    if update.message:
        return _message(update.message, update.update_id, me)
    if update.callback_query:
        return _press(update.callback_query, update.update_id, me)
    if update.inline_query:
        return _typing(update.inline_query, me)
    if update.my_chat_member:
        return _access(update.my_chat_member, update.update_id, me)
    return None


def _sender(user: User) -> Sender:
    return Sender(str(user.id), user.full_name, (user.language_code or "").partition("-")[0])


def _chat(post: Post, me: Me) -> ChatRef:
    kind = ChatKind.DIRECT if post.chat.type == ChatType.PRIVATE else ChatKind.GROUP
    # In a supergroup without topics the thread is only a chain of answers.
    thread = str(post.message_thread_id) if post.is_topic_message and post.message_thread_id else ""
    return ChatRef(PLATFORM, me.account, str(post.chat.id), kind, thread)


def _message(post: Post, update_id: int, me: Me) -> Incoming | None:
    chat = _chat(post, me)
    if post.migrate_to_chat_id:
        return Migrated(chat, str(post.migrate_to_chat_id))
    if post.migrate_from_chat_id:
        return Migrated(ChatRef(PLATFORM, me.account, str(post.migrate_from_chat_id), ChatKind.GROUP), chat.chat)
    # An anonymous admin and a channel speak through bots that all of them share: nobody can be told apart.
    if post.from_user is None or post.from_user.is_bot or post.via_bot is not None:
        return None
    if (
        post.from_user.id == SERVICE or post.is_automatic_forward
    ):  # what a channel says to the group that is linked to it
        return None
    answered = post.reply_to_message
    if answered is not None and answered.forum_topic_created:  # the head of the topic, which everything there answers
        answered = None
    content = _content(post, chat.kind, answers_us=_is_ours(answered, me))
    attachments = _attachments(post)
    if content is None or (isinstance(content, str) and _for_another_bot(content, me)):
        return None
    if content == "" and not attachments and chat.kind is ChatKind.GROUP:  # a sticker, also as an answer to us
        return None
    return Said(
        Message(
            id=str(update_id),
            chat=chat,
            sender=_sender(post.from_user),
            sent_at=post.date,
            content=content,
            reply_to=str(answered.message_id) if answered else None,
            attachments=attachments,
            post_id=str(post.message_id),
            alone_at=me.address,
            left_out=_left_out(post, chat.kind, attachments),
        )
    )


def _is_ours(post: Post | None, me: Me) -> bool:
    return post is not None and post.from_user is not None and post.from_user.id == me.id


def _content(post: Post, kind: ChatKind, *, answers_us: bool) -> str | Invocation | None:
    """What was said; None for a service message, and for what was shared in a group without our being asked."""
    asked = kind is ChatKind.DIRECT or answers_us
    if post.contact:
        return _log_contact(post.contact) if asked else None
    if point := post.location or (post.venue and post.venue.location):
        return Invocation("nearest", f"{point.latitude:.5f} {point.longitude:.5f}") if asked else None
    text = post.text or post.caption
    if text is None and post.effective_attachment is None:
        return None
    return text or ""


def _for_another_bot(text: str, me: Me) -> bool:
    command = text.split(None, 1)[0] if text.startswith("/") else ""
    _, at, name = command.partition("@")
    return bool(at) and name.lower() != me.username.lower()


def _attachments(post: Post) -> tuple[Attachment, ...]:
    if post.photo:
        photo = max(post.photo, key=lambda size: size.width * size.height)
        return (Attachment(photo.file_id, "", "image/jpeg", photo.file_size or 0),)
    if post.document and not post.animation:
        file = post.document
        name, media_type = file.file_name or "document", file.mime_type or "application/octet-stream"
        return (Attachment(file.file_id, name, media_type[:128], file.file_size or 0),)
    return ()


def _left_out(post: Post, kind: ChatKind, attachments: tuple[Attachment, ...]) -> LeftOut | None:
    """A sticker, a video, a voice; and in a group what comes with an album's first photo, which has the words."""
    if attachments:
        is_first = post.media_group_id is not None and bool(post.caption) and kind is ChatKind.GROUP
        return LeftOut.ALBUM if is_first else None
    return LeftOut.KIND if post.effective_attachment is not None and not (post.contact or post.location) else None


def _log_contact(contact: Contact) -> Invocation:
    """The contact as ``/log contact`` would be typed, a line a value."""
    card = read_vcard(contact.vcard or "")
    name = " ".join(filter(None, [contact.first_name, contact.last_name]))
    number = contact.phone_number
    phone = number if number.startswith(("+", "0")) else f"+{number}"
    said = (name, card.get("TITLE", ""), card.get("ORG", ""), card.get("EMAIL", ""), phone)
    return Invocation("log", "contact " + "\n".join(" ".join(part.split()) for part in said if part.strip()))


def _press(query: CallbackQuery, update_id: int, me: Me) -> Said | None:
    post = query.message
    if post is None or query.data is None:  # a button that we never made
        return None
    kind = ChatKind.DIRECT if post.chat.type == ChatType.PRIVATE else ChatKind.GROUP
    chat = _chat(post, me) if isinstance(post, Post) else ChatRef(PLATFORM, me.account, str(post.chat.id), kind)
    message = Message(
        id=str(update_id),
        chat=chat,
        sender=_sender(query.from_user),
        sent_at=post.date,
        content=Invocation.decode(query.data),
        post_id=str(post.message_id),
        alone_at=me.address,
    )
    return Said(message, query.id)


def _typing(query: InlineQuery, me: Me) -> Typing:
    chat = ChatRef(PLATFORM, me.account, "", ChatKind.GROUP)  # Telegram does not tell which chat it is
    return Typing(query.id, chat, _sender(query.from_user), query.query)


def _access(change: ChatMemberUpdated, update_id: int, me: Me) -> Access | None:
    if change.chat.type == ChatType.CHANNEL:
        return None
    kind = ChatKind.DIRECT if change.chat.type == ChatType.PRIVATE else ChatKind.GROUP
    chat = ChatRef(PLATFORM, me.account, str(change.chat.id), kind)
    old, new = change.old_chat_member.status, change.new_chat_member.status
    may_write = getattr(change.new_chat_member, "can_send_messages", True) is not False
    reachable = new not in _OUT and may_write
    if kind is ChatKind.DIRECT or not reachable or old not in _OUT or change.from_user.is_bot:
        return Access(chat, reachable)
    greeting = Invocation("start", "" if me.hears_all else "hears_little")
    message = Message(str(update_id), chat, _sender(change.from_user), change.date, greeting)
    return Access(chat, reachable, message)
