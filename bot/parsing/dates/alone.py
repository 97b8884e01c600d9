"""The last level: a month, weekday, season or year that stands alone, in a message and in the place of a date."""

from bot.domain.periods import Period
from bot.parsing.dates.grammar import Build, Found, Rule
from bot.parsing.dates.month_days import monthly
from bot.parsing.dates.numeric import full_year
from bot.parsing.dates.stated import NotMeant, Stated, Yearly, month_of, the_month, the_year
from bot.parsing.dates.units import next_weekday, season_of, unit_of

_USUAL_YEARS = range(1900, 2101)


def _year(found: Found) -> Stated:
    return the_year(found["year"])


def _usual_year(found: Found) -> Stated:
    if found["year"] not in _USUAL_YEARS:
        raise NotMeant
    return the_year(found["year"])


def _month(found: Found) -> Stated:
    year = full_year(found["short_year"], found.context.today) if "short_year" in found else None
    return month_of(found["month"], year)


def _month_in_numbers(found: Found) -> Stated:
    """ "05 / 2016", with spaces."""
    return the_month(found["year"], found["month"])


def _numeric_month(found: Found) -> Stated:
    stated: Stated = found["numeric_month"]
    return stated


def _weekday(found: Found) -> Stated:
    return Period.day(next_weekday(found.context.today, found["weekday"]))


def _season(found: Found) -> Stated:
    month = found["season"]
    return Yearly(lambda year: season_of(year, month))


def _day(found: Found) -> Stated:
    return monthly(found, found["day"])


def _this(unit: str) -> Build:
    return lambda found: unit_of(unit, found.context.today)


_ALWAYS = (
    Rule("month_period", "<numeric_month>", _numeric_month),
    Rule("year_period", "<year> (loc|abl|dat|gen|rel|gen? year_word (acc|loc|rel)?)", _year),
    Rule("year_period", "calendar? year_word of? <year>", _year),
    Rule("year_period", "<year> era", _year),
    Rule("date", "the? (weekend_word|week_word end_word)", _this("weekend")),
)
# "March" and "Çarşamba" are towns as well, and "Habitat 2000" is a project.
IN_MESSAGES = (
    *_ALWAYS,
    Rule("year_period", "^ <year>", _usual_year),
    Rule("year_period", "(?<=comma) <year>", _usual_year),
    Rule("year_period", "(?<=inside) <year>", _usual_year),
    Rule("year_period", "<year> full_stop? $", _usual_year),
    Rule("month_period", "(?<=inside) <month=month_name>", _month),
    Rule("month_period", "inside the <month=month_name>", _month),
    Rule("month_period", "<month=month_name> loc", _month),
    Rule("part_period", "(?<=inside) the? <season>", _season),
    Rule("date", "(?<=on) <weekday>", _weekday),
    Rule("date", "<weekday> acc? on_day", _weekday),
    Rule("date", "<weekday=weekday_name> dat", _weekday),
)
ALONE = (
    *_ALWAYS,
    Rule("year_period", "<year>", _year),
    Rule("month_period", "(?!pasted_month) <month>", _month),
    Rule("month_period", "<month> of? <short_year>", _month),
    Rule("month_period", "<month=count> (dash|slash) <year>", _month_in_numbers),
    Rule("month_period", "<year> (dash|slash) <month=count>", _month_in_numbers),
    Rule("part_period", "the? <season>", _season),
    Rule("date", "<weekday> acc? (on_day|time_word)?", _weekday),
    Rule("date", "the? <day=ordinal> (acc|loc|possessed)?", _day),
)
