"""The visits and events ahead, in groups, one line each."""

from collections.abc import Sequence
from datetime import date, timedelta
from functools import lru_cache

from bot.cards.records import summary_of
from bot.cards.values import View
from bot.domain.agenda import Group
from bot.domain.periods import Period, Precision
from bot.domain.records import StoredRecord
from bot.i18n import CLDR_LOCALES, Translator
from bot.parsing.dates import format_day, format_period
from bot.reply import Span, bold


def agenda_lines(groups: Sequence[Group], view: View) -> list[str | Span]:
    """A heading a group, and its records below."""
    rows: list[str | Span] = []
    for group in groups:
        rows.append(bold(_heading(group, view)))
        rows.extend(f"  {_line(stored, group, view)}" for stored in group.records)
    return rows


def _heading(group: Group, view: View) -> str:
    t = view.t
    if not group.is_week:
        return format_period(group.period, t.language, weekday=False)
    monday = view.today - timedelta(days=view.today.weekday())
    days = without_year(group.period, view.today, t)
    if group.period.start == monday:
        return t("This week · {days}", days=days)
    if group.period.start == monday + timedelta(days=7):
        return t("Next week · {days}", days=days)
    return t("Week · {days}", days=days)


def _line(stored: StoredRecord, group: Group, view: View) -> str:
    period = stored.record.period
    what = f"{stored.short_id} {summary_of(stored, view)}"
    if period is None or period == group.period:
        return what
    return f"{_days(period, group.period, view)} · {what}"


def _days(period: Period, within: Period, view: View) -> str:
    """ "Tue 5 May", "5–8 May"; with the year where it is another than the heading's."""
    t = view.t
    days = without_year(period, within.start, t)
    if not period.is_one_day:
        return days
    return t("{weekday} {day}", weekday=short_weekday(period.start, t), day=days)


def short_weekday(day: date, t: Translator) -> str:
    """ "Tue"; "Sal"."""
    return _weekdays(t.language)[day.weekday()]


def without_year(period: Period, reference: date, t: Translator) -> str:
    """Days as printed, without the year if it is that of ``reference``."""
    if period.precision is Precision.WEEK:
        period = Period(period.start, period.end)
    shown = format_period(period, t.language, weekday=False)
    if period.precision is Precision.DAY and period.start.year == period.end.year == reference.year:
        return shown.removesuffix(f" {reference.year}")
    return shown


@lru_cache
def _weekdays(language: str) -> dict[int, str]:
    from babel import Locale  # its data is slow to load

    names = Locale.parse(CLDR_LOCALES[language]).days["format"]["abbreviated"]
    return {number: str(name) for number, name in names.items()}


def title_of(start: date, end: date, asked: Period | None, t: Translator) -> str:
    """What was looked at: the period that was typed, else the days."""
    if asked:
        return t("Visits and events, {period}", period=format_period(asked, t.language, weekday=False))
    return t("Visits and events to {date}", date=format_day(end, t.language, weekday=False))
