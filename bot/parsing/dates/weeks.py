"""The second level, too: weeks of a month or year, by number or by a day of theirs, and the days of a week."""

from datetime import timedelta

from bot.domain.periods import Period, Precision
from bot.parsing.dates.grammar import Found, Rule
from bot.parsing.dates.stated import NotMeant, the_year
from bot.parsing.dates.units import nth_week, week_of, weekday_in
from bot.parsing.dates.within import NTH, NTH_BEHIND, OF, WHOLE, YEAR, inside, planned, planned_day


def _week_number(whole: Period, found: Found) -> Period:
    return nth_week(whole, found["count"])


def _weeks(whole: Period, found: Found) -> Period:
    first, last = nth_week(whole, found["first"]), nth_week(whole, found["last"])
    if last < first:
        raise NotMeant
    return Period(first.start, last.end, Precision.WEEK)


def _week_of_numbers(found: Found) -> Period:
    """ "CW 12/2026"."""
    month = found["written"]
    return nth_week(the_year(month.start.year), month.start.month)


def _weekday_in_week(found: Found) -> Period:
    return weekday_in(found["week"], found["weekday"])


def _weekdays_in_week(found: Found) -> Period:
    week = found["week"]
    start, end = weekday_in(week, found["a"]), weekday_in(week, found["b"])
    if end < start:
        end = weekday_in(Period(week.start + timedelta(days=7), week.end + timedelta(days=7)), found["b"])
    return Period(start.start, end.end)


def _working_week(found: Found) -> Period:
    """ "Bu hafta içi": Monday to Friday."""
    week = found["week"] if "week" in found else week_of(found.context.today)
    return Period(week.start, week.start + timedelta(days=4))


def _week_with(found: Found) -> Period:
    return week_of(planned_day(found).start)


def _week_until(found: Found) -> Period:
    end = planned_day(found).end
    return Period(end - timedelta(days=6), end, Precision.WEEK)


def _nth_week(whole: Period, found: Found) -> Period:
    return nth_week(whole, found["nth"])


RULES = (
    Rule("week", f"the? {NTH} week_word {OF} {WHOLE}", planned(_nth_week)),
    Rule("week", f"the? {NTH} week_word of the? <whole=unit>", planned(_nth_week)),
    Rule("week", f"{WHOLE} gen? {NTH} week_word acc?", planned(_nth_week)),
    Rule("week", f"(week_word|week_sign) <count> (?!dash|to) ({OF} {YEAR})?", inside(_week_number)),
    Rule("week", "<whole=year> dash? week_sign <count>", inside(_week_number)),
    Rule("week", "<count> full_stop week_word", inside(_week_number)),
    Rule("week", "week_sign <count> slash <whole=year>", inside(_week_number)),
    Rule("week", "week_sign <written=numeric_month>", _week_of_numbers),
    Rule(
        "week",
        f"(week_word|week_sign) <first=count> (dash|to|and) week_sign? <last=count> ({OF} {YEAR})?",
        inside(_weeks),
    ),
    Rule(
        "week",
        "<first=count> full_stop (week_word abl)? (dash|to|and)? <last=count> full_stop week_word",
        inside(_weeks),
    ),
    Rule(
        "week",
        f"{YEAR} gen? (comma|dash)? (week_word <count>|<count> full_stop week_word acc?)",
        inside(_week_number),
    ),
    Rule("date", f"<weekday> {OF} <week>", _weekday_in_week),
    Rule("date", "<week> (s|gen)? comma? on? <weekday> acc? on_day?", _weekday_in_week),
    Rule("date", "<week> (between|from)? <a=weekday> (and|to|dash|abl) <b=weekday> dat? until?", _weekdays_in_week),
    Rule("date", f"(between|from)? <a=weekday> (and|to|dash|abl) <b=weekday> {OF} <week>", _weekdays_in_week),
    Rule("date", "(<week>|week_word) working_part", _working_week),
    Rule("week", "the? week_word (of|commencing)? (on|the)? <date>", _week_with),
    Rule("week", "week_sign slash commencing <date>", _week_with),
    Rule("week", "<date> gen? week_word (acc|loc)", _week_with),
    Rule("week", "<date> (to|ins|abl) commencing week_word", _week_with),
    Rule("week", "the? (week_word|week_sign slash) ending on? <date>", _week_until),
    Rule("week", f"the? week_word the? {NTH_BEHIND} {OF} {WHOLE}", planned(_nth_week)),
)
