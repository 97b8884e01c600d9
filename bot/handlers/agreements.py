"""``/agreement``: an agreement is logged, shown or listed."""

from bot.domain.records import Kind, Link, Record
from bot.handlers.nouns import log_record, noun_command
from bot.handlers.partnership import ensure_partner
from bot.i18n import N_
from bot.parsing.agreements import LogAgreement, read_agreement
from bot.reply import Reply
from bot.request import Request


def log_agreement(request: Request, arguments: LogAgreement) -> Reply:
    """Store an agreement, with one partner or several; a partner may have several."""
    refs = (arguments.partner, *arguments.others)
    partners = {partner.id: partner for partner in (ensure_partner(request, ref) for ref in refs)}
    record = Record(
        details=arguments.agreement,
        period=arguments.period,
        links=tuple(map(Link, partners)),
        themes=arguments.themes,
    )
    return log_record(request, record, partners)


AGREEMENT = noun_command(
    Kind.AGREEMENT,
    names={"tr": ("protokol", "anlasma")},
    help=N_("Log an agreement: with whom, which kind, since when"),
    usage=N_(
        "/log agreement Bishkek sister city 14 March 2024\n"
        "/agreement Kuala Lumpur MoU 25 June 1990 for 5 years, renews by itself, 3 months' notice\n"
        "/agreement Roxas twinning undated, council decision 7 February 1997 no 521, permission on file\n"
        "/agreement Rotterdam twinning 2005 cancelled 15 March 2017: unanimous decision\n"
        "/agreement A7 shows one, /agreement Bishkek those with Bishkek"
    ),
    read=lambda text, request: read_agreement(text, request.context),
    log=log_agreement,
    words=("agreement", "protokol", "anlaşma"),
)
