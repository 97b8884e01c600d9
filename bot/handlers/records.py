"""Any record by its short id: ``/show``, ``/void``."""

from bot.cards.records import head_of, record_card
from bot.domain.records import StoredRecord, read_short_id
from bot.errors import BotError, Question
from bot.handlers.agreement_links import part
from bot.handlers.partnership import view_of
from bot.i18n import N_
from bot.message import Invocation
from bot.permissions import Permission
from bot.reply import Button, Buttons, Reply, bold, lines
from bot.request import Request
from bot.router import Command
from bot.storage.records import find_by_number


class MissingId(Question):
    """No record was named."""

    field = "id"
    text = N_("Which record? Its number is on its card, for example V12.")


class NoSuchRecord(BotError):
    """No record of the team has this id."""

    text = N_("There is no {id}.")
    advice = N_("/find looks through everything, for example /find tirana.")


class AlreadyVoid(BotError):
    """The record is void already."""

    text = N_("{id} is void already.")


def read_record(text: str, request: Request) -> StoredRecord:
    """The record that ``text`` names by its short id. Raises ``MissingId`` and ``NoSuchRecord``."""
    if not text:
        raise MissingId()
    short_id = read_short_id(text)
    stored = find_by_number(request.db, request.team_id, *short_id) if short_id else None
    if stored is None:
        raise NoSuchRecord(id=text[:40])
    return stored


def show(request: Request, stored: StoredRecord) -> Reply:
    """The card."""
    return record_card(stored, view_of(request, [stored]))


def void(request: Request, stored: StoredRecord) -> Reply:
    """Mark the record as void. Nothing is deleted."""
    if stored.voided_at:
        raise AlreadyVoid(id=stored.short_id)
    part(request, stored)
    request.changes.void(stored)
    t = request.t
    head = head_of(stored, view_of(request, [stored]))
    return Reply(
        (
            lines([bold("✓ " + head), t("Void: kept for the audit, but it no longer counts.")]),
            Buttons((Button(t("Undo"), Invocation("undo", str(request.changes.id))),)),
        ),
        record_id=stored.id,
    )


SHOW = Command(
    name="show",
    names={"tr": ("goster",)},
    help=N_("Show a record"),
    usage=N_("/show V12, or just V12"),
    parse=read_record,
    handle=show,
)
VOID = Command(
    name="void",
    names={"tr": ("gecersiz", "sil")},
    help=N_("Mark a record as void (nothing is deleted)"),
    usage=N_("/void V12"),
    parse=read_record,
    handle=void,
    permission=Permission.WRITE,
)
