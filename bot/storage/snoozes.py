"""Records that are not to be reminded of for a while, or not until their day moves."""

from collections.abc import Sequence

from sqlalchemy import Connection, delete, insert, select

from bot.domain.reminders import Snooze
from bot.storage.models import snoozes


def load_snoozes(db: Connection, team_id: int, record_ids: Sequence[int]) -> dict[int, Snooze]:
    """The snoozes of these records."""
    if not record_ids:
        return {}
    query = select(snoozes.c.record_id, snoozes.c.until, snoozes.c.counted_to).where(
        snoozes.c.team_id == team_id, snoozes.c.record_id.in_(record_ids)
    )
    return {row.record_id: Snooze(row.until, row.counted_to) for row in db.execute(query)}


def save_snooze(db: Connection, team_id: int, member_id: int, record_id: int, snooze: Snooze | None) -> None:
    """Let a record be silent as ``snooze`` says; None lets it speak again."""
    db.execute(delete(snoozes).where(snoozes.c.team_id == team_id, snoozes.c.record_id == record_id))
    if snooze is not None:
        values = {"until": snooze.until, "counted_to": snooze.counted_to, "member_id": member_id}
        db.execute(insert(snoozes).values(team_id=team_id, record_id=record_id, **values))
