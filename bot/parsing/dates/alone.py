"""The last level: a month, weekday or year that stands alone, in a message and in the place of a date."""

from bot.domain.periods import Period
from bot.parsing.dates.grammar import Found, Rule
from bot.parsing.dates.stated import Stated, month_of, nearest_weekday, the_year


def _year(found: Found) -> Stated:
    return the_year(found["year"])


def _month(found: Found) -> Stated:
    return month_of(found["month"], None)


def _numeric_month(found: Found) -> Stated:
    stated: Stated = found["numeric_month"]
    return stated


def _weekday(found: Found) -> Stated:
    return Period.day(nearest_weekday(found.context.today, found["weekday"]))


_ALWAYS = (
    Rule("month_period", "<numeric_month>", _numeric_month),
    Rule("year_period", "<year> (loc|abl|dat|gen|rel|gen? year_word acc?)", _year),
    Rule("year_period", "year_word of? <year>", _year),
)
# "March" and "Çarşamba" are towns as well, and "Habitat 2000" is a project.
IN_MESSAGES = (
    *_ALWAYS,
    Rule("year_period", "^ <year>", _year),
    Rule("year_period", "(?<=comma) <year>", _year),
    Rule("year_period", "(?<=inside) <year>", _year),
    Rule("year_period", "<year> full_stop? $", _year),
    Rule("month_period", "(?<=inside) <month=month_name>", _month),
    Rule("month_period", "<month=month_name> loc", _month),
    Rule("date", "(?<=on) <weekday>", _weekday),
    Rule("date", "<weekday> day_word", _weekday),
)
ALONE = (
    *_ALWAYS,
    Rule("year_period", "<year>", _year),
    Rule("month_period", "<month>", _month),
    Rule("date", "<weekday> acc? day_word?", _weekday),
)
