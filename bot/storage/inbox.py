"""The inbox, which is its own outbox: a message handled once, its answer kept until it was sent, and what it showed.

Rows live 7 days; a message delivered again within them gets the stored answer.
"""

import secrets
from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import datetime, timedelta
from threading import Lock

from sqlalchemy import Connection, bindparam, delete, insert, select, update

from bot.message import ChatKind, ChatRef, Invocation, Message
from bot.reply import Button, Buttons, Reply
from bot.storage.models import chats, inbox, posts, tokens

KEPT = timedelta(days=7)
RESENT_WITHIN = timedelta(hours=1)
TOKEN_COMMAND = "token"  # noqa: S105 - the command of a button whose arguments are stored here
"""The command of a button that was too long to travel."""

_INSERT = insert(inbox)


@dataclass(frozen=True, slots=True)
class Answer:
    """A message's row: ``id`` is also its change set. ``reply`` None means that nothing was to be said.

    ``sent`` marks one that was sent before (the message was delivered again), ``kept`` False one that could not be
    stored, so that the message should be delivered again, ``stranger`` one to somebody who is no member.
    """

    id: int
    reply: Reply | None
    sent: bool = False
    kept: bool = True
    stranger: bool = False


@dataclass(frozen=True, slots=True)
class Unsent:
    """An answer that was committed and never marked as sent; ``post_id``, ``pressed``, ``sender`` as in ``Message``."""

    id: int
    chat: ChatRef
    reply: Reply
    post_id: str | None = None
    pressed: bool = False
    sender: str = ""


def key_of(message: Message) -> str:
    """The delivery's key, unique for the platform and our account there."""
    return f"{message.chat.platform}:{message.chat.account}:{message.id}"


_last_id = 0
_counting = Lock()


def new_id(now: datetime) -> int:
    """A number for a message: milliseconds and 20 random bits, 62 in all, so that replicas need not agree.

    In one process each is greater than the last, also where the clock stands still or goes back.
    """
    global _last_id
    with _counting:
        _last_id = max(_last_id + 1, _first_id(now) | secrets.randbits(20))
        return _last_id


def is_newest(db: Connection, chat_id: int, row_id: int) -> bool:
    """Whether nothing has been said in the chat since the message of this row."""
    query = select(inbox.c.id).where(inbox.c.id > row_id, inbox.c.chat_id == chat_id).limit(1)
    return db.execute(query).scalar() is None


def _first_id(at: datetime) -> int:
    """The smallest number that a message of this instant can have."""
    return int(at.timestamp() * 1000) << 20


def read_answer(row_id: int, reply: str | None, *, sent: bool = False) -> Answer:
    """The answer in a row of the inbox."""
    return Answer(row_id, Reply.from_json(reply) if reply else None, sent)


def add_message(
    db: Connection, *, row_id: int, team_id: int, chat_id: int, message: Message, reply: Reply | None, now: datetime
) -> None:
    """Keep a message with its answer; one without an answer counts as answered."""
    db.execute(
        _INSERT,
        {
            "id": row_id,
            "team_id": team_id,
            "chat_id": chat_id,
            "thread": message.chat.thread,
            "key": key_of(message),
            "received_at": now,
            "reply": reply.to_json() if reply else None,
            "answered_at": None if reply else now,
            "post_id": message.post_id,
            "button": pressed.encode() if isinstance(pressed := message.content, Invocation) else None,
            "sender": message.sender.id,
        },
    )


_ANSWERED = update(inbox).where(inbox.c.id == bindparam("row_id")).values(answered_at=bindparam("now"))
_POST_OWNER = select(inbox.c.team_id, inbox.c.chat_id, inbox.c.button, inbox.c.post_id).where(
    inbox.c.id == bindparam("row_id")
)


def mark_answered(
    db: Connection, row_id: int, *, post_ids: Sequence[str], record_id: int | None, now: datetime
) -> None:
    """The answer was sent as these posts of the platform; if it shows a record, an answer to a post finds it.

    A post whose button was pressed may show another record now, and a thread that others began is about the one that it
    led to last; the message that began a thread stays with its own.
    """
    db.execute(_ANSWERED, {"row_id": row_id, "now": now})
    if not post_ids or record_id is None:
        return
    owner = db.execute(_POST_OWNER, {"row_id": row_id}).one_or_none()
    if owner is None:
        return
    for post_id in post_ids:
        key = (posts.c.chat_id == owner.chat_id) & (posts.c.external_id == post_id)
        shown = record_id if owner.button is not None or post_id == owner.post_id else posts.c.record_id
        if not db.execute(update(posts).where(key).values(record_id=shown)).rowcount:
            post = {"team_id": owner.team_id, "chat_id": owner.chat_id, "external_id": post_id, "record_id": record_id}
            db.execute(insert(posts).values(post))


_PRESSED = (
    select(inbox.c.id, inbox.c.reply)
    .where(
        inbox.c.chat_id == bindparam("chat_id"),
        inbox.c.post_id == bindparam("post_id"),
        inbox.c.button == bindparam("button"),
        inbox.c.button.is_not(None),
    )
    .order_by(inbox.c.id.desc())
)


def pressed_before(db: Connection, chat_id: int, post_id: str, button: Invocation) -> list[Answer]:
    """The answers to earlier presses of the same button on the same post, the latest first."""
    rows = db.execute(_PRESSED, {"chat_id": chat_id, "post_id": post_id, "button": button.encode()})
    return [read_answer(row.id, row.reply) for row in rows]


def place_of(db: Connection, team_id: int, row_id: int) -> str | None:
    """The ``post_id`` of a message: in Slack the head of the thread in which it was said."""
    query = select(inbox.c.post_id).where(inbox.c.team_id == team_id, inbox.c.id == row_id)
    return db.execute(query).scalar()


def record_of_post(db: Connection, team_id: int, chat_id: int, post_id: str) -> int | None:
    """The record that a post shows."""
    query = select(posts.c.record_id).where(
        posts.c.team_id == team_id, posts.c.chat_id == chat_id, posts.c.external_id == post_id
    )
    return db.execute(query).scalar()


def unsent(db: Connection, platform: str, account: str, *, now: datetime, until: datetime) -> list[Unsent]:
    """Answers of the last hour, to messages received ``until`` then, that were committed and not sent, oldest first.

    One that would take the place of a post is left out if a later answer took it: it would show the past again.
    """
    # The last hour is a short range of numbers, so that no index of what is unsent has to be kept.
    query = (
        select(
            *(
                inbox.c.id,
                inbox.c.chat_id,
                inbox.c.reply,
                inbox.c.thread,
                inbox.c.post_id,
                inbox.c.button,
                inbox.c.sender,
            ),
            *(chats.c.external_id, chats.c.kind),
        )
        .join(chats, chats.c.id == inbox.c.chat_id)
        .where(
            chats.c.platform == platform,
            chats.c.account == account,
            inbox.c.answered_at.is_(None),
            inbox.c.id > _first_id(now - RESENT_WITHIN),
            inbox.c.received_at <= until,
        )
        .order_by(inbox.c.id)
    )
    found = [
        (
            row.chat_id,
            Unsent(
                row.id,
                ChatRef(platform, account, row.external_id, ChatKind(row.kind), row.thread),
                Reply.from_json(row.reply),
                row.post_id,
                row.button is not None,
                row.sender or "",
            ),
        )
        for row in db.execute(query)
    ]
    return [answer for chat_id, answer in found if not _is_outdated(db, chat_id, answer)]


def _is_outdated(db: Connection, chat_id: int, answer: Unsent) -> bool:
    """Whether a later press changed the post of which this answer would take the place."""
    if not (answer.pressed and answer.reply.replaces):
        return False
    later = select(inbox.c.reply).where(
        inbox.c.chat_id == chat_id,
        inbox.c.post_id == answer.post_id,
        inbox.c.button.is_not(None),
        inbox.c.id > answer.id,
        inbox.c.reply.is_not(None),
    )
    return any(Reply.from_json(reply).replaces for reply in db.execute(later).scalars())


def sweep(db: Connection, *, now: datetime) -> None:
    """Forget messages, and buttons that were too long to travel, once they are 7 days old."""
    # By the time itself: numbers run ahead of a clock that was set back.
    db.execute(delete(inbox).where(inbox.c.received_at < now - KEPT))
    db.execute(delete(tokens).where(tokens.c.created_at < now - KEPT))


def store_long_buttons(db: Connection, team_id: int, reply: Reply, now: datetime) -> Reply:
    """The reply with every button that does not fit into 64 bytes replaced by one that carries a token."""
    if all(button.invocation.fits for button in reply.buttons):
        return reply

    def short(button: Button) -> Button:
        if button.invocation.fits:
            return button
        token = secrets.token_urlsafe(12)
        db.execute(
            insert(tokens).values(
                id=token,
                team_id=team_id,
                command=button.invocation.command,
                arguments=button.invocation.arguments,
                created_at=now,
            )
        )
        return replace(button, invocation=Invocation(TOKEN_COMMAND, token))

    blocks = tuple(
        Buttons(tuple(map(short, block.buttons))) if isinstance(block, Buttons) else block for block in reply.blocks
    )
    return replace(reply, blocks=blocks)


def read_token(db: Connection, team_id: int, invocation: Invocation) -> Invocation | None:
    """What a button really carries: itself, or what its token stands for; None for one that was swept."""
    if invocation.command != TOKEN_COMMAND:
        return invocation
    row = db.execute(
        select(tokens.c.command, tokens.c.arguments).where(
            tokens.c.team_id == team_id, tokens.c.id == invocation.arguments
        )
    ).one_or_none()
    return Invocation(row.command, row.arguments) if row else None
