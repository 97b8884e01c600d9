"""``/health``: how relationships stand, and why."""

from dataclasses import replace

from bot.cards.health import GRADES, advice, health_line, reasons_line
from bot.cards.partners import title_of, visit_button
from bot.cards.records import line_of
from bot.cards.values import View
from bot.domain.health import Grade, Health, health_of
from bot.domain.partners import Partner
from bot.folding import fold
from bot.handlers.dealings import last_contact, next_contact, partner_health, undated_contact
from bot.i18n import N_
from bot.message import Invocation
from bot.parsing.health import AskHealth, read_health
from bot.parsing.pages import with_page
from bot.parsing.references import reference_of
from bot.reply import Block, Button, Buttons, Reply, bold, lines
from bot.request import Request
from bot.router import Command
from bot.storage.contacts_made import partner_ids
from bot.storage.health import gather
from bot.storage.partners import load_partners

PAGE = 15


def health(request: Request, wanted: AskHealth) -> Reply:
    """One partner's, with what would help; or all, the worst first."""
    return _one(request, wanted.partner) if wanted.partner else _all(request, wanted.page)


def _one(request: Request, partner: Partner) -> Reply:
    t = request.t
    last = last_contact(request, partner)
    ahead = next_contact(request, partner)
    undated = "" if last else undated_contact(request, partner)
    found = partner_health(request, partner, last)
    view = View(t, request.team, request.today, {})
    rows = [
        t("Relationship: {grade}", grade=t(GRADES[found.grade])),
        reasons_line(found, request.today, t),
        t("Last contact: {record}", record=line_of(last, view)) if last else "",
        t("Next: {record}", record=line_of(ahead, view)) if ahead else "",
        *(f"→ {text}" for text in advice(found, t, planned=ahead is not None, undated=undated)),
    ]
    reference = reference_of(partner)
    name = partner.name_in(t.language)
    buttons = (visit_button(reference, t), Button(name, Invocation("partner", reference)))
    return Reply((lines([bold(title_of(partner, t)), *rows]), Buttons(buttons)))


def _all(request: Request, page: int) -> Reply:
    t, today = request.t, request.today
    ids = partner_ids(request.db, request.team_id)
    if not ids:
        return Reply(
            (lines([t("No partners yet."), t("Logging a visit or an event adds one: /visit Tirana 3 May 2025")]),)
        )
    partners = load_partners(request.db, request.team_id, ids)
    gathered = gather(request.db, request.team_id, ids, today)
    graded = [(partners[id_], health_of(gathered[id_], today)) for id_ in ids]
    # Of whom nothing is known stands last: it is no verdict.
    graded.sort(key=lambda pair: (pair[1].grade or len(Grade), _badness(pair[1]), fold(pair[0].name_in(t.language))))
    start = min((page - 1) * PAGE, (len(graded) - 1) // PAGE * PAGE)
    rows = []
    for partner, found in graded[start : start + PAGE]:
        if found.grade is not Grade.UNKNOWN:
            last = last_contact(request, partner)
            stated = replace(gathered[partner.id], last=last.record.period if last else None)
            found = health_of(stated, today)
        rows.append(f"{partner.name_in(t.language)} · {health_line(found, today, t)}")
    counts = [(grade, sum(found.grade is grade for _, found in graded)) for grade in (*list(Grade)[1:], Grade.UNKNOWN)]
    title = t("Relationships") + " · " + t.plural("{n} partner", "{n} partners", len(graded))
    summary = " · ".join(f"{count} {t(GRADES[grade])}" for grade, count in counts if count)
    blocks: list[Block] = []
    if more := len(graded) - start - len(rows):
        rows.append(t.plural("… and {n} more", "… and {n} more", more))
        blocks.append(Buttons((Button(t("More"), Invocation("health", with_page("", start // PAGE + 2))),)))
    return Reply((lines([bold(title), summary, *rows]), *blocks))


def _badness(found: Health) -> tuple[int, int]:
    """Within a grade: those of which the most is wrong, then those whose last contact is the longest ago."""
    months = getattr(found.reasons[0], "months", 0)
    return sum(reason.weight for reason in found.reasons), -months


HEALTH = Command(
    name="health",
    names={"tr": ("durum",)},
    help=N_("How a relationship stands, and why"),
    usage=N_("/health Tirana\n/health lists all partners, the worst first"),
    parse=lambda text, request: read_health(text, request.context),
    handle=health,
)
