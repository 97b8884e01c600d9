"""The first level, too: what is told from today ("next week", "last Friday"), and quarters, seasons, decades."""

from collections.abc import Callable
from datetime import timedelta

from bot.domain.periods import Period, Precision
from bot.parsing.dates.grammar import Build, Found, Rule
from bot.parsing.dates.numeric import full_year
from bot.parsing.dates.stated import NotMeant, Stated, Unsettled, the_month, the_year
from bot.parsing.dates.units import (
    Duration,
    decade_of,
    duration,
    half_of,
    next_weekday,
    quarter_of,
    season_of,
    unit_away,
    unit_of,
    week_of,
    weekday_in,
)

# Each unit: the words for one of it, and what kind of date one is.
UNITS = {
    "day": ("day_word", "date"),
    "week": ("week_word", "week"),
    "weekend": ("(weekend_word|week_word end_word)", "date"),
    "month": ("month_word", "month_period"),
    "quarter": ("quarter_word", "part_period"),
    "half": ("half_word", "part_period"),
    "year": ("year_word", "year_period"),
    "decade": ("decade_word", "year_period"),
}
_NTH = "(<n=ordinal>|<n=last_word>|<n=count> full_stop?)"
_QUARTER = (
    f"(quarter_sign <n=count>|<n=count> quarter_sign|{_NTH} quarter_word full_stop?|quarter_word the? <n=ordinal>) acc?"
)
_HALF = f"(half_sign <n=count>|<n=count> half_sign|{_NTH} half_word|half_word the? <n=ordinal>) acc?"


# "Last week of March", "Mart'ın son haftası" count within the month, not from today.
NOT_OF = "(?!of the? (month|year|shift|month_word|year_word|short_year))"
_NOT_NTH = "(?<!gen)(?<!abl)"


def away(unit: str) -> Build:
    def build(found: Found) -> Period:
        return unit_away(unit, found.context.today, found["shift"])

    return build


def _second(unit: str) -> Build:
    """The one after the next, before the last."""

    def build(found: Found) -> Period:
        shift = found.get("shift") or 1
        return unit_away(unit, found.context.today, shift + found["then"] if "then" in found else 2 * shift)

    return build


def _fixed(unit: str, shift: int) -> Build:
    return lambda found: unit_away(unit, found.context.today, shift)


def _unit_rules() -> list[Rule]:
    rules = []
    for unit, (word, kind) in UNITS.items():
        rules += [
            Rule(kind, f"{_NOT_NTH} the? one_more? <shift> {word} {NOT_OF}", away(unit)),
            Rule(kind, f"the? {word} after_word the? next ({word})?", _second(unit)),
            Rule(kind, f"the? {word} before_word the? <shift=last_word> ({word})?", _second(unit)),
            Rule(kind, f"<shift> {word} abl <then> {word}", _second(unit)),
        ]
    return rules


def _other_day(found: Found) -> Period:
    return Period.day(found.context.today + timedelta(days=found["other_day"]))


def _other_unit(unit: str) -> Build:
    return lambda found: unit_away(unit, found.context.today, found["other_day"])


def _weeks_ahead(found: Found) -> Period:
    """ "İki haftaya": in two weeks."""
    return unit_away("week", found.context.today, found["weeks"])


def _weekday_week(found: Found) -> Period:
    """ "Wednesday week": a week after the coming Wednesday."""
    return Period.day(next_weekday(found.context.today + timedelta(days=1), found["weekday"]) + timedelta(days=7))


def _quarters(found: Found) -> Stated:
    return _of_year(
        found,
        lambda year: Period(quarter_of(year, found["a"]).start, quarter_of(year, found["b"]).end, Precision.QUARTER),
    )


def _day_beside(found: Found) -> Period:
    days = found["relative_day"] + found["then"] * (found.get("count") or 1)
    return Period.day(found.context.today + timedelta(days=days))


def _week_from(found: Found) -> Period:
    return Period.day(found.context.today + timedelta(days=7 + found["relative_day"]))


def weekday_away(found: Found) -> Period:
    today, weekday, shift = found.context.today, found["weekday"], found.get("shift")
    if shift is not None and shift < 0:
        return Period.day(next_weekday(today - timedelta(days=7), weekday))
    coming = Period.day(next_weekday(today + timedelta(days=0 if shift == 0 else 1), weekday))
    if "next" in found and coming.end <= week_of(today).end:
        # "Next Friday" said on a Tuesday: half of the people mean this week's.
        raise Unsettled(coming, Period.day(coming.start + timedelta(days=7)))
    return coming


def _weekday_after_next(found: Found) -> Period:
    today = found.context.today
    return Period.day(next_weekday(today + timedelta(days=8), found["weekday"]))


def month_away(found: Found) -> Period:
    today, month, shift = found.context.today, found["month"], found["shift"]
    months = [the_month(today.year + n, month) for n in (-1, 0, 1)]
    if shift > 0:
        return min(one for one in months if one.start > today)
    if shift < 0:
        return max(one for one in months if one.end < today)
    return months[1]


def _weekday_next_week(found: Found) -> Period:
    return weekday_in(unit_away("week", found.context.today, 1), found["weekday"])


def _duration(found: Found) -> Duration:
    parts = [duration(found.get(f"c{n}", 1), found[f"u{n}"]) for n in "123" if f"u{n}" in found]
    return sum(parts[1:], parts[0])


def _some(n: int) -> str:
    return f"((?!year) <c{n}=count>|a <c{n}=couple> of?|a) dash? <u{n}=unit> (plural|s)?"


def _half_year(found: Found) -> Duration:
    return duration(6, "month")


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


def next_season(found: Found) -> Period:
    today, shift = found.context.today, found["shift"]
    seasons = [season_of(today.year + n, found["season"]) for n in range(-2, 3)]
    if shift > 0:
        return min(season for season in seasons if season.start > today)
    if shift < 0:
        return max(season for season in seasons if season.end < today)
    return season_of(today.year, found["season"])


def _decade(found: Found) -> Period:
    year = found["year"] if "year" in found else full_year(found["count"], found.context.today)
    if year % 10:
        raise NotMeant
    return decade_of(year)


def _of_years(kind: str, what: str, build: Build) -> tuple[Rule, ...]:
    return (
        Rule(kind, f"the? {what} (of|comma|dash)? the? (<year>|<short_year>)", build),
        Rule(kind, f"the? {what} of? the? <shift> year_word", build),
        Rule(kind, f"the? {what} of the? year_word", build),
        Rule(kind, f"year_word gen {what}", build),
        Rule(kind, f"(<year>|<short_year>) (year_word? acc?)? gen? (dash|slash|comma)? {what} year_word?", build),
        Rule(kind, f"<shift> year_word gen? {what}", build),
        Rule(kind, f"{_NOT_NTH} the? {what} year_word? {NOT_OF}", build),
    )


def _numbered_year(found: Found) -> Period:
    return the_year(found["year"])


def _this_time(found: Found) -> Period:
    if found["shift"]:
        raise NotMeant
    return _this(found)


def _this(found: Found) -> Period:
    return unit_of("day", found.context.today)


RULES = (
    Rule("date", f"the? <next> {UNITS['weekend'][0]}", _fixed("weekend", 1)),
    Rule("date", f"the? <coming> {UNITS['weekend'][0]}", _fixed("weekend", 0)),
    *_unit_rules(),
    Rule("week", "week_ahead", _fixed("week", 1)),
    Rule("year_period", "year_ahead", _fixed("year", 1)),
    Rule("date", f"week_ahead {UNITS['weekend'][0]}", _fixed("weekend", 1)),
    *(Rule(UNITS[unit][1], f"<other_day> {UNITS[unit][0]}", _other_unit(unit)) for unit in ("week", "month", "year")),
    Rule("week", "<weeks=count> week_ahead", _weeks_ahead),
    Rule("date", "the? <weekday> week_word (?!count|of|numeric)", _weekday_week),
    Rule("date", "week_ahead <relative_day>", _week_from),
    Rule("date", "week_ahead <weekday> acc? on_day?", _weekday_next_week),
    Rule("date", "the? <next> <weekday> acc? on_day?", weekday_away),
    Rule("date", f"{_NOT_NTH} the? one_more? <shift> <weekday> acc? on_day? {NOT_OF}", weekday_away),
    Rule("date", "the? <weekday> after_word the? next", _weekday_after_next),
    Rule("month_period", "the? <shift> <month> (?!day|numeric|year|dash)", month_away),
    Rule("date", "<other_day> day_word", _other_day),
    Rule("date", "<relative_day> not_word <other_day> day_word?", _other_day),
    Rule("date", "<other_day>(?=loc|dat)", _other_day),
    Rule("date", "the? day_word (<then=after_word>|<then=before_word>) <relative_day>", _day_beside),
    Rule("date", "<relative_day> abl (<then> <count>? day_word|<then=later>)", _day_beside),
    Rule("duration", f"{_some(1)} ((and|comma)? {_some(2)})? ((and|comma)? {_some(3)})?", _duration),
    *_of_years("part_period", _QUARTER, _quarter),
    Rule(
        "part_period",
        "quarter_sign <a=count> (dash|to|and) quarter_sign? <b=count> of? (<year>|<short_year>)",
        _quarters,
    ),
    Rule(
        "part_period", "<year> gen <a=count> full_stop? (dash|to|and) <b=count> full_stop? quarter_word acc?", _quarters
    ),
    *_of_years("part_period", _HALF, _half),
    Rule("duration", "(half_of year_word|half_word a year_word)", _half_year),
    Rule("part_period", "<season> (of|comma)? <year> ((dash|slash) (short_year|year))?", _season),
    Rule("part_period", "<season> (of|comma)? <short_year>", _season),
    Rule("part_period", "<year> ((dash|slash) (short_year|year))? (year_word acc?)? gen? <season> acc?", _season),
    Rule("part_period", "the? <shift> <season>", next_season),
    Rule("year_period", "the? <year> (s|plural)", _decade),
    Rule("year_period", "the? (?!year) <count> (s|plural)", _decade),
    Rule("year_period", "(<year>|<count>) with year_word plural", _decade),
    Rule("year_period", "the? <count=decade_name>", _decade),
    Rule("year_period", "the? years_word <count>", _decade),
    Rule("year_period", "(?!year) <count> (dash|plural)? years_word", _decade),
    Rule("year_period", "<year> year_word (acc|loc|gen|rel|abl|dat|plural)", _numbered_year),
    Rule("date", "now (?!other)", _this),
    Rule("date", "<shift> time_word", _this_time),
)
