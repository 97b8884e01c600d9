"""Answers on their way: who sends one that was left behind, and what was sent.

A row of the inbox that has an answer is claimed until ``sending_until`` by the process that stored it, which sends it
and says so. Where that process is gone, another one claims the row once the lease is over.
"""

from collections.abc import Collection, Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta

from sqlalchemy import Connection, bindparam, or_, select, text, update

from bot.message import ChatKind, ChatRef
from bot.reply import Reply
from bot.storage.inbox import first_id
from bot.storage.models import chats, inbox

RESENT_WITHIN = timedelta(hours=1)
LEASE = timedelta(minutes=1)
"""How long nobody else sends an answer. Longer than a send takes; who needs more renews it."""

_FREE = or_(inbox.c.sending_until.is_(None), inbox.c.sending_until <= bindparam("now"))
_UNSENT = (
    select(
        *(inbox.c.id, inbox.c.chat_id, inbox.c.reply, inbox.c.thread, inbox.c.post_id, inbox.c.button),
        *(inbox.c.sender, inbox.c.received_at, chats.c.external_id, chats.c.kind),
    )
    .join(chats, chats.c.id == inbox.c.chat_id)
    .where(
        chats.c.platform == bindparam("platform"),
        chats.c.account == bindparam("account"),
        inbox.c.answered_at.is_(None),
        # The last hour is a short range of numbers, so that no index of what is unsent has to be kept.
        inbox.c.id > bindparam("first"),
    )
    .order_by(inbox.c.id)
    .with_for_update(of=inbox, skip_locked=True)  # what another process is about to claim is its own
)
_CLAIM = (
    update(inbox)
    .where(inbox.c.id == bindparam("row_id"), inbox.c.answered_at.is_(None), _FREE)
    .values(sending_until=bindparam("until"))
)


@dataclass(frozen=True, slots=True)
class Unsent:
    """An answer that was committed and never marked as sent; ``post_id``, ``pressed``, ``sender`` as in ``Message``,
    ``received_at`` when the message came."""

    id: int
    chat: ChatRef
    reply: Reply
    received_at: datetime
    post_id: str | None = None
    pressed: bool = False
    sender: str = ""


def claim_unsent(db: Connection, platform: str, account: str, *, now: datetime, alone: bool) -> list[Unsent]:
    """Answers of the last hour that were committed, not sent, and are nobody's; ours for a ``LEASE``, oldest first.

    ``alone`` says that no other process can be sending: then all of them, whatever their lease. One that would take
    the place of a post is left out if a later answer took it: it would show the past again.
    """
    query = _UNSENT if alone else _UNSENT.where(_FREE)
    values = {"platform": platform, "account": account, "first": first_id(now - RESENT_WITHIN)}
    rows = db.execute(query, values if alone else {**values, "now": now}).all()
    renew(db, [row.id for row in rows], now=now)
    found = [
        (
            row.chat_id,
            Unsent(
                row.id,
                ChatRef(platform, account, row.external_id, ChatKind(row.kind), row.thread),
                Reply.from_json(row.reply),
                row.received_at,
                row.post_id,
                row.button is not None,
                row.sender or "",
            ),
        )
        for row in rows
    ]
    return [answer for chat_id, answer in found if not _is_outdated(db, chat_id, answer)]


def claim(db: Connection, row_id: int, *, now: datetime) -> bool:
    """Claim one answer; False where it is sent, or another process may be sending it."""
    return db.execute(_CLAIM, {"row_id": row_id, "now": now, "until": now + LEASE}).rowcount == 1


def renew(db: Connection, row_ids: Collection[int], *, now: datetime) -> None:
    """Hold answers that we have claimed for another ``LEASE``."""
    if row_ids:
        db.execute(update(inbox).where(inbox.c.id.in_(row_ids)).values(sending_until=now + LEASE))


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


@dataclass(frozen=True, slots=True)
class Shown:
    """An answer that was sent, as these posts of the platform; ``record_id`` is what they show."""

    id: int
    post_ids: Sequence[str] = ()
    record_id: int | None = None


_ANSWERED = update(inbox).where(inbox.c.id == bindparam("row_id")).values(answered_at=bindparam("now"))
# The same on SQLite and PostgreSQL, which the language of SQLAlchemy writes in two ways. A post whose button was
# pressed may show another record now, and a thread that others began is about the one that it led to last; the message
# that began a thread stays with its own.
_POST = text(
    "INSERT INTO posts (chat_id, external_id, team_id, record_id) "
    "SELECT chat_id, :post_id, team_id, :record_id FROM inbox WHERE id = :row_id "
    "ON CONFLICT (chat_id, external_id) DO UPDATE SET record_id = CASE WHEN EXISTS "
    "(SELECT 1 FROM inbox WHERE id = :row_id AND (button IS NOT NULL OR post_id = :post_id)) "
    "THEN excluded.record_id ELSE posts.record_id END"
)


def mark_answered(db: Connection, shown: Sequence[Shown], *, now: datetime) -> None:
    """These answers were sent; where one shows a record, an answer to its posts finds it."""
    if shown:
        db.execute(_ANSWERED, [{"row_id": answer.id, "now": now} for answer in shown])
    posts = [
        {"row_id": answer.id, "post_id": post_id, "record_id": answer.record_id}
        for answer in shown
        if answer.record_id is not None
        for post_id in answer.post_ids
    ]
    if posts:
        db.execute(_POST, posts)
