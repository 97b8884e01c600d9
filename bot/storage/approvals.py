"""What lacks an approval is derived anew for a whole team when its chain or its country has changed."""

from sqlalchemy import Connection, bindparam, select, update

from bot.domain.agreements import Agreement
from bot.domain.memberships import Membership
from bot.domain.records import Kind
from bot.domain.teams import Team
from bot.storage.agreements import lacks
from bot.storage.models import records
from bot.storage.partners import load_partners
from bot.storage.records import TABLES, load_records

_BATCH = 500


def derive_lacking(db: Connection, team: Team) -> None:
    """Set ``lacks_approval`` of every agreement and membership that counts, as ``team`` asks for it now."""
    for kind in (Kind.AGREEMENT, Kind.MEMBERSHIP):
        table = TABLES[kind]
        counted = (
            select(table.c.record_id)
            .join(records, records.c.id == table.c.record_id)
            .where(table.c.team_id == team.id, records.c.voided_at.is_(None))
        )
        ids = list(db.execute(counted).scalars())
        change = (
            update(table)
            .where(table.c.team_id == team.id, table.c.record_id == bindparam("changed"))
            .values(lacks_approval=bindparam("lacking"))
        )
        for at in range(0, len(ids), _BATCH):
            db.execute(change, _lacking(db, team, ids[at : at + _BATCH]))


def _lacking(db: Connection, team: Team, ids: list[int]) -> list[dict[str, int | bool]]:
    found = load_records(db, team.id, ids)
    known = load_partners(db, team.id, {link.partner_id for stored in found for link in stored.record.links})
    rows: list[dict[str, int | bool]] = []
    for stored in found:
        details = stored.record.details
        if isinstance(details, Agreement | Membership):
            countries = [known[link.partner_id].country for link in stored.record.links if link.partner_id in known]
            lacking = lacks(details, team.approval_steps, team.country, countries)
            rows.append({"changed": stored.id, "lacking": lacking})
    return rows
