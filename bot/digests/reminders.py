"""What a reminder says, made when it is sent: what has been renewed, moved or snoozed meanwhile is not said."""

from bot.cards.deadlines import LastDay
from bot.cards.reminders import reminder_card
from bot.digests.content import build_digest
from bot.digests.section import Edition
from bot.digests.sections import SECTIONS
from bot.digests.task_reminders import papers_question, task_reminder
from bot.domain.agreement_terms import turn_on
from bot.domain.agreements import Agreement
from bot.domain.records import Kind, StoredRecord
from bot.domain.reminders import day_ahead
from bot.reply import Reply
from bot.storage.records import load_record, load_records
from bot.storage.search import Search, find_records
from bot.storage.snoozes import load_snoozes

NOTES = 2
_DEADLINES = tuple(section for section in SECTIONS if section.name in ("deadlines", "tasks"))


def build_reminder(edition: Edition, record_id: int | None) -> Reply | None:
    """The card of a record with what to know about its partner; without a record, all last days that
    are ahead and all tasks that are due."""
    if record_id is None:
        return build_digest(edition, sections=_DEADLINES, says_empty=False, title=edition.t("Reminders"))
    stored = load_record(edition.db, edition.team.id, record_id)
    if stored.record.kind is Kind.TASK:
        return task_reminder(edition, stored)
    if stored.record.kind is Kind.VISIT and stored.record.period and stored.record.period.end < edition.today:
        return papers_question(edition, stored)
    day = None if stored.voided_at else day_ahead(stored.record, edition.today)
    snooze = load_snoozes(edition.db, edition.team.id, [record_id]).get(record_id)
    if day is None or (snooze and snooze.is_silent(edition.today, day)):
        return None
    agreement = stored.record.details
    turn = turn_on(agreement, edition.today) if isinstance(agreement, Agreement) else None
    last = LastDay(record_id, day, "notice" if turn and day == turn.notice_on else "end")
    visits = _latest(edition, stored, Kind.VISIT, 1)
    notes = _latest(edition, stored, Kind.NOTE, NOTES)
    return reminder_card(stored, last, edition.view([stored]), next(iter(visits), None), notes)


def _latest(edition: Edition, stored: StoredRecord, kind: Kind, limit: int) -> list[StoredRecord]:
    """The latest of a kind with the partner of a record, none that is still ahead."""
    partner_id = next((link.partner_id for link in stored.record.links), None)
    if partner_id is None:
        return []
    search = Search(kinds=(kind,), partner_id=partner_id, starts_until=edition.today if kind is Kind.VISIT else None)
    ids = find_records(edition.db, edition.team.id, search, limit=limit)
    return load_records(edition.db, edition.team.id, ids)
