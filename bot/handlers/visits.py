"""``/visit``: a visit is logged, shown or listed."""

from bot.domain.records import Kind, Link, Record
from bot.handlers.nouns import log_record, noun_command
from bot.handlers.partnership import ensure_partner
from bot.i18n import N_
from bot.parsing.visits import LogVisit, read_visit
from bot.reply import Reply
from bot.request import Request


def log_visit(request: Request, arguments: LogVisit) -> Reply:
    """Store a visit; one without a direction asks for it."""
    refs = (arguments.partner, *arguments.others)
    partners = {partner.id: partner for partner in (ensure_partner(request, ref) for ref in refs)}
    record = Record(
        details=arguments.visit,
        period=arguments.period,
        links=tuple(map(Link, partners)),
        themes=arguments.themes,
    )
    return log_record(request, record, partners)


VISIT = noun_command(
    Kind.VISIT,
    names={"tr": ("ziyaret",)},
    help=N_("Log a visit: who, when, why"),
    usage=N_(
        "/log visit Tirana 2025-05-03\n"
        "/visit from Tirana 3–5 June technical visit: waste plant, 6 people #waste\n"
        "/visit to Skopje undated courtesy call with Ayşe Demir\n"
        "/visit V12 shows one, /visit Tirana the visits with Tirana"
    ),
    read=lambda text, request: read_visit(text, request.context),
    log=log_visit,
)
