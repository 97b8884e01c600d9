"""A visit in words."""

from bot.cards.tasks import papers_line
from bot.cards.terms import TERMS
from bot.cards.values import View, partner_line
from bot.domain.records import StoredRecord
from bot.domain.visits import Direction, Visit, lacks_papers, papers_wanted
from bot.i18n import Translator
from bot.message import Invocation
from bot.parsing.dates import format_period
from bot.reply import Button


def visit_head(visit: Visit, t: Translator) -> str:
    """ "Technical visit · incoming"."""
    kind = t(TERMS[visit.kind]) if visit.kind else t("Visit")
    if visit.direction is None:
        return kind
    direction = t("incoming") if visit.direction is Direction.INCOMING else t("outgoing")
    return f"{kind} · {direction}"


def visit_lines(stored: StoredRecord, visit: Visit, view: View) -> list[str]:
    """The card below its head."""
    t = view.t
    when = format_period(stored.record.period, t.language)
    if visit.people:
        when += " · " + t.plural("{n} person", "{n} people", visit.people)
    partners = [view.partners[link.partner_id] for link in stored.record.links if link.partner_id in view.partners]
    return [
        *(partner_line(partner, t) for partner in partners),
        when,
        t("Purpose: {purpose}", purpose=visit.purpose) if visit.purpose else "",
        t("With: {names}", names=", ".join(visit.participants)) if visit.participants else "",
        t("Programme: {text}", text=visit.programme) if visit.programme else "",
        t("Outcome: {text}", text=visit.outcome) if visit.outcome else "",
        papers_line(papers_wanted(visit), t) if lacks_papers(visit, stored.record.period, view.today) else "",
    ]


def direction_buttons(stored: StoredRecord, view: View) -> list[Button]:
    """Who went where? In the tense of the visit's date."""
    t = view.t
    period = stored.record.period
    ahead = period is not None and period.start > view.today
    labels = (t("They will come to us"), t("We will go there")) if ahead else (t("They came to us"), t("We went there"))
    return [
        Button(label, Invocation("edit", f"{stored.short_id} {direction.value}"))
        for label, direction in zip(labels, (Direction.INCOMING, Direction.OUTGOING), strict=True)
    ]
