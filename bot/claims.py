"""What is stored of a delivery: that it is claimed, with what it says, and what came of sending it."""

import logging
from collections.abc import Callable
from dataclasses import dataclass, replace
from datetime import datetime, timedelta

from sqlalchemy import Connection

from bot.adapters.base import Gone
from bot.backing_off import ACCOUNT_LONGEST, back_off
from bot.message import ChatRef
from bot.storage import chats, deliveries
from bot.storage.deliveries import Build, DueDelivery
from bot.storage.inbox import store_long_buttons

_log = logging.getLogger(__name__)

LEASE = timedelta(minutes=1)
"""After which another process sends what this one has claimed; renewed while it is being sent."""
PATIENCE = 0.25
"""Seconds after which the next post no longer waits for the last one."""
AT_ONCE = 64
"""Posts on their way at the same time."""
GIVEN_UP_AFTER = timedelta(days=6)
"""What could not be sent for so long is not sent any more: the next week's digest is near."""
EVERY = 5.0
"""Seconds between two looks at what is due."""

Store = Callable[[Connection, datetime], None]


@dataclass(frozen=True, slots=True)
class Manner:
    """How patiently it works."""

    lease: timedelta = LEASE
    patience: float = PATIENCE
    at_once: int = AT_ONCE
    every: float = EVERY
    back_off: Callable[[int, float], float] = back_off
    longest_pause: float = ACCOUNT_LONGEST


def claimed(db: Connection, due: DueDelivery, build: Build, now: datetime, manner: Manner) -> DueDelivery:
    """A delivery, claimed with what it says, which is stored, so that it is sent again as it was.

    One that has nothing to say is marked as sent, one that cannot be built is put back: both come without a reply.
    """
    if due.reply is None:
        try:
            with db.begin_nested():
                reply = build(db, due)
                reply = store_long_buttons(db, due.team_id, reply, now) if reply else None
        except Exception as error:
            _log.exception("delivery %s could not be built", due.id)
            deliveries.claim(db, due, now)
            wait = manner.back_off(due.attempts, 0.0)
            put_back(due, wait, f"not built: {type(error).__name__}", (), True, db, now)
            return due
        if reply is None:
            deliveries.mark_sent(db, due, (), None, now)
            return due
        due = replace(due, reply=reply)
    deliveries.claim(db, due, now + manner.lease)
    return due


def mark(due: DueDelivery, post_ids: tuple[str, ...], record_id: int | None, db: Connection, now: datetime) -> None:
    """It is there, as these posts."""
    deliveries.mark_sent(db, due, post_ids, record_id, now)


def put_back(
    due: DueDelivery, wait: float, why: str, sent: tuple[str, ...], counts: bool, db: Connection, now: datetime
) -> None:
    """It is to be tried again in ``wait`` seconds, unless it has been tried for too long."""
    if counts and now > due.created_at + GIVEN_UP_AFTER:
        deliveries.give_up(db, due, error=why)
    else:
        deliveries.put_back(db, due, now + timedelta(seconds=wait), error=why, sent=sent, counts=counts)


def leave(due: DueDelivery, why: str, sent: tuple[str, ...], db: Connection, now: datetime) -> None:
    """It may be there or not."""
    deliveries.leave_uncertain(db, due, error=why, sent=sent)


def gone(due: DueDelivery, chat: ChatRef, outcome: Gone, db: Connection, now: datetime) -> None:
    """It never will be there, and perhaps nothing else in its chat."""
    deliveries.give_up(db, due, error=outcome.why)
    if outcome.whole_chat:
        chats.set_unreachable(db, chat, now)
        deliveries.give_up_chat(db, due.chat_id, error=outcome.why)
