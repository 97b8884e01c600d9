"""``/task``, ``/tasks`` and ``/done``: tasks are logged, shown, listed and done."""

from collections.abc import Sequence
from dataclasses import replace
from datetime import date, timedelta
from typing import Any

from bot.cards.records import line_of
from bot.cards.tasks import done_button, done_line, paper_names, task_line
from bot.domain.records import Kind, Link, Record, StoredRecord, read_short_id
from bot.domain.tasks import Task
from bot.domain.visits import Visit, papers_wanted
from bot.errors import BotError
from bot.folding import fold
from bot.handlers.edits import VoidRecord
from bot.handlers.nouns import log_record, noun_command
from bot.handlers.partnership import view_of
from bot.handlers.records import read_record
from bot.i18n import N_, Translator
from bot.message import Invocation
from bot.parsing.dates import format_day
from bot.parsing.pages import with_page
from bot.parsing.tasks import ListTasks, LogTask, Scope, read_list, read_task, read_tasks
from bot.permissions import Permission
from bot.reply import Block, Button, Buttons, Reply, Span, bold, lines
from bot.request import Request
from bot.router import Command
from bot.storage.partners import load_partners
from bot.storage.records import load_records
from bot.storage.tasks import OpenTasks, count_open_tasks, find_open_tasks
from bot.storage.visits import count_lacking_papers, find_lacking_papers, papers_days

_DONE_WORDS = frozenset({"done", "ok", "ready", "finished", "tamam", "tamamlandi", "bitti", "oldu", "yapildi"})
PAGE = 8
BUTTONS = 4


class NoTask(BotError):
    """A record that is no task cannot be done."""

    text = N_("{id} is no task.")
    advice = N_("/tasks lists them.")


class DoneAlready(BotError):
    """The task is done."""

    text = N_("{id} is done already.")


def log_task(request: Request, arguments: LogTask) -> Reply:
    """Store a task: nobody's name makes it the speaker's own; one about a record belongs to its partners."""
    about = arguments.about
    ids = dict.fromkeys(link.partner_id for link in about.record.links) if about else {}
    partners = load_partners(request.db, request.team_id, ids)
    record = Record(
        details=Task(text=arguments.text, about=about.short_id if about else ""),
        period=arguments.period,
        links=tuple(Link(id_) for id_ in ids if id_ in partners),
        themes=arguments.themes,
        owner_id=arguments.owner_id or request.actor.member_id,
    )
    return log_record(request, record, partners)


# Done --------------------------------------------------------------------------------------------------------


def is_done(text: str, short_id: str) -> bool:
    """Whether plain text that answers a card says that its task is done."""
    named = read_short_id(short_id)
    return named is not None and named[0] is Kind.TASK and fold(text) in _DONE_WORDS


def read_done(text: str, request: Request) -> StoredRecord | ListTasks:
    """A task by its id; nothing shows one's own. Raises ``NoSuchRecord`` and ``NoTask``."""
    if not text:
        return ListTasks(Scope.MINE)
    stored = read_record(text, request)
    if not isinstance(stored.record.details, Task):
        raise NoTask(id=stored.short_id)
    return stored


def done(request: Request, arguments: StoredRecord | ListTasks) -> Reply:
    """Mark a task as done. Raises ``DoneAlready`` and ``VoidRecord``."""
    if isinstance(arguments, ListTasks):
        return list_tasks(request, arguments)
    stored = arguments
    task = stored.record.details
    if not isinstance(task, Task):
        raise NoTask(id=stored.short_id)
    if stored.voided_at:
        raise VoidRecord(id=stored.short_id)
    if task.done_on is not None:
        raise DoneAlready(id=stored.short_id)
    finished = replace(task, done_on=request.today, done_by=request.actor.name)
    stored = request.changes.edit(stored, replace(stored.record, details=finished))
    undo = Button(request.t("Undo"), Invocation("undo", str(request.changes.id)))
    head = bold(f"✓ {stored.short_id} · {task.text}")
    return Reply((lines([head, done_line(finished, request.t)]), Buttons((undo,))), record_id=stored.id, replaces=True)


# Lists -------------------------------------------------------------------------------------------------------


def list_tasks(request: Request, wanted: ListTasks) -> Reply:
    """The open tasks, the most urgent first, or the visits that lack papers."""
    if wanted.scope is Scope.PAPERS:
        return list_papers(request, wanted)
    t = request.t
    search = OpenTasks(
        owner_id=request.actor.member_id if wanted.scope is Scope.MINE else None,
        due_until=request.today - timedelta(days=1) if wanted.scope is Scope.OVERDUE else None,
    )
    titles = {Scope.ALL: t("Open tasks"), Scope.MINE: t("My tasks"), Scope.OVERDUE: t("Overdue tasks")}
    total = count_open_tasks(request.db, request.team_id, search)
    start = min((wanted.page - 1) * PAGE, max(total - 1, 0) // PAGE * PAGE)
    ids = find_open_tasks(request.db, request.team_id, search, limit=PAGE, offset=start)
    found = load_records(request.db, request.team_id, ids)
    view = view_of(request, found)
    rows = [task_line(stored, view, owner=wanted.scope is not Scope.MINE) for stored in found]
    if not total:
        rows = [t("Nothing is open."), t("To log one: /task thank-you letter friday")]
    buttons = [done_button(stored, t, named=True) for stored in found[:BUTTONS]]
    return _page(
        request,
        f"{titles[wanted.scope]} · {total}" if total else titles[wanted.scope],
        rows,
        buttons,
        more=total - start - len(found),
        scope=wanted.scope,
        page=start // PAGE + 1,
        papers=wanted.scope is Scope.ALL,
    )


def list_papers(request: Request, wanted: ListTasks) -> Reply:
    """The technical and study visits of the last years without programme, purpose or outcome, the latest first."""
    t = request.t
    first, last = papers_days(request.today)
    total = count_lacking_papers(request.db, request.team_id, ended_from=first, ended_until=last)
    start = min((wanted.page - 1) * PAGE, max(total - 1, 0) // PAGE * PAGE)
    ids = find_lacking_papers(request.db, request.team_id, ended_from=first, ended_until=last, limit=start + PAGE)
    ids = ids[start:]
    found = load_records(request.db, request.team_id, ids)
    view = view_of(request, found)
    rows = []
    for stored in found:
        details = stored.record.details
        if isinstance(details, Visit):
            missing = paper_names(papers_wanted(details), t)
            rows.append(line_of(stored, view))
            rows.append("  " + t("Not on record: {papers}", papers=missing))
    if not total:
        rows = [t("No technical or study visit that ended by {date} lacks papers.", date=_day(last, t))]
    buttons = [Button(stored.short_id, Invocation("show", stored.short_id)) for stored in found[:BUTTONS]]
    title = t("Papers not on record")
    return _page(
        request,
        f"{title} · {total}" if total else title,
        rows,
        buttons,
        more=total - start - len(found),
        scope=Scope.PAPERS,
        page=start // PAGE + 1,
    )


def _page(
    request: Request,
    title: str,
    rows: Sequence[str],
    buttons: list[Button],
    *,
    more: int,
    scope: Scope,
    page: int,
    papers: bool = False,
) -> Reply:
    t = request.t
    shown: list[str | Span] = [bold(title), *rows]
    if more > 0:
        shown.append(t.plural("… and {n} more", "… and {n} more", more))
        text = "" if scope is Scope.ALL else scope.value
        buttons.append(Button(t("More"), Invocation("tasks", with_page(text, page + 1))))
    lacking = _lacking(request) if papers else 0
    if lacking:
        shown.append(t.plural("{n} visit lacks papers", "{n} visits lack papers", lacking))
        buttons.append(Button(t("Papers"), Invocation("tasks", Scope.PAPERS.value)))
    blocks: list[Block] = [lines(shown)]
    if buttons:
        blocks.append(Buttons(tuple(buttons)))
    return Reply(tuple(blocks))


def _day(day: date, t: Translator) -> str:
    return format_day(day, t.language, weekday=False)


def _lacking(request: Request) -> int:
    first, last = papers_days(request.today)
    return count_lacking_papers(request.db, request.team_id, ended_from=first, ended_until=last)


def _read_any(text: str, request: Request) -> Any:
    if found := read_list(text):
        return found
    return _NOUN.parse(text, request)


def _handle_any(request: Request, arguments: Any) -> Reply:
    if isinstance(arguments, ListTasks):
        return list_tasks(request, arguments)
    return _NOUN.handle(request, arguments)


_NOUN = noun_command(
    Kind.TASK,
    names={"tr": ("takip", "is", "yapilacak", "gorev")},
    help=N_("Log a task, and list what is open"),
    usage=N_(
        "/task thank-you letter friday\n"
        "/task minutes @ayşe 12 June for V12\n"
        "/task mine, /task overdue, or /task for all that are open\n"
        "/done T9"
    ),
    read=lambda text, request: read_task(text, request.context),
    log=log_task,
)
TASK = replace(_NOUN, parse=_read_any, handle=_handle_any)
TASKS = Command(
    name="tasks",
    names={"tr": ("isler", "takipler")},
    help=N_("Open tasks: all, mine, overdue"),
    usage=N_("/tasks\n/tasks mine\n/tasks overdue\n/tasks papers: visits without programme or outcome"),
    parse=lambda text, request: read_tasks(text),
    handle=list_tasks,
)
DONE = Command(
    name="done",
    names={"tr": ("tamam", "tamamlandi", "bitti")},
    help=N_("Mark a task as done"),
    usage=N_("/done T9, or the button on its card"),
    parse=read_done,
    handle=done,
    permission=Permission.WRITE,
)
