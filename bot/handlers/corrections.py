"""Correcting is as easy as logging: an answer to a card, or the next words, that say what it should have been."""

from dataclasses import dataclass, replace
from datetime import timedelta

from bot.cards.tasks import follow_up_buttons
from bot.cards.travel import other_days_buttons, travel_lines
from bot.domain.records import StoredRecord
from bot.domain.visits import Visit
from bot.errors import BotError, Question, WhichPlace
from bot.handlers.edits import EditRecord, apply_edit, describe_changes, split_id
from bot.handlers.history import NothingToUndo, take_back
from bot.handlers.notes import log_note
from bot.handlers.partnership import view_of
from bot.i18n import N_
from bot.message import Invocation
from bot.parsing.edit_values import names_a_field
from bot.parsing.edits import read_edit, read_telling, without_lead
from bot.parsing.notes import LogNote
from bot.permissions import Permission
from bot.reply import Button, Buttons, Reply, bold, lines
from bot.request import Request
from bot.router import Command
from bot.storage.records import load_record

CORRECTED_WITHIN = timedelta(minutes=10)


def is_correction(text: str, request: Request, short_id: str) -> bool:
    """Whether plain text corrects the record: it begins with no / sorry / pardon / yok, or is only a new value."""
    if names_a_field(text):
        return True
    rest, led = without_lead(text)
    if led:
        return bool(rest)
    stored, _, _ = split_id(short_id, request)
    try:
        return read_telling(text, stored, request.context) is not None
    except WhichPlace:
        return text[:1].isupper()  # a name with several readings is asked; "thanks" is no name
    except BotError:
        return True  # a date that cannot be: say so instead of noting it


def read_correction(text: str, request: Request) -> EditRecord:
    """ "V12 pardon 4 mayıs". Raises what ``/edit`` raises."""
    stored, rest, offset = split_id(text, request)
    said, _ = without_lead(rest)
    offset += len(rest) - len(said)
    try:
        return EditRecord(stored, read_edit(said, stored, request.context), said=rest)
    except Question as question:
        start, end = question.hole or (0, len(said))
        question.hole = (start + offset, end + offset)
        raise


def correct(request: Request, arguments: EditRecord) -> Reply:
    """Store it, say what changed, and offer to make it a note instead."""
    t = request.t
    stored = apply_edit(request, arguments)
    what = describe_changes(request, arguments.stored.record, stored.record)
    view = view_of(request, [stored])
    buttons = (
        Button(t("Undo"), Invocation("undo", str(request.changes.id))),
        Button(
            t("Add as note instead"),
            Invocation("note_instead", f"{request.changes.id} {arguments.said}"),
        ),
        *other_days_buttons(stored, view),
        *(follow_up_buttons(stored, view) if _outcome(stored) != _outcome(arguments.stored) else ()),
    )
    said = lines([bold(f"✓ {stored.short_id}: {what}"), *travel_lines(stored, view)])
    return Reply((said, Buttons(buttons)), record_id=stored.id)


def _outcome(stored: StoredRecord) -> str:
    """What came of a visit: once it is told, what follows is next."""
    return stored.record.details.outcome if isinstance(stored.record.details, Visit) else ""


@dataclass(frozen=True, slots=True)
class NoteInstead:
    """A correction that was none: its change set, and what was said."""

    change_set: int
    text: str


def read_note_instead(text: str, request: Request) -> NoteInstead:
    """What the button carries. Raises ``NothingToUndo`` for anything else."""
    change_set, _, said = text.partition(" ")
    if not (change_set.isascii() and change_set.isdigit() and len(change_set) < 20 and said.strip()):
        raise NothingToUndo()
    return NoteInstead(int(change_set), said.strip())


def note_instead(request: Request, arguments: NoteInstead) -> Reply:
    """Take the correction back, and keep what was said as a note about the record."""
    taken = take_back(request, arguments.change_set)
    if taken.record_id is None:
        raise NothingToUndo()
    about = load_record(request.db, request.team_id, taken.record_id)
    reply = log_note(request, LogNote(arguments.text, about=about))
    card, *rest = reply.blocks
    return replace(reply, blocks=(card, lines(taken.said), *rest), replaces=True)


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
NOTE_INSTEAD = Command(
    name="note_instead",
    names={},
    help=N_("Keep a correction as a note instead"),
    usage=N_("The button below a correction"),
    parse=read_note_instead,
    handle=note_instead,
    permission=Permission.WRITE,
    listed=False,
)
