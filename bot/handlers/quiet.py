"""``/quiet``: partners without contact for a long time, the longest first."""

from bot.cards.elapsed import elapsed
from bot.cards.values import View
from bot.domain.health import months_before
from bot.domain.partners import Partner
from bot.domain.records import StoredRecord
from bot.folding import fold
from bot.handlers.dealings import last_contact
from bot.i18n import N_
from bot.message import Invocation
from bot.parsing.dates import format_period
from bot.parsing.health import AskQuiet, read_quiet
from bot.parsing.pages import with_page
from bot.parsing.references import reference_of
from bot.reply import Button, Buttons, Reply, bold, lines
from bot.request import Request
from bot.router import Command
from bot.storage.contacts_made import last_days, partner_ids, partners_ahead, quiet_partners
from bot.storage.partners import load_partners

PAGE = 15


def quiet(request: Request, wanted: AskQuiet) -> Reply:
    """One line a partner, with its last contact; those of which no contact has a date come last."""
    t, today = request.t, request.today
    after = months_before(today, wanted.months)
    ids = quiet_partners(request.db, request.team_id, after=after, today=today)
    title = t.plural("No contact for {n} month", "No contact for {n} months", wanted.months)
    if not ids:
        any_at_all = partner_ids(request.db, request.team_id)
        text = t("None: every partner was in touch.") if any_at_all else t("No partners yet.")
        return Reply((lines([bold(title), text]),))
    partners = load_partners(request.db, request.team_id, ids)
    days = last_days(request.db, request.team_id, ids, today)
    ids.sort(key=lambda id_: (id_ not in days, days.get(id_, today), fold(partners[id_].name_in(t.language))))
    start = min((wanted.page - 1) * PAGE, (len(ids) - 1) // PAGE * PAGE)
    shown = [partners[id_] for id_ in ids[start : start + PAGE]]
    planned = partners_ahead(request.db, request.team_id, today)
    view = View(t, request.team, today, {})
    rows = [
        _row(partner, last_contact(request, partner) if partner.id in days else None, partner.id in planned, view)
        for partner in shown
    ]
    title += " · " + t.plural("{n} partner", "{n} partners", len(ids))
    buttons = [
        Button(partner.name_in(t.language), Invocation("health", reference_of(partner))) for partner in shown[:4]
    ]
    if more := len(ids) - start - len(rows):
        rows.append(t.plural("… and {n} more", "… and {n} more", more))
        buttons.append(Button(t("More"), Invocation("quiet", with_page(str(wanted.months), start // PAGE + 2))))
    return Reply((lines([bold(title), *rows]), Buttons(tuple(buttons))))


def _row(partner: Partner, last: StoredRecord | None, is_planned: bool, view: View) -> str:
    t = view.t
    parts = [partner.name_in(t.language)]
    if last and last.record.period:
        when = format_period(last.record.period, t.language, weekday=False)
        parts += [last.short_id, when, elapsed(last.record.period, view.today, t)]
    else:
        parts.append(t("no dated contact"))
    parts.append(t("the next is planned") if is_planned else "")
    return " · ".join(filter(None, parts))


QUIET = Command(
    name="quiet",
    names={"tr": ("temassiz",)},
    help=N_("Partners without contact for long"),
    usage=N_("/quiet\n/quiet 6 months\n/quiet 2 years"),
    parse=lambda text, request: read_quiet(text, request.context),
    handle=quiet,
)
