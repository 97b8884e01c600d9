"""Rules for languages that put behind a word what English and Turkish put before it, or before what they put behind.

"La semaine prochaine", "الأسبوع القادم" have "next" behind; "vor drei Tagen", "hace tres días" have "ago" before.
English and Turkish have no words of these kinds.
"""

from datetime import timedelta

from bot.domain.periods import Period
from bot.parsing.dates.grammar import Found, Rule
from bot.parsing.dates.relative import NOT_OF, UNITS, away, month_away, next_season, weekday_away
from bot.parsing.dates.shifts import coming, earlier, later
from bot.parsing.dates.units import Duration, duration, next_weekday


def _two_units(found: Found) -> Duration:
    return duration(2, found["two_units"])


def _weeks_on(found: Found) -> Period:
    """ "Mercredi en huit": a week after the coming one; "en quinze": two weeks."""
    coming = next_weekday(found.context.today + timedelta(days=1), found["weekday"])
    return Period.day(coming + timedelta(days=7 * found["weeks_on"]))


def _bare_later(found: Found) -> Period:
    return Period.day(duration(1, found["bare_unit"]).after(found.context.today))


def _bare_earlier(found: Found) -> Period:
    return Period.day(duration(1, found["bare_unit"]).after(found.context.today, -1))


# Of the first level.
RULES = (
    *(
        Rule(kind, f"the? {word} the? <shift=shift_behind> {NOT_OF}", away(unit))
        for unit, (word, kind) in UNITS.items()
    ),
    Rule("date", f"the? <weekday> the? <shift=shift_behind> {NOT_OF}", weekday_away),
    Rule("month_period", "the? <month> the? <shift=shift_behind>", month_away),
    Rule("part_period", "the? <season> the? <shift=shift_behind>", next_season),
    Rule("date", "the? <weekday> <weeks_on>", _weeks_on),
    Rule("duration", "<two_units>", _two_units),
)
# Of the third.
SHIFTS = (
    Rule("date", "in <bare_unit> (?!month|month_period|date)", _bare_later),
    Rule("date", "<bare_unit> ago", _bare_earlier),
    Rule("date", "ago_before <bare_unit>", _bare_earlier),
    Rule("date", "ago_before the? <duration>", earlier),
    Rule("date", "the? <duration> the? <shift=shift_behind>", coming),
    Rule("date", "the? <unit> the? (<count>|<count=ordinal>) the? <shift=shift_behind>", coming),
    Rule("date", "(in|within)? the? (<shift=shift_behind>|<shift=last_word>) the? <duration>", coming),
    Rule("date", "<date> in <duration>", later),
)
