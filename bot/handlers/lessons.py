"""``/lessons``: what was learnt, of a theme, of a partner, or all; the newest first."""

from bot.cards.records import line_of
from bot.handlers.partnership import view_of
from bot.i18n import N_
from bot.message import Invocation
from bot.parsing.lessons import AskLessons, read_lessons
from bot.parsing.pages import with_page
from bot.parsing.theme_names import theme_forms, theme_label
from bot.reply import Button, Buttons, Reply, bold, lines
from bot.request import Request
from bot.router import Command
from bot.storage.records import load_records
from bot.storage.search import Search, count_records, find_records
from bot.storage.themes import own_names, themes_in_use

PAGE = 8
THEMES = 3


def lessons(request: Request, wanted: AskLessons) -> Reply:
    """One line a lesson."""
    t = request.t
    own = own_names(request.db, request.team_id) if wanted.themes else {}
    search = Search(
        note_kinds=wanted.kinds,
        themes=[theme_forms(theme, own) for theme in wanted.themes],
        partner_id=wanted.partner.id if wanted.partner else None,
    )
    total = count_records(request.db, request.team_id, search)
    said = [theme_label(theme, t.language) for theme in wanted.themes]
    if wanted.partner:
        said.append(wanted.partner.name_in(t.language))
    elif wanted.text and not said:
        said.append(wanted.text[:60])
    title = " · ".join([t("Lessons"), *said])
    if not total:
        return Reply(
            (lines([bold(title), t("No lesson yet. To log one: /lesson Tirana: a second interpreter is a must")]),)
        )
    start = min((wanted.page - 1) * PAGE, (total - 1) // PAGE * PAGE)
    found = load_records(
        request.db, request.team_id, find_records(request.db, request.team_id, search, limit=start + PAGE)[start:]
    )
    view = view_of(request, found)
    rows = [line_of(stored, view) for stored in found]
    buttons = [Button(stored.short_id, Invocation("show", stored.short_id)) for stored in found[:4]]
    if more := total - start - len(found):
        rows.append(t.plural("… and {n} more", "… and {n} more", more))
        buttons.append(Button(t("More"), Invocation("lessons", with_page(wanted.text, start // PAGE + 2))))
    if not wanted.text and total > len(found):
        used = themes_in_use(request.db, request.team_id, limit=THEMES, note_kinds=wanted.kinds)
        buttons += [Button(f"#{theme}", Invocation("lessons", f"theme: {theme}")) for theme, _ in used]
    return Reply((lines([bold(title), *rows]), Buttons(tuple(buttons))))


LESSONS = Command(
    name="lessons",
    names={"tr": ("dersler",)},
    help=N_("What was learnt, by theme or partner"),
    usage=N_("/lessons\n/lessons #environment\n/lessons Tirana\n/lessons good practice"),
    parse=lambda text, request: read_lessons(text, request.context),
    handle=lessons,
)
