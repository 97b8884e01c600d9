"""``/project``: a project is logged, shown or listed."""

from bot.domain.records import Kind, Link, Record
from bot.handlers.nouns import log_record, noun_command
from bot.handlers.partnership import ensure_partner
from bot.i18n import N_
from bot.parsing.projects import LogProject, read_project
from bot.reply import Reply
from bot.request import Request


def log_project(request: Request, arguments: LogProject) -> Reply:
    """Store a project with its partners."""
    partners = {partner.id: partner for partner in (ensure_partner(request, named) for named in arguments.partners)}
    record = Record(
        details=arguments.project,
        period=arguments.period,
        links=tuple(map(Link, partners)),
        themes=arguments.themes,
    )
    return log_record(request, record, partners)


PROJECT = noun_command(
    Kind.PROJECT,
    names={"tr": ("proje",)},
    help=N_("Log a project: partners, funder, budget"),
    usage=N_(
        "/log project Clean Rivers, funded by IPA, €250,000, with Skopje, Prizren, 2026–2028\n"
        "/project P1 shows one, /project Skopje the projects with Skopje"
    ),
    read=lambda text, request: read_project(text, request.context),
    log=log_project,
    words=("project", "proje"),
)
