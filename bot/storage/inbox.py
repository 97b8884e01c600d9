"""The inbox, which is its own outbox (see ``outbox.py``): a message handled once, its answer kept until it was sent.

Rows live 7 days; a message delivered again within them gets the stored answer.
"""

import secrets
from dataclasses import dataclass, replace
from datetime import datetime, timedelta
from threading import Lock

from sqlalchemy import Connection, bindparam, delete, insert, select

from bot.message import Invocation, Message
from bot.reply import Button, Buttons, Reply
from bot.storage.models import inbox, posts, tokens

KEPT = timedelta(days=7)
TOKEN_COMMAND = "token"  # noqa: S105 - the command of a button whose arguments are stored here
"""The command of a button that was too long to travel."""

_INSERT = insert(inbox)


@dataclass(frozen=True, slots=True)
class Answer:
    """A message's row: ``id`` is also its change set. ``reply`` None means that nothing was to be said.

    ``sent`` marks one that was sent before (the message was delivered again), ``kept`` False one that could not be
    stored, so that the message should be delivered again, ``stranger`` one to somebody who is no member. ``claimed``
    says that it was stored just now, and is for us to send until its lease is over.
    """

    id: int
    reply: Reply | None
    sent: bool = False
    kept: bool = True
    stranger: bool = False
    claimed: bool = False


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
        _last_id = max(_last_id + 1, first_id(now) | secrets.randbits(20))
        return _last_id


def is_newest(db: Connection, chat_id: int, row_id: int) -> bool:
    """Whether nothing has been said in the chat since the message of this row."""
    query = select(inbox.c.id).where(inbox.c.id > row_id, inbox.c.chat_id == chat_id).limit(1)
    return db.execute(query).scalar() is None


def first_id(at: datetime) -> int:
    """The smallest number that a message of this instant can have."""
    return int(at.timestamp() * 1000) << 20


def read_answer(row_id: int, reply: str | None, *, sent: bool = False) -> Answer:
    """The answer in a row of the inbox."""
    return Answer(row_id, Reply.from_json(reply) if reply else None, sent)


def add_message(
    db: Connection,
    *,
    row_id: int,
    team_id: int,
    chat_id: int,
    message: Message,
    reply: Reply | None,
    now: datetime,
    sending_until: datetime,
) -> None:
    """Keep a message with its answer, which is ours to send until then; one without an answer counts as answered."""
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
            "sending_until": sending_until if reply else None,
            "post_id": message.post_id,
            "button": pressed.encode() if isinstance(pressed := message.content, Invocation) else None,
            "sender": message.sender.id,
        },
    )


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
