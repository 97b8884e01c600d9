"""``/me``: what the speaker has to do and to look after, on one screen."""

from collections.abc import Sequence

from bot.cards.records import line_of
from bot.cards.tasks import done_button, task_line
from bot.cards.values import View
from bot.domain.records import StoredRecord
from bot.handlers.partnership import view_of
from bot.i18n import N_
from bot.message import Invocation
from bot.reply import Block, Button, Buttons, Reply, bold, lines
from bot.request import Request
from bot.router import Command
from bot.storage.mine import find_my_agreements, find_my_visits
from bot.storage.records import load_records
from bot.storage.tasks import OpenTasks, count_open_tasks, find_open_tasks

TASKS = 5
OTHERS = 3
BUTTONS = 3


def mine(request: Request, _arguments: None) -> Reply:
    """My open tasks, my visits and events ahead, my agreements."""
    t, own = request.t, request.actor.member_id
    blocks, buttons = my_tasks(request)
    visits = _load(request, find_my_visits(request.db, request.team_id, own, ends_from=request.today, limit=OTHERS + 1))
    agreements = _load(request, find_my_agreements(request.db, request.team_id, own, limit=OTHERS + 1))
    view = view_of(request, [*visits, *agreements])
    for title, found in ((t("My visits and events"), visits), (t("My agreements"), agreements)):
        if found:
            blocks.append(lines([bold(title), *_rows(found, view)]))
    if not blocks:
        nothing = t("Nothing is yours at the moment.")
        return Reply((lines([bold(nothing), t("/take V12 makes you its owner, /task logs a task.")]),))
    if buttons:
        blocks.append(Buttons(tuple(buttons)))
    return Reply(tuple(blocks))


def my_tasks(request: Request) -> tuple[list[Block], list[Button]]:
    """The speaker's most urgent tasks, and buttons to mark them as done; nothing where none is open."""
    t = request.t
    search = OpenTasks(owner_id=request.actor.member_id)
    found = _load(request, find_open_tasks(request.db, request.team_id, search, limit=TASKS))
    if not found:
        return [], []
    total = count_open_tasks(request.db, request.team_id, search)
    view = view_of(request, found)
    rows = [task_line(stored, view, owner=False) for stored in found]
    buttons = [done_button(stored, t, named=True) for stored in found[:BUTTONS]]
    if total > len(found):
        rows.append(t.plural("… and {n} more", "… and {n} more", total - len(found)))
        buttons.append(Button(t("All my tasks"), Invocation("tasks", "mine")))
    return [lines([bold(f"{t('My tasks')} · {total}"), *rows])], buttons


def _rows(found: Sequence[StoredRecord], view: View) -> list[str]:
    rows = [line_of(stored, view) for stored in found[:OTHERS]]
    return [*rows, "…"] if len(found) > OTHERS else rows


def _load(request: Request, ids: Sequence[int]) -> list[StoredRecord]:
    return load_records(request.db, request.team_id, ids)


ME = Command(
    name="me",
    names={"tr": ("ben", "bende")},
    help=N_("What is mine: tasks, visits, agreements"),
    usage=N_("/me"),
    parse=lambda text, request: None,
    handle=mine,
)
