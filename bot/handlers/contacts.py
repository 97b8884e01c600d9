"""``/contact``: a person is logged, shown or listed."""

from dataclasses import replace

from bot.domain.contacts import Contact
from bot.domain.partners import Partner
from bot.domain.records import Kind, Link, Record, StoredRecord
from bot.folding import fold
from bot.handlers.nouns import log_record, noun_command
from bot.handlers.partnership import ensure_partner
from bot.i18n import N_
from bot.parsing.contacts import LogContact, read_contact
from bot.reply import Reply, lines
from bot.request import Request
from bot.storage.records import load_records
from bot.storage.search import Search, find_records

_NAMESAKES = 20  # records that are looked at for a duplicate


def log_contact(request: Request, arguments: LogContact) -> Reply:
    """Store a contact; one that seems to be there already is stored as well, and pointed at."""
    partner = ensure_partner(request, arguments.partner) if arguments.partner else None
    warning = _duplicate(request, arguments.contact, partner)
    record = Record(
        details=arguments.contact,
        links=(Link(partner.id),) if partner else (),
        themes=arguments.themes,
    )
    reply = log_record(request, record, {partner.id: partner} if partner else {})
    if not warning:
        return reply
    card, *rest = reply.blocks
    return replace(reply, blocks=(card, lines([warning]), *rest))


def _duplicate(request: Request, contact: Contact, partner: Partner | None) -> str:
    """The warning that somebody with the same e-mail, or the same name at the same partner, is there already."""
    t = request.t
    for email in contact.emails:
        for other in _contacts_with(request, email):
            if fold(email) in map(fold, _details(other).emails):
                return t("⚠ {id} has the same e-mail.", id=other.short_id)
    ids = [partner.id] if partner else []
    for other in _contacts_with(request, contact.name):
        at = [link.partner_id for link in other.record.links]
        if fold(_details(other).name) == fold(contact.name) and at == ids:
            return t("⚠ {id} has the same name.", id=other.short_id)
    return ""


def _contacts_with(request: Request, words: str) -> list[StoredRecord]:
    search = Search(kinds=[Kind.CONTACT], words=fold(words).split())
    ids = find_records(request.db, request.team_id, search, limit=_NAMESAKES) if search.words else []
    return load_records(request.db, request.team_id, ids)


def _details(stored: StoredRecord) -> Contact:
    details = stored.record.details
    if not isinstance(details, Contact):
        raise TypeError(f"{stored.short_id} is no contact")
    return details


CONTACT = noun_command(
    Kind.CONTACT,
    names={"tr": ("kisi", "irtibat")},
    help=N_("Log a contact, or paste an e-mail signature"),
    usage=N_(
        "/log contact Ayşe Demir, Tirana, protocol officer, ayse@example.org, +355 69 123 4567\n"
        "/contact and an e-mail signature of several lines, as it is\n"
        "/contact C3 or /contact Ayşe Demir shows one, /contact Tirana those of Tirana"
    ),
    read=lambda text, request: read_contact(text, request.context),
    log=log_contact,
    words=("contact", "kişi", "irtibat"),
)
