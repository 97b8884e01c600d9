"""Teams, their members, and the identities by which platforms know these."""

from dataclasses import dataclass
from datetime import datetime
from typing import Any

from sqlalchemy import Connection, Row, bindparam, insert, select, update

from bot.domain.teams import Team
from bot.message import ChatRef, Sender
from bot.permissions import Actor, Role
from bot.storage.engine import inserted_id
from bot.storage.models import chats, identities, members, teams

_TEAM_COLUMNS = (
    teams.c.id,
    teams.c.name,
    teams.c.language,
    teams.c.timezone,
    teams.c.country,
    teams.c.home_city,
    teams.c.home_place_id,
    teams.c.date_order,
)


@dataclass(frozen=True, slots=True)
class Speaker:
    """Who speaks, and for which team."""

    actor: Actor
    team: Team


@dataclass(frozen=True, slots=True)
class Chat:
    """A chat as stored. ``language`` None means the team's."""

    id: int
    team_id: int
    language: str | None


_SPEAKER = (
    select(members.c.id.label("member_id"), members.c.name.label("member_name"), members.c.role, *_TEAM_COLUMNS)
    .select_from(identities.join(members, identities.c.member_id == members.c.id).join(teams))
    .where(
        identities.c.platform == bindparam("platform"),
        identities.c.account == bindparam("account"),
        identities.c.external_id == bindparam("external_id"),
    )
)
_CHAT = (
    select(chats.c.id, chats.c.team_id, chats.c.language)
    .where(
        chats.c.platform == bindparam("platform"),
        chats.c.account == bindparam("account"),
        chats.c.external_id == bindparam("external_id"),
    )
    # One chat stays in order across replicas: a unit of work holds its row (SQLite has one writer anyway).
    .with_for_update()
)


def _team(row: Row[*tuple[Any, ...]]) -> Team:
    return Team(
        id=row.id,
        name=row.name,
        language=row.language,
        timezone=row.timezone,
        country=row.country,
        home_city=row.home_city,
        home_place_id=row.home_place_id,
        date_order=row.date_order,
    )


def find_speaker(db: Connection, chat: ChatRef, sender: Sender) -> Speaker | None:
    """The member behind a platform's user; None for a stranger."""
    row = db.execute(
        _SPEAKER, {"platform": chat.platform, "account": chat.account, "external_id": sender.id}
    ).one_or_none()
    if row is None:
        return None
    return Speaker(Actor(row.member_id, row.id, row.member_name, Role(row.role)), _team(row))


def find_chat(db: Connection, chat: ChatRef) -> Chat | None:
    """The stored chat, locked until the transaction ends."""
    row = db.execute(
        _CHAT, {"platform": chat.platform, "account": chat.account, "external_id": chat.chat}
    ).one_or_none()
    return Chat(row.id, row.team_id, row.language) if row else None


def add_chat(db: Connection, team_id: int, chat: ChatRef) -> Chat:
    """Store a chat for ``team_id``: the team of the member who first speaks there."""
    result = db.execute(
        insert(chats).values(
            team_id=team_id, platform=chat.platform, account=chat.account, external_id=chat.chat, kind=chat.kind.value
        )
    )
    return Chat(inserted_id(result), team_id, None)


def find_team(db: Connection, name: str | None = None) -> Team | None:
    """The team called ``name``; without a name the first one."""
    query = select(*_TEAM_COLUMNS).order_by(teams.c.id).limit(1)
    row = db.execute(query if name is None else query.where(teams.c.name == name)).one_or_none()
    return _team(row) if row else None


def add_team(db: Connection, team: Team, now: datetime) -> Team:
    """Store a new team; its ``id`` is ignored and given anew."""
    result = db.execute(
        insert(teams).values(
            name=team.name,
            language=team.language,
            timezone=team.timezone,
            country=team.country,
            home_city=team.home_city,
            home_place_id=team.home_place_id,
            date_order=team.date_order,
            created_at=now,
        )
    )
    return Team(
        id=inserted_id(result),
        **{name: getattr(team, name) for name in Team.__dataclass_fields__ if name != "id"},
    )


def change_team(db: Connection, team_id: int, **values: str | None) -> None:
    """Set columns of the team."""
    db.execute(update(teams).where(teams.c.id == team_id).values(**values))


def add_member(db: Connection, team_id: int, name: str, role: Role, now: datetime) -> int:
    """Store a new member; the id."""
    result = db.execute(insert(members).values(team_id=team_id, name=name, role=role.value, created_at=now))
    return inserted_id(result)


def add_identity(db: Connection, team_id: int, member_id: int, chat: ChatRef, sender: Sender) -> None:
    """Let a platform's user speak as a member."""
    db.execute(
        insert(identities).values(
            team_id=team_id,
            member_id=member_id,
            platform=chat.platform,
            account=chat.account,
            external_id=sender.id,
        )
    )
