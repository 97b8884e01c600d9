"""``/agreements``: all, those that end soon, those whose approval has no record, or those with a partner."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import timedelta
from enum import StrEnum

from bot.cards.records import line_of
from bot.domain.partners import Partner
from bot.domain.records import Kind, StoredRecord
from bot.folding import fold
from bot.handlers.partnership import view_of
from bot.i18n import N_
from bot.message import Invocation
from bot.parsing.dates import format_day
from bot.parsing.pages import cut_page, with_page
from bot.parsing.partner_lookup import read_partner
from bot.parsing.references import reference_of
from bot.reply import Button, Buttons, Reply, bold, lines
from bot.request import Request
from bot.router import Command
from bot.storage.agreements import agreements_ending, count_lacking_approval, lacking_approval
from bot.storage.records import load_records
from bot.storage.search import Search, count_records, find_records

PAGE = 8
OPENED = 4
"""So many of a page can be opened by a button."""
HORIZON = timedelta(days=180)
"""How far ahead an end or a last day of notice is looked for: the longest of the usual lead times."""


class Which(StrEnum):
    """Which agreements."""

    ALL = "all"
    EXPIRING = "expiring"
    MISSING = "missing"


_WORDS = {
    **dict.fromkeys(
        ("expiring", "ending", "ending soon", "suresi dolan", "suresi dolacak", "suresi dolanlar", "biten", "dolan"),
        Which.EXPIRING,
    ),
    **dict.fromkeys(
        ("missing", "approval missing", "onayi eksik", "onay eksik", "izni eksik", "eksik", "onay kaydi eksik"),
        Which.MISSING,
    ),
}


@dataclass(frozen=True, slots=True)
class ListAgreements:
    """Which agreements, and the page, counted from 1."""

    which: Which = Which.ALL
    partner: Partner | None = None
    page: int = 1

    def first(self, total: int) -> int:
        """The place of the page's first of ``total``; the last page for one that is beyond."""
        return min((self.page - 1) * PAGE, max(total - 1, 0) // PAGE * PAGE)


def read_list(text: str, request: Request) -> ListAgreements:
    """Raises what ``read_partner`` raises."""
    text, page = cut_page(text)
    if not text:
        return ListAgreements(page=page)
    if which := _WORDS.get(fold(text)):
        return ListAgreements(which, page=page)
    return ListAgreements(partner=read_partner(text, request.context), page=page)


def list_agreements(request: Request, wanted: ListAgreements) -> Reply:
    """One line each, at most a phone screen, with how many more."""
    match wanted.which:
        case Which.EXPIRING:
            return _expiring(request, wanted)
        case Which.MISSING:
            return _missing(request, wanted)
        case Which.ALL:
            return _all(request, wanted)


def _all(request: Request, wanted: ListAgreements) -> Reply:
    t, partner = request.t, wanted.partner
    search = Search(kinds=[Kind.AGREEMENT], partner_id=partner.id if partner else None)
    total = count_records(request.db, request.team_id, search)
    start = wanted.first(total)
    ids = find_records(request.db, request.team_id, search, limit=start + PAGE)[start:]
    found = load_records(request.db, request.team_id, ids)
    title = f"{t('Agreements')} · {partner.name_in(t.language) if partner else total}"
    more = [
        Button(t("Ending soon"), Invocation("agreements", "expiring")),
        Button(t("Approval missing"), Invocation("agreements", "missing")),
    ]
    said = reference_of(partner) if partner else ""
    return _page(request, title, found, _lines(request, found), said, wanted, total, () if partner else more)


def _expiring(request: Request, wanted: ListAgreements) -> Reply:
    t, until = request.t, request.today + HORIZON
    endings = agreements_ending(request.db, request.team_id, request.today, until)
    start = wanted.first(len(endings))
    shown = endings[start : start + PAGE]
    found = load_records(request.db, request.team_id, [ending.record_id for ending in shown])
    rows = []
    for ending, line in zip(shown, _lines(request, found), strict=True):
        day = format_day(ending.day, t.language, weekday=False)
        what = t("last day to give notice {date}", date=day) if ending.is_notice else t("ends {date}", date=day)
        rows.append(f"{line} · {what}")
    title = t("Ends and last days of notice until {date}", date=format_day(until, t.language, weekday=False))
    return _page(request, title, found, rows, Which.EXPIRING.value, wanted, len(endings))


def _missing(request: Request, wanted: ListAgreements) -> Reply:
    total = count_lacking_approval(request.db, request.team_id)
    start = wanted.first(total)
    ids = lacking_approval(request.db, request.team_id, limit=start + PAGE)[start:]
    found = load_records(request.db, request.team_id, ids)
    title = request.t("Approval not on record: {n}", n=total)
    return _page(request, title, found, _lines(request, found), Which.MISSING.value, wanted, total)


def _lines(request: Request, found: Sequence[StoredRecord]) -> list[str]:
    view = view_of(request, found)
    return [line_of(stored, view) for stored in found]


def _page(
    request: Request,
    title: str,
    found: Sequence[StoredRecord],
    rows: Sequence[str],
    said: str,
    wanted: ListAgreements,
    total: int,
    more: Sequence[Button] = (),
) -> Reply:
    """A page with ``rows`` for ``found``; ``said`` are the arguments that ask for the next one."""
    t = request.t
    if not rows:
        return Reply((lines([bold(title), t("Nothing here.")]),))
    buttons = [Button(stored.short_id, Invocation("show", stored.short_id)) for stored in found[:OPENED]]
    left = total - wanted.first(total) - len(rows)
    if left > 0:
        rows = [*rows, t.plural("… and {n} more", "… and {n} more", left)]
        buttons.append(Button(t("More"), Invocation("agreements", with_page(said, wanted.page + 1))))
    return Reply((lines([bold(title), *rows]), Buttons((*buttons, *more))))


AGREEMENTS = Command(
    name="agreements",
    names={"tr": ("protokoller", "anlasmalar")},
    help=N_("Agreements: ending soon, approval missing"),
    usage=N_("/agreements\n/agreements expiring\n/agreements missing\n/agreements Skopje"),
    parse=read_list,
    handle=list_agreements,
    words=("agreements", "protokoller"),
)
