"""What is due in the terminal chat: shown when somebody sits down there, since nothing can be sent to it."""

from dataclasses import dataclass
from datetime import datetime, timedelta

from sqlalchemy import Connection

from bot.claims import Manner, claimed
from bot.message import ChatRef
from bot.reply import Reply
from bot.storage import deliveries
from bot.storage.chats import find_chat
from bot.storage.deliveries import Build, DueDelivery
from bot.storage.engine import Database
from bot.storage.planning import plan_due
from bot.storage.reminding import plan_reminders

_AT_ONCE = Manner(lease=timedelta(0))


@dataclass(frozen=True, slots=True)
class Due:
    """A digest or reminder that is to be shown."""

    delivery: DueDelivery
    reply: Reply


async def due_here(database: Database, chat: ChatRef, build: Build, now: datetime) -> list[Due]:
    """What is due in the chat, oldest first. What nobody marks as shown comes again at the next start."""

    def work(db: Connection) -> list[Due]:
        chat_id = find_chat(db, chat)
        if chat_id is None:
            return []
        plan_due(db, now=now, chat_id=chat_id)
        plan_reminders(db, now=now, chat_id=chat_id)
        deliveries.recover(db, now)
        due = []
        while found := deliveries.next_delivery(db, chat.platform, chat.account, now=now, chat_id=chat_id):
            found = claimed(db, found, build, now, _AT_ONCE)
            if found.reply is not None:
                due.append(Due(found, found.reply))
        return due

    return await database.write(work)


async def mark_shown(database: Database, due: Due, post_id: str, now: datetime) -> None:
    """Somebody has seen it."""
    record_id = due.reply.record_id
    await database.write(lambda db: deliveries.mark_sent(db, due.delivery, (post_id,), record_id, now))
