"""``/snooze``: not to be reminded for a while; ``/renewing``: no more, the renewal has started."""

from datetime import date

from bot.cards.digest import names_of
from bot.domain.records import Kind, StoredRecord
from bot.domain.reminders import Snooze, day_ahead, end_ahead
from bot.errors import BotError
from bot.handlers.partnership import view_of
from bot.handlers.records import read_record
from bot.i18n import N_
from bot.message import Invocation
from bot.parsing.dates import format_day
from bot.parsing.snoozes import Snoozing, read_snooze
from bot.permissions import Permission
from bot.reply import Button, Buttons, Reply, bold, lines
from bot.request import Request
from bot.router import Command
from bot.storage.snoozes import save_snooze


class NothingAhead(BotError):
    """A record of which nobody is reminded."""

    text = N_("{id} has no last day or visit ahead, so there is nothing to remind of.")
    advice = N_("To give an agreement its end: /edit {id} until 31 December 2027")


class NotAnAgreement(BotError):
    """Only an agreement can be renewed."""

    text = N_("{id} is no agreement.")
    advice = N_("To hear of it later: /snooze {id} 30 days")


def snooze(request: Request, wanted: Snoozing) -> Reply:
    """Keep it silent until a day, for everybody; or let it speak again. Raises ``NothingAhead``."""
    t, stored = request.t, read_record(wanted.id, request)
    if wanted.until is None:
        save_snooze(request.db, request.team_id, request.actor.member_id, stored.id, None)
        return _said(request, stored, t("You will be reminded again."), again=False)
    _save(request, stored, wanted.until, day_ahead(stored.record, request.today))
    until = format_day(wanted.until, t.language)
    if stored.record.kind is Kind.AGREEMENT:
        return _said(request, stored, t("No reminders and no line in the agenda until {date}.", date=until))
    return _said(request, stored, t("No reminders until {date}.", date=until))


def renewing(request: Request, stored: StoredRecord) -> Reply:
    """Keep an agreement silent until its end moves. Raises ``NotAnAgreement`` and ``NothingAhead``."""
    if stored.record.kind is not Kind.AGREEMENT:
        raise NotAnAgreement(id=stored.short_id)
    _save(request, stored, None, end_ahead(stored.record, request.today))
    return _said(request, stored, request.t("The renewal has started: no more reminders until its end moves."))


def _save(request: Request, stored: StoredRecord, until: date | None, counted_to: date | None) -> None:
    if stored.voided_at or counted_to is None:
        raise NothingAhead(id=stored.short_id)
    save_snooze(request.db, request.team_id, request.actor.member_id, stored.id, Snooze(until, counted_to))


def _said(request: Request, stored: StoredRecord, text: str, *, again: bool = True) -> Reply:
    t = request.t
    title = bold(f"✓ {stored.short_id} · {names_of(stored, view_of(request, [stored]))}".removesuffix(" · "))
    buttons = [Button(t("Show {id}", id=stored.short_id), Invocation("show", stored.short_id))]
    if again:
        buttons.insert(0, Button(t("Remind again"), Invocation("snooze", f"{stored.short_id} off")))
    return Reply((lines([title, text]), Buttons(tuple(buttons))), record_id=stored.id)


SNOOZE = Command(
    name="snooze",
    names={"tr": ("ertele",)},
    help=N_("No reminders of a record for a while"),
    usage=N_("/snooze A7\n/snooze A7 2 weeks\n/snooze A7 until 3 June\n/snooze A7 off"),
    parse=lambda text, request: read_snooze(text, request.context),
    handle=snooze,
    permission=Permission.WRITE,
)
RENEWING = Command(
    name="renewing",
    names={"tr": ("uzatma",)},
    help=N_("The renewal of an agreement has started: no more reminders"),
    usage=N_("/renewing A7"),
    parse=read_record,
    handle=renewing,
    permission=Permission.WRITE,
)
