"""The last days of agreements in words: on a line of the digest, and the buttons that answer it."""

from dataclasses import dataclass
from datetime import date
from typing import Literal, assert_never

from bot.cards.agenda import without_year
from bot.cards.digest import cut, names_of, owner_of
from bot.cards.values import View
from bot.domain.agreement_terms import end_from
from bot.domain.agreements import Agreement
from bot.domain.periods import Period
from bot.domain.records import StoredRecord
from bot.i18n import Translator
from bot.message import Invocation
from bot.reply import Button


@dataclass(frozen=True, slots=True)
class LastDay:
    """A day of an agreement: the last for notice, its end (ahead, or lately over), or that on which it is signed."""

    record_id: int
    day: date
    what: Literal["notice", "end", "ended", "signing"]


def last_day_line(stored: StoredRecord, last: LastDay, view: View) -> str:
    """ "A15 Kuala Lumpur: notice by 25 May, ends 25 June"."""
    sign = "⚠ " if last.what == "ended" else ""
    return cut(f"{sign}{stored.short_id} {names_of(stored, view)}: {what_is_due(stored, last, view)}{owner_of(stored)}")


def what_is_due(stored: StoredRecord, last: LastDay, view: View) -> str:
    """ "notice by 25 May, ends 25 June"."""
    t = view.t
    day, details = _day(last.day, view), stored.record.details
    renews = isinstance(details, Agreement) and details.renews
    match last.what:
        case "notice":
            ends_on = end_from(details, last.day) if isinstance(details, Agreement) else None
            if ends_on is None:
                return t("notice by {day}", day=day)
            if renews:
                return t("notice by {day}, else renewed {end}", day=day, end=_day(ends_on, view))
            return t("notice by {day}, ends {end}", day=day, end=_day(ends_on, view))
        case "end":
            return t("renewed by itself {day}", day=day) if renews else t("ends {day}", day=day)
        case "ended":
            return t("ended {day}", day=day)
        case "signing":
            return t("to be signed {day}", day=day)
        case _:
            assert_never(last.what)


def _day(day: date, view: View) -> str:
    return without_year(Period.day(day), view.today, view.t)


def last_day_buttons(stored: StoredRecord, last: LastDay, t: Translator) -> tuple[Button, ...]:
    """What can be done about the nearest one; a signature is not put off by us."""
    if last.what == "signing":
        return ()
    shown = stored.short_id
    buttons = [
        Button(t("{id}: renewal started", id=shown), Invocation("renewing", shown)),
        Button(t("{id}: snooze", id=shown), Invocation("snooze", shown)),
    ]
    if not stored.owner:
        buttons.append(Button(t("{id}: take over", id=shown), Invocation("take", shown)))
    return tuple(buttons)
