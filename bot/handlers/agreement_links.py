"""Which agreement took the place of which: two agreements say it, so both change together."""

from dataclasses import replace

from bot.domain.agreements import Agreement
from bot.domain.records import Kind, StoredRecord
from bot.request import Request
from bot.storage.records import find_by_number


def follow(request: Request, successor: StoredRecord, stored: StoredRecord) -> None:
    """Let ``successor`` say that it supersedes ``stored``."""
    details = successor.record.details
    if isinstance(details, Agreement) and stored.number not in details.supersedes:
        superseded = tuple(sorted((*details.supersedes, stored.number)))
        _edit(request, successor, replace(details, supersedes=superseded))


def part(request: Request, stored: StoredRecord) -> None:
    """Take the links to an agreement that becomes void out of the others: it neither follows nor is followed."""
    details = stored.record.details
    if not isinstance(details, Agreement):
        return
    others = {*details.supersedes, *([details.renewed_by] if details.renewed_by else [])}
    for number in sorted(others):
        other = find_by_number(request.db, request.team_id, Kind.AGREEMENT, number)
        if other is None or not isinstance(linked := other.record.details, Agreement):
            continue
        parted = replace(
            linked,
            supersedes=tuple(one for one in linked.supersedes if one != stored.number),
            renewed_by=None if linked.renewed_by == stored.number else linked.renewed_by,
        )
        if parted != linked:
            _edit(request, other, parted)


def _edit(request: Request, stored: StoredRecord, details: Agreement) -> None:
    request.changes.edit(stored, replace(stored.record, details=details))
