"""``/edit``: one field of a record, named or told by its value. Corrections come here too."""

from dataclasses import dataclass

from bot.cards.fields import differences
from bot.cards.records import record_card
from bot.domain.edits import changed
from bot.domain.records import Record, StoredRecord
from bot.errors import BotError, Question
from bot.handlers.partnership import ensure_partner, view_of
from bot.handlers.records import MissingId, read_record
from bot.i18n import N_
from bot.parsing.edits import EditText, MissingValue, read_edit
from bot.permissions import Permission
from bot.reply import Reply, bold, lines
from bot.request import Request
from bot.router import Command


class VoidRecord(BotError):
    """A void record cannot be changed."""

    text = N_("{id} is void. Nothing was changed.")
    advice = N_("If you voided it yourself here: /undo.")


class NothingChanged(BotError):
    """The record says so already."""

    text = N_("{id} says so already.")


@dataclass(frozen=True, slots=True)
class EditRecord:
    """A record and what to change about it. ``said`` is the text that said so, where it may be a note after all."""

    stored: StoredRecord
    text: EditText
    said: str = ""


def split_id(text: str, request: Request) -> tuple[StoredRecord, str, int]:
    """The record that the arguments begin with, the rest, and where the rest begins. Raises as ``read_record``."""
    if not text:
        raise MissingId()
    first = text.split(None, 1)[0].rstrip(":,")
    stored = read_record(first, request)
    rest = text[len(first) :].lstrip(" :,\n")
    return stored, rest, len(text) - len(rest)


def read_edit_command(text: str, request: Request) -> EditRecord:
    """ "V12 date: 4 May". Raises ``MissingValue``, ``NoSuchRecord`` and what ``read_edit`` raises."""
    stored, rest, offset = split_id(text, request)
    if stored.voided_at:
        raise VoidRecord(id=stored.short_id)
    if not rest:
        raise MissingValue(id=stored.short_id)
    try:
        return EditRecord(stored, read_edit(rest, stored, request.context))
    except Question as question:
        start, end = question.hole or (0, len(rest))
        question.hole = (start + offset, end + offset)
        raise


def edit(request: Request, arguments: EditRecord) -> Reply:
    """Change the field, say what changed, and show the card."""
    stored = apply_edit(request, arguments)
    view = view_of(request, [stored])
    what = describe_changes(request, arguments.stored.record, stored.record)
    card = record_card(stored, view, change_set=request.changes.id)
    return Reply((lines([bold(f"✓ {stored.short_id}: {what}")]), *card.blocks), record_id=stored.id, replaces=True)


def apply_edit(request: Request, arguments: EditRecord) -> StoredRecord:
    """Store the change. Raises ``NothingChanged``."""
    partners = [ensure_partner(request, named) for named in arguments.text.partners]
    record = changed(arguments.stored.record, arguments.text.edit(partners))
    if record == arguments.stored.record:
        raise NothingChanged(id=arguments.stored.short_id)
    return request.changes.edit(arguments.stored, record)


def describe_changes(request: Request, before: Record, after: Record) -> str:
    """ "3 May 2025 → 4 May 2025"."""
    both = [StoredRecord(id=0, number=0, version=0, record=record) for record in (before, after)]
    return "; ".join(differences(before, after, view_of(request, both)))


EDIT = Command(
    name="edit",
    names={"tr": ("duzelt", "duzenle", "degistir")},
    help=N_("Change a record"),
    usage=N_(
        "/edit V12 4 May 2025\n/edit V12 incoming\n/edit V12 purpose: waste plant\n"
        "Right after logging, “no, 4 May” does the same"
    ),
    parse=read_edit_command,
    handle=edit,
    permission=Permission.WRITE,
)
