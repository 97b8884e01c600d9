"""Files of records. The reference is stored with the message; the content follows, once a hash and team."""

import hashlib
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Any

from sqlalchemy import Connection, Row, and_, func, insert, select, update

from bot.domain.files import StoredFile
from bot.message import Attachment, ChatRef
from bot.storage.engine import inserted_id
from bot.storage.models import chats, contents, files, teams

ATTEMPTS = 12
LEASE = timedelta(minutes=5)
"""How long a fetch may take before another may try."""


@dataclass(frozen=True, slots=True)
class FileContent:
    """A file to send, and the ``language`` of the chat. ``content`` None is one that is not here yet."""

    name: str
    media_type: str
    content: bytes | None
    language: str


@dataclass(frozen=True, slots=True)
class DueFile:
    """A file whose content is to be fetched from the platform by its ``reference``."""

    id: int
    reference: str
    attempts: int


def add_file(db: Connection, team_id: int, record_id: int, chat: ChatRef, file: Attachment, *, now: datetime) -> int:
    """Store the reference of a file that belongs to a record; its id."""
    result = db.execute(
        insert(files).values(
            team_id=team_id,
            record_id=record_id,
            platform=chat.platform,
            account=chat.account,
            reference=file.reference,
            name=file.name,
            media_type=file.media_type,
            size=file.size,
            attempts=0,
            due_at=now,
        )
    )
    return inserted_id(result)


def set_file_voided(db: Connection, team_id: int, file_id: int, at: datetime | None) -> None:
    """Take a file away from its record, or give it back."""
    db.execute(update(files).where(files.c.team_id == team_id, files.c.id == file_id).values(voided_at=at))


def files_of(db: Connection, team_id: int, record_id: int) -> list[StoredFile]:
    """The files of a record, oldest first."""
    query = (
        select(files)
        .where(files.c.team_id == team_id, files.c.record_id == record_id, files.c.voided_at.is_(None))
        .order_by(files.c.id)
    )
    return [_file(row) for row in db.execute(query)]


def _file(row: Row[*tuple[Any, ...]]) -> StoredFile:
    is_here = row.sha256 is not None
    return StoredFile(row.id, row.name, row.media_type, row.size, is_here, not is_here and row.due_at is None)


def load_content(db: Connection, chat: ChatRef, file_id: int) -> FileContent | None:
    """A file of the team to which ``chat`` belongs."""
    row = db.execute(
        select(
            files.c.name,
            files.c.media_type,
            contents.c.content,
            func.coalesce(chats.c.language, teams.c.language).label("language"),
        )
        .join(chats, chats.c.team_id == files.c.team_id)
        .join(teams, teams.c.id == files.c.team_id)
        .outerjoin(contents, and_(contents.c.team_id == files.c.team_id, contents.c.sha256 == files.c.sha256))
        .where(
            files.c.id == file_id,
            chats.c.platform == chat.platform,
            chats.c.account == chat.account,
            chats.c.external_id == chat.chat,
        )
    ).one_or_none()
    return FileContent(row.name, row.media_type, row.content, row.language) if row else None


# The job that fetches contents; it works for an account of a platform, and so for every team there ----------------


def claim_due(db: Connection, *, platform: str, account: str, now: datetime) -> DueFile | None:
    """The next file to fetch, held for ``LEASE``."""
    due = (
        select(files.c.id, files.c.reference, files.c.attempts)
        .where(files.c.platform == platform, files.c.account == account, files.c.due_at <= now)
        .order_by(files.c.due_at)
        .limit(1)
        .with_for_update(skip_locked=True)
    )
    row = db.execute(due).one_or_none()
    if row is None:
        return None
    db.execute(update(files).where(files.c.id == row.id).values(due_at=now + LEASE, attempts=row.attempts + 1))
    return DueFile(row.id, row.reference, row.attempts + 1)


def store_content(db: Connection, file_id: int, content: bytes) -> None:
    """The content is here: kept once for a team."""
    team_id = db.execute(select(files.c.team_id).where(files.c.id == file_id)).scalar_one()
    sha256 = hashlib.sha256(content).hexdigest()
    known = select(contents.c.sha256).where(contents.c.team_id == team_id, contents.c.sha256 == sha256)
    if db.execute(known).scalar() is None:
        db.execute(insert(contents).values(team_id=team_id, sha256=sha256, content=content))
    db.execute(update(files).where(files.c.id == file_id).values(sha256=sha256, size=len(content), due_at=None))


def postpone(db: Connection, file: DueFile, *, now: datetime, give_up: bool = False) -> None:
    """Try again later: in a minute, then twice as long each time, up to an hour; after ``ATTEMPTS`` never."""
    wait = timedelta(minutes=min(60, 2 ** (file.attempts - 1)))
    due_at = None if give_up or file.attempts >= ATTEMPTS else now + wait
    db.execute(update(files).where(files.c.id == file.id).values(due_at=due_at))
