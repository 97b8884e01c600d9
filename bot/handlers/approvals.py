"""``/council``, ``/permission``: the steps of the approval chain are filed, in any order. Nobody approves here."""

from dataclasses import dataclass, replace

from bot.cards.approvals import STEPS
from bot.cards.fields import differences
from bot.cards.records import record_card
from bot.domain.agreements import Agreement
from bot.domain.approvals import COUNCIL, PERMISSION, Approval, with_approval, without_step
from bot.domain.memberships import Membership
from bot.domain.records import StoredRecord, read_short_id
from bot.errors import BotError, Choice, Question
from bot.handlers.edits import NothingChanged, VoidRecord, split_id
from bot.handlers.partnership import view_of
from bot.handlers.records import MissingId
from bot.i18n import N_
from bot.parsing.approvals import read_approval, read_named_step
from bot.permissions import Permission
from bot.reply import Reply, bold, lines
from bot.request import Request
from bot.router import Command

_ANSWERS = (
    Choice(N_("Requested"), "requested"),
    Choice(N_("On file, number not known"), "on file"),
    Choice(N_("Not required"), "not required"),
)


class NeedsNone(BotError):
    """A record of a kind that needs no approval."""

    text = N_("{id} is neither an agreement nor a membership. Nothing was stored.")
    advice = N_("/agreements lists the agreements, /membership the memberships.")


class MissingApproval(Question):
    """Which record and which step are known, and not when and under which number."""

    field = "value"
    text = N_("{id}, {step}: when, and under which number? For example: 1 July 2011 no 171.")


@dataclass(frozen=True, slots=True)
class FileApproval:
    """A step of a record; ``approval`` None takes its record away."""

    stored: StoredRecord
    step: str
    approval: Approval | None


def read_file_approval(text: str, request: Request, step: str) -> FileApproval:
    """ "A7 01.07.2011 171". Behind the id may stand the name of another step of the team's chain.

    Raises ``MissingId``, ``NoSuchRecord``, ``NeedsNone``, ``VoidRecord``, ``MissingApproval``, ``NotAnApproval`` and
    what dates raise.
    """
    need_id(text)
    stored, rest, offset = split_id(text, request)
    if not isinstance(stored.record.details, Agreement | Membership):
        raise NeedsNone(id=stored.short_id)
    if stored.voided_at:
        raise VoidRecord(id=stored.short_id)
    if named := read_named_step(rest, request.team.approval_steps):
        step, said = named
        offset += len(rest) - len(said)
        rest = said
    if not rest:
        raise MissingApproval(id=stored.short_id, step=STEPS.get(step, step), choices=_ANSWERS)
    try:
        return FileApproval(stored, step, read_approval(rest, step, request.context))
    except Question as question:
        start, end = question.hole or (0, len(rest))
        question.hole = (start + offset, end + offset)
        raise


def need_id(text: str) -> None:
    """Raises ``MissingId`` where the arguments do not begin with a short id; the answer goes before them."""
    if text and read_short_id(text.split(None, 1)[0].rstrip(":,")) is None:
        raise MissingId(hole=(0, 0))


def file_approval(request: Request, arguments: FileApproval) -> Reply:
    """Put the step on record, say what changed, and show the card. Raises ``NothingChanged``."""
    stored, details = arguments.stored, arguments.stored.record.details
    if not isinstance(details, Agreement | Membership):
        raise NeedsNone(id=stored.short_id)
    if arguments.approval is None:
        approvals = without_step(details.approvals, arguments.step)
    else:
        approvals = with_approval(details.approvals, arguments.approval)
    record = replace(stored.record, details=replace(details, approvals=approvals))
    if record == stored.record:
        raise NothingChanged(id=stored.short_id)
    return changed_card(request, stored, request.changes.edit(stored, record))


def changed_card(request: Request, before: StoredRecord, after: StoredRecord) -> Reply:
    """What changed, in bold, and the card as it is now."""
    view = view_of(request, [after])
    what = "; ".join(differences(before.record, after.record, view))
    card = record_card(after, view, change_set=request.changes.id)
    return Reply((lines([bold(f"✓ {after.short_id}: {what}")]), *card.blocks), record_id=after.id, replaces=True)


COUNCIL_DECISION = Command(
    name="council",
    names={"tr": ("karar", "meclis")},
    help=N_("File the council decision"),
    usage=N_("/council A7 1 July 2011 no 171\n/council M2 on file\nThe date comes before the number"),
    parse=lambda text, request: read_file_approval(text, request, COUNCIL),
    handle=file_approval,
    permission=Permission.WRITE,
)
MINISTRY_PERMISSION = Command(
    name="permission",
    names={"tr": ("izin", "bakanlik")},
    help=N_("File the ministry permission"),
    usage=N_(
        "/permission A7 23 December 2011 no 31750/50000\n/permission A7 requested 3 May 2026 no E-12345678-000-9876\n"
        "/permission A7 on file, or: not required"
    ),
    parse=lambda text, request: read_file_approval(text, request, PERMISSION),
    handle=file_approval,
    permission=Permission.WRITE,
)
