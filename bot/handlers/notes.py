"""``/note``: what somebody wants the desk to remember, of a partner, of a record, or of neither."""

from bot.domain.notes import Note
from bot.domain.records import Kind, Link, Record
from bot.handlers.nouns import log_record, noun_command
from bot.handlers.partnership import ensure_partner
from bot.i18n import N_
from bot.parsing.notes import LogNote, read_note
from bot.reply import Reply
from bot.request import Request
from bot.storage.partners import load_partners


def log_note(request: Request, arguments: LogNote) -> Reply:
    """Store a note; one about a record belongs to the record's partners."""
    if arguments.about:
        ids = dict.fromkeys(link.partner_id for link in arguments.about.record.links)
        partners = load_partners(request.db, request.team_id, ids)
    elif arguments.partner:
        partner = ensure_partner(request, arguments.partner)
        partners = {partner.id: partner}
    else:
        partners = {}
    record = Record(
        details=Note(text=arguments.text, about=arguments.about.short_id if arguments.about else ""),
        links=tuple(Link(partner_id) for partner_id in partners),
        themes=arguments.themes,
    )
    return log_record(request, record, partners)


NOTE = noun_command(
    Kind.NOTE,
    names={"tr": ("not", "ders")},
    help=N_("Log a note or a lesson learned"),
    usage=N_(
        "/log note Prizren: a second interpreter is a must #protocol\n"
        "/note V12: the minutes are still missing\n"
        "/note N3 shows one, /note lists the latest\n"
        "An answer to a card is a note about it, too"
    ),
    read=lambda text, request: read_note(text, request.context),
    log=log_note,
    words=("note", "not", "ders"),
)
