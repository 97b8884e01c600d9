"""The first level, too: what is told from today ("next week", "last Friday"), and quarters, seasons, decades."""

from datetime import timedelta

from bot.domain.periods import Period
from bot.parsing.dates.grammar import Build, Found, Rule
from bot.parsing.dates.stated import NotMeant, Unsettled, the_month
from bot.parsing.dates.units import (
    Duration,
    duration,
    next_weekday,
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
NTH = "(<n=ordinal>|<n=last_word>|<n=count> full_stop?)"


# "Last week of March", "Mart'ın son haftası" count within the month, not from today.
NOT_OF = "(?!of the? (month|year|shift|month_word|year_word|short_year))"
NOT_NTH = "(?<!gen)((?<!abl)|(?!then))"


# "Last day", "son gün" is a deadline; "önceki gün" the day before yesterday.
_NO_DAY = {"day": "(?!last_word)(?!other_day)"}


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
            Rule(kind, f"{NOT_NTH} the? one_more? {_NO_DAY.get(unit, '')} <shift> {word} {NOT_OF}", away(unit)),
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


def _weekday_fortnight(found: Found) -> Period:
    return Period.day(next_weekday(found.context.today + timedelta(days=1), found["weekday"]) + timedelta(days=14))


def _weekday_week(found: Found) -> Period:
    """ "Wednesday week": a week after the coming Wednesday."""
    return Period.day(next_weekday(found.context.today + timedelta(days=1), found["weekday"]) + timedelta(days=7))


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


_HALVES = {"day": 0, "week": 3, "month": 15}  # days; of a year six months


def _and_a_half(found: Found) -> Duration:
    """ "Two and a half weeks", "bir buçuk yıl"."""
    unit = found["u"]
    half = duration(6, "month") if unit == "year" else duration(_HALVES.get(unit, 0), "day")
    return duration(found.get("c", 1), unit) + half


def _day_week(found: Found) -> Period:
    """ "Today week", "tomorrow week"."""
    return Period.day(found.context.today + timedelta(days=7 + found["relative_day"]))


def next_season(found: Found) -> Period:
    today, shift = found.context.today, found["shift"]
    seasons = [season_of(today.year + n, found["season"]) for n in range(-2, 3)]
    if shift > 0:
        return min(season for season in seasons if season.start > today)
    if shift < 0:
        return max(season for season in seasons if season.end < today)
    return season_of(today.year, found["season"])


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
    Rule("date", f"{NOT_NTH} the? one_more? <shift> <weekday> acc? on_day? {NOT_OF}", weekday_away),
    Rule("date", "the? <weekday> after_word the? next", _weekday_after_next),
    Rule("month_period", "the? <shift> <month> (?!day|numeric|year|dash)", month_away),
    Rule("date", "<other_day> day_word", _other_day),
    Rule("date", "<relative_day> not_word <other_day> day_word?", _other_day),
    Rule("date", "<other_day>(?=loc|dat)", _other_day),
    Rule("date", "the? day_word (<then=after_word>|<then=before_word>) <relative_day>", _day_beside),
    Rule("date", "<relative_day> abl (<then> <count>? day_word|<then=later>)", _day_beside),
    Rule("duration", f"{_some(1)} ((and|comma)? {_some(2)})? ((and|comma)? {_some(3)})?", _duration),
    Rule("duration", "(half_of year_word|half_word a year_word)", _half_year),
    Rule("duration", "(<c=count>|a) (and a half_word|half_more) <u=unit>", _and_a_half),
    Rule("duration", "<c=count> <u=unit> and a half_word", _and_a_half),
    Rule("date", "<relative_day> week_word (?!count|of)", _day_week),
    Rule("date", "the? <weekday> fortnight_word", _weekday_fortnight),
    Rule("part_period", "the? <shift> <season>", next_season),
    Rule("date", "now (?!other)", _this),
    Rule("date", "<shift> time_word", _this_time),
)
