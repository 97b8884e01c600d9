"""Deliveries as an operator sees them: which were not sent, to be sent again or dropped."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime

from sqlalchemy import Connection, func, select, update

from bot.storage.deliveries import State
from bot.storage.models import chats, deliveries


@dataclass(frozen=True, slots=True)
class Listed:
    """A delivery without anything that a person wrote or is called."""

    id: int
    state: str
    due_at: datetime
    attempts: int
    platform: str
    key: str
    error: str


def list_deliveries(db: Connection, states: Sequence[str], limit: int) -> list[Listed]:
    """The newest in these states."""
    found = (deliveries.c.id, deliveries.c.state, deliveries.c.due_at, deliveries.c.attempts)
    query = (
        select(*found, chats.c.platform, deliveries.c.key, deliveries.c.error)
        .join(chats, chats.c.id == deliveries.c.chat_id)
        .where(deliveries.c.state.in_(states))
        .order_by(deliveries.c.due_at.desc(), deliveries.c.id.desc())
        .limit(limit)
    )
    return [Listed(*row) for row in db.execute(query)]


def count_deliveries(db: Connection) -> dict[str, int]:
    """How many there are in each state."""
    query = select(deliveries.c.state, func.count()).group_by(deliveries.c.state)
    return {row[0]: row[1] for row in db.execute(query)}


def retry_deliveries(db: Connection, ids: Sequence[int], now: datetime) -> list[int]:
    """Let what is uncertain or dead be sent; which they were."""
    values = {"state": State.PENDING, "due_at": now, "created_at": now}
    return _change(db, ids, (State.UNCERTAIN, State.DEAD), values)


def drop_deliveries(db: Connection, ids: Sequence[int]) -> list[int]:
    """Let what was not sent never be; which they were."""
    values = {"state": State.DEAD, "error": "dropped by an operator", "reply": None}
    return _change(db, ids, (State.PENDING, State.UNCERTAIN, State.DEAD), values)


def _change(db: Connection, ids: Sequence[int], states: Sequence[State], values: Mapping[str, object]) -> list[int]:
    chosen = deliveries.c.id.in_(ids) & deliveries.c.state.in_(states)
    found = list(db.execute(select(deliveries.c.id).where(chosen).with_for_update()).scalars())
    db.execute(update(deliveries).where(deliveries.c.id.in_(found)).values(dict(values)))
    return sorted(found)
