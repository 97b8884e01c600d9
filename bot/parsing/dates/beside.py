"""The third level, too: a day beside a date ("the Monday after 23 April", "izleyen 30. gün"), and working days."""

from datetime import timedelta

from bot.domain.periods import Period
from bot.parsing.dates.grammar import Found, Rule
from bot.parsing.dates.stated import settle
from bot.parsing.dates.units import duration, next_weekday


def _beside(found: Found) -> Period:
    """The day after, or before, a date."""
    period = settle(found["date"], found.context.today)
    return Period.day(period.end + timedelta(days=1) if found["then"] > 0 else period.start - timedelta(days=1))


def _weekday_beside(found: Found) -> Period:
    """ "The Monday after 23 April"."""
    period, weekday = settle(found["date"], found.context.today), found["weekday"]
    if found["then"] > 0:
        return Period.day(next_weekday(period.end + timedelta(days=1), weekday))
    return Period.day(next_weekday(period.start - timedelta(days=7), weekday))


def _workdays_later(found: Found) -> Period:
    return _workdays(found, 1)


def _workdays_ago(found: Found) -> Period:
    return _workdays(found, -1)


def _workdays(found: Found, step: int) -> Period:
    """So many days from Monday to Friday after, or before, today; holidays are not known here."""
    weeks, days = divmod(found["count"], 5)
    day = duration(weeks, "week").after(found.context.today, step)
    while days or day.weekday() > 4:
        day += timedelta(days=step)
        days -= day.weekday() < 5 and days > 0
    return Period.day(day)


def _nth_day_after(found: Found) -> Period:
    return Period.day(settle(found["date"], found.context.today).end + timedelta(days=found["then"] * found["n"]))


_AFTER_IT = "(<then=after_word>|<then=before_word>) the?"

RULES = (
    Rule("date", f"the? day_word {_AFTER_IT} <date>", _beside),
    Rule("date", "<date> (gen|abl) (<then=shift>|<then>) (day_word|on_day) acc?", _beside),
    Rule("date", f"(the? first_word)? the? <weekday> {_AFTER_IT} <date>", _weekday_beside),
    Rule("date", "<date> (abl|gen|acc) <then> first_word? <weekday>", _weekday_beside),
    Rule("date", "(in <count> workday|<count> workday (later|from the? (now|date)))", _workdays_later),
    Rule("date", "<count> workday ago", _workdays_ago),
    Rule("date", "the? <then=eve> the? <date>", _beside),
    Rule("date", "<date> (abl|acc|gen)? <then> <n=count> full_stop? (day_word|on_day)", _nth_day_after),
)
