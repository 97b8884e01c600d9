"""A team's own names of themes, and the themes that are in use."""

from collections.abc import Iterable, Sequence

from sqlalchemy import Connection, delete, func, insert, select

from bot.domain.notes import NoteKind
from bot.folding import fold
from bot.storage.models import notes, record_themes, records, theme_names


def own_names(db: Connection, team_id: int) -> dict[str, str]:
    """The team's own names of themes, folded, each with its theme's key."""
    query = select(theme_names.c.folded, theme_names.c.theme).where(theme_names.c.team_id == team_id)
    return {row.folded: row.theme for row in db.execute(query)}


def list_names(db: Connection, team_id: int) -> list[tuple[str, str]]:
    """(key of the theme, name as it was typed), by theme."""
    query = select(theme_names.c.theme, theme_names.c.name).where(theme_names.c.team_id == team_id)
    return [(row.theme, row.name) for row in db.execute(query.order_by(theme_names.c.theme, theme_names.c.folded))]


def set_names(db: Connection, team_id: int, theme: str, names: Iterable[str]) -> None:
    """Let the team call the theme of a key these names as well, and no other of its own."""
    db.execute(delete(theme_names).where(theme_names.c.team_id == team_id, theme_names.c.theme == theme))
    for folded, name in {fold(name): name for name in names}.items():
        db.execute(delete(theme_names).where(theme_names.c.team_id == team_id, theme_names.c.folded == folded))
        db.execute(insert(theme_names).values(team_id=team_id, folded=folded, name=name, theme=theme))


def themes_in_use(
    db: Connection, team_id: int, *, limit: int, note_kinds: Sequence[NoteKind] = ()
) -> list[tuple[str, int]]:
    """The themes of records that count, as typed, with how many have them; of notes of these kinds only, if given."""
    count = func.count()
    query = (
        select(func.min(record_themes.c.theme).label("theme"), count.label("records"))
        .join(records, records.c.id == record_themes.c.record_id)
        .where(record_themes.c.team_id == team_id, records.c.team_id == team_id, records.c.voided_at.is_(None))
        .group_by(record_themes.c.folded)
        .order_by(count.desc(), record_themes.c.folded)
        .limit(limit)
    )
    if note_kinds:
        kinds = [kind.value for kind in note_kinds]
        query = query.join(notes, notes.c.record_id == records.c.id).where(notes.c.kind.in_(kinds))
    return [(row.theme, row.records) for row in db.execute(query)]


def is_in_use(db: Connection, team_id: int, folded: str) -> bool:
    """Whether any record has the theme."""
    query = select(record_themes.c.record_id).where(
        record_themes.c.team_id == team_id, record_themes.c.folded == folded
    )
    return db.execute(query.limit(1)).scalar() is not None
