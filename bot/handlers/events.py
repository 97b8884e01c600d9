"""``/event``: an event is logged, shown or listed."""

from bot.domain.records import Kind, Link, Record, Role
from bot.handlers.nouns import log_record, noun_command
from bot.handlers.partnership import ensure_partner
from bot.i18n import N_
from bot.parsing.events import LogEvent, read_event
from bot.reply import Reply
from bot.request import Request


def log_event(request: Request, arguments: LogEvent) -> Reply:
    """Store an event with its guest, its host and whoever else took part."""
    named = [(arguments.guest, Role.GUEST), (arguments.host, Role.HOST)]
    named += [(partner, Role.PARTNER) for partner in arguments.partners]
    linked = [(ensure_partner(request, partner), role) for partner, role in named if partner]
    record = Record(
        details=arguments.event,
        period=arguments.period,
        links=tuple(dict.fromkeys(Link(partner.id, role) for partner, role in linked)),
        themes=arguments.themes,
    )
    return log_record(request, record, {partner.id: partner for partner, _ in linked})


EVENT = noun_command(
    Kind.EVENT,
    names={"tr": ("etkinlik",)},
    help=N_("Log an event: culture days, a conference, a meeting"),
    usage=N_(
        "/log event Budapest Days in Ankara, 10–13 September 2015\n"
        "/event Smart Cities Forum in Barcelona, attended, with Tirana, Essen, October 2026\n"
        "/event General Assembly of ICLEI, online, 12 May\n"
        "/event E3 shows one, /event Budapest the events with Budapest"
    ),
    read=lambda text, request: read_event(text, request.context),
    log=log_event,
    words=("event", "etkinlik"),
)
