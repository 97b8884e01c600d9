"""``/upcoming``: the visits and events from today on."""

from datetime import date

from bot.cards.agenda import agenda_lines, title_of
from bot.domain.agenda import grouped, span_of
from bot.domain.records import Kind
from bot.handlers.partnership import view_of
from bot.i18n import N_
from bot.message import Invocation
from bot.parsing.agenda import Upcoming, read_upcoming
from bot.parsing.pages import with_page
from bot.reply import Block, Button, Buttons, Reply, bold, lines
from bot.request import Request
from bot.router import Command
from bot.storage.records import load_records
from bot.storage.search import Search, count_records, find_records

PAGE = 15


def upcoming(request: Request, wanted: Upcoming) -> Reply:
    """What begins or goes on within the period, the next first; undated ones are left out."""
    t = request.t
    span = span_of(wanted.period, request.today)
    search = Search(
        kinds=(Kind.VISIT, Kind.EVENT), starts_until=span.end, ends_from=span.start, dated=True, ascending=True
    )
    total = count_records(request.db, request.team_id, search)
    title = title_of(span.start, span.end, span.asked, t)
    if not total:
        return Reply((lines([bold(title), t("Nothing is planned."), *_advice(request, wanted)]),))
    start = min((wanted.page - 1) * PAGE, (total - 1) // PAGE * PAGE)
    ids = find_records(request.db, request.team_id, search, limit=start + PAGE)[start:]
    found = load_records(request.db, request.team_id, ids)
    rows = agenda_lines(grouped(found, span), view_of(request, found))
    blocks: list[Block] = []
    if more := total - start - len(found):
        rows.append(t.plural("… and {n} more", "… and {n} more", more))
        button = Button(t("More"), Invocation("upcoming", with_page(wanted.text, start // PAGE + 2)))
        blocks.append(Buttons((button,)))
    return Reply((lines([bold(title), *rows]), *blocks))


def _advice(request: Request, wanted: Upcoming) -> list[str]:
    t, year = request.t, request.today.year + 1
    looked_at = wanted.period and wanted.period.start <= date(year, 1, 1) and wanted.period.end >= date(year, 12, 31)
    texts = [] if looked_at else [t("Another time: /upcoming {year}", year=year)]
    texts.append(t("To log one: /visit Tirana 3 May {year}", year=year))
    return texts


UPCOMING = Command(
    name="upcoming",
    names={"tr": ("takvim", "yaklasan", "ajanda")},
    help=N_("Visits and events ahead"),
    usage=N_("/upcoming\n/upcoming October 2026\n/upcoming this month"),
    parse=lambda text, request: read_upcoming(text, request.context),
    handle=upcoming,
    words=("upcoming", "takvim"),
)
