"""``/renew`` and ``/end``: what becomes of an agreement, as far as its status allows."""

from dataclasses import dataclass, replace
from datetime import date, timedelta

from bot.domain.agreement_statuses import NotAllowed, may_become, moved, stands_as
from bot.domain.agreement_terms import end_from
from bot.domain.agreements import Agreement, AgreementStatus
from bot.domain.records import Kind, StoredRecord
from bot.errors import BotError, Question
from bot.handlers.agreement_links import follow
from bot.handlers.approvals import changed_card, need_id
from bot.handlers.edits import VoidRecord, split_id
from bot.handlers.records import NoSuchRecord
from bot.i18n import N_
from bot.parsing.renewing import Ending, MissingRenewal, Renewal, read_ending, read_renewal
from bot.permissions import Permission
from bot.reply import Reply
from bot.request import Request
from bot.router import Command
from bot.storage.records import find_by_number


class NotAnAgreement(BotError):
    """Only agreements are renewed and ended."""

    text = N_("{id} is no agreement. Nothing was changed.")
    advice = N_("/agreements lists them.")


class NotFromHere(BotError):
    """The status it has cannot be followed by that one."""

    text = N_("{id} is “{before}”: that cannot become “{after}”. Nothing was changed.")
    advice = N_("If the status itself is wrong: /edit {id} status: in force.")


class RenewedAlready(BotError):
    """Another agreement took its place."""

    text = N_("{id} was renewed by {other}. Nothing was changed.")
    advice = N_("Renew or end {other}.")


class NotLater(BotError):
    """A new end that is no later than the one there is."""

    text = N_("The new end ({end}) is not after the present one ({before}). Nothing was changed.")
    advice = N_("To correct the end: /edit {id} until: {end}.")


class ByItself(BotError):
    """An agreement cannot take its own place."""

    text = N_("{id} cannot take its own place. Nothing was changed.")
    advice = N_("If it renews by itself: /edit {id} renews by itself.")


@dataclass(frozen=True, slots=True)
class Renew:
    """An agreement, for how long, and the agreement that takes its place, if one does."""

    stored: StoredRecord
    agreement: Agreement
    renewal: Renewal
    other: StoredRecord | None = None


@dataclass(frozen=True, slots=True)
class End:
    """An agreement and how it ended."""

    stored: StoredRecord
    agreement: Agreement
    ending: Ending


def _read_agreement(text: str, request: Request) -> tuple[StoredRecord, Agreement, str, int]:
    need_id(text)
    stored, rest, offset = split_id(text, request)
    details = stored.record.details
    if not isinstance(details, Agreement):
        raise NotAnAgreement(id=stored.short_id)
    if stored.voided_at:
        raise VoidRecord(id=stored.short_id)
    if details.renewed_by is not None:
        raise RenewedAlready(id=stored.short_id, other=f"{Kind.AGREEMENT.letter}{details.renewed_by}")
    return stored, details, rest, offset


def read_renew(text: str, request: Request) -> Renew:
    """Raises ``MissingRenewal`` where neither the arguments nor the agreement say for how long."""
    stored, agreement, rest, offset = _read_agreement(text, request)
    if not may_become(agreement, AgreementStatus.RENEWED, request.today):
        before = stands_as(agreement, request.today)
        raise NotFromHere(id=stored.short_id, before=before, after=AgreementStatus.RENEWED)
    if not rest and agreement.term is None:
        raise MissingRenewal(id=stored.short_id)
    try:
        renewal = read_renewal(rest, stored.short_id, request.context)
    except Question as question:
        start, end = question.hole or (0, len(rest))
        question.hole = (start + offset, end + offset)
        raise
    return Renew(stored, agreement, renewal, _other(stored, renewal.by, request))


def _other(stored: StoredRecord, number: int | None, request: Request) -> StoredRecord | None:
    """The agreement that takes its place."""
    if number is None:
        return None
    other = find_by_number(request.db, request.team_id, Kind.AGREEMENT, number)
    if other is None:
        raise NoSuchRecord(id=f"{Kind.AGREEMENT.letter}{number}")
    if other.voided_at:
        raise VoidRecord(id=other.short_id)
    if other.id == stored.id:
        raise ByItself(id=stored.short_id)
    return other


def renew(request: Request, arguments: Renew) -> Reply:
    """Move the end on, or let another agreement take its place, which both then say."""
    stored, before, renewal, other = arguments.stored, arguments.agreement, arguments.renewal, arguments.other
    on = renewal.on or (_signed(other) if other else None) or request.today
    renewed = _moved(request, stored, before, AgreementStatus.RENEWED, on=on, reason=renewal.reason)
    if other:
        renewed = replace(renewed, renewed_by=other.number)
        follow(request, other, stored)
    else:
        renewed = _extended(stored.short_id, before, renewed, renewal, on)
    after = request.changes.edit(stored, replace(stored.record, details=renewed))
    return changed_card(request, stored, after)


def _extended(short_id: str, before: Agreement, renewed: Agreement, renewal: Renewal, on: date) -> Agreement:
    """With its new end: a term is counted from the end there is, or from the renewal where that has passed before."""
    if renewal.open_ended:
        return replace(renewed, ends_on=None, term=None, renews=False)
    term = renewal.term or (before.term if renewal.ends_on is None else None)
    present = end_from(before, on)
    ends_on = renewal.ends_on
    if ends_on is None and term:
        ends_on = term.end_after(present if present and present >= on else on - timedelta(days=1))
    if ends_on is None:
        raise MissingRenewal(id=short_id)
    if present and ends_on <= present:
        raise NotLater(id=short_id, end=ends_on, before=present)
    return replace(renewed, ends_on=ends_on, term=term or (before.term if before.renews else None))


def _signed(stored: StoredRecord) -> date | None:
    period = stored.record.period
    return period.start if period and period.is_one_day else None


def _moved(
    request: Request, stored: StoredRecord, before: Agreement, status: AgreementStatus, *, on: date, reason: str
) -> Agreement:
    try:
        return moved(before, status, on=on, today=request.today, reason=reason)
    except NotAllowed as refused:
        raise NotFromHere(id=stored.short_id, before=refused.before, after=refused.after) from None


def read_end(text: str, request: Request, status: AgreementStatus) -> End:
    """ "A7 15.03.2017 unanimous decision", "A7 fesih 1 mart 2026: neden". Raises as ``read_renew``."""
    stored, agreement, rest, offset = _read_agreement(text, request)
    try:
        return End(stored, agreement, read_ending(rest, request.context, status=status))
    except Question as question:
        start, end = question.hole or (0, len(rest))
        question.hole = (start + offset, end + offset)
        raise


def end(request: Request, arguments: End) -> Reply:
    """Say how it ended, since when and why. Raises ``NotFromHere``."""
    stored, ending = arguments.stored, arguments.ending
    on = ending.on or request.today
    details = _moved(request, stored, arguments.agreement, ending.status, on=on, reason=ending.reason)
    after = request.changes.edit(stored, replace(stored.record, details=details))
    return changed_card(request, stored, after)


RENEW = Command(
    name="renew",
    names={"tr": ("uzat", "yenile")},
    help=N_("Renew an agreement"),
    usage=N_(
        "/renew A7 5 years\n/renew A7 until 2031\n/renew A7 open-ended\n/renew A7 by A9 where a new one took its place"
    ),
    parse=read_renew,
    handle=renew,
    permission=Permission.WRITE,
)
END = Command(
    name="end",
    names={"tr": ("bitir",)},
    help=N_("End an agreement (write why)"),
    usage=N_(
        "/end A7 no contact for years\n/end A7 terminated 1 March 2026: by their letter\n"
        "/end A7 cancelled 15 March 2017: by the council"
    ),
    parse=lambda text, request: read_end(text, request, AgreementStatus.ENDED),
    handle=end,
    permission=Permission.WRITE,
)
TERMINATE = Command(
    name="terminate",
    names={"tr": ("fesih", "feshet")},
    help=END.help,
    usage=END.usage,
    parse=lambda text, request: read_end(text, request, AgreementStatus.TERMINATED),
    handle=end,
    permission=Permission.WRITE,
    listed=False,
)
