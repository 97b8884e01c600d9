"""The form of a visit, for platforms that have forms: what it asks, what fills it, and what is typed by it.

A form is only another way to type a command: what was filled in becomes the arguments of ``/log visit``.
"""

from collections.abc import Mapping
from datetime import date

from bot.cards.problems import problem_texts
from bot.cards.values import describe, partner_line
from bot.domain.partners import Partner, PartnerRef
from bot.domain.periods import Period, Precision
from bot.domain.records import Kind
from bot.domain.visits import Direction
from bot.errors import BotError, EndBeforeStart, MissingDate, Question
from bot.handlers.inline import partners_like
from bot.i18n import Translator
from bot.message import Invocation
from bot.parsing.command_line import clean, split_command
from bot.parsing.cut_partners import MissingPartner
from bot.parsing.dates import find_date
from bot.parsing.places import find_all
from bot.parsing.references import reference_of
from bot.parsing.visits import LogVisit, read_visit
from bot.reply import FieldKind, Form, FormField
from bot.request import Request
from bot.router import Router

SUGGESTED_PLACES = 6
LONGEST_PURPOSE = 2000
_ARROWS = {Direction.INCOMING.value: "from", Direction.OUTGOING.value: "to"}


def opens_form(content: str | Invocation, router: Router) -> bool:
    """Whether it is "/log visit" with nothing after it."""
    if isinstance(content, Invocation):
        name, arguments = content.command, content.arguments
    elif command := split_command(content):
        name, _, arguments = command
    else:
        return False
    try:
        call = router.resolve(name, arguments, "en")
    except BotError:
        return False
    return call.logging and call.command.noun is Kind.VISIT and not call.arguments


def visit_form(request: Request, text: str = "") -> Form:
    """The form; with what ``text`` says of a visit filled in, the rest of it as the purpose."""
    t = request.t
    partner, period, direction, purpose = _read(request, text)
    start, end = _days(period)
    reference = _reference(partner) if partner else ""
    shown = ((reference, partner_line(partner, t)),) if partner else ()
    sides = ((Direction.INCOMING.value, t("They came to us")), (Direction.OUTGOING.value, t("We went there")))
    fields = (
        FormField("partner", t("Partner"), reference, kind=FieldKind.PARTNER, choices=shown),
        FormField("date", t("First day"), start, kind=FieldKind.DAY),
        FormField("until", t("Last day"), end, kind=FieldKind.DAY, is_optional=True),
        FormField("direction", t("Who went where?"), direction, "", FieldKind.CHOICE, sides, is_optional=True),
        FormField("purpose", t("Purpose"), purpose[:LONGEST_PURPOSE], kind=FieldKind.TEXT, is_optional=True),
    )
    return Form(Kind.VISIT.value, fields, title=t("Log a visit"), submit=t("Log"))


def _read(request: Request, text: str) -> tuple[PartnerRef | None, Period | None, str, str]:
    if not text.strip():
        return None, None, "", ""
    try:
        text = clean(text)
        visit: LogVisit | None = read_visit(text, request.context)
    except BotError:
        visit = None
    if visit:
        return visit.partner, visit.period, visit.visit.direction or "", visit.visit.purpose
    try:
        named = request.context.partners.find_in(text)
    except BotError:
        named = None
    try:
        dated = find_date(text, request.context.dates)
    except BotError:
        dated = None
    return named[0].partner if named else None, dated.period if dated else None, "", text


def _reference(partner: PartnerRef) -> str:
    if isinstance(partner, Partner):
        return reference_of(partner)
    return partner.place_id or f"new:{'_'.join(partner.name.split())}"


def _days(period: Period | None) -> tuple[str, str]:
    if period is None or period.precision is not Precision.DAY:
        return "", ""
    return period.start.isoformat(), "" if period.is_one_day else period.end.isoformat()


def visit_arguments(values: Mapping[str, str]) -> str:
    """What would be typed after /log: "visit from geo:3183875, 2025-05-03 – 2025-05-05: purpose"."""
    day, until = values.get("date", ""), values.get("until", "")
    days = f"{day} – {until}" if until and until != day else day
    partner, purpose = values.get("partner", ""), " ".join(values.get("purpose", "").split())
    said = " ".join(filter(None, [_ARROWS.get(values.get("direction", ""), ""), partner]))
    return f"visit {said}, {days}" + (f": {purpose}" if purpose else "")


def form_errors(request: Request, values: Mapping[str, str]) -> dict[str, str]:
    """What is wrong, by field; {} lets it be logged."""
    t, day, until = request.t, values.get("date", ""), values.get("until", "")
    needed = {"partner": MissingPartner(), "date": MissingDate()}
    if missing := {name: _said(error, t) for name, error in needed.items() if not values.get(name)}:
        return missing
    if until and until < day:
        return {"until": _said(EndBeforeStart(start=date.fromisoformat(day), end=date.fromisoformat(until)), t)}
    try:
        read_visit(visit_arguments(values).removeprefix("visit "), request.context)
    except BotError as error:
        name = error.field if isinstance(error, Question) and error.field in values else "partner"
        return {name: _said(error, t)}
    return {}


def _said(error: BotError, t: Translator) -> str:
    return " ".join(problem_texts(error, t))


def suggestions(request: Request, text: str) -> list[tuple[str, str]]:
    """The team's partners that are called so, then places of the gazetteer, then the name as it was typed."""
    t, context = request.t, request.context
    found = {reference_of(partner): partner_line(partner, t) for partner in partners_like(request, text)}
    if not text.strip():
        return list(found.items())
    home_country = request.team.country or None
    for match in find_all(request.places, text, language=t.language, home_country=home_country)[:SUGGESTED_PLACES]:
        try:
            if named := context.partners.find(match.row.key):
                found.setdefault(_reference(named.partner), partner_line(named.partner, t))
        except Question as question:  # the country behind the place is asked, never filled in
            found |= {choice.text: describe(choice.label, t) for choice in question.choices}
    name = " ".join(text.split())[:60]
    return [*found.items(), (f"new:{name.replace(' ', '_')}", t("Keep “{name}” as it is", name=name))]
