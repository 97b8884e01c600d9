"""``/membership``: a membership of a network is logged once, shown or listed."""

from bot.cards.records import record_card
from bot.domain.periods import Period
from bot.domain.records import Kind, Record, StoredRecord
from bot.handlers.nouns import log_record, noun_command
from bot.handlers.partnership import view_of
from bot.i18n import N_
from bot.message import Invocation
from bot.parsing.dates import format_period
from bot.parsing.memberships import LogMembership, read_membership
from bot.parsing.networks import same_network
from bot.reply import Button, Reply, bold, lines
from bot.request import Request
from bot.storage.memberships import list_networks
from bot.storage.records import load_record


def log_membership(request: Request, arguments: LogMembership) -> Reply:
    """Store a membership; one that is there already is shown instead."""
    named = (arguments.membership.network, arguments.membership.acronym)
    for record_id, network, acronym in list_networks(request.db, request.team_id):
        if same_network(named, (network, acronym)):
            return already_member(request, load_record(request.db, request.team_id, record_id), arguments.period)
    record = Record(details=arguments.membership, period=arguments.period, themes=arguments.themes)
    return log_record(request, record, {})


def already_member(request: Request, stored: StoredRecord, stated: Period | None) -> Reply:
    """Say so, and show the membership that there is; a date that it lacks can be added to it."""
    t = request.t
    since = stored.record.period
    said = (
        t("You have been a member since {date}.", date=format_period(since, t.language, weekday=False))
        if since
        else t("You are a member already.")
    )
    more: tuple[Button, ...] = ()
    if stated and since is None:
        date = format_period(stated, t.language, weekday=False)
        more = (Button(t("Add: since {date}", date=date), Invocation("edit", f"{stored.short_id} date: {date}")),)
    card = record_card(stored, view_of(request, [stored]), more=more)
    return Reply((lines([bold(said), t("Nothing was stored.")]), *card.blocks), record_id=stored.id)


MEMBERSHIP = noun_command(
    Kind.MEMBERSHIP,
    names={"tr": ("uyelik",)},
    help=N_("Log a membership of a network"),
    usage=N_(
        "/log membership Asian Mayors Forum (AMF)\n"
        "/membership ICLEI since 2005\n"
        "/membership M2 or /membership AMF shows one"
    ),
    read=lambda text, request: read_membership(text, request.context),
    log=log_membership,
    words=("membership", "üyelik"),
)
