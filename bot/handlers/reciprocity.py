"""``/reciprocity``: who came to whom, by partner and year."""

from datetime import date

from bot.cards.reciprocity import sides_words
from bot.cards.values import partner_line
from bot.domain.partners import Partner
from bot.domain.reciprocity import Sides, in_all
from bot.folding import fold
from bot.i18n import N_
from bot.message import Invocation
from bot.parsing.health import AskReciprocity, read_reciprocity
from bot.parsing.pages import with_page
from bot.parsing.references import reference_of
from bot.reply import Button, Buttons, Reply, bold, lines
from bot.request import Request
from bot.router import Command
from bot.storage.contacts_made import count_sides
from bot.storage.partners import load_partners

PAGE = 15
YEARS = 5
"""How many years are added up where none is asked for, this one among them."""


def reciprocity(request: Request, wanted: AskReciprocity) -> Reply:
    """One line a partner, or a year of one partner. What is planned does not count."""
    if wanted.partner:
        return _by_year(request, wanted.partner, wanted.page)
    t, today = request.t, request.today
    first = wanted.year or today.year - YEARS + 1
    last = wanted.year or today.year
    counted = count_sides(request.db, request.team_id, date(first, 1, 1), min(date(last, 12, 31), today))
    title = t("Reciprocity, {years}", years=f"{first}" if first == last else f"{first}–{last}")
    years = [Button(str(year), Invocation("reciprocity", str(year))) for year in _other_years(today.year, wanted.year)]
    if not counted:
        return Reply((lines([bold(title), t("No visit and no culture days.")]), Buttons(tuple(years))))
    sums: dict[int, Sides] = {}
    for (partner_id, _), sides in counted.items():
        sums[partner_id] = in_all((sums.get(partner_id, Sides()), sides))
    partners = load_partners(request.db, request.team_id, sums)
    listed = sorted(
        sums, key=lambda id_: (-sums[id_].incoming - sums[id_].outgoing, fold(partners[id_].name_in(t.language)))
    )
    start = min((wanted.page - 1) * PAGE, (len(listed) - 1) // PAGE * PAGE)
    shown = [
        f"{partners[id_].name_in(t.language)}: {sides_words(sums[id_], t)}" for id_ in listed[start : start + PAGE]
    ]
    total = t("In all: {sides}", sides=sides_words(in_all(sums.values()), t)) if len(listed) > 1 else ""
    if more := len(listed) - start - len(shown):
        shown.append(t.plural("… and {n} more", "… and {n} more", more))
        text = str(wanted.year or "")
        years.append(Button(t("More"), Invocation("reciprocity", with_page(text, start // PAGE + 2))))
    return Reply((lines([bold(title), *shown, total]), Buttons(tuple(years))))


def _other_years(this: int, shown: int | None) -> list[int]:
    return [year for year in range(this, this - 4, -1) if year != shown][:3]


def _by_year(request: Request, partner: Partner, page: int) -> Reply:
    t = request.t
    counted = count_sides(request.db, request.team_id, None, request.today, partner_id=partner.id)
    title = t("Reciprocity, {partner}", partner=partner_line(partner, t))
    years = sorted((year for _, year in counted), key=lambda year: -(year or 0))
    if not years:
        return Reply((lines([bold(title), t("No visit and no culture days.")]),))
    start = min((page - 1) * PAGE, (len(years) - 1) // PAGE * PAGE)
    rows = [
        f"{year or t('undated')}: {sides_words(counted[partner.id, year], t)}" for year in years[start : start + PAGE]
    ]
    total = t("In all: {sides}", sides=sides_words(in_all(counted.values()), t)) if len(years) > 1 else ""
    reference = reference_of(partner)
    buttons = [Button(partner.name_in(t.language), Invocation("partner", reference))]
    if more := len(years) - start - len(rows):
        rows.append(t.plural("… and {n} more", "… and {n} more", more))
        buttons.append(Button(t("More"), Invocation("reciprocity", with_page(reference, start // PAGE + 2))))
    return Reply((lines([bold(title), *rows, total]), Buttons(tuple(buttons))))


RECIPROCITY = Command(
    name="reciprocity",
    names={"tr": ("karsiliklilik",)},
    help=N_("Who came to whom, by partner and year"),
    usage=N_("/reciprocity\n/reciprocity 2025\n/reciprocity Tirana"),
    parse=lambda text, request: read_reciprocity(text, request.context),
    handle=reciprocity,
)
