"""The first level, too: quarters, halves, seasons, decades, and years by their word."""

from collections.abc import Callable

from bot.domain.periods import Period, Precision
from bot.parsing.dates.grammar import Build, Found, Rule
from bot.parsing.dates.numeric import full_year
from bot.parsing.dates.relative import NOT_NTH, NOT_OF, NTH
from bot.parsing.dates.stated import NotMeant, Stated, the_year
from bot.parsing.dates.units import decade_of, half_of, quarter_of, season_of

_QUARTER = (
    f"(quarter_sign <n=count>|<n=count> quarter_sign|{NTH} dash? quarter_word full_stop?|quarter_word the? <n=ordinal>)"
    " acc?"
)
_HALF = f"(half_sign <n=count>|<n=count> half_sign|{NTH} half_word|half_word the? <n=ordinal>) acc?"


def _quarters(found: Found) -> Stated:
    return _of_year(
        found,
        lambda year: Period(quarter_of(year, found["a"]).start, quarter_of(year, found["b"]).end, Precision.QUARTER),
    )


def _quarter(found: Found) -> Stated:
    number = found["n"]
    return _of_year(found, lambda year: quarter_of(year, number))


def _half(found: Found) -> Stated:
    number = found["n"]
    return _of_year(found, lambda year: half_of(year, number))


def _season(found: Found) -> Stated:
    month = found["season"]
    return _of_year(found, lambda year: season_of(year, month))


def _of_year(found: Found, in_year: Callable[[int], Period]) -> Period:
    """The period in the stated year ("2016", "'16", "this year"), else in this one."""
    if "shift" in found:
        year = found.context.today.year + found["shift"]
    elif "year" in found:
        year = found["year"]
    elif "short_year" in found:
        year = full_year(found["short_year"], found.context.today)
    else:
        year = found.context.today.year
    return in_year(year)


def _decade(found: Found) -> Period:
    if "century" in found:
        return _decade_from(100 * found["century"] + found["count"], found)
    return _decade_from(found["year"] if "year" in found else found["count"], found)


def _decade_from(number: int, found: Found) -> Period:
    """Of 1980 or 80: decades are spoken of when they have begun. Raises ``NotMeant`` for 85."""
    year = number
    if number < 100:
        year = full_year(number, found.context.today)
        year -= 100 if year > found.context.today.year else 0
    if year % 10:
        raise NotMeant
    return decade_of(year)


def _decades(found: Found) -> Period:
    first, last = _decade_from(found["a"], found), _decade_from(found["b"], found)
    if last < first:
        raise NotMeant
    return Period(first.start, last.end, Precision.DECADE)


def _of_years(kind: str, what: str, build: Build) -> tuple[Rule, ...]:
    return (
        Rule(kind, f"the? {what} (of|comma|dash)? the? (<year>|<short_year>)", build),
        Rule(kind, f"the? {what} of? the? <shift> year_word", build),
        Rule(kind, f"the? {what} of the? year_word", build),
        Rule(kind, f"year_word gen {what}", build),
        Rule(kind, f"(<year>|<short_year>) (year_word? acc?)? gen? (dash|slash|comma)? {what} year_word?", build),
        Rule(kind, f"<shift> year_word gen? {what}", build),
        Rule(kind, f"{NOT_NTH} (?<!month) the? {what} year_word? {NOT_OF}", build),
    )


def _numbered_year(found: Found) -> Period:
    return the_year(found["year"])


RULES = (
    *_of_years("part_period", _QUARTER, _quarter),
    Rule(
        "part_period",
        "quarter_sign <a=count> (dash|to|and) quarter_sign? <b=count> of? (<year>|<short_year>)",
        _quarters,
    ),
    Rule(
        "part_period",
        "<year> gen (<a=count> full_stop?|<a=ordinal>) (dash|to|and) (<b=count> full_stop?|<b=ordinal>)"
        " quarter_word acc?",
        _quarters,
    ),
    *_of_years("part_period", _HALF, _half),
    Rule("year_period", "<century=count> dash? <count=decade_name>", _decade),
    Rule("year_period", "<a=year> plural (dash|to|and)? <b=year> plural until?", _decades),
    Rule("year_period", "<a=count> with? (dash|to|and) <b=count> with year_word plural", _decades),
    Rule("year_period", "the? (years_word <count=decade_name>|<count=decade_name> years_word)", _decade),
    Rule("part_period", "<season> (of|comma)? <year> ((dash|slash) (short_year|year))?", _season),
    Rule("part_period", "<season> (of|comma)? <short_year>", _season),
    Rule("part_period", "<year> ((dash|slash) (short_year|year))? (year_word acc?)? gen? <season> acc?", _season),
    Rule("year_period", "the? <year> (s|plural)", _decade),
    Rule("year_period", "the? (?!year) <count> (s|plural)", _decade),
    Rule("year_period", "(<year>|<count>) with year_word plural", _decade),
    Rule("year_period", "the? <count=decade_name>", _decade),
    Rule("year_period", "the? years_word <count>", _decade),
    Rule("year_period", "(?!year) <count> (dash|plural)? years_word", _decade),
    Rule("year_period", "<year> year_word (acc|loc|gen|rel|abl|dat|plural)", _numbered_year),
)
