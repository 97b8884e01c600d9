"""Deliveries: posts that must happen. Who claims one sends it, and says what came of it.

States: pending → sending → sent | uncertain | dead. A claim is a lease; where its holder dies the row is pending
again. Every claim counts an attempt, which is also its token: what a holder says whose lease was lost is not heard,
except that the post is there.
"""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta
from enum import StrEnum
from typing import Any

from sqlalchemy import Connection, Row, bindparam, delete, exists, insert, select, update

from bot.domain.schedules import digest_key
from bot.message import ChatKind, ChatRef
from bot.reply import Reply
from bot.storage.models import chats, deliveries, posts

DIGEST, REMINDER = "digest", "reminder"
KEPT = timedelta(days=90)
"""How long it is known what became of a delivery."""


class State(StrEnum):
    """How far a delivery is. ``uncertain`` may be there or not; ``dead`` never will be."""

    PENDING = "pending"
    SENDING = "sending"
    SENT = "sent"
    UNCERTAIN = "uncertain"
    DEAD = "dead"


@dataclass(frozen=True, slots=True)
class DueDelivery:
    """A delivery that we have claimed. ``record_id`` is the record that it is about, ``planned_at`` when it was due
    first, ``attempts`` how often it was claimed, this time included. ``posts`` are the parts that are there already.
    ``created_at`` is when it was planned (after a down-time later than it was due).
    """

    id: int
    team_id: int
    chat_id: int
    chat: ChatRef
    kind: str
    key: str
    record_id: int | None
    planned_at: datetime
    created_at: datetime
    attempts: int
    reply: Reply | None = None
    posts: tuple[str, ...] = ()

    @property
    def is_again(self) -> bool:
        """Whether it may be there already."""
        return self.attempts > 1


Build = Callable[[Connection, DueDelivery], Reply | None]
"""What a delivery says, made when it is sent first; None where there is nothing to say."""


def add_delivery(
    db: Connection,
    *,
    team_id: int,
    chat_id: int,
    key: str,
    due_at: datetime,
    kind: str,
    now: datetime,
    subject: int | None = None,
) -> bool:
    """Let something be sent, once for its ``key``; whether it is new. ``subject`` is the record that it is about."""
    row = _new(team_id, chat_id, key, due_at, kind, now) | {"record_id": subject}
    return add_deliveries(db, [row]) == 1


def new_digest(team_id: int, chat_id: int, week: str, due_at: datetime, now: datetime) -> dict[str, Any]:
    """The row of a chat's digest of a week, for ``add_deliveries``."""
    return _new(team_id, chat_id, digest_key(chat_id, week), due_at, DIGEST, now) | {"record_id": None}


def add_deliveries(db: Connection, rows: Sequence[dict[str, Any]]) -> int:
    """Store those whose key is new; how many they were."""
    known = set(
        db.execute(select(deliveries.c.key).where(deliveries.c.key.in_([row["key"] for row in rows]))).scalars()
    )
    new = [row for row in rows if row["key"] not in known]
    if new:
        # Another process that stores one of them at the same time makes this unit of work run once more.
        db.execute(insert(deliveries), new)
    return len(new)


def _new(team_id: int, chat_id: int, key: str, due_at: datetime, kind: str, now: datetime) -> dict[str, Any]:
    return {
        "team_id": team_id,
        "chat_id": chat_id,
        "key": key,
        "kind": kind,
        "due_at": due_at,
        "planned_at": due_at,
        "state": State.PENDING,
        "attempts": 0,
        "posts": [],
        "error": "",
        "created_at": now,
    }


# Who sends ---------------------------------------------------------------------------------------------------

_other = deliveries.alias()
_NEXT = (
    select(deliveries, *(chats.c.platform, chats.c.account, chats.c.external_id, chats.c.kind.label("chat_kind")))
    .join(chats, chats.c.id == deliveries.c.chat_id)
    .where(
        deliveries.c.state == State.PENDING,
        deliveries.c.due_at <= bindparam("now"),
        chats.c.platform == bindparam("on_platform"),
        chats.c.account == bindparam("for_account"),
        chats.c.unreachable_since.is_(None),
    )
    .order_by(deliveries.c.due_at)
    .limit(1)
    .with_for_update(skip_locked=True, of=deliveries)
)
_NEXT_OF_ALL = _NEXT.where(~exists().where(_other.c.chat_id == deliveries.c.chat_id, _other.c.state == State.SENDING))
_NEXT_IN_CHAT = _NEXT.where(deliveries.c.chat_id == bindparam("in_chat"))
_CLAIMED = (
    update(deliveries)
    .where(deliveries.c.id == bindparam("row_id"))
    .values(
        state=State.SENDING,
        lease_until=bindparam("until"),
        attempts=bindparam("count"),
        reply=bindparam("said"),
    )
)


def next_delivery(
    db: Connection, platform: str, account: str, *, now: datetime, chat_id: int | None = None
) -> DueDelivery | None:
    """The next delivery that is due for an account of ours, one a chat at a time; with ``chat_id`` that chat's next.

    Until the transaction ends nobody else gets it: it is to be claimed before that.
    """
    asked = {"now": now, "on_platform": platform, "for_account": account}
    if chat_id is None:
        row = db.execute(_NEXT_OF_ALL, asked).one_or_none()
    else:
        row = db.execute(_NEXT_IN_CHAT, {**asked, "in_chat": chat_id}).one_or_none()
    return _due(row) if row else None


def claim(db: Connection, due: DueDelivery, until: datetime) -> None:
    """It is ours until then, and says what it says from now on."""
    said = due.reply.to_json() if due.reply else None
    db.execute(_CLAIMED, {"row_id": due.id, "until": until, "count": due.attempts, "said": said})


def _due(row: Row[*tuple[Any, ...]]) -> DueDelivery:
    return DueDelivery(
        id=row.id,
        team_id=row.team_id,
        chat_id=row.chat_id,
        chat=ChatRef(row.platform, row.account, row.external_id, ChatKind(row.chat_kind)),
        kind=row.kind,
        key=row.key,
        record_id=row.record_id,
        planned_at=row.planned_at,
        created_at=row.created_at,
        attempts=row.attempts + 1,
        reply=_said(row.reply),
        posts=tuple(row.posts),
    )


def _said(reply: str | None) -> Reply | None:
    """What it says, once it was built; what another version of the program stored and this one cannot read is built
    anew, rather than that one row keeps all others waiting.
    """
    try:
        return Reply.from_json(reply) if reply else None
    except ValueError:
        return None


def renew(db: Connection, claimed: Sequence[DueDelivery], until: datetime) -> None:
    """Hold on to what is still being sent."""
    for due in claimed:
        db.execute(_ours(due).values(lease_until=until))


def recover(db: Connection, now: datetime) -> None:
    """What a process held that died is pending again."""
    left = (deliveries.c.state == State.SENDING) & (deliveries.c.lease_until < now)
    db.execute(
        update(deliveries)
        .where(left)
        .values(state=State.PENDING, due_at=now, error="its sender died", lease_until=None)
    )


# What came of it ---------------------------------------------------------------------------------------------


def _ours(due: DueDelivery) -> Any:
    held = (deliveries.c.state == State.SENDING) & (deliveries.c.attempts == due.attempts)
    return update(deliveries).where(deliveries.c.id == due.id, held)


_SENT = (
    update(deliveries)
    .where(deliveries.c.id == bindparam("row_id"))
    .values(
        state=State.SENT,
        sent_at=bindparam("now"),
        posts=bindparam("post_ids", type_=deliveries.c.posts.type),
        reply=None,
        lease_until=None,
        error="",
    )
)


def mark_sent(db: Connection, due: DueDelivery, post_ids: Sequence[str], record_id: int | None, now: datetime) -> None:
    """It is there, as these posts; if it shows a record, an answer to a post finds it."""
    db.execute(_SENT, {"row_id": due.id, "now": now, "post_ids": list(post_ids)})
    if record_id is None or not post_ids:
        return
    chat_id = db.execute(select(deliveries.c.chat_id).where(deliveries.c.id == due.id)).scalar_one()
    for post_id in post_ids:
        here = (posts.c.chat_id == chat_id) & (posts.c.external_id == post_id)
        if not db.execute(update(posts).where(here).values(record_id=record_id)).rowcount:
            post = {"team_id": due.team_id, "chat_id": chat_id, "external_id": post_id, "record_id": record_id}
            db.execute(insert(posts).values(post))


def put_back(
    db: Connection, due: DueDelivery, due_at: datetime, *, error: str, sent: Sequence[str] = (), counts: bool = True
) -> None:
    """To be sent later. ``counts`` False is for what was never tried."""
    back = {"state": State.PENDING, "due_at": due_at, "error": error, "posts": list(sent), "lease_until": None}
    db.execute(_ours(due).values({**back, "attempts": due.attempts - (0 if counts else 1)}))


def leave_uncertain(db: Connection, due: DueDelivery, *, error: str, sent: Sequence[str]) -> None:
    """It may be there: an operator decides (``dragoman deliveries``)."""
    db.execute(_ours(due).values(state=State.UNCERTAIN, error=error, posts=list(sent), lease_until=None))


def give_up(db: Connection, due: DueDelivery, *, error: str) -> None:
    """It never will be."""
    db.execute(_ours(due).values(state=State.DEAD, error=error, reply=None, lease_until=None))


def give_up_chat(db: Connection, chat_id: int, *, error: str) -> None:
    """Nothing of what is pending for a chat will be sent."""
    pending = (deliveries.c.chat_id == chat_id) & (deliveries.c.state == State.PENDING)
    db.execute(update(deliveries).where(pending).values(state=State.DEAD, error=error, reply=None))


def sweep_deliveries(db: Connection, now: datetime) -> None:
    """Forget what is long past."""
    over = deliveries.c.state.in_([State.SENT, State.DEAD, State.UNCERTAIN])
    db.execute(delete(deliveries).where(over, deliveries.c.due_at < now - KEPT))
