"""The last contact with a partner, the next, and how the relationship stands."""

from dataclasses import replace
from datetime import timedelta

from bot.domain.health import Health, health_of
from bot.domain.partners import Partner
from bot.domain.records import Kind, StoredRecord
from bot.request import Request
from bot.storage import health
from bot.storage.records import load_records
from bot.storage.search import Search, find_records

CONTACTS_OF_TIME = (Kind.VISIT, Kind.EVENT)


def next_contact(request: Request, partner: Partner) -> StoredRecord | None:
    """The first visit or event with the partner that has not begun."""
    tomorrow = request.today + timedelta(days=1)
    ahead = Search(kinds=CONTACTS_OF_TIME, partner_id=partner.id, starts_from=tomorrow, ascending=True)
    found = load_records(request.db, request.team_id, find_records(request.db, request.team_id, ahead, limit=1))
    return next(iter(found), None)


def last_contact(request: Request, partner: Partner) -> StoredRecord | None:
    """The newest visit, event, letter or call with the partner that has begun by today."""
    return health.last_contact(request.db, request.team_id, partner.id, request.today)


def undated_contact(request: Request, partner: Partner) -> str:
    """The short id of a visit or event with the partner that has no date; "" where there is none."""
    undated = Search(kinds=CONTACTS_OF_TIME, partner_id=partner.id, undated=True)
    found = load_records(request.db, request.team_id, find_records(request.db, request.team_id, undated, limit=1))
    return found[0].short_id if found else ""


def partner_health(request: Request, partner: Partner, last: StoredRecord | None) -> Health:
    """How it stands with a partner whose last contact is at hand."""
    found = health.gather(request.db, request.team_id, [partner.id], request.today)[partner.id]
    return health_of(replace(found, last=last.record.period if last else None), request.today)
