"""Plain text that is no command: ``/cancel`` ends a question, a partner's name shows its card, a sentence with a
place and a day is offered to be logged, a correction that was none becomes a note."""

from dataclasses import dataclass, replace

from bot.cards.values import partner_line
from bot.domain.notes import NoteKind
from bot.domain.partners import PartnerRef
from bot.domain.periods import Period
from bot.domain.records import Kind
from bot.errors import BotError
from bot.handlers.files import not_kept_any_more
from bot.i18n import N_, Translator
from bot.message import Invocation
from bot.parsing.agreements import read_agreement
from bot.parsing.dates import format_period
from bot.parsing.notes import told_note
from bot.parsing.visits import read_visit
from bot.parsing.vocabulary import AGREEMENT_KINDS, find_phrase
from bot.permissions import Permission
from bot.reply import Button, Buttons, Reply, bold, lines
from bot.request import Request
from bot.router import UMBRELLA, Command
from bot.storage.questions import OpenQuestion, close_question, open_question


class NotUnderstood(BotError):
    """Plain text that nothing fits."""

    text = N_("I did not understand that.")
    advice = N_("For example: visit Tirana 3 May 2025, or a partner's name. /help shows everything.")


def cancel(request: Request, _arguments: None) -> Reply:
    """End the open question."""
    t = request.t
    ended = close_question(request.db, request.chat_id, request.message.chat, request.actor.member_id)
    text = t("All right. Nothing was stored.") if ended else t("There was no open question.")
    return Reply((lines([text]),))


@dataclass(frozen=True, slots=True)
class Offer:
    """A sentence that could be a visit, an agreement, a call or a lesson; or a note ``about`` the record whose card it
    answers.
    """

    noun: Kind
    text: str
    partners: tuple[PartnerRef, ...]
    period: Period | None
    about: str = ""
    note_kind: NoteKind | None = None


def read_offer(text: str, request: Request) -> Offer:
    """Whether the sentence names a place and a day. Raises ``NotUnderstood``."""
    try:
        if note := told_note(text, request.context):
            return Offer(Kind.NOTE, text, (note.partner,) if note.partner else (), note.period, note_kind=note.kind)
        if find_phrase(text, AGREEMENT_KINDS):
            agreement = read_agreement(text, request.context)
            return Offer(Kind.AGREEMENT, text, (agreement.partner, *agreement.others), agreement.period)
        visit = read_visit(text, request.context)
    except BotError:
        raise NotUnderstood() from None
    return Offer(Kind.VISIT, text, (visit.partner, *visit.others), visit.period)


def read_offer_or_note(text: str, request: Request) -> Offer:
    """The same of a sentence behind the short id of a record. Raises ``NotUnderstood``."""
    short_id, _, sentence = text.partition(" ")
    return replace(read_offer(sentence, request), about=short_id)


def offer(request: Request, arguments: Offer) -> Reply:
    """Ask whether to log it; "yes" in words is understood as well."""
    t = request.t
    call = f"{arguments.noun.value} {arguments.text}"
    no = Button(t("No"), Invocation("cancel"))
    if arguments.about:
        no = Button(t("Add as note instead"), Invocation("note", f"{arguments.about}: {arguments.text}"))
    instead = ((no.label, no.invocation.encode()),) if arguments.about else ()
    replaced = open_question(
        request.db,
        request.team_id,
        request.chat_id,
        request.message.chat,
        request.actor.member_id,
        OpenQuestion(UMBRELLA, call, "", "confirm", request.changes.id, instead),
        now=request.now,
    )
    asked = _asked(arguments, t)
    partners = [partner_line(partner, t) for partner in arguments.partners]
    dated = arguments.noun is not Kind.NOTE or arguments.period is not None
    when = format_period(arguments.period, t.language) if dated else ""
    understood = " · ".join(filter(None, [*partners, when]))
    buttons = Buttons((Button(t("Yes"), Invocation(UMBRELLA, call)), no))
    return not_kept_any_more(request, Reply((lines([bold(asked), understood]), buttons)), replaced)


def _asked(arguments: Offer, t: Translator) -> str:
    match arguments.noun:
        case Kind.NOTE if arguments.note_kind is NoteKind.CALL:
            return t("Shall I log this as a call?")
        case Kind.NOTE:
            return t("Shall I log this as a lesson?")
        case Kind.AGREEMENT:
            return t("Shall I log this as an agreement?")
        case _:
            return t("Shall I log this as a visit?")


CANCEL = Command(
    name="cancel",
    names={"tr": ("vazgec",)},
    help=N_("Forget the open question"),
    usage=N_("/cancel"),
    parse=lambda text, request: None,
    handle=cancel,
)
OFFER = Command(
    name="offer",
    names={},
    help=N_("Offer to log a sentence"),
    usage=N_("/log visit Tirana 2025-05-03"),
    parse=read_offer,
    handle=offer,
    permission=Permission.READ,
    listed=False,
)
OFFER_OR_NOTE = Command(
    name="offer_or_note",
    names={},
    help=N_("Offer to log a sentence"),
    usage=N_("/log visit Tirana 2025-05-03"),
    parse=read_offer_or_note,
    handle=offer,
    permission=Permission.READ,
    listed=False,
)
