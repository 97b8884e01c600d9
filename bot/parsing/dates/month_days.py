"""The second level, too: a day told by its number alone ("the 22nd", "3'ünde", "Friday the 11th")."""

from bot.domain.periods import Period
from bot.parsing.dates.grammar import Found, Rule
from bot.parsing.dates.stated import NoSuchDay, NotMeant, distance, the_day


def monthly(found: Found, day: int, weekday: int | None = None) -> Period:
    """The day of that number in this month or the next, the nearest; with a weekday, the nearest that is one.

    Raises ``NotMeant`` where there is none within a year.
    """
    today = found.context.today
    this_month = today.year * 12 + today.month - 1
    days = []
    for month in range(this_month, this_month + 3) if weekday is None else range(this_month - 12, this_month + 13):
        try:
            one = Period.day(the_day(month // 12, month % 12 + 1, day))
        except NoSuchDay:
            continue
        if weekday is None or one.start.weekday() == weekday:
            days.append(one)
    if not days:
        raise NotMeant
    return min(days, key=lambda one: distance(one, today))


def _day_of_month(found: Found) -> Period:
    return monthly(found, found["day"], found.get("weekday"))


def _days_of_month(found: Found) -> Period:
    start = monthly(found, found["a"], found.get("wa"))
    return Period(start.start, day_from(start, found["b"]).end)


def day_from(start: Period, day: int) -> Period:
    """The first day of that number from ``start`` on."""
    months = (divmod(start.start.year * 12 + start.start.month - 1 + n, 12) for n in range(4))
    for year, month in months:
        try:
            found = the_day(year, month + 1, day)
        except NoSuchDay:
            continue
        if found >= start.start:
            return Period.day(found)
    raise NotMeant


_AT_END = "(?!other|count|month|unit|open)"

RULES = (
    Rule("date", f"<weekday> comma? the? <day> (acc|loc)? {_AT_END}", _day_of_month),
    Rule("date", f"(?<!to)(?<!dash) the <day=ordinal> {_AT_END}", _day_of_month),
    Rule("date", "on_word the? <day> (stop|full_stop)? $", _day_of_month),
    Rule("date", "(?<!day abl)(?<!month abl)(?<!date abl)(?!cardinal) <day> possessed", _day_of_month),
    Rule("date", f"the? day_number <day> {_AT_END}", _day_of_month),
    Rule("date", "the? <day=ordinal> of_month", _day_of_month),
    Rule("date", "<day> (acc|possessed) comma? <weekday> (on_day acc?)?", _day_of_month),
    Rule("date", f"from_day the? <a=day> full_stop? to the? <b=day> full_stop? on_day? {_AT_END}", _days_of_month),
    Rule("date", "from? <wa=weekday> the? <a=day> (dash|to) <wb=weekday> the? <b=day>", _days_of_month),
    Rule("date", "<a=day> abl <b=day> dat until", _days_of_month),
)
