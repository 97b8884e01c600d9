"""``/letter``: a letter to or from a partner is logged, shown or listed."""

from bot.domain.records import Kind, Link, Record
from bot.handlers.nouns import log_record, noun_command
from bot.handlers.partnership import ensure_partner
from bot.i18n import N_
from bot.parsing.letters import LogLetter, read_letter
from bot.reply import Reply
from bot.request import Request


def log_letter(request: Request, arguments: LogLetter) -> Reply:
    """Store a letter."""
    partner = ensure_partner(request, arguments.partner)
    record = Record(
        details=arguments.letter, period=arguments.period, links=(Link(partner.id),), themes=arguments.themes
    )
    return log_record(request, record, {partner.id: partner})


LETTER = noun_command(
    Kind.LETTER,
    names={"tr": ("mektup", "yazi")},
    help=N_("Log a letter that was sent or received"),
    usage=N_(
        "/log letter to Skopje: national day 2 August\n"
        "/letter from Tirana: thanks for the visit, yesterday\n"
        "/letter L3 shows one, /letter Skopje those with Skopje"
    ),
    read=lambda text, request: read_letter(text, request.context),
    log=log_letter,
)
