"""The second level: a day, week or part of a longer period: "last Monday of March", "15 of next month", "mid 2026"."""

from collections.abc import Callable
from datetime import timedelta

from bot.domain.periods import Period
from bot.errors import EndBeforeStart
from bot.parsing.dates.grammar import Build, Found, Rule
from bot.parsing.dates.stated import (
    NotMeant,
    Stated,
    Unsettled,
    Yearly,
    coming,
    day_of,
    month_of,
    nearest_weekday,
    settle,
    the_day,
    the_month,
    the_year,
)
from bot.parsing.dates.units import (
    Duration,
    nth_weekday,
    season_of,
    unit_of,
)

MONTH = "(<whole=month_period>|<whole=month>|<whole=numeric_month>)"
YEAR = "(<whole=year_period>|<whole=year> (year_word acc?)?)"
WHOLE = f"({MONTH}|{YEAR})"
_WEEKEND = "(weekend_word|week_word end_word)"
NTH = "(<nth=ordinal>|<nth=last_word>|<nth=count> full_stop)"
NTH_BEHIND = "(<nth=ordinal>|<nth=last_word>)"
OF = "(of|comma|dash|on)? the?"


def _whole(found: Found) -> Stated:
    """The period that something is a part of; where only its unit was named ("of the month"), the one of today."""
    if "whole" not in found:
        return unit_of("year" if "count" in found or "first" in found else "month", found.context.today)
    kind, value = found.kind("whole"), found["whole"]
    if kind == "month":
        return month_of(value, None)
    if kind == "year":
        return the_year(value)
    if kind == "unit":
        return unit_of(value, found.context.today)
    stated: Stated = value
    return stated


def inside(part: Callable[[Period, Found], Period]) -> Build:
    """A rule's value: ``part`` of the period, or of the one of each year."""

    def build(found: Found) -> Stated:
        whole = _whole(found)
        if isinstance(whole, Yearly):
            return Yearly(lambda year: part(whole.in_year(year), found))
        return part(whole, found)

    return build


def planned(part: Callable[[Period, Found], Period]) -> Build:
    """As ``inside``, but without a year it is the coming one."""
    one = inside(part)
    return lambda found: coming(one(found), found.context.today)


def _same(whole: Period, found: Found) -> Period:
    return whole


def _nth_weekday(whole: Period, found: Found) -> Period:
    return Period.day(nth_weekday(whole, found["weekday"], found["nth"]))


def _nth_days(whole: Period, found: Found) -> Period:
    """ "First ten days", "last two weeks" of a period."""
    length, nth = found["duration"], found["nth"]
    if length == Duration():
        raise NotMeant
    if nth == 1:
        return Period(whole.start, min(whole.end, length.after(whole.start) - timedelta(days=1)))
    if nth == -1:
        return Period(max(whole.start, length.after(whole.end, -1) + timedelta(days=1)), whole.end)
    raise NotMeant


def _nth_day(whole: Period, found: Found) -> Period:
    nth = found["nth"]
    day = whole.end if nth < 0 else whole.start + timedelta(days=nth - 1)
    if not whole.start <= day <= whole.end:
        raise NotMeant
    return Period.day(day)


def _nth_month(whole: Period, found: Found) -> Period:
    return the_month(whole.start.year, found["nth"] if found["nth"] > 0 else 12)


def _nth_weekend(whole: Period, found: Found) -> Period:
    saturday = nth_weekday(whole, 5, found["nth"])
    return Period(saturday, saturday + timedelta(days=1))


def _rest(whole: Period, found: Found) -> Period:
    return Period(min(whole.end, max(whole.start, found.context.today)), whole.end)


def _day_in(whole: Period, found: Found) -> Period:
    return Period.day(the_day(whole.start.year, whole.start.month, found["day"]))


def _days_in(whole: Period, found: Found) -> Period:
    start, end = (the_day(whole.start.year, whole.start.month, found[name]) for name in "ab")
    if end < start:
        raise EndBeforeStart(start=Period.day(start), end=Period.day(end))
    return Period(start, end)


def _month_in(whole: Period, found: Found) -> Period:
    return the_month(whole.start.year, found["named"])


def _day_in_year(found: Found) -> Stated:
    year = _whole(found)
    if isinstance(year, Yearly):
        raise NotMeant
    return day_of(found["month"], found["day"], year.start.year)


def _date_in(found: Found) -> Stated:
    date: Stated = found["date"]
    year = _whole(found)
    if isinstance(date, Period) or isinstance(year, Yearly):
        raise NotMeant
    return date.in_year(year.start.year)


def _season_in(found: Found) -> Period:
    year = _whole(found)
    if isinstance(year, Yearly):
        raise NotMeant
    return season_of(year.start.year, found["season"])


def planned_day(found: Found) -> Period:
    today = found.context.today
    return settle(found["date"], today)


def _weekend_with(found: Found) -> Period:
    return unit_of("weekend", planned_day(found).start)


def _closest(found: Found) -> Stated:
    return Period.day(nearest_weekday(planned_day(found).start, found["weekday"]))


def _shifted_date(found: Found) -> Period:
    """ "Next 6th of April", "last 6 April"."""
    date, today, shift = found["date"], found.context.today, found["shift"]
    if isinstance(date, Period):
        return date
    days = [date.in_year(today.year + n) for n in (-1, 0, 1)]
    if shift > 0:
        return Period(*min((day.start, day.end) for day in days if day.start > today))
    if shift < 0:
        return Period(*max((day.start, day.end) for day in days if day.end < today))
    return Period(days[1].start, days[1].end)


def _month_after_next(found: Found) -> Period:
    today = found.context.today
    coming = [the_month(today.year + n, found["month"]) for n in range(4)]
    return [month for month in coming if month.start > today][1]


def _second_beside(found: Found) -> Stated:
    """ "This Friday (15 June)": the date in numbers holds. Raises ``Unsettled`` where the weekdays contradict."""
    first, second = settle(found["a"], found.context.today), settle(found["b"], found.context.today)
    if first.start.weekday() != second.start.weekday():
        raise Unsettled(second, first)
    return second


_AT_END = "(?!other|count|month|unit|open)"

RULES = (
    # The n-th weekday or week, so many days, of a month or year.
    Rule("date", f"the? {NTH} <weekday> acc? {OF} {WHOLE}", planned(_nth_weekday)),
    Rule("date", f"the? {NTH} <weekday> {OF} <whole=unit>", planned(_nth_weekday)),
    Rule("date", f"{WHOLE} gen? {NTH} <weekday> acc?", planned(_nth_weekday)),
    Rule("date", f"<whole=unit> gen {NTH} <weekday> acc?", planned(_nth_weekday)),
    Rule("date", "(?<!then) the? <nth=ordinal> <weekday> acc?", planned(_nth_weekday)),
    Rule("date", f"the? {NTH} <duration> {OF} ({WHOLE}|<whole=unit>)", inside(_nth_days)),
    Rule("date", f"{WHOLE} gen? {NTH} <duration> acc?", inside(_nth_days)),
    Rule("date", f"the? {NTH} day_word of the? ({WHOLE}|<whole=week>|<whole=unit>)", planned(_nth_day)),
    Rule("date", f"({WHOLE}|<whole=week>|<whole=unit>) gen? {NTH} (day_word|on_day) acc?", planned(_nth_day)),
    Rule("date", f"the? {NTH} {_WEEKEND} of the? ({WHOLE}|<whole=unit>)", planned(_nth_weekend)),
    Rule("date", f"({WHOLE}|<whole=unit>) gen? {NTH} {_WEEKEND}", planned(_nth_weekend)),
    Rule("date", f"the? {_WEEKEND} of the? <date>", _weekend_with),
    Rule("date", f"the? rest of the? ({WHOLE}|<whole=week>|<whole=unit>)", inside(_rest)),
    Rule("date", f"({WHOLE}|<whole=week>|<whole=unit>) gen rest", inside(_rest)),
    # A day of a month that is told from today.
    Rule("date", f"the? <day> ((day_word|on_day) acc?|of_month)? {OF} <whole=month_period>", inside(_day_in)),
    Rule("date", f"<whole=month_period> gen? <day> acc? {_AT_END}", inside(_day_in)),
    Rule("date", f"from? the? <a=day> (dash|to) the? <b=day> {OF} <whole=month_period>", inside(_days_in)),
    Rule("date", f"between the? <a=day> (dash|and) the? <b=day> {OF} <whole=month_period>", inside(_days_in)),
    Rule(
        "date",
        "<whole=month_period> (gen|from)? the? <a=day> full_stop? (dash|to|abl) the? <b=day> full_stop? dat? until?",
        inside(_days_in),
    ),
    Rule("date", "the? <day=ordinal> of the? month_word", inside(_day_in)),
    Rule("date", "on_word the? <day> of the? month_word", inside(_day_in)),
    Rule("date", "month_word gen <day> acc?", inside(_day_in)),
    Rule("date", "month_word gen <a=day> (dash|to|abl) <b=day> dat? until?", inside(_days_in)),
    # Months and days of a year that is told from today.
    Rule("month_period", f"the? {NTH} month_word {OF} {YEAR}", inside(_nth_month)),
    Rule("month_period", f"{YEAR} gen {NTH} month_word acc?", inside(_nth_month)),
    Rule("month_period", f"the? <named=month> {OF} <whole=year_period>", inside(_month_in)),
    Rule("month_period", "<whole=year_period> (loc|gen|of)? <named=month>", inside(_month_in)),
    Rule("date", "<whole=year_period> (loc|gen)? <month> gen? <day> (acc|possessed)?", _day_in_year),
    Rule("month_period", "<whole=year_period> (loc|gen)? <date=month_period>", _date_in),
    Rule("month_period", "the? month_word of? (<whole=month_period>|<whole=month>)", inside(_same)),
    Rule("date", f"<date> {OF} <whole=year_period>", _date_in),
    Rule("date", "<whole=year_period> (loc|gen)? <date>", _date_in),
    Rule("date", "the? <shift> <date>", _shifted_date),
    Rule("part_period", "<whole=year_period> (loc|gen|of)? <season> (acc|loc)?", _season_in),
    Rule("month_period", "<month> after_word the? next", _month_after_next),
    Rule("date", "the? closest <weekday> to the? <date>", _closest),
    # Languages that say "Tuesday the third of", "the week the last of".
    Rule("date", f"the? <weekday> the? {NTH_BEHIND} {OF} {WHOLE}", planned(_nth_weekday)),
    # The same day in two ways.
    Rule("date", "<a=date> open <b=date> close", _second_beside),
)
