"""The one open question of a chat, thread and speaker: what a command still lacks, for ten minutes."""

from dataclasses import dataclass
from datetime import datetime, timedelta

from sqlalchemy import ColumnElement, Connection, delete, insert, select

from bot.message import ChatRef
from bot.storage.models import questions

OPEN_FOR = timedelta(minutes=10)


@dataclass(frozen=True, slots=True)
class OpenQuestion:
    """The arguments of ``command`` lack a part: what answers it goes between ``before`` and ``after``."""

    command: str
    before: str
    after: str
    field: str
    asked_at: datetime | None = None

    def answered(self, text: str) -> str:
        """The whole arguments, with the answer in."""
        return f"{self.before}{text}{self.after}"


def _key(chat_id: int, thread: str, member_id: int) -> ColumnElement[bool]:
    return (questions.c.chat_id == chat_id) & (questions.c.thread == thread) & (questions.c.member_id == member_id)


def find_question(db: Connection, chat_id: int, chat: ChatRef, member_id: int, *, now: datetime) -> OpenQuestion | None:
    """The question that the speaker's plain text answers."""
    row = db.execute(
        select(
            questions.c.command, questions.c.before, questions.c.after, questions.c.field, questions.c.asked_at
        ).where(_key(chat_id, chat.thread, member_id), questions.c.asked_at > now - OPEN_FOR)
    ).one_or_none()
    return OpenQuestion(row.command, row.before, row.after, row.field, row.asked_at) if row else None


def close_question(db: Connection, chat_id: int, chat: ChatRef, member_id: int) -> bool:
    """End the question; whether there was one."""
    return db.execute(delete(questions).where(_key(chat_id, chat.thread, member_id))).rowcount > 0


def open_question(
    db: Connection,
    team_id: int,
    chat_id: int,
    chat: ChatRef,
    member_id: int,
    question: OpenQuestion,
    *,
    now: datetime,
) -> None:
    """Ask: a newer question takes the place of an older one."""
    close_question(db, chat_id, chat, member_id)
    db.execute(
        insert(questions).values(
            team_id=team_id,
            chat_id=chat_id,
            thread=chat.thread,
            member_id=member_id,
            command=question.command,
            before=question.before,
            after=question.after,
            field=question.field,
            asked_at=now,
        )
    )
