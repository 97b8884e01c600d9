"""Elections, terms of office and signings near an anniversary; and the letters that a team has written itself."""

from collections.abc import Iterable, Mapping, Sequence
from datetime import date
from typing import Any

from sqlalchemy import ColumnElement, Connection, Row, delete, insert, or_, select

from bot.domain.agreements import AgreementStatus
from bot.domain.occasions import Occasion, Window
from bot.domain.partners import Partner
from bot.domain.periods import Period, Precision
from bot.storage.mine import theirs
from bot.storage.models import agreements, contacts, elections, letter_templates, partners, record_partners, records
from bot.storage.partners import load_partners

MOST = 500
"""Of each sort: what one list or one edition looks at."""

_NOT_KEPT = (
    AgreementStatus.IDEA,
    AgreementStatus.NEGOTIATING,
    AgreementStatus.APPROVED,
    AgreementStatus.EXPIRED,
    AgreementStatus.ENDED,
    AgreementStatus.TERMINATED,
    AgreementStatus.CANCELLED,
)
"""Not signed yet, or over: no anniversary is kept."""


def countries_of_partners(db: Connection, team_id: int) -> list[str]:
    """The countries in which the team has partners."""
    query = select(partners.c.country).where(
        partners.c.team_id == team_id, partners.c.voided_at.is_(None), partners.c.country.is_not(None)
    )
    return list(db.execute(query.distinct().order_by(partners.c.country)).scalars())


def partners_in(db: Connection, team_id: int, countries: Iterable[str]) -> dict[str, list[Partner]]:
    """The team's partners by country, in the order of their names."""
    query = (
        select(partners.c.id)
        .where(
            partners.c.team_id == team_id,
            partners.c.voided_at.is_(None),
            partners.c.country.in_(sorted(set(countries))),
        )
        .order_by(partners.c.name)
        .limit(MOST)
    )
    ids = list(db.execute(query).scalars())
    known = load_partners(db, team_id, ids)
    found: dict[str, list[Partner]] = {}
    for partner_id in ids:
        found.setdefault(known[partner_id].country or "", []).append(known[partner_id])
    return found


def agreements_signed(
    db: Connection,
    team_id: int,
    windows: Sequence[Window],
    *,
    partner_id: int | None = None,
    owner_id: int | None = None,
) -> list[int]:
    """The ids of agreements that were signed in the windows and still stand, in no order."""
    stands = agreements.c.status.is_(None) | agreements.c.status.not_in([status.value for status in _NOT_KEPT])
    query = (
        select(records.c.id)
        .join(agreements, agreements.c.record_id == records.c.id)
        .where(records.c.team_id == team_id, records.c.voided_at.is_(None), stands)
        .where(_in_windows(records.c.starts_on, windows), *_only(partner_id, owner_id))
        .limit(MOST)
    )
    return list(db.execute(query).scalars())


def contacts_leaving(
    db: Connection,
    team_id: int,
    windows: Sequence[Window],
    *,
    partner_id: int | None = None,
    owner_id: int | None = None,
) -> list[int]:
    """The ids of contacts whose term of office ends in the windows, in no order."""
    query = (
        select(records.c.id)
        .join(contacts, contacts.c.record_id == records.c.id)
        .where(contacts.c.team_id == team_id, records.c.team_id == team_id, records.c.voided_at.is_(None))
        .where(_in_windows(contacts.c.term_ends_on, windows), *_only(partner_id, owner_id))
        .limit(MOST)
    )
    return list(db.execute(query).scalars())


def _in_windows(day: ColumnElement[date | None], windows: Sequence[Window]) -> ColumnElement[bool]:
    # Without an order, each window is a search of its index; to be read in order, all rows of the team would be.
    return or_(*(day.between(window.since, window.until) for window in windows))


def _only(partner_id: int | None, owner_id: int | None) -> list[ColumnElement[bool]]:
    conditions: list[ColumnElement[bool]] = []
    if partner_id is not None:
        of_partner = select(record_partners.c.record_id).where(record_partners.c.partner_id == partner_id)
        conditions.append(records.c.id.in_(of_partner))
    if owner_id is not None:
        conditions.append(theirs(owner_id))
    return conditions


# Elections -------------------------------------------------------------------------------------------------


def elections_held(
    db: Connection, team_id: int, windows: Sequence[Window], *, partner_id: int | None = None
) -> list[tuple[int, Period]]:
    """The partners that vote in the windows, and when, the nearest first; of a month, its last day counts."""
    query = (
        select(elections)
        .join(partners, partners.c.id == elections.c.partner_id)
        .where(elections.c.team_id == team_id, partners.c.team_id == team_id, partners.c.voided_at.is_(None))
        .where(_in_windows(elections.c.ends_on, windows))
        .order_by(elections.c.ends_on, elections.c.partner_id)
        .limit(MOST)
    )
    if partner_id is not None:
        query = query.where(elections.c.partner_id == partner_id)
    return [(row.partner_id, _period(row)) for row in db.execute(query)]


def election_of(db: Connection, team_id: int, partner_id: int) -> Period | None:
    """When a partner votes next, as far as the desk knows."""
    query = select(elections).where(elections.c.team_id == team_id, elections.c.partner_id == partner_id)
    row = db.execute(query).one_or_none()
    return _period(row) if row else None


def _period(row: Row[*tuple[Any, ...]]) -> Period:
    return Period(row.starts_on, row.ends_on, Precision(row.precision))


def store_election(db: Connection, team_id: int, partner_id: int, period: Period | None) -> None:
    """When a partner votes next; None forgets it."""
    db.execute(delete(elections).where(elections.c.team_id == team_id, elections.c.partner_id == partner_id))
    if period is not None:
        values = {"starts_on": period.start, "ends_on": period.end, "precision": period.precision.value}
        db.execute(insert(elections).values(team_id=team_id, partner_id=partner_id, **values))


# Letters ---------------------------------------------------------------------------------------------------


def own_templates(db: Connection, team_id: int) -> Mapping[tuple[Occasion, str], str]:
    """The letters that a team has written itself, by occasion and language (ISO 639-1)."""
    query = select(letter_templates).where(letter_templates.c.team_id == team_id)
    return {(Occasion(row.occasion), row.language): row.text for row in db.execute(query)}


def store_template(db: Connection, team_id: int, occasion: Occasion, language: str, text: str | None) -> None:
    """Put a team's own letter in the place of the usual one; None brings that back."""
    key = (
        letter_templates.c.team_id == team_id,
        letter_templates.c.occasion == occasion.value,
        letter_templates.c.language == language,
    )
    db.execute(delete(letter_templates).where(*key))
    if text is not None:
        values = {"occasion": occasion.value, "language": language, "text": text}
        db.execute(insert(letter_templates).values(team_id=team_id, **values))
