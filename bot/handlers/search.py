"""``/find``: partners and records in which all words occur."""

from collections.abc import Sequence

from bot.cards.records import line_of, record_card
from bot.cards.values import partner_line
from bot.domain.partners import Partner
from bot.domain.records import Kind
from bot.folding import fold
from bot.handlers.partnership import view_of
from bot.i18n import N_
from bot.message import ChatKind, Invocation
from bot.parsing.pages import with_page
from bot.parsing.partner_lookup import closest_partners
from bot.parsing.references import reference_of
from bot.parsing.searching import Find, read_find
from bot.parsing.theme_names import theme_forms
from bot.reply import Block, Button, Buttons, Reply, bold, lines
from bot.request import Request
from bot.router import Command
from bot.storage.partners import all_aliases, load_partners
from bot.storage.records import load_records
from bot.storage.search import Search, count_records, find_records
from bot.storage.themes import own_names

PAGE = 8
PARTNERS = 3


def find(request: Request, wanted: Find) -> Reply:
    """Partners first, then records, the newest first."""
    t = request.t
    names = all_aliases(request.db, request.team_id)
    search, words = _search(request, wanted, names)
    partners = [wanted.partner] if wanted.partner else _partners(request, words, names)
    total = count_records(request.db, request.team_id, search)
    if not partners and not total:
        return _nothing(request, wanted)
    start = min((wanted.page - 1) * PAGE, max(total - 1, 0) // PAGE * PAGE)
    ids = find_records(request.db, request.team_id, search, limit=start + PAGE)[start:]
    found = load_records(request.db, request.team_id, ids)
    view = view_of(request, found)
    private = request.message.chat.kind is ChatKind.DIRECT
    if total == 1 and not partners and (private or found[0].record.kind is not Kind.CONTACT):
        return record_card(found[0], view)
    said = partner_line(wanted.partner, t) if wanted.partner else f"“{wanted.text[:60]}”"
    rows = [] if wanted.partner or wanted.page > 1 else [partner_line(partner, t) for partner in partners[:PARTNERS]]
    rows += [line_of(stored, view) for stored in found]
    title = said + " · " + t.plural("{n} record", "{n} records", total)
    buttons = [
        Button(partner.name_in(t.language), Invocation("partner", reference_of(partner)))
        for partner in partners[:PARTNERS]
    ]
    buttons += [Button(stored.short_id, Invocation("show", stored.short_id)) for stored in found[:4]]
    if more := total - start - len(found):
        rows.append(t.plural("… and {n} more", "… and {n} more", more))
        text = reference_of(wanted.partner) if wanted.partner else wanted.text
        buttons.append(Button(t("More"), Invocation("find", with_page(text, start // PAGE + 2))))
    blocks: list[Block] = [lines([bold(title), *rows]), Buttons(tuple(buttons))]
    return Reply(tuple(blocks))


def _search(request: Request, wanted: Find, names: Sequence[tuple[str, int]]) -> tuple[Search, list[str]]:
    """The search, and the form of each word that it uses: the first that occurs anywhere."""
    if wanted.partner:
        return Search(partner_id=wanted.partner.id), []
    words = [_occurring(request, forms, names) for forms in wanted.words]
    if not wanted.themes:
        return Search(words=words), words
    own = own_names(request.db, request.team_id)
    search = Search(words=words, themes=[theme_forms(theme, own) for theme in wanted.themes])
    if count_records(request.db, request.team_id, search):
        return search, words
    words += [word for theme in wanted.themes for word in fold(theme).split()]  # no theme, but maybe a word of a text
    return Search(words=words), words


def _occurring(request: Request, forms: Sequence[str], names: Sequence[tuple[str, int]]) -> str:
    if len(forms) > 1:
        for form in forms:
            if any(form in name for name, _ in names):
                return form
            if find_records(request.db, request.team_id, Search(words=[form]), limit=1):
                return form
    return forms[0]


def _partners(request: Request, words: Sequence[str], names: Sequence[tuple[str, int]]) -> list[Partner]:
    """Those of whose names one has all the words."""
    if not words:
        return []
    ids = dict.fromkeys(partner_id for name, partner_id in names if all(word in name for word in words))
    found = load_partners(request.db, request.team_id, ids)
    return [found[partner_id] for partner_id in ids if partner_id in found]


def _nothing(request: Request, wanted: Find) -> Reply:
    t = request.t
    text = t("Nothing has “{text}”.", text=wanted.text[:60])
    close = closest_partners(wanted.text, request.context)
    if not close:
        return Reply((lines([text, t("Fewer words find more. /partners lists your partners.")]),))
    buttons = [Button(partner.name_in(t.language), Invocation("partner", reference_of(partner))) for partner in close]
    return Reply((lines([text, t("Did you mean one of these?")]), Buttons(tuple(buttons))))


FIND = Command(
    name="find",
    names={"tr": ("ara", "bul")},
    help=N_("Look through everything"),
    usage=N_("/find tirana waste\n/find #solid-waste"),
    parse=lambda text, request: read_find(text, request.context),
    handle=find,
    words=("find", "search", "ara", "bul"),
)
