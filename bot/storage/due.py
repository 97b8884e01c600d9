"""What a pass says besides what is ahead: tasks that are due or overdue, and visits whose papers are asked for."""

from datetime import date

from sqlalchemy import Connection

from bot.domain.tasks import Task, reminder_due
from bot.domain.visits import ASKED_AFTER, STILL_ASKED, Visit, asks_for_papers
from bot.storage.records import load_records
from bot.storage.tasks import OpenTasks, find_open_tasks
from bot.storage.visits import find_lacking_papers

BOUND = 500
"""So many tasks, and so many visits, are looked at in a pass."""


def tasks_due(db: Connection, team_id: int, *, since: date, today: date) -> dict[int, date]:
    """The tasks of which a pass on ``today`` reminds, each with its day."""
    ids = find_open_tasks(db, team_id, OpenTasks(due_until=today), limit=BOUND)
    due: dict[int, date] = {}
    for stored in load_records(db, team_id, ids):
        task, period = stored.record.details, stored.record.period
        if isinstance(task, Task) and period and reminder_due(task, period.end, today, since=since):
            due[stored.id] = period.end
    return due


def papers_due(db: Connection, team_id: int, *, since: date, today: date) -> dict[int, date]:
    """The visits whose papers a pass on ``today`` asks for, each with its last day."""
    first, last = today - ASKED_AFTER[-1] - STILL_ASKED, today - ASKED_AFTER[0]
    ids = find_lacking_papers(db, team_id, ended_from=first, ended_until=last, limit=BOUND)
    due: dict[int, date] = {}
    for stored in load_records(db, team_id, ids):
        visit, period = stored.record.details, stored.record.period
        if isinstance(visit, Visit) and period and asks_for_papers(visit, period, today, since=since):
            due[stored.id] = period.end
    return due
