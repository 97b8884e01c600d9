"""``/gift``: a gift that was received or given is logged, shown or listed."""

from datetime import date

from bot.domain.periods import Period
from bot.domain.records import Kind, Link, Record, StoredRecord
from bot.handlers.nouns import log_record, noun_command
from bot.handlers.partnership import ensure_partner
from bot.i18n import N_
from bot.parsing.gifts import LogGift, read_gift
from bot.reply import Reply
from bot.request import Request
from bot.storage.partners import load_partners


def log_gift(request: Request, arguments: LogGift) -> Reply:
    """Store a gift: without a day it is that of its visit or event, else today."""
    about = arguments.about
    if arguments.partner:
        partner = ensure_partner(request, arguments.partner)
        partners = {partner.id: partner}
    else:
        partners = load_partners(request.db, request.team_id, [link.partner_id for link in _links(about)])
    links = tuple(map(Link, partners)) if arguments.partner else _links(about)
    record = Record(
        details=arguments.gift,
        period=arguments.period or Period.day(_day(request, about)),
        links=links,
        themes=arguments.themes,
    )
    return log_record(request, record, partners)


def _links(about: StoredRecord | None) -> tuple[Link, ...]:
    return tuple(map(Link, dict.fromkeys(link.partner_id for link in about.record.links))) if about else ()


def _day(request: Request, about: StoredRecord | None) -> date:
    period = about.record.period if about else None
    return min(period.end, request.today) if period else request.today


GIFT = noun_command(
    Kind.GIFT,
    names={"tr": ("hediye",)},
    help=N_("Log a gift that was received or given"),
    usage=N_(
        "/log gift from Skopje: silver tray\n"
        "/gift to the mayor of Tirana: İznik plate, 5000 TL\n"
        "/gift from Tirana: book for V12\n"
        "The value is optional, and never shown in groups"
    ),
    read=lambda text, request: read_gift(text, request.context),
    log=log_gift,
)
