"""``/partner``: one partner on one screen; ``/partners``: all of them; ``/last``: the last contact and the next."""

from dataclasses import replace
from datetime import timedelta

from bot.cards.elapsed import elapsed
from bot.cards.partners import CONTACTS, PartnerFile, partner_card, title_of, visit_button
from bot.cards.records import line_of
from bot.cards.values import View, country_line, partner_line
from bot.domain.partners import NewPartner, Partner, PartnerRef
from bot.domain.records import Kind, StoredRecord
from bot.folding import fold
from bot.handlers.dealings import CONTACTS_OF_TIME, last_contact, next_contact, partner_health
from bot.handlers.partnership import view_of
from bot.i18n import N_
from bot.message import Invocation
from bot.parsing.pages import with_page
from bot.parsing.partner_filters import PartnerFilter, read_partner_filter
from bot.parsing.partner_lookup import NotAPartner, read_partner_or_place
from bot.parsing.references import reference_of
from bot.reply import Button, Buttons, Reply, bold, lines
from bot.request import Request
from bot.router import Command
from bot.storage.partners import list_partners, partners_with_agreement
from bot.storage.records import load_records
from bot.storage.search import Search, count_records, find_records
from bot.storage.tasks import OpenTasks, count_open_tasks

PAGE = 15
LATEST = 3


def read_name(text: str, request: Request) -> PartnerRef:
    """Whose card. Raises what ``read_partner_or_place`` raises."""
    return read_partner_or_place(text, request.context)


def show_partner(request: Request, partner: PartnerRef) -> Reply:
    """The card; a place that is no partner says so."""
    if isinstance(partner, NewPartner):
        return not_yet(request, partner)
    file = load_file(request, partner)
    shown = [*file.agreements, *file.latest, *file.contacts, *filter(None, [file.next, file.last])]
    return partner_card(file, view_of(request, shown), request.now)


def not_yet(request: Request, place: NewPartner) -> Reply:
    """A place that the team has nothing to do with yet."""
    t = request.t
    text = t(NotAPartner.text, place=partner_line(place, t))
    return Reply((lines([text]), Buttons((visit_button(place.place_id or f"new:{place.name}", t),))))


def load_file(request: Request, partner: Partner) -> PartnerFile:
    """What the card shows, from the database."""
    of_partner = Search(partner_id=partner.id)
    tasks, yesterday = OpenTasks(partner_id=partner.id), request.today - timedelta(days=1)
    contacts = replace(of_partner, kinds=(Kind.CONTACT,))
    contact_count = count_records(request.db, request.team_id, contacts)
    last = last_contact(request, partner)
    return PartnerFile(
        partner=partner,
        agreements=_load(request, replace(of_partner, kinds=(Kind.AGREEMENT,)), 20),
        next=next_contact(request, partner),
        last=last,
        health=partner_health(request, partner, last) if last else None,
        latest=_latest(request, partner),
        contacts=_load(request, contacts, CONTACTS),
        contact_count=contact_count,
        note=next(iter(_load(request, replace(of_partner, kinds=(Kind.NOTE,)), 1)), None),
        record_count=count_records(request.db, request.team_id, of_partner),
        open_tasks=count_open_tasks(request.db, request.team_id, tasks),
        late_tasks=count_open_tasks(request.db, request.team_id, replace(tasks, due_until=yesterday)),
    )


def _latest(request: Request, partner: Partner) -> list[StoredRecord]:
    """The last that have begun, then undated ones."""
    begun = Search(kinds=CONTACTS_OF_TIME, partner_id=partner.id, starts_until=request.today)
    found = _load(request, begun, LATEST)
    if len(found) < LATEST:
        undated = Search(kinds=CONTACTS_OF_TIME, partner_id=partner.id, undated=True)
        found += _load(request, undated, LATEST - len(found))
    return found


def _load(request: Request, search: Search, limit: int) -> list[StoredRecord]:
    return load_records(request.db, request.team_id, find_records(request.db, request.team_id, search, limit=limit))


def show_partners(request: Request, wanted: PartnerFilter) -> Reply:
    """One line a partner, those with the most records first."""
    t = request.t
    with_agreement = (
        partners_with_agreement(request.db, request.team_id, wanted.agreement) if wanted.agreement else None
    )
    found = [
        (partner, count)
        for partner, count in list_partners(request.db, request.team_id, wanted.country)
        if (wanted.kind is None or partner.kind is wanted.kind)
        and (with_agreement is None or partner.id in with_agreement)
    ]
    found.sort(key=lambda pair: (-pair[1], fold(pair[0].name_in(t.language)), pair[0].id))
    if not found:
        nothing = (
            t("No partner of yours fits “{filter}”.", filter=wanted.text[:60]) if wanted.text else t("No partners yet.")
        )
        return Reply((lines([nothing, t("Logging a visit or an event adds one: /visit Tirana 3 May 2025")]),))
    countries = {country_line(partner, t) or partner.name_in(t.language) for partner, _ in found}
    title = t.plural("{n} partner", "{n} partners", len(found))
    if wanted.text:
        title += f" · {wanted.text}"
    elif len(countries) > 1:
        title += " · " + t.plural("{n} country", "{n} countries", len(countries))
    start = min((wanted.page - 1) * PAGE, (len(found) - 1) // PAGE * PAGE)
    shown = found[start : start + PAGE]
    rows = [f"{partner_line(partner, t)} · " + t.plural("{n} record", "{n} records", count) for partner, count in shown]
    more = len(found) - start - len(shown)
    buttons = []
    if more:
        rows.append(t.plural("… and {n} more", "… and {n} more", more))
        buttons.append(Button(t("More"), Invocation("partners", with_page(wanted.text, start // PAGE + 2))))
    return Reply((lines([bold(title), *rows]), *([Buttons(tuple(buttons))] if buttons else [])))


def show_last(request: Request, partner: PartnerRef) -> Reply:
    """The last contact, how long ago it was, and what is next."""
    if isinstance(partner, NewPartner):
        return not_yet(request, partner)
    t = request.t
    last, ahead = last_contact(request, partner), next_contact(request, partner)
    view = View(t, request.team, request.today, {})
    rows = []
    for stored, label in ((last, N_("Last contact: {when}")), (ahead, N_("Next: {when}"))):
        if stored and stored.record.period:
            rows.append(t(label, when=elapsed(stored.record.period, request.today, t)).removesuffix(": "))
            rows.append("  " + line_of(stored, view))
    if last is None:
        rows.insert(0, t("No contact that has taken place is recorded."))
    if ahead is None:
        rows.append(t("Nothing is planned."))
    buttons = [Button(stored.short_id, Invocation("show", stored.short_id)) for stored in (last, ahead) if stored]
    buttons.append(visit_button(reference_of(partner), t))
    record_id = last.id if last else None
    return Reply((lines([bold(title_of(partner, t)), *rows]), Buttons(tuple(buttons))), record_id=record_id)


PARTNER = Command(
    name="partner",
    names={"tr": ("kent", "sehir", "kardes", "ortak")},
    help=N_("A partner on one screen"),
    usage=N_("/partner Skopje\nor just the name: Skopje"),
    parse=read_name,
    handle=show_partner,
    words=("partner", "kent"),
)
PARTNERS = Command(
    name="partners",
    names={"tr": ("kentler", "sehirler")},
    help=N_("Your partners, by country or kind"),
    usage=N_("/partners\n/partners Albania\n/partners sister city\n/partners countries"),
    parse=lambda text, request: read_partner_filter(text, request.context),
    handle=show_partners,
    words=("partners", "kentler"),
)
LAST = Command(
    name="last",
    names={"tr": ("son",)},
    help=N_("The last contact with a partner"),
    usage=N_("/last Skopje"),
    parse=read_name,
    handle=show_last,
)
