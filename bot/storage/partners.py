"""Partners and the names by which a team knows them."""

from collections.abc import Iterable
from datetime import datetime
from typing import Any

from sqlalchemy import Connection, Row, bindparam, delete, exists, func, insert, select, update

from bot.domain.agreements import AgreementKind
from bot.domain.partners import Partner
from bot.domain.places import PlaceKind
from bot.folding import fold
from bot.storage.engine import inserted_id
from bot.storage.models import agreements, partner_aliases, partners, record_partners, records

_COLUMNS = (
    partners.c.id,
    partners.c.name,
    partners.c.names,
    partners.c.kind,
    partners.c.place_id,
    partners.c.country,
    partners.c.label,
    partners.c.timezone,
)
_ALL = select(*_COLUMNS).where(partners.c.team_id == bindparam("team_id"))
_SELECT = _ALL.where(partners.c.voided_at.is_(None))
_BY_ALIAS = _SELECT.join(partner_aliases, partner_aliases.c.partner_id == partners.c.id).where(
    partner_aliases.c.team_id == bindparam("team_id"), partner_aliases.c.folded == bindparam("folded")
)
_BY_PLACE = _SELECT.where(partners.c.place_id == bindparam("place_id"))
_BY_IDS = _ALL.where(partners.c.id.in_(bindparam("ids", expanding=True)))


def _partner(row: Row[*tuple[Any, ...]]) -> Partner:
    return Partner(
        id=row.id,
        name=row.name,
        names=row.names,
        kind=PlaceKind(row.kind),
        place_id=row.place_id,
        country=row.country,
        label=row.label,
        timezone=row.timezone,
    )


def find_by_alias(db: Connection, team_id: int, folded: str) -> Partner | None:
    """The partner that the team calls ``folded``."""
    row = db.execute(_BY_ALIAS, {"team_id": team_id, "folded": folded}).one_or_none()
    return _partner(row) if row else None


def find_by_place(db: Connection, team_id: int, place_id: str) -> Partner | None:
    """The partner that stands for a place of the gazetteer."""
    row = db.execute(_BY_PLACE, {"team_id": team_id, "place_id": place_id}).one_or_none()
    return _partner(row) if row else None


def load_partners(db: Connection, team_id: int, ids: Iterable[int]) -> dict[int, Partner]:
    """Partners by id, voided ones too: records and their history keep theirs."""
    wanted = sorted(set(ids))
    if not wanted:
        return {}
    return {row.id: _partner(row) for row in db.execute(_BY_IDS, {"team_id": team_id, "ids": wanted})}


def list_partners(db: Connection, team_id: int, country: str | None = None) -> list[tuple[Partner, int]]:
    """The team's partners with their number of records, most first; of one country where ``country`` is given."""
    count = func.count(records.c.id)
    query = (
        select(*_COLUMNS, count.label("records"))
        .outerjoin(record_partners, record_partners.c.partner_id == partners.c.id)
        .outerjoin(records, (records.c.id == record_partners.c.record_id) & records.c.voided_at.is_(None))
        .where(partners.c.team_id == team_id, partners.c.voided_at.is_(None))
        .group_by(partners.c.id)
        .order_by(count.desc(), partners.c.name)
    )
    if country is not None:
        query = query.where(partners.c.country == country)
    return [(_partner(row), row.records) for row in db.execute(query)]


def insert_partner(
    db: Connection,
    team_id: int,
    *,
    name: str,
    kind: PlaceKind,
    names: dict[str, str],
    place_id: str | None,
    country: str | None,
    label: str | None,
    timezone: str | None,
) -> Partner:
    """Store a partner and its names; one of the same place that was voided comes back to life."""
    again = (
        place_id
        and db.execute(
            select(partners.c.id).where(partners.c.team_id == team_id, partners.c.place_id == place_id)
        ).scalar()
    )
    if again:
        set_partner_voided(db, team_id, again, None)
        found = find_by_place(db, team_id, str(place_id))
        if found is None:
            raise LookupError(f"partner {again} is not there after it was revived")
        return found
    result = db.execute(
        insert(partners).values(
            team_id=team_id,
            name=name,
            names=names,
            kind=kind.value,
            place_id=place_id,
            country=country,
            label=label,
            timezone=timezone,
        )
    )
    partner_id = inserted_id(result)
    for alias in dict.fromkeys((name, *names.values())):
        # A name that already stands for another partner stays with it: a namesake needs its own alias.
        if find_by_alias(db, team_id, fold(alias)) is None:
            insert_alias(db, team_id, partner_id, alias)
    return Partner(partner_id, name, kind, place_id, country, label, timezone, names)


def insert_alias(db: Connection, team_id: int, partner_id: int, name: str) -> None:
    """Let the team call a partner ``name``; a name of a voided partner is taken over."""
    db.execute(
        delete(partner_aliases).where(partner_aliases.c.team_id == team_id, partner_aliases.c.folded == fold(name))
    )
    db.execute(insert(partner_aliases).values(team_id=team_id, partner_id=partner_id, name=name, folded=fold(name)))


def delete_alias(db: Connection, team_id: int, name: str) -> None:
    """Take a name away again."""
    db.execute(
        delete(partner_aliases).where(partner_aliases.c.team_id == team_id, partner_aliases.c.folded == fold(name))
    )


def aliases_of(db: Connection, team_id: int, partner_id: int) -> list[str]:
    """The names by which the team knows a partner, oldest first."""
    query = (
        select(partner_aliases.c.name)
        .where(partner_aliases.c.team_id == team_id, partner_aliases.c.partner_id == partner_id)
        .order_by(partner_aliases.c.id)
    )
    return list(db.execute(query).scalars())


def all_aliases(db: Connection, team_id: int) -> list[tuple[str, int]]:
    """Every name, folded, that the team has for a partner, with the partner's id."""
    query = (
        select(partner_aliases.c.folded, partner_aliases.c.partner_id)
        .join(partners, partners.c.id == partner_aliases.c.partner_id)
        .where(partner_aliases.c.team_id == team_id, partners.c.team_id == team_id, partners.c.voided_at.is_(None))
        .order_by(partner_aliases.c.id)
    )
    return [(row.folded, row.partner_id) for row in db.execute(query)]


def latest_partners(db: Connection, team_id: int, *, limit: int) -> list[Partner]:
    """The partners that were logged about last, the latest first."""
    newest = func.max(records.c.id)
    query = (
        select(record_partners.c.partner_id)
        .join(records, records.c.id == record_partners.c.record_id)
        .where(record_partners.c.team_id == team_id, records.c.team_id == team_id, records.c.voided_at.is_(None))
        .group_by(record_partners.c.partner_id)
        .order_by(newest.desc())
        .limit(limit)
    )
    ids = list(db.execute(query).scalars())
    found = load_partners(db, team_id, ids)
    return [found[partner_id] for partner_id in ids if partner_id in found]


def partners_with_agreement(db: Connection, team_id: int, kind: AgreementKind) -> set[int]:
    """The ids of partners that have an agreement of a kind, whatever became of it."""
    query = (
        select(record_partners.c.partner_id)
        .join(records, records.c.id == record_partners.c.record_id)
        .join(agreements, agreements.c.record_id == records.c.id)
        .where(
            record_partners.c.team_id == team_id,
            records.c.team_id == team_id,
            agreements.c.team_id == team_id,
            records.c.voided_at.is_(None),
            agreements.c.kind == kind.value,
        )
    )
    return set(db.execute(query).scalars())


def set_partner_voided(db: Connection, team_id: int, partner_id: int, at: datetime | None) -> None:
    """Take a partner out of sight, or bring it back."""
    db.execute(update(partners).where(partners.c.team_id == team_id, partners.c.id == partner_id).values(voided_at=at))


def revive_partners(db: Connection, team_id: int, ids: Iterable[int]) -> list[int]:
    """Bring those back that are out of sight; their ids."""
    again = (
        update(partners)
        .where(partners.c.team_id == team_id, partners.c.id.in_(sorted(set(ids))), partners.c.voided_at.is_not(None))
        .values(voided_at=None)
        .returning(partners.c.id)
    )
    return list(db.execute(again).scalars())


def set_label(db: Connection, team_id: int, partner_id: int, label: str | None) -> None:
    """Set what a card writes behind the partner's name in place of its country."""
    db.execute(update(partners).where(partners.c.team_id == team_id, partners.c.id == partner_id).values(label=label))


def set_country(db: Connection, team_id: int, partner: Partner) -> None:
    """Store what ``partner`` says of its country, label and names; a new name becomes an alias if it is free."""
    db.execute(
        update(partners)
        .where(partners.c.team_id == team_id, partners.c.id == partner.id)
        .values(country=partner.country, label=partner.label, names=dict(partner.names))
    )
    for name in partner.names.values():
        if find_by_alias(db, team_id, fold(name)) is None:
            insert_alias(db, team_id, partner.id, name)


def is_used(db: Connection, team_id: int, partner_id: int) -> bool:
    """Whether a record that counts has the partner."""
    query = select(
        exists().where(
            record_partners.c.team_id == team_id,
            record_partners.c.partner_id == partner_id,
            records.c.id == record_partners.c.record_id,
            records.c.voided_at.is_(None),
        )
    )
    return bool(db.execute(query).scalar())
