"""``/take``: I look after this from now on."""

from dataclasses import replace

from bot.cards.records import record_card
from bot.domain.records import StoredRecord
from bot.handlers.edits import NothingChanged, VoidRecord, describe_changes
from bot.handlers.partnership import view_of
from bot.handlers.records import read_record
from bot.i18n import N_
from bot.permissions import Permission
from bot.reply import Reply, bold, lines
from bot.request import Request
from bot.router import Command


def take(request: Request, stored: StoredRecord) -> Reply:
    """Make the speaker the record's owner. Raises ``VoidRecord`` and ``NothingChanged``."""
    if stored.voided_at:
        raise VoidRecord(id=stored.short_id)
    if stored.record.owner_id == request.actor.member_id:
        raise NothingChanged(id=stored.short_id)
    taken = request.changes.edit(stored, replace(stored.record, owner_id=request.actor.member_id))
    what = describe_changes(request, stored.record, taken.record)
    card = record_card(taken, view_of(request, [taken]), change_set=request.changes.id)
    return Reply((lines([bold(f"✓ {taken.short_id}: {what}")]), *card.blocks), record_id=taken.id, replaces=True)


TAKE = Command(
    name="take",
    names={"tr": ("ustlen", "ustlendim")},
    help=N_("Take over a record: its owner is you"),
    usage=N_("/take V12\nSomebody else: /edit V12 owner ayşe"),
    parse=read_record,
    handle=take,
    permission=Permission.WRITE,
)
