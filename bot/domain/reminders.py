"""When something is said ahead of its day: on the lead days before the last day of notice, else the end, else a visit.

A chat is passed on working days only, and not at all while nothing runs, so a pass looks at all days since the last
one. It says at most once what came due on them.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, timedelta

VISIT_LEAD = 30
"""Days before a visit from which on it is reminded of: half a year ahead nobody packs."""
SNOOZE = timedelta(days=30)
"""For how long, where nobody says."""


@dataclass(frozen=True, slots=True)
class Snooze:
    """Not before ``until``; None is never again: the renewal has started.

    It is about ``counted_to``, the day that was ahead then. Where that moves, it is a new matter.
    """

    until: date | None
    counted_to: date

    def is_silent(self, on: date, counted_to: date) -> bool:
        """Whether nothing is said on that day."""
        return counted_to == self.counted_to and (self.until is None or on < self.until)


def is_due(counted_to: date, leads: Sequence[int], *, since: date, today: date, snooze: Snooze | None = None) -> bool:
    """Whether a pass on ``today`` reminds of ``counted_to``, where the last pass was on ``since``.

    It does if one of the lead days fell after ``since`` and no later than ``today``, or a snooze ended then. What fell
    while it was snoozed is not made up for, the end of the snooze is said instead. Nothing is said of what is over.
    """
    if not since < today or counted_to < today:
        return False
    if snooze is not None and snooze.counted_to == counted_to:
        if snooze.until is None or today < snooze.until:
            return False
        if since < snooze.until:
            return True
    return any(since < counted_to - timedelta(days=lead) <= today for lead in leads)


def visit_leads(leads: Sequence[int]) -> tuple[int, ...]:
    """Which of a chat's lead times are for visits."""
    return tuple(lead for lead in leads if lead <= VISIT_LEAD)
