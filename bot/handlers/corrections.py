"""Correcting is as easy as logging: an answer to a card, or the next words, that say what it should have been."""

from datetime import timedelta

from bot.errors import BotError
from bot.handlers.edits import EditRecord, apply_edit, describe_changes, split_id
from bot.i18n import N_
from bot.message import Invocation
from bot.parsing.edits import read_edit, read_telling, without_lead
from bot.permissions import Permission
from bot.reply import Button, Buttons, Reply, bold, lines
from bot.request import Request
from bot.router import Command

CORRECTED_WITHIN = timedelta(minutes=10)


def is_correction(text: str, request: Request, short_id: str) -> bool:
    """Whether plain text corrects the record: it begins with no / sorry / pardon / yok, or is only a new value."""
    rest, led = without_lead(text)
    if led:
        return bool(rest)
    stored, _, _ = split_id(short_id, request)
    try:
        return read_telling(text, stored, request.context) is not None
    except BotError:
        return True  # a date that cannot be, a name with several readings: say so instead of noting it


def read_correction(text: str, request: Request) -> EditRecord:
    """ "V12 pardon 4 mayıs". Raises what ``/edit`` raises."""
    stored, rest, _ = split_id(text, request)
    said, _ = without_lead(rest)
    return EditRecord(stored, read_edit(said, stored, request.context), said=rest)


def correct(request: Request, arguments: EditRecord) -> Reply:
    """Store it, say what changed, and offer to make it a note instead."""
    t = request.t
    stored = apply_edit(request, arguments)
    what = describe_changes(request, arguments.stored.record, stored.record)
    buttons = (
        Button(t("Undo"), Invocation("undo", str(request.changes.id))),
        Button(
            t("Add as note instead"),
            Invocation("note_instead", f"{request.changes.id} {arguments.said}"),
        ),
    )
    return Reply((lines([bold(f"✓ {stored.short_id}: {what}")]), Buttons(buttons)), record_id=stored.id)


CORRECT = Command(
    name="correct",
    names={},
    help=N_("Correct what was just logged"),
    usage=N_("no, 4 May"),
    parse=read_correction,
    handle=correct,
    permission=Permission.WRITE,
    listed=False,
)
