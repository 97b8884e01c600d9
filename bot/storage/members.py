"""The members of a team, by name and by id."""

from collections.abc import Iterable
from dataclasses import dataclass

from sqlalchemy import Connection, select

from bot.storage.models import members


@dataclass(frozen=True, slots=True)
class Member:
    """A member as others know them."""

    id: int
    name: str


def list_members(db: Connection, team_id: int) -> list[Member]:
    """All members, by name."""
    query = select(members.c.id, members.c.name).where(members.c.team_id == team_id)
    return [Member(row.id, row.name) for row in db.execute(query.order_by(members.c.name, members.c.id))]


def member_names(db: Connection, team_id: int, ids: Iterable[int | None]) -> dict[int, str]:
    """Names by id, of those ids that are members of the team."""
    wanted = sorted({id_ for id_ in ids if id_ is not None})
    if not wanted:
        return {}
    query = select(members.c.id, members.c.name).where(members.c.team_id == team_id, members.c.id.in_(wanted))
    return {row.id: row.name for row in db.execute(query)}
