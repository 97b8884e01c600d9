"""What the rules of ``domain.health`` need to know of partners, gathered by kind and counted by the database."""

from collections.abc import Collection
from datetime import date

from sqlalchemy import Connection, select

from bot.domain.agreements import Agreement, AgreementKind, AgreementStatus
from bot.domain.health import (
    QUIET_MONTHS,
    YEARS_BEFORE,
    AgreementState,
    Dealings,
    agreement_state,
    months_before,
)
from bot.domain.periods import Period
from bot.domain.records import StoredRecord
from bot.storage.contacts_made import Counted, count_contacts, count_undated, last_contact_id, last_days
from bot.storage.models import agreements, record_partners, records
from bot.storage.records import load_record
from bot.storage.tasks import open_task_days


def gather(db: Connection, team_id: int, partner_ids: Collection[int], today: date) -> dict[int, Dealings]:
    """By partner, everything but the last contact as it was stated: in its place is the day as of which it counts."""
    recent_after = months_before(today, QUIET_MONTHS)
    after = months_before(today, QUIET_MONTHS + 12 * YEARS_BEFORE)
    only = next(iter(partner_ids)) if len(partner_ids) == 1 else None
    counted = count_contacts(db, team_id, after=after, recent_after=recent_after, today=today, partner_id=only)
    silent = [partner_id for partner_id in partner_ids if partner_id not in counted]
    days = last_days(db, team_id, silent, today) if silent else {}
    undated = count_undated(db, team_id, today)
    states = _agreement_states(db, team_id, partner_ids, today)
    tasks = open_task_days(db, team_id)
    found = {}
    for partner_id in partner_ids:
        count = counted.get(partner_id, Counted())
        day = count.last or days.get(partner_id)
        found[partner_id] = Dealings(
            last=Period.day(day) if day else None,
            undated=undated.get(partner_id, 0),
            recent=count.recent,
            before=count.total - count.recent,
            incoming=count.incoming,
            outgoing=count.outgoing,
            open_tasks=len(tasks.get(partner_id, ())),
            overdue=sum(due is not None and due < today for due in tasks.get(partner_id, ())),
            agreement=states.get(partner_id, AgreementState.NONE),
        )
    return found


def last_contact(db: Connection, team_id: int, partner_id: int, today: date) -> StoredRecord | None:
    """The newest dated contact with a partner."""
    record_id = last_contact_id(db, team_id, partner_id, today)
    return load_record(db, team_id, record_id) if record_id is not None else None


def _agreement_states(
    db: Connection, team_id: int, partner_ids: Collection[int], today: date
) -> dict[int, AgreementState]:
    query = (
        select(
            record_partners.c.partner_id,
            records.c.starts_on,
            agreements.c.kind,
            agreements.c.status,
            agreements.c.ends_on,
            agreements.c.renews,
            agreements.c.renewed_by,
        )
        .select_from(agreements)
        .join(records, records.c.id == agreements.c.record_id)
        .join(record_partners, record_partners.c.record_id == agreements.c.record_id)
        .where(agreements.c.team_id == team_id, records.c.voided_at.is_(None))
    )
    if len(partner_ids) == 1:
        query = query.where(record_partners.c.partner_id.in_(partner_ids))
    found: dict[int, list[tuple[Agreement, date | None]]] = {}
    for row in db.execute(query):
        agreement = Agreement(
            kind=AgreementKind(row.kind),
            status=AgreementStatus(row.status) if row.status else None,
            ends_on=row.ends_on,
            renews=row.renews,
            renewed_by=row.renewed_by,
        )
        found.setdefault(row.partner_id, []).append((agreement, row.starts_on))
    return {partner_id: agreement_state(signed, today) for partner_id, signed in found.items()}
