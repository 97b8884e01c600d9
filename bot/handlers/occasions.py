"""``/occasions``: what calls for a letter; ``/election``: when a partner votes."""

from datetime import timedelta

from bot.cards.occasions import ahead_line, draft_buttons, national_day_unknown
from bot.cards.values import partner_line
from bot.digests.occasions import Whose, occasions_in
from bot.domain.agenda import span_of
from bot.domain.occasions import taking_place
from bot.domain.periods import Period
from bot.errors import BotError
from bot.i18n import N_
from bot.message import Invocation
from bot.parsing.dates import format_day, format_period
from bot.parsing.occasions import Election, OccasionsWanted, read_election, read_occasions
from bot.parsing.places import country_name
from bot.permissions import NotPermitted, Permission
from bot.public_holidays import is_known
from bot.reply import Button, Buttons, Reply, bold, lines
from bot.request import Request
from bot.router import Command
from bot.storage.occasions import countries_of_partners, election_of

AHEAD = timedelta(days=90)
AHEAD_OF_ONE = timedelta(days=366)
_LONGEST = timedelta(days=3 * 366)
SHOWN = 15
_DRAFTS = 4


class TooFar(BotError):
    """A period that no list can show."""

    text = N_("That is too long a time for one list.")
    advice = N_("For example: /occasions October 2026, /occasions 2027, /occasions Tirana.")


def occasions(request: Request, wanted: OccasionsWanted) -> Reply:
    """What is ahead, the nearest first, and what is not known."""
    t, partner = request.t, wanted.partner
    if wanted.period:
        span = span_of(wanted.period, request.today)
        since, until = span.start, span.end
        if until - since > _LONGEST:
            raise TooFar()
        title = t("Occasions · {period}", period=format_period(wanted.period, t.language, weekday=False))
    else:
        since, until = request.today, request.today + (AHEAD_OF_ONE if partner else AHEAD)
        about = (
            partner_line(partner, t)
            if partner
            else t("until {date}", date=format_day(until, t.language, weekday=False))
        )
        title = t("Occasions · {period}", period=about)
    found = occasions_in(request.db, request.team_id, taking_place(since, until), Whose(partner))
    rows = [ahead_line(ahead, t, year=request.today.year) for ahead in found[:SHOWN]] or [t("Nothing is ahead.")]
    if more := max(len(found) - SHOWN, 0):
        rows.append(t.plural("… and {n} more", "… and {n} more", more))
    rows += _unknown(request, wanted)
    drafts = draft_buttons(found, t, limit=_DRAFTS)
    return Reply((lines([bold(title), *rows]), *([Buttons(drafts)] if drafts else [])))


def _unknown(request: Request, wanted: OccasionsWanted) -> list[str]:
    t = request.t
    if wanted.partner:
        country = wanted.partner.country
        if not country:
            return []
        holidays = t("The public holidays of {country} are not known to me.", country=country_name(country, t.language))
        return [*filter(None, [national_day_unknown(country, t)]), *([] if is_known(country) else [holidays])]
    countries = countries_of_partners(request.db, request.team_id)
    unknown = [country_name(code, t.language) for code in countries if national_day_unknown(code, t)]
    return [t("National day not known: {countries}", countries=", ".join(unknown))] if unknown else []


def election(request: Request, wanted: Election) -> Reply:
    """Say when a partner votes, or store it, with Undo."""
    t, partner = request.t, wanted.partner
    shown = partner_line(partner, t)
    if not wanted.is_told:
        known = election_of(request.db, request.team_id, partner.id)
        if known is None:
            how = t("To tell me: /election {partner} 14 March 2027", partner=partner.name_in(t.language))
            return Reply((lines([t("{partner}: no election is known.", partner=shown), how]),))
        return Reply((lines([_voting(request, shown, known)]),))
    if not request.actor.may(Permission.WRITE):
        raise NotPermitted(command=ELECTION.name_in(t.language))
    request.changes.set_election(partner, wanted.period)
    undo = Button(t("Undo"), Invocation("undo", str(request.changes.id)))
    if wanted.period is None:
        return Reply((lines([bold(t("✓ {partner}: election forgotten", partner=shown))]), Buttons((undo,))))
    said = bold("✓ " + _voting(request, shown, wanted.period))
    is_ahead = wanted.period.start > request.today
    promise = t("I shall say so a month ahead, and the day after.") if is_ahead else ""
    return Reply((lines([said, promise]), Buttons((undo,))))


def _voting(request: Request, shown: str, period: Period) -> str:
    when = format_period(period, request.t.language)
    return request.t("Election in {partner}: {date}", partner=shown, date=when)


OCCASIONS = Command(
    name="occasions",
    names={"tr": ("milligun", "milligunler", "gunler", "kutlamalar", "yildonumleri")},
    help=N_("National days, anniversaries, elections ahead"),
    usage=N_("/occasions\n/occasions Tirana\n/occasions October 2026"),
    parse=lambda text, request: read_occasions(text, request.context),
    handle=occasions,
    words=("occasions", "national days", "millî günler", "yıl dönümleri"),
)
ELECTION = Command(
    name="election",
    names={"tr": ("secim",)},
    help=N_("When a partner votes"),
    usage=N_("/election Tirana 14 March 2027\n/election Tirana May 2027\n/election Tirana none forgets it"),
    parse=lambda text, request: read_election(text, request.context),
    handle=election,
)
