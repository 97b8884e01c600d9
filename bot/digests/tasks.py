"""Tasks that are due this week or overdue; and once a month how many visits lack their papers."""

from bot.cards.tasks import done_button, task_line
from bot.digests.section import Edition, Part
from bot.message import Invocation
from bot.reply import Button
from bot.storage.records import load_records
from bot.storage.tasks import OpenTasks, count_open_tasks, find_open_tasks
from bot.storage.visits import count_lacking_papers, papers_days


def tasks_due(edition: Edition) -> Part | None:
    """The most urgent first; what is overdue says by how much."""
    wanted = OpenTasks(owner_id=edition.member_id, due_until=edition.until)
    ids = find_open_tasks(edition.db, edition.team.id, wanted, limit=edition.most)
    if not ids:
        return None
    found = load_records(edition.db, edition.team.id, ids)
    view = edition.view(found)
    rows = tuple(task_line(stored, view, owner=edition.member_id is None) for stored in found)
    more = count_open_tasks(edition.db, edition.team.id, wanted) - len(rows)
    show = Button(edition.t("Tasks"), Invocation("tasks", "mine" if edition.member_id is not None else ""))
    return Part(
        edition.t("Tasks due and overdue"),
        rows,
        more=more,
        buttons=(done_button(found[0], edition.t, named=True), show),
    )


def papers_lacking(edition: Edition) -> Part | None:
    """Once a month, as a count. In a digest of what is somebody's own, of their visits."""
    if not edition.first_of_month:
        return None
    start, end = papers_days(edition.today)
    count = count_lacking_papers(
        edition.db, edition.team.id, ended_from=start, ended_until=end, owner_id=edition.member_id
    )
    if not count:
        return None
    t = edition.t
    show = Button(t("Papers not on record"), Invocation("tasks", "papers"))
    return Part("", (t("Visits without programme, purpose or outcome: {n}", n=count),), buttons=(show,))
