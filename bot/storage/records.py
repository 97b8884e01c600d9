"""Records of every kind: the common row, the noun's own row, the partners and the themes, always together."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import asdict, fields, is_dataclass
from datetime import date, datetime
from decimal import Decimal
from enum import Enum
from functools import lru_cache
from typing import TYPE_CHECKING, Any

from sqlalchemy import Connection, RowMapping, Table, bindparam, delete, func, insert, select, update

from bot.domain.periods import Period, Precision
from bot.domain.records import DETAILS, Details, Kind, Link, Record, Role, StoredRecord
from bot.folding import fold
from bot.storage import models
from bot.storage.agreements import derived_columns
from bot.storage.batches import WorkAgain
from bot.storage.models import members, record_partners, record_themes, records, teams

if TYPE_CHECKING:
    from pydantic import TypeAdapter

TABLES: Mapping[Kind, Table] = {
    Kind.VISIT: models.visits,
    Kind.EVENT: models.events,
    Kind.AGREEMENT: models.agreements,
    Kind.CONTACT: models.contacts,
    Kind.MEMBERSHIP: models.memberships,
    Kind.PROJECT: models.projects,
    Kind.NOTE: models.notes,
    Kind.TASK: models.tasks,
    Kind.GIFT: models.gifts,
    Kind.LETTER: models.letters,
}

# Built once: making a statement costs as much as running it.
# Records are never deleted, so that the next number is one more than the highest: the unique index has it at its end.
_INSERT_RECORD = (
    insert(records)
    .values(
        number=select(func.coalesce(func.max(records.c.number), 0) + 1)
        .where(records.c.team_id == bindparam("of_team"), records.c.kind == bindparam("of_kind"))
        .scalar_subquery()
    )
    .returning(records.c.id, records.c.number)
)
# Two chats of a team take their numbers one after the other (SQLite has one writer anyway).
_LOCK_TEAM = select(teams.c.id).where(teams.c.id == bindparam("team_id")).with_for_update(key_share=True)
_INSERT_DETAILS = {kind: insert(table) for kind, table in TABLES.items()}
_INSERT_LINK = insert(record_partners)
_INSERT_THEME = insert(record_themes)
_OWNERS = members.alias("owners")
_SELECT_RECORDS = (
    select(records, members.c.name.label("member_name"), _OWNERS.c.name.label("owner_name"))
    .join(members, members.c.id == records.c.created_by)
    .outerjoin(_OWNERS, _OWNERS.c.id == records.c.owner_id)
    .where(records.c.team_id == bindparam("team_id"), records.c.id.in_(bindparam("ids", expanding=True)))
)
_SELECT_DETAILS = {
    kind: select(table).where(
        table.c.team_id == bindparam("team_id"), table.c.record_id.in_(bindparam("ids", expanding=True))
    )
    for kind, table in TABLES.items()
}


class ChangedMeanwhile(WorkAgain):
    """The record was changed between reading and writing it; its short id is the argument."""


_NOT_SEARCHED = frozenset({"value", "term_precision"})
"""What a gift is worth is not for everybody who can search."""


@lru_cache
def _adapter(kind: Kind) -> "TypeAdapter[Details]":
    from pydantic import TypeAdapter  # only where records are read back

    return TypeAdapter(DETAILS[kind])


def details_row(details: Details) -> dict[str, Any]:
    """The columns of a noun's own row."""
    return {field.name: _plain(getattr(details, field.name)) for field in fields(details)}


def read_details(kind: Kind, row: Mapping[str, Any]) -> Details:
    """The reverse of ``details_row``; dates may be ISO texts."""
    known = (field.name for field in fields(DETAILS[kind]) if field.name in row)  # the audit has rows of older versions
    return _adapter(kind).validate_python({name: row[name] for name in known})


def _plain(value: Any) -> Any:
    if isinstance(value, Enum):
        return value.value
    if isinstance(value, tuple):
        return [_in_json(one) for one in value]
    if is_dataclass(value) and not isinstance(value, type):
        return _in_json(value)
    return str(value) if isinstance(value, Decimal) else value


def _in_json(value: Any) -> Any:
    """A value within a JSON column: a frozen value is an object, a date its ISO text."""
    if is_dataclass(value) and not isinstance(value, type):
        return {name: _in_json(one) for name, one in asdict(value).items()}
    return value.isoformat() if isinstance(value, date) else _plain(value)


def snapshot(record: Record) -> dict[str, Any]:
    """A record as JSON, for the audit."""
    details = {
        name: value.isoformat() if isinstance(value, date) else value
        for name, value in details_row(record.details).items()
    }
    return {
        "kind": record.kind.value,
        "details": details,
        "period": period_snapshot(record.period),
        "links": [[link.partner_id, link.role.value] for link in record.links],
        "themes": list(record.themes),
        "owner": record.owner_id,
    }


def read_snapshot(data: Mapping[str, Any]) -> Record:
    """The reverse of ``snapshot``."""
    return Record(
        details=read_details(Kind(data["kind"]), data["details"]),
        period=read_period(data["period"]),
        links=tuple(Link(partner_id, Role(role)) for partner_id, role in data["links"]),
        themes=tuple(data["themes"]),
        owner_id=data.get("owner"),
    )


def period_snapshot(period: Period | None) -> list[str] | None:
    """A period as JSON."""
    return [period.start.isoformat(), period.end.isoformat(), period.precision.value] if period else None


def read_period(data: Sequence[str] | None) -> Period | None:
    """The reverse of ``period_snapshot``."""
    return Period(date.fromisoformat(data[0]), date.fromisoformat(data[1]), Precision(data[2])) if data else None


def _common(record: Record, names: Iterable[str]) -> dict[str, Any]:
    period = record.period
    words = [record.title, *names, *record.themes]
    for name, value in details_row(record.details).items():
        if name in _NOT_SEARCHED:
            continue
        several = value if isinstance(value, list) else [value]
        words += [one["number"] if isinstance(one, dict) and "number" in one else one for one in several]
    return {
        "starts_on": period.start if period else None,
        "ends_on": period.end if period else None,
        "precision": period.precision.value if period else None,
        "owner_id": record.owner_id,
        "search": " ".join(dict.fromkeys(filter(None, (fold(word) for word in words if isinstance(word, str))))),
    }


def insert_record(
    db: Connection, team_id: int, member_id: int, record: Record, *, names: Iterable[str], now: datetime
) -> tuple[int, int]:
    """Store a new record; its id and number. ``names`` are its partners' names, to be searched by."""
    kind = record.kind.value
    if db.dialect.name != "sqlite":
        db.execute(_LOCK_TEAM, {"team_id": team_id})
    row = db.execute(
        _INSERT_RECORD,
        {
            "of_team": team_id,
            "of_kind": kind,
            "team_id": team_id,
            "kind": kind,
            "version": 1,
            "created_at": now,
            "created_by": member_id,
            **_common(record, names),
        },
    ).one()
    _insert_parts(db, team_id, row.id, record)
    return row.id, row.number


def _insert_parts(db: Connection, team_id: int, record_id: int, record: Record) -> None:
    own = {"record_id": record_id, "team_id": team_id}
    derived = derived_columns(db, team_id, record)
    db.execute(_INSERT_DETAILS[record.kind], {**own, **details_row(record.details), **derived})
    for link in record.links:
        db.execute(_INSERT_LINK, {**own, "partner_id": link.partner_id, "role": link.role.value})
    for folded, theme in {fold(theme): theme for theme in record.themes}.items():
        db.execute(_INSERT_THEME, {**own, "folded": folded, "theme": theme})


def replace_record(db: Connection, team_id: int, stored: StoredRecord, record: Record, *, names: Iterable[str]) -> int:
    """Store a changed record over ``stored``; the new version."""
    version = _next_version(db, team_id, stored, **_common(record, names))
    for table in (TABLES[record.kind], record_partners, record_themes):
        db.execute(delete(table).where(table.c.team_id == team_id, table.c.record_id == stored.id))
    _insert_parts(db, team_id, stored.id, record)
    return version


def set_voided(db: Connection, team_id: int, stored: StoredRecord, at: datetime | None) -> int:
    """Mark a record as void, or no longer so; the new version."""
    if derived := derived_columns(db, team_id, stored.record):
        table = TABLES[stored.record.kind]
        lacks = derived["lacks_approval"] and at is None
        found = update(table).where(table.c.team_id == team_id, table.c.record_id == stored.id)
        db.execute(found.values(lacks_approval=lacks))
    return _next_version(db, team_id, stored, voided_at=at)


def _next_version(db: Connection, team_id: int, stored: StoredRecord, **values: Any) -> int:
    """Set columns of the version that was read. Raises ``ChangedMeanwhile`` where another replica was faster."""
    version = stored.version + 1
    result = db.execute(
        update(records)
        .where(records.c.team_id == team_id, records.c.id == stored.id, records.c.version == stored.version)
        .values(version=version, **values)
    )
    if result.rowcount != 1:
        raise ChangedMeanwhile(stored.short_id)
    return version


def load_records(db: Connection, team_id: int, ids: Sequence[int]) -> list[StoredRecord]:
    """Whole records, in the order of ``ids``."""
    if not ids:
        return []
    parameters = {"team_id": team_id, "ids": list(ids)}
    rows = {row["id"]: row for row in db.execute(_SELECT_RECORDS, parameters).mappings()}
    details: dict[int, Details] = {}
    for kind in {Kind(row["kind"]) for row in rows.values()}:
        for found in db.execute(_SELECT_DETAILS[kind], parameters).mappings():
            details[found["record_id"]] = read_details(kind, {str(key): value for key, value in found.items()})
    links: dict[int, list[Link]] = {}
    for link in db.execute(
        select(record_partners.c.record_id, record_partners.c.partner_id, record_partners.c.role)
        .where(record_partners.c.team_id == team_id, record_partners.c.record_id.in_(ids))
        .order_by(record_partners.c.partner_id, record_partners.c.role)
    ):
        links.setdefault(link.record_id, []).append(Link(link.partner_id, Role(link.role)))
    themes: dict[int, list[str]] = {}
    for theme in db.execute(
        select(record_themes.c.record_id, record_themes.c.theme).where(
            record_themes.c.team_id == team_id, record_themes.c.record_id.in_(ids)
        )
    ):
        themes.setdefault(theme.record_id, []).append(theme.theme)
    return [
        _stored(rows[id_], details[id_], tuple(links.get(id_, ())), tuple(themes.get(id_, ())))
        for id_ in ids
        if id_ in rows
    ]


def _stored(row: RowMapping, details: Details, links: tuple[Link, ...], themes: tuple[str, ...]) -> StoredRecord:
    period = Period(row["starts_on"], row["ends_on"], Precision(row["precision"])) if row["starts_on"] else None
    return StoredRecord(
        id=row["id"],
        number=row["number"],
        version=row["version"],
        record=Record(details=details, period=period, links=links, themes=themes, owner_id=row["owner_id"]),
        created_by=row["member_name"],
        owner=row["owner_name"] or "",
        created_at=row["created_at"],
        voided_at=row["voided_at"],
    )


def load_record(db: Connection, team_id: int, record_id: int) -> StoredRecord:
    """One whole record. Raises ``LookupError``."""
    found = load_records(db, team_id, [record_id])
    if not found:
        raise LookupError(f"record {record_id} of team {team_id}")
    return found[0]


def find_by_number(db: Connection, team_id: int, kind: Kind, number: int) -> StoredRecord | None:
    """The record with a short id, void or not."""
    record_id = db.execute(
        select(records.c.id).where(
            records.c.team_id == team_id, records.c.kind == kind.value, records.c.number == number
        )
    ).scalar()
    return load_record(db, team_id, record_id) if record_id is not None else None
