"""The one open question of a chat, thread and speaker: what a command still lacks, for ten minutes."""

from collections.abc import Sequence
from dataclasses import astuple, dataclass
from datetime import datetime, timedelta

from sqlalchemy import ColumnElement, Connection, delete, insert, select, update

from bot.folding import fold
from bot.message import Attachment, ChatRef
from bot.storage.models import questions

OPEN_FOR = timedelta(minutes=10)


@dataclass(frozen=True, slots=True)
class OpenQuestion:
    """The arguments of ``command`` lack a part: what answers it goes between ``before`` and ``after``.

    ``message_id`` is the number of the message that led to it (see ``inbox.new_id``). ``choices`` are the answers that
    were offered: their labels, and what each puts into the hole; where only a yes is missing, what may be done instead,
    as a button carries it. ``attachments`` are files that came meanwhile: they
    belong to what the answer logs.
    """

    command: str
    before: str
    after: str
    field: str
    message_id: int = 0
    choices: tuple[tuple[str, str], ...] = ()
    attachments: tuple[Attachment, ...] = ()

    def answered(self, text: str) -> str:
        """The whole arguments, with the answer in."""
        return f"{self.before}{text}{self.after}"

    def chosen(self, text: str) -> str:
        """What ``text`` puts into the hole: a choice's own text where it is the label of one, or begins it."""
        for label, choice in self.choices:
            if fold(text) and fold(text) in (fold(label), fold(label.partition(",")[0])):
                return choice
        return text

    def is_answered_by(self, command: str, arguments: str) -> bool:
        """Whether a pressed button is one of its answers."""
        if self.field == "confirm" and f"{command} {arguments}" in [instead for _, instead in self.choices]:
            return True
        whole = len(arguments) >= len(self.before) + len(self.after)
        return (
            command == self.command and whole and arguments.startswith(self.before) and arguments.endswith(self.after)
        )


def _key(chat_id: int, thread: str, member_id: int) -> ColumnElement[bool]:
    return (questions.c.chat_id == chat_id) & (questions.c.thread == thread) & (questions.c.member_id == member_id)


def find_question(db: Connection, chat_id: int, chat: ChatRef, member_id: int, *, now: datetime) -> OpenQuestion | None:
    """The question that the speaker's plain text answers."""
    row = db.execute(
        select(questions).where(_key(chat_id, chat.thread, member_id), questions.c.asked_at > now - OPEN_FOR)
    ).one_or_none()
    if row is None:
        return None
    choices = tuple((str(label), str(text)) for label, text in row.choices)
    files = tuple(Attachment(*file) for file in row.attachments)
    return OpenQuestion(row.command, row.before, row.after, row.field, row.message_id, choices, files)


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
) -> tuple[Attachment, ...]:
    """Ask: a newer question takes the place of an older one, whose files are returned."""
    older = find_question(db, chat_id, chat, member_id, now=now)
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
            message_id=question.message_id,
            choices=[list(choice) for choice in question.choices],
            attachments=[astuple(file) for file in question.attachments],
            asked_at=now,
        )
    )
    return older.attachments if older else ()


def keep_with_question(
    db: Connection, chat_id: int, chat: ChatRef, member_id: int, attachments: Sequence[Attachment]
) -> None:
    """Let the open question have exactly these files."""
    files = [astuple(file) for file in attachments]
    db.execute(update(questions).where(_key(chat_id, chat.thread, member_id)).values(attachments=files))
