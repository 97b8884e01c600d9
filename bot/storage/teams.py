"""Teams, their members, and the identities by which platforms know these."""

from datetime import datetime
from typing import Any

from sqlalchemy import Connection, Row, insert, select, update

from bot.domain.teams import Team
from bot.message import ChatRef, Sender
from bot.permissions import Role
from bot.storage.engine import inserted_id
from bot.storage.models import identities, members, teams

TEAM_COLUMNS = (
    teams.c.id,
    teams.c.name,
    teams.c.language,
    teams.c.timezone,
    teams.c.country,
    teams.c.home_city,
    teams.c.home_place_id,
    teams.c.date_order,
    teams.c.approval_chain,
)


def read_team(row: Row[*tuple[Any, ...]]) -> Team:
    """The team of a row that has ``TEAM_COLUMNS``."""
    return Team(
        id=row.id,
        name=row.name,
        language=row.language,
        timezone=row.timezone,
        country=row.country,
        home_city=row.home_city,
        home_place_id=row.home_place_id,
        date_order=row.date_order,
        approval_chain=None if row.approval_chain is None else tuple(row.approval_chain),
    )


def is_member(db: Connection, chat: ChatRef, sender: Sender) -> bool:
    """Whether a platform's user is a member of a team."""
    query = select(identities.c.id).where(
        identities.c.platform == chat.platform,
        identities.c.account == chat.account,
        identities.c.external_id == sender.id,
    )
    return db.execute(query).scalar() is not None


def find_team(db: Connection, name: str | None = None) -> Team | None:
    """The team called ``name``; without a name the first one."""
    query = select(*TEAM_COLUMNS).order_by(teams.c.id).limit(1)
    row = db.execute(query if name is None else query.where(teams.c.name == name)).one_or_none()
    return read_team(row) if row else None


def load_team(db: Connection, team_id: int) -> Team:
    """A team by its number. Raises ``NoResultFound``."""
    return read_team(db.execute(select(*TEAM_COLUMNS).where(teams.c.id == team_id)).one())


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
            approval_chain=team.approval_chain,
            created_at=now,
        )
    )
    return Team(
        id=inserted_id(result),
        **{name: getattr(team, name) for name in Team.__dataclass_fields__ if name != "id"},
    )


def change_team(db: Connection, team_id: int, **values: str | list[str] | None) -> None:
    """Set columns of the team."""
    db.execute(update(teams).where(teams.c.id == team_id).values(**values))


def add_member(db: Connection, team_id: int, name: str, role: Role, now: datetime) -> int:
    """Store a new member; the id."""
    result = db.execute(insert(members).values(team_id=team_id, name=name, role=role.value, created_at=now))
    return inserted_id(result)


def add_identity(
    db: Connection, team_id: int, member_id: int, chat: ChatRef, sender: Sender, *, is_vouched: bool = False
) -> None:
    """Let a platform's user speak as a member; ``is_vouched`` for as long as the platform says that they are one."""
    db.execute(
        insert(identities).values(
            team_id=team_id,
            member_id=member_id,
            platform=chat.platform,
            account=chat.account,
            external_id=sender.id,
            is_vouched=is_vouched,
        )
    )


def move_identity(db: Connection, team_id: int, member_id: int, chat: ChatRef, sender: Sender) -> str:
    """Let a platform's user who has a code speak as another member from now on; that member's name."""
    db.execute(
        update(identities)
        .where(
            identities.c.platform == chat.platform,
            identities.c.account == chat.account,
            identities.c.external_id == sender.id,
        )
        .values(team_id=team_id, member_id=member_id, is_vouched=False)
    )
    name = select(members.c.name).where(members.c.team_id == team_id, members.c.id == member_id)
    return str(db.execute(name).scalar_one())
