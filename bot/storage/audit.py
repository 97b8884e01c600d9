"""The audit: who changed what, when, and what it was before. Every change of a record or partner passes here."""

from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum
from typing import Any

from sqlalchemy import ColumnElement, Connection, Row, insert, select

from bot.storage.models import audit, members

_INSERT = insert(audit)
UNDO_REACH = 500
"""Rows of the audit that an undo looks back, what was undone included."""


class Action(StrEnum):
    """What a change did."""

    CREATE = "create"
    EDIT = "edit"
    VOID = "void"
    RESTORE = "restore"
    ALIAS = "alias"
    LABEL = "label"
    ATTACH = "attach"
    ELECTION = "election"
    TEMPLATE = "template"


@dataclass(frozen=True, slots=True, kw_only=True)
class AuditEntry:
    """One row: ``before`` and ``after`` are snapshots, ``version`` is what the change made of the record."""

    change_set: int
    at: datetime
    member_id: int
    member_name: str
    action: Action
    record_id: int | None
    partner_id: int | None
    version: int | None
    before: dict[str, Any] | None
    after: dict[str, Any] | None
    reverts: int | None


def add_entry(
    db: Connection,
    *,
    team_id: int,
    change_set: int,
    chat_id: int,
    member_id: int,
    at: datetime,
    action: Action,
    record_id: int | None = None,
    partner_id: int | None = None,
    version: int | None = None,
    before: dict[str, Any] | None = None,
    after: dict[str, Any] | None = None,
    reverts: int | None = None,
) -> None:
    """Write one row."""
    db.execute(
        _INSERT,
        {
            "team_id": team_id,
            "change_set": change_set,
            "chat_id": chat_id,
            "member_id": member_id,
            "at": at,
            "action": action.value,
            "record_id": record_id,
            "partner_id": partner_id,
            "version": version,
            "before": before,
            "after": after,
            "reverts": reverts,
        },
    )


_SELECT = select(audit, members.c.name.label("member_name")).join(members, members.c.id == audit.c.member_id)


def _entry(row: Row[*tuple[Any, ...]]) -> AuditEntry:
    return AuditEntry(
        change_set=row.change_set,
        at=row.at,
        member_id=row.member_id,
        member_name=row.member_name,
        action=Action(row.action),
        record_id=row.record_id,
        partner_id=row.partner_id,
        version=row.version,
        before=row.before,
        after=row.after,
        reverts=row.reverts,
    )


def entries_of_set(db: Connection, team_id: int, change_set: int) -> list[AuditEntry]:
    """The rows of one change set, oldest first."""
    query = _SELECT.where(audit.c.team_id == team_id, audit.c.change_set == change_set).order_by(audit.c.id)
    return [_entry(row) for row in db.execute(query)]


def entries_of_record(db: Connection, team_id: int, record_id: int, *, limit: int) -> list[AuditEntry]:
    """The latest rows of one record, newest first."""
    query = _SELECT.where(audit.c.team_id == team_id, audit.c.record_id == record_id)
    return [_entry(row) for row in db.execute(query.order_by(audit.c.id.desc()).limit(limit))]


def entries_of_partner(db: Connection, team_id: int, partner_id: int, *, limit: int) -> list[AuditEntry]:
    """The latest rows of one partner itself, newest first; those of its records are not among them."""
    query = _SELECT.where(audit.c.team_id == team_id, audit.c.partner_id == partner_id, audit.c.record_id.is_(None))
    return [_entry(row) for row in db.execute(query.order_by(audit.c.id.desc()).limit(limit))]


def last_standing_change(db: Connection, team_id: int, record_id: int, *, after: int) -> AuditEntry | None:
    """The newest change beyond version ``after`` of a record that still stands: no undo, and not undone."""
    undone = select(audit.c.reverts).where(
        audit.c.team_id == team_id, audit.c.record_id == record_id, audit.c.reverts.is_not(None)
    )
    query = (
        _SELECT.where(audit.c.team_id == team_id, audit.c.record_id == record_id, audit.c.version > after)
        .where(audit.c.reverts.is_(None), audit.c.change_set.not_in(undone))
        .order_by(audit.c.id.desc())
        .limit(1)
    )
    row = db.execute(query).one_or_none()
    return _entry(row) if row else None


def latest_entries(db: Connection, team_id: int, *, limit: int) -> list[AuditEntry]:
    """The team's latest rows that concern a record, a partner's names or a letter, newest first."""
    on_their_own = [action.value for action in (Action.ALIAS, Action.ELECTION, Action.TEMPLATE)]
    shown = audit.c.record_id.is_not(None) | audit.c.action.in_(on_their_own)
    query = _SELECT.where(audit.c.team_id == team_id, shown)
    return [_entry(row) for row in db.execute(query.order_by(audit.c.id.desc()).limit(limit))]


def _own_rows(team_id: int, chat_id: int, member_id: int) -> ColumnElement[bool]:
    return (audit.c.team_id == team_id) & (audit.c.chat_id == chat_id) & (audit.c.member_id == member_id)


def last_change_set(db: Connection, team_id: int, chat_id: int, member_id: int) -> int | None:
    """The speaker's newest change set in the chat that is neither undone nor itself an undo."""
    rows = db.execute(
        select(audit.c.change_set, audit.c.reverts)
        .where(_own_rows(team_id, chat_id, member_id))
        .order_by(audit.c.id.desc())
        .limit(UNDO_REACH)
    )
    # An undo is newer than what it undoes: read backwards, the first row that is neither is the one.
    undone: set[int] = set()
    for row in rows:
        if row.reverts is not None:
            undone.add(row.reverts)
        elif row.change_set not in undone:
            return int(row.change_set)
    return None


def is_undone(db: Connection, team_id: int, chat_id: int, member_id: int, change_set: int) -> bool:
    """Whether the speaker has undone a change set in the chat."""
    query = select(audit.c.id).where(_own_rows(team_id, chat_id, member_id), audit.c.reverts == change_set).limit(1)
    return db.execute(query).scalar() is not None


def has_logged(db: Connection, team_id: int, change_set: int) -> bool:
    """Whether a change set logged a record and was not undone."""
    own = audit.c.team_id == team_id
    logged = select(audit.c.id).where(
        own, audit.c.change_set == change_set, audit.c.action == Action.CREATE.value, audit.c.record_id.is_not(None)
    )
    undone = select(audit.c.id).where(own, audit.c.record_id.is_not(None), audit.c.reverts == change_set)
    return db.execute(logged.limit(1)).scalar() is not None and db.execute(undone.limit(1)).scalar() is None


def has_attached(db: Connection, team_id: int, change_set: int) -> bool:
    """Whether a change set attached a file."""
    query = select(audit.c.id).where(
        audit.c.team_id == team_id, audit.c.change_set == change_set, audit.c.action == Action.ATTACH.value
    )
    return db.execute(query.limit(1)).scalar() is not None


@dataclass(frozen=True, slots=True)
class RecentChange:
    """The record of a speaker's newest change in a chat, and the change set."""

    record_id: int
    change_set: int


def recent_change(
    db: Connection, team_id: int, chat_id: int, member_id: int, *, since: datetime
) -> RecentChange | None:
    """The speaker's newest change in the chat, if it logged or edited a record after ``since``; an undo did neither."""
    row = db.execute(
        select(audit.c.record_id, audit.c.change_set, audit.c.at, audit.c.action, audit.c.reverts)
        .where(_own_rows(team_id, chat_id, member_id), audit.c.record_id.is_not(None))
        .order_by(audit.c.id.desc())
        .limit(1)
    ).one_or_none()
    if row is None or row.at < since or row.reverts is not None or row.action == Action.VOID.value:
        return None
    return RecentChange(row.record_id, row.change_set)
