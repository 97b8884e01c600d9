"""A task: what is to be done by whom until when; when its owner is reminded, and what usually follows a visit."""

from dataclasses import dataclass
from datetime import date, timedelta
from enum import StrEnum

from bot.domain.periods import Period

WEEK = timedelta(days=7)
FOLLOWED_UP_WITHIN = timedelta(days=30)
"""So long after a visit or event its card offers what usually follows."""
DONE_WITHIN = timedelta(days=7)
"""What usually follows is due so long after the end, or after today if that is later."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Task:
    """The due day is the end of the record's period, the owner the record's.

    ``about`` is the short id of the record that it belongs to ("V12"), if any. ``done_by`` is a member's name.
    """

    text: str
    about: str = ""
    done_on: date | None = None
    done_by: str = ""


class UsualTask(StrEnum):
    """What follows a visit or event, unless the team has said otherwise."""

    LETTER = "letter"
    MINUTES = "minutes"
    GIFT = "gift"


def days_late(due: date | None, today: date) -> int:
    """How many days a task is overdue: 0 on its day and before, and without a day."""
    return max((today - due).days, 0) if due else 0


def reminder_day(due: date | None, today: date) -> date | None:
    """The latest day until ``today`` on which the owner is reminded: the due day, the day after, then once a week."""
    if due is None or today < due:
        return None
    late = (today - due).days
    return due if late == 0 else today - timedelta(days=(late - 1) % WEEK.days)


def reminder_due(task: Task, due: date | None, today: date, *, since: date) -> bool:
    """Whether a pass on ``today`` reminds of the task, where the last pass was on ``since``.

    It does if a day of a reminder fell after ``since``: what a weekend kept from being said is said once.
    """
    if task.done_on is not None:
        return False
    day = reminder_day(due, today)
    return day is not None and day > since


def offers_follow_up(period: Period | None, today: date) -> bool:
    """Whether a visit or event is just over, so that its follow-up is to be seen to."""
    return period is not None and timedelta(0) <= today - period.end <= FOLLOWED_UP_WITHIN


def follow_up_day(period: Period | None, today: date) -> date:
    """When what follows a visit or event is due."""
    return max(period.end if period else today, today) + DONE_WITHIN
