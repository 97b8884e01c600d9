"""The fourth level: from one date to another, whatever form each has, and from or until one."""

from datetime import date, timedelta

from bot.domain.periods import Period, Precision
from bot.parsing.dates.grammar import Found, Rule
from bot.parsing.dates.month_days import day_from
from bot.parsing.dates.stated import NotMeant, Stated, Unsettled, check_weekday, month_of, range_of, settle, the_year
from bot.parsing.dates.units import next_weekday

_MONTHS = ("month_period", "numeric_month", "month")
_PARTS = (*_MONTHS, "week", "part_period")
_YEARS = ("year_period", "year")
_ANY = ("date", *_PARTS, *_YEARS)


def _end(found: Found, side: str) -> Stated:
    kind, value = found.kind(side), found[side]
    if kind == "month":
        return month_of(value, None)
    if kind == "year":
        return the_year(value)
    if kind == "weekday":
        return Period.day(next_weekday(found.context.today, value))
    stated: Stated = value
    return stated


def _range(found: Found) -> Stated:
    return range_of(_end(found, "a"), _end(found, "b"))


def _both(found: Found) -> Period:
    """Two dates: from one to the other where they follow on each other, else asked."""
    today = found.context.today
    first, second = (settle(_end(found, side), today) for side in "ab")
    if second < first:
        raise Unsettled(first, second)
    whole = Period(first.start, second.end, first.precision)
    if second.start - first.end != timedelta(days=1):
        raise Unsettled(whole, first, second)
    return whole


def _either(found: Found) -> Period:
    today = found.context.today
    raise Unsettled(*(settle(_end(found, side), today) for side in "ab"))


def _weekdays(found: Found) -> Period:
    start = next_weekday(found.context.today, found["a"])
    return Period(start, next_weekday(start, found["b"]))


def _on_weekday(found: Found) -> Stated:
    """ "Two months from today on Tuesday": asked where that is another day of the week."""
    return check_weekday(settle(found["date"], found.context.today), [found["weekday"]], found.context.today)


def _to_weekday(found: Found) -> Period:
    start = settle(found["date"], found.context.today)
    return Period(start.start, next_weekday(start.end, found["weekday"]))


def _from_weekday(found: Found) -> Period:
    start = Period.day(next_weekday(found.context.today, found["weekday"]))
    return Period(start.start, settle(found["date"], start.start).end)


def _to_day(found: Found) -> Period:
    start = settle(found["date"], found.context.today)
    return Period(start.start, day_from(start, found["day"]).end)


def _to_short_year(found: Found) -> Period:
    """ "1910-30": up to a year of the same century; "2016/17": the year after. Else it is a decision's number."""
    year, short = found["year"], found["short_year"]
    end = year - year % 100 + short
    if not year < end <= year + (1 if "slash" in found else 20):
        raise NotMeant
    return Period(the_year(year).start, the_year(end).end, the_year(end).precision)


def _open(start: date, end: date, stated: Period) -> Period:
    exact = stated.precision in (Precision.MONTH, Precision.YEAR)
    return Period(start, end, stated.precision if exact else Precision.DAY)


def _is_range(period: Period) -> bool:
    """Days with two ends: "from 3 to 5 May", however many words say so, is not open."""
    return period.precision is Precision.DAY and not period.is_one_day


def _until(found: Found) -> Period:
    stated = settle(_end(found, "a"), found.context.today)
    if _is_range(stated):
        return stated
    return _open(date.min, stated.end, stated)


def _since(found: Found) -> Period:
    stated = settle(_end(found, "a"), found.context.today)
    if _is_range(stated):
        return stated
    return _open(stated.start, date.max, stated)


def _before(found: Found) -> Period:
    stated = settle(_end(found, "a"), found.context.today)
    return _open(date.min, stated.start - timedelta(days=1), stated)


def _after(found: Found) -> Period:
    stated = settle(_end(found, "a"), found.context.today)
    return _open(stated.end + timedelta(days=1), date.max, stated)


def _beyond(found: Found) -> Period:
    return _after(found) if found["way"] > 0 else _before(found)


def _one_of(side: str, *kinds: str) -> str:
    return "(" + "|".join(f"<{side}={kind}>" for kind in kinds) + ")"


def _forms(produces: str, a: str, b: str) -> tuple[Rule, ...]:
    return (
        Rule(produces, f"from? {a} comma? (dash|dots|slash|to) the? {b}", _range),
        Rule(produces, f"between the? {a} (dash|and|to) the? {b}", _range),
        Rule(produces, f"{a} abl {b} dat? until?", _range),
        Rule(produces, f"{a} (dash|and|to|ins)? {b} on_day? among", _range),
    )


_STATED = _one_of("a", *_ANY, "weekday")

RULES = (
    *_forms("date", _one_of("a", "date"), _one_of("b", *_ANY)),
    *_forms("date", _one_of("a", *_ANY), _one_of("b", "date")),
    *_forms("part_period", _one_of("a", *_PARTS), _one_of("b", "week", "part_period")),
    *_forms("part_period", _one_of("a", "week", "part_period"), _one_of("b", *_PARTS)),
    *_forms("month_period", _one_of("a", *_MONTHS), _one_of("b", *_MONTHS)),
    *_forms("month_period", _one_of("a", *_MONTHS), _one_of("b", *_YEARS)),
    *_forms("month_period", _one_of("a", *_YEARS), _one_of("b", *_MONTHS)),
    *_forms("year_period", _one_of("a", *_YEARS), _one_of("b", *_YEARS)),
    Rule("year_period", "from? <year> (dash|<slash>) <short_year> (?!month|full_stop|slash)", _to_short_year),
    Rule("date", "<date> on <weekday>", _on_weekday),
    Rule("date", "<a=date> loc begun <b=date>", _range),
    Rule("date", "<a=date> loc? arriving_behind (comma|and)? <b=date> loc? leaving_behind", _range),
    Rule("date", "arriving? on? <a=date> (and|comma|dash)? leaving on? <b=date>", _range),
    Rule("date", "<a=date> and <b=date> (?!among|on_day)", _both),
    Rule("date", f"{_STATED} or {_one_of('b', *_ANY, 'weekday')}", _either),
    Rule("year_period", "(<a=year>|<a=year_period>) and (<b=year>|<b=year_period>) (?!among|year_word)", _both),
    Rule("date", "from? <date> (dash|to) <weekday>", _to_weekday),
    Rule("date", "from? <date> (dash|to) the? <day> (?!month|other|unit)", _to_day),
    Rule("date", "<date> abl <day> dat until?", _to_day),
    Rule("date", "<date> abl <weekday> dat until?", _to_weekday),
    Rule("date", "<weekday> abl <date> dat until?", _from_weekday),
    Rule("date", "(from? <a=weekday> (dash|to)|between <a=weekday> and) <b=weekday>", _weekdays),
    Rule("date", "<a=weekday> abl <b=weekday> dat until?", _weekdays),
    Rule("open_period", f"until_before the? {_STATED}", _until),
    Rule("open_period", f"{_STATED} dat until", _until),
    Rule("open_period", f"from the? {_STATED} onward", _since),
    Rule("open_period", f"since_word the? {_STATED}", _since),
    Rule("open_period", f"{_STATED} (abl|s)? shift? since", _since),
    Rule("open_period", f"before_word the? {_STATED}", _before),
    Rule("open_period", f"after_word the? {_STATED}", _after),
    Rule("open_period", f"{_STATED} <way=after_behind>", _beyond),
    Rule("open_period", f"{_STATED} abl ago", _before),
    Rule("open_period", f"{_STATED} abl later", _after),
)
