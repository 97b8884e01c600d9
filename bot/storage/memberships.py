"""The networks that a team belongs to."""

from sqlalchemy import Connection, select

from bot.storage.models import memberships, records


def list_networks(db: Connection, team_id: int) -> list[tuple[int, str, str]]:
    """The id, name and acronym ("" without one) of every membership that counts, oldest first."""
    query = (
        select(memberships.c.record_id, memberships.c.network, memberships.c.acronym)
        .join(records, records.c.id == memberships.c.record_id)
        .where(records.c.team_id == team_id, memberships.c.team_id == team_id, records.c.voided_at.is_(None))
        .order_by(records.c.number)
    )
    return [(row.record_id, row.network, row.acronym) for row in db.execute(query)]
