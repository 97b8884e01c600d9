"""The first level: a day, a month, or a range written with its months by name ("10–13 September 2015")."""

from datetime import timedelta
from typing import Any

from bot.domain.periods import Period
from bot.errors import EndBeforeStart
from bot.parsing.dates.grammar import Found, Rule
from bot.parsing.dates.numeric import NumericDay, full_year
from bot.parsing.dates.stated import (
    NoSuchDay,
    NotMeant,
    Stated,
    Unsettled,
    Yearly,
    check_weekday,
    day_of,
    month_of,
    range_of,
    settle,
    the_day,
)

_WEEKDAY_BEFORE = "((the? shift)? open? <w1=weekday> (on_day acc?)? close? comma? the?)?"
_WEEKDAY_AFTER = "(comma? open? <w2=weekday> acc? (on_day acc?)? close?)?"
_WEEKDAYS_BEFORE = "(<w1=weekday> dash <w2=weekday> comma?)?"
_WEEKDAYS_AFTER = "(comma? <w3=weekday> dash <w4=weekday> on_day?)?"
_YEAR = "((comma|of|gen)? (<year>|<year=marked_year>))?"
_AT_END = "(?!other|count|month|unit|weekday)"
_TO = "(full_stop? (dash|dots|to) the?)"
_W1, _W2 = "the? <w1=weekday> comma? the?", "<w2=weekday> comma? the?"
_AND = "(full_stop? (dash|to|and) the?)"


def _year(found: Found, name: str = "year") -> int | None:
    year: int | None = found.get(name)
    return full_year(year, found.context.today) if year is not None and year < 100 else year


def _checked(stated: Stated, found: Found) -> Stated:
    return check_weekday(stated, found.all("w1", "w2", "w3", "w4"), found.context.today)


def _day(found: Found) -> Stated:
    return _checked(day_of(found["month"], found["day"], _year(found)), found)


def _spaced(found: Found) -> Stated:
    numbers = NumericDay(found["first"], found["second"], found["year"])
    return numbers.value(found.context)


def _month(found: Found) -> Stated:
    return month_of(found["month"], _year(found))


def _numeric(found: Found) -> Stated:
    return _checked(found["numeric"], found)


def _days_of_month(found: Found) -> Stated:
    year = _year(found)
    start, end = day_of(found["month"], found["a"], year), day_of(found["month"], found["b"], year)
    if found["b"] < found["a"]:
        today = found.context.today
        shown = [each.in_year(today.year) if isinstance(each, Yearly) else each for each in (start, end)]
        raise EndBeforeStart(start=shown[0], end=shown[1])
    return _checked(range_of(start, end), found)


def _days_of_months(found: Found) -> Stated:
    start = day_of(found["ma"], found["a"], _year(found, "ya"))
    return _checked(range_of(start, day_of(found["mb"], found["b"], _year(found))), found)


def _day_to_numeric(found: Found) -> Stated:
    end: Stated = found["numeric"]
    if isinstance(end, Yearly):
        return Yearly(lambda year: _from_day(end.in_year(year), found["a"]))
    return _from_day(end, found["a"])


def _from_day(end: Period, day: int) -> Period:
    start = Period.day(the_day(end.start.year, end.start.month, day))
    if end < start:
        raise EndBeforeStart(start=start, end=end)
    return Period(start.start, end.end)


def _day_to_day_of_month(found: Found) -> Stated:
    """ "3'ünden 5 Haziran'a": in the month of the end, or in the one before where the day comes later in a month."""
    day, end = found["a"], day_of(found["month"], found["b"], _year(found))

    def until(end: Period) -> Period:
        year, month = divmod(end.start.year * 12 + end.start.month - 1 - (day > end.start.day), 12)
        return Period(the_day(year, month + 1, day), end.end)

    return Yearly(lambda year: until(end.in_year(year))) if isinstance(end, Yearly) else until(end)


def _numeric_range(found: Found) -> Stated:
    return _checked(range_of(found["a"], found["b"]), found)


def _months(found: Found) -> Stated:
    return range_of(month_of(found["ma"], _year(found, "ya")), month_of(found["mb"], _year(found)))


def _relative_day(found: Found) -> Stated:
    day = found.context.today + timedelta(days=found["relative_day"])
    return Period.day(day)


def _day_and_numbers(found: Found) -> Stated:
    """ "Tomorrow, 6.5.2026"; behind a day "10.30" is a time. Raises ``Unsettled`` where a date contradicts the day."""
    day = _relative_day(found)
    assert isinstance(day, Period)
    try:
        written = settle(found["numeric"], found.context.today)
    except (NotMeant, NoSuchDay):
        return day
    if written == day or found.captured["numeric"][0].kinds.get("pair"):
        return day
    raise Unsettled(day, written)


def _undated(found: Found) -> Any:
    return None


def _pair_of_month(found: Found) -> Stated:
    """ "3/4 May": two days."""
    first, second = found["pair"]
    month, year = found["month"], _year(found)
    if second < first:
        raise NotMeant
    return range_of(day_of(month, first, year), day_of(month, second, year))


def _named_day(found: Found) -> Stated:
    """ "Christmas Eve", by the month and day that the words file gives."""
    month, day = map(int, found["named_day"].split("-"))
    return day_of(month, day, _year(found))


def _listed_days(found: Found) -> Stated:
    """ "3, 4 and 5 May" are a range; with a gap between them ("3 and 5 May") they are asked."""
    month, year = found["month"], _year(found)
    numbers = found.all("a", "between", "b")
    stated = range_of(day_of(month, numbers[0], year), day_of(month, numbers[-1], year))
    if numbers != list(range(numbers[0], numbers[0] + len(numbers))):
        today = found.context.today
        raise Unsettled(settle(stated, today), *(settle(day_of(month, number, year), today) for number in numbers))
    return stated


def _listed_months(found: Found) -> Stated:
    """ "June and July"; with a gap between them they are asked."""
    first, second, year = found["ma"], found["mb"], _year(found)
    stated = range_of(month_of(first, year), month_of(second, year))
    if (second - first) % 12 != 1:
        today = found.context.today
        raise Unsettled(settle(stated, today), *(settle(month_of(month, year), today) for month in (first, second)))
    return stated


def _broken_year(found: Found) -> Stated:
    """ "3 June 20266": the year has to be asked."""
    raise Unsettled(settle(day_of(found["month"], found["day"], None), found.context.today))


def _one_or_other(found: Found) -> Stated:
    today = found.context.today
    raise Unsettled(*(settle(day_of(found["month"], found[side], _year(found)), today) for side in "ab"))


def _no_such_day(found: Found) -> Stated:
    raise NoSuchDay(found["month"], _year(found))


def _no_date(found: Found) -> Stated:
    raise NotMeant


_NOT_COUNTED = "(?!counted)"

RULES = (
    Rule(
        "date",
        f"{_WEEKDAY_BEFORE} <day> (full_stop|ordinal_sign|ordinal_end)? of? <month> {_YEAR} {_WEEKDAY_AFTER}",
        _day,
    ),
    Rule(
        "date", "<day> full_stop? of? <month> comma? open? <w2=weekday> acc? (on_day acc?)? close? comma? <year>", _day
    ),
    Rule("date", f"{_WEEKDAY_BEFORE} <month> the? <day> {_NOT_COUNTED} {_YEAR} {_WEEKDAY_AFTER}", _day),
    Rule("date", f"{_WEEKDAY_BEFORE} <month> (dash|slash) <day> ((comma|dash|slash)? <year>|(?!month))", _day),
    Rule("date", f"<month> <day=ordinal> <year=short_year> {_AT_END}", _day),
    Rule("date", f"{_WEEKDAY_BEFORE} <day> full_stop? of? <month> of? <year=short_year> {_AT_END} (?!counted)", _day),
    Rule("date", f"<year> (comma|dash|slash)? <month> (dash|slash)? <day> {_NOT_COUNTED} {_WEEKDAY_AFTER}", _day),
    Rule("date", "<year> (dash|slash) <day> (dash|slash) <month>", _day),
    Rule(
        "date",
        f"(<year> (year_word acc?)? gen?)? <month> (month_word acc?)? gen <day> (acc|possessed)? {_WEEKDAY_AFTER}"
        f" {_AT_END} (?!full_stop (week_word|weekday|day_word|half_word))",
        _day,
    ),
    Rule("date", "(?<!count) <first=day> full_stop? <second=day> full_stop? <year>", _spaced),
    Rule("date", "(?<!count) <first=day> slash <second=day> slash <year>", _spaced),
    Rule("date", "(?<!count) <first=day> dash <second=day> dash <year>", _spaced),
    Rule("date", "<year> <second=day> <first=day> (?!count|unit|other)", _spaced),
    Rule("date", f"{_WEEKDAY_BEFORE} <day> (dash|slash) <month> ((dash|slash) (<year>|<year=short_year>))?", _day),
    Rule("date", f"{_WEEKDAY_BEFORE} <numeric> {_NOT_COUNTED} {_WEEKDAY_AFTER}", _numeric),
    Rule(
        "date",
        f"{_WEEKDAYS_BEFORE} from? the? <a=day> {_TO} <b=day> full_stop? of? <month> {_YEAR} {_WEEKDAYS_AFTER}",
        _days_of_month,
    ),
    Rule(
        "date",
        f"{_WEEKDAYS_BEFORE} <month> the? <a=day> (dash|dots|to) <b=day> {_YEAR} {_WEEKDAYS_AFTER}",
        _days_of_month,
    ),
    Rule("date", "<month> gen <a=day> (abl|dash|to|ins) <b=day> (dat|acc|possessed) until?", _days_of_month),
    Rule("date", f"from? <a=day> to <month> <b=day> {_YEAR}", _days_of_month),
    Rule(
        "date",
        f"{_WEEKDAYS_BEFORE} from? the? <a=day> full_stop? of? <ma=month> (comma? <ya=year>)? {_TO}"
        f" <b=day> full_stop? of? <mb=month> {_YEAR} {_WEEKDAYS_AFTER}",
        _days_of_months,
    ),
    Rule(
        "date",
        f"{_WEEKDAYS_BEFORE} <ma=month> <a=day> (comma? <ya=year>)? {_TO} <mb=month> <b=day> {_YEAR} {_WEEKDAYS_AFTER}",
        _days_of_months,
    ),
    # A range with the weekday of both ends.
    Rule("date", f"from? {_W1} <a=day> {_TO} {_W2} <b=day> full_stop? of? <month> {_YEAR}", _days_of_month),
    Rule(
        "date",
        f"from? {_W1} <a=day> full_stop? of? <ma=month> {_TO} {_W2} <b=day> full_stop? of? <mb=month> {_YEAR}",
        _days_of_months,
    ),
    Rule("date", f"<month> <year> (comma|full_stop)? <a=day> {_TO} <b=day> {_AT_END}", _days_of_month),
    Rule("date", f"<a=day> abl <b=day> of? <month> {_YEAR}", _day_to_day_of_month),
    Rule("date", "<a=day> slash <b=day> full_stop <month=count> full_stop <year>", _days_of_month),
    Rule("date", f"from? {_W1} <a=numeric> {_TO} {_W2} <b=numeric>", _numeric_range),
    Rule(
        "date",
        f"<a=day> <ma=month> <w1=weekday> (on_day acc?)? {_TO} <b=day> <mb=month> <w2=weekday> (on_day acc?)? {_YEAR}",
        _days_of_months,
    ),
    Rule("date", f"between the? <a=day> {_AND} <b=day> full_stop? of? <month> {_YEAR}", _days_of_month),
    Rule("date", f"between <month> the? <a=day> {_AND} <b=day> {_YEAR}", _days_of_month),
    Rule("date", f"<a=day> (comma <between=day>)? comma? and the? <b=day> of? <month> {_YEAR}", _listed_days),
    Rule("date", f"<month> <a=day> (comma <between=day>)? comma? and <b=day> {_NOT_COUNTED} {_YEAR}", _listed_days),
    Rule("date", f"<a=day> and <b=day> <month> {_YEAR} among", _days_of_month),
    Rule("date", f"<a=day> comma <between=day> comma <b=day> of? <month> {_YEAR}", _listed_days),
    Rule("date", f"<a=day> full_stop? or <b=day> full_stop? of? <month> {_YEAR}", _one_or_other),
    Rule("date", f"<month> <a=day> or <b=day> {_NOT_COUNTED} {_YEAR}", _one_or_other),
    Rule("date", f"<pair> of? <month> {_YEAR}", _pair_of_month),
    Rule("date", f"<a=day> full_stop slash <b=day> full_stop? <month> {_YEAR}", _days_of_month),
    Rule("date", f"<month> <pair> {_NOT_COUNTED} {_YEAR}", _pair_of_month),
    Rule("date", "the? <named_day> (of|comma)? (<year>|<year=marked_year>)", _named_day),
    Rule("named_date", "the? <named_day> (?!other)", _named_day),
    Rule("date", "<year> (year_word acc?)? gen? <named_day>", _named_day),
    Rule("date", f"from? <a=day> ({_TO}|full_stop? slash) <numeric>", _day_to_numeric),
    Rule("date", f"{_WEEKDAY_BEFORE} <day> full_stop? slash? <month=month_ordinal> full_stop? {_YEAR}", _day),
    Rule("month_period", "<month> (comma|of|dash|slash|gen)? <year>", _month),
    Rule("month_period", "<month> of <year=short_year>", _month),
    Rule("month_period", "<year> (comma|dash|slash|gen)? <month>", _month),
    Rule("month_period", "(<year> gen?)? <month> month_word (?=acc|loc|gen|dat|abl|rel)", _month),
    Rule("month_period", f"from? <ma=month> {_TO} <mb=month> {_YEAR}", _months),
    Rule("month_period", f"from? <ma=month> (comma? <ya=year>) {_TO} <mb=month> {_YEAR}", _months),
    Rule("month_period", f"(?<!between) <ma=month> and <mb=month> {_YEAR} (?!among|on_day)", _listed_months),
    Rule("date", "<day> full_stop? of? <month> comma? odd_year (?!counted)", _broken_year),
    Rule("month_period", "<month> <year=marked_year>", _month),
    # Days that no month has are refused, and never become the month.
    Rule("date", f"<no_day> full_stop? of? <month> {_YEAR} (?!day)", _no_such_day),
    Rule("date", "<month> <no_day> comma? <year>", _no_such_day),
    Rule("date", "(day_word the)? <relative_day>", _relative_day),
    Rule("date", "<relative_day> comma? <numeric>", _day_and_numbers),
    Rule("undated", "undated|no a? date_word|date_word absent", _undated),
    # Numbers of something else, so that no other rule takes them.
    Rule("no_date", "(?!year) (count|numeric) counted", _no_date),
    Rule("no_date", "^ year counted", _no_date),
    Rule("no_date", "numbered (full_stop|stop)? (numeric|count ((slash|dash) count)?)", _no_date),
    Rule("no_date", "the? day (full_stop|ordinal_sign)? of? month other? named_after", _no_date),
    Rule("no_date", "(pair|count comma count) unit acc? (later|ago)?", _no_date),
)
