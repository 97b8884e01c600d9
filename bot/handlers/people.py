"""``/who``: the contacts of a partner, or those of a name."""

from dataclasses import dataclass, replace

from bot.cards.people import people_lines
from bot.cards.values import partner_line
from bot.domain.partners import NewPartner, Partner
from bot.domain.records import Kind
from bot.errors import Choice, Question
from bot.folding import fold
from bot.handlers.partners import not_yet
from bot.handlers.partnership import view_of
from bot.i18n import N_
from bot.message import ChatKind, Invocation
from bot.parsing.pages import cut_page, with_page
from bot.parsing.partner_lookup import WhichPartner, read_partner_or_place
from bot.parsing.references import reference_of
from bot.reply import Button, Buttons, Reply, bold, lines
from bot.request import Request
from bot.router import Command
from bot.storage.records import load_records
from bot.storage.search import Search, count_records, find_records

PAGE = 6


class Whose(Question):
    """Neither a partner nor a person was named."""

    field = "partner"
    text = N_("Whose contacts? A partner or a name, for example: Tirana.")


@dataclass(frozen=True, slots=True)
class Who:
    """A partner or place; or, in ``search``, a person's name."""

    partner: Partner | NewPartner | None
    search: Search
    text: str
    page: int = 1


def read_who(text: str, request: Request) -> Who:
    """A partner is tried first, then the people's names, then places. Raises as ``read_partner_or_place``."""
    text, page = cut_page(text)
    by_name = Search(kinds=(Kind.CONTACT,), words=tuple(fold(text).split()))
    named = request.context.partners.known(text)
    if named is None and by_name.words and find_records(request.db, request.team_id, by_name, limit=1):
        return Who(None, by_name, text, page)
    try:
        partner = read_partner_or_place(text, request.context, guess=False)
    except WhichPartner as question:
        choices: list[Choice] = list(question.choices)
        raise Whose(hole=question.hole, choices=choices) from None
    partner_id = partner.id if isinstance(partner, Partner) else None
    return Who(partner, Search(kinds=(Kind.CONTACT,), partner_id=partner_id), text, page)


def who(request: Request, wanted: Who) -> Reply:
    """The people; in a group without their mail and phone."""
    t = request.t
    if isinstance(wanted.partner, NewPartner):
        return not_yet(request, wanted.partner)
    total = count_records(request.db, request.team_id, wanted.search)
    if wanted.partner and not total:
        name = wanted.partner.name_in(t.language)
        nobody = t("No contact of {partner} is recorded.", partner=partner_line(wanted.partner, t))
        return Reply(
            (lines([bold(nobody), t("Add one: /contact NAME, {partner}, office, e-mail, phone", partner=name)]),)
        )
    title = t.plural("{n} contact", "{n} contacts", total)
    title += " · " + (partner_line(wanted.partner, t) if wanted.partner else wanted.text[:60])
    start = min((wanted.page - 1) * PAGE, (total - 1) // PAGE * PAGE)
    ids = find_records(request.db, request.team_id, wanted.search, limit=start + PAGE)[start:]
    found = load_records(request.db, request.team_id, ids)
    view = view_of(request, found)
    if wanted.partner:  # whose people they are is in the first line
        view = replace(view, partners={})
    private = request.message.chat.kind is ChatKind.DIRECT
    rows = people_lines(found, view, private=private)
    if not private:
        rows.append(t("E-mail and phone are shown in a direct chat only."))
    buttons = [Button(stored.short_id, Invocation("show", stored.short_id)) for stored in found[:4]]
    more = total - start - len(found)
    if more:
        rows.append(t.plural("… and {n} more", "… and {n} more", more))
        text = reference_of(wanted.partner) if wanted.partner else wanted.text
        buttons.append(Button(t("More"), Invocation("who", with_page(text, start // PAGE + 2))))
    return Reply((lines([bold(title), *rows]), Buttons(tuple(buttons))))


WHO = Command(
    name="who",
    names={"tr": ("kim", "kisiler")},
    help=N_("The contacts of a partner"),
    usage=N_("/who Skopje\n/who Ayşe"),
    parse=read_who,
    handle=who,
    words=("who", "kim"),
)
