"""Chats: where a team speaks, moved when the platform moves them, marked when it no longer lets us write there."""

from datetime import datetime

from sqlalchemy import ColumnElement, Connection, delete, insert, select, update

from bot.message import ChatRef
from bot.storage.engine import inserted_id
from bot.storage.models import audit, chats, deliveries, inbox, posts, questions, schedules


def _address(chat: ChatRef) -> ColumnElement[bool]:
    return (chats.c.platform == chat.platform) & (chats.c.account == chat.account) & (chats.c.external_id == chat.chat)


def find_chat(db: Connection, chat: ChatRef) -> int | None:
    """The id of a chat; None for one that nobody has spoken in."""
    return db.execute(select(chats.c.id).where(_address(chat))).scalar()


def add_chat(db: Connection, team_id: int, chat: ChatRef) -> int:
    """Store a chat for ``team_id``, the team of the member who first speaks there; the id."""
    result = db.execute(
        insert(chats).values(
            team_id=team_id, platform=chat.platform, account=chat.account, external_id=chat.chat, kind=chat.kind.value
        )
    )
    return inserted_id(result)


def move_chat(db: Connection, chat: ChatRef, new: str) -> None:
    """The platform calls the chat ``new`` from now on; done twice it is harmless.

    Its posts are forgotten: the new chat counts its messages anew (Bot API, Message.migrate_to_chat_id). Where the new
    chat has spoken already, the old one becomes part of it.
    """
    old = db.execute(select(chats.c.id, chats.c.team_id).where(_address(chat)).with_for_update()).one_or_none()
    if old is None or new == chat.chat:
        return
    there = ChatRef(chat.platform, chat.account, new)
    known = db.execute(select(chats.c.id, chats.c.team_id).where(_address(there))).one_or_none()
    db.execute(delete(posts).where(posts.c.chat_id == old.id))
    if known is None:
        db.execute(update(chats).where(chats.c.id == old.id).values(external_id=new))
        return
    if known.team_id != old.team_id:
        return
    db.execute(delete(questions).where(questions.c.chat_id == old.id))
    for table in (audit, inbox, deliveries):
        db.execute(update(table).where(table.c.chat_id == old.id).values(chat_id=known.id))
    _keep_schedule(db, old.id, known.id)
    db.execute(delete(chats).where(chats.c.id == old.id))


def _keep_schedule(db: Connection, old: int, new: int) -> None:
    """What was set in the old chat goes on in the new one, and no week comes twice."""
    rows = db.execute(select(schedules).where(schedules.c.chat_id.in_([old, new]))).all()
    weeks = [row.last_week for row in rows if row.last_week]
    if any(row.chat_id == old for row in rows):
        db.execute(delete(schedules).where(schedules.c.chat_id == new))
        values = {"chat_id": new, "last_week": max(weeks, default=None)}
        db.execute(update(schedules).where(schedules.c.chat_id == old).values(values))
    planned = select(deliveries.c.id, deliveries.c.key).where(
        deliveries.c.chat_id == new, deliveries.c.kind == "digest"
    )
    weekly: dict[str, list[int]] = {}
    for row in db.execute(planned.order_by(deliveries.c.id)):
        weekly.setdefault(row.key.rpartition(":")[2], []).append(row.id)
    twice = [id_ for ids in weekly.values() for id_ in ids[1:]]
    pending = deliveries.c.id.in_(twice) & (deliveries.c.state == "pending")
    db.execute(update(deliveries).where(pending).values(state="dead", error="the chat has it", reply=None))


def set_unreachable(db: Connection, chat: ChatRef, since: datetime | None) -> None:
    """Mark a chat in which we may not write since then, or (None) may again."""
    marked = chats.c.unreachable_since.is_(None) if since else chats.c.unreachable_since.is_not(None)
    db.execute(update(chats).where(_address(chat), marked).values(unreachable_since=since))
