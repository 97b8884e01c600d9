"""The third level: so much time before or after now or a date, and from a date for so long."""

from datetime import date, timedelta

from bot.domain.periods import Period
from bot.parsing.dates.grammar import Found, Rule
from bot.parsing.dates.stated import NotMeant, Stated, Unsettled, settle
from bot.parsing.dates.units import Duration, duration, next_weekday, unit_of, week_of, weekday_in


def _anchor(found: Found) -> date:
    if "weekday" in found:
        return next_weekday(found.context.today, found["weekday"])
    return settle(found["date"], found.context.today).start if "date" in found else found.context.today


def later(found: Found) -> Period:
    span: Duration = found["duration"]
    return Period.day(span.after(_anchor(found)))


def _weekday_of_week(found: Found) -> Period:
    """ "İki hafta sonra cuma": the Friday of that week."""
    return weekday_in(week_of(later(found).start), found["weekday"])


def _from_now(found: Found) -> Period:
    return Period(found.context.today, later(found).end)


def earlier(found: Found) -> Period:
    span: Duration = found["duration"]
    return Period.day(span.after(_anchor(found), -1))


def _lasting(found: Found) -> Period:
    """So long from a day on; the day counts."""
    start = _anchor(found)
    span: Duration = found["duration"]
    return Period(start, max(start, span.after(start) - timedelta(days=1)))


def coming(found: Found) -> Period:
    """ "Next three weeks", "last 2 months": whole units, and today's is none of them."""
    span: Duration = found["duration"] if "duration" in found else duration(found["count"], found["unit"])
    shift = found["shift"]
    if not shift or span == Duration():
        raise NotMeant
    whole = unit_of(span.unit, found.context.today)
    if shift > 0:
        start = whole.end + timedelta(days=1)
        return Period(start, span.after(start) - timedelta(days=1))
    return Period(span.after(whole.start, -1), whole.start - timedelta(days=1))


def _weekdays_away(found: Found) -> Period:
    """ "Two Sundays from now", "three Fridays ago"."""
    today, weeks = found.context.today, duration(found["count"], "week")
    if found.get("way", 1) < 0:
        return Period.day(weeks.after(next_weekday(today, found["weekday"]), -1))
    return Period.day(weeks.after(next_weekday(today - timedelta(days=6), found["weekday"])))


def _asked(found: Found) -> Stated:
    """After the bayram, before the elections: only the person knows of which year, and how long after."""
    raise Unsettled


RULES = (
    Rule("date", "in <duration> (s? time_word)?", later),
    Rule("date", "<duration> (later|within)", later),
    Rule("date", "<duration> (from|after_word) the? (now|<date>|<weekday>)", later),
    Rule("date", "<date> (abl|gen) as_of? <duration> (later|within)", later),
    Rule("date", "<date> (abl|gen) <duration>", later),
    Rule("date", "<duration> later on? <weekday> acc? on_day?", _weekday_of_week),
    Rule("date", "in <duration> on? <weekday>", _weekday_of_week),
    Rule("date", "within <duration>", _from_now),
    Rule("date", "<duration> (ago|before_word)", earlier),
    Rule("date", "<duration> before_word the? <date>", earlier),
    Rule("date", "<date> abl <duration> ago", earlier),
    Rule("date", "for <duration> comma? from the? <date>", _lasting),
    Rule("date", "<date> comma? for <duration>", _lasting),
    Rule("date", "<date> abl as_of? <duration> lasting", _lasting),
    Rule("date", "<date> abl as_of <duration> (?!later|within)", _lasting),
    Rule("date", "the <duration> from the? <date>", _lasting),
    Rule("date", "<duration> ago <date>", earlier),
    Rule("date", "a? <duration> on the? <weekday>", later),
    Rule("date", "(within|in)? the? <shift> <duration> acc? within?", coming),
    Rule("date", "the? <count> <shift> <unit>", coming),
    Rule("date", "<count> <weekday> s? (<way=later>|<way=ago>|from date)", _weekdays_away),
    Rule("date", "<duration> dat (?!until)", later),
    Rule("asked", "event? event acc? plural? (after_behind|loc|abl then weekday?)", _asked),
    Rule("asked", "event acc? plural? acc? gen? year", _asked),
    Rule("asked", "event acc? plural? abl (later|ago) year", _asked),
    Rule("asked", "year gen? event acc?", _asked),
    Rule("asked", "event acc? (plural|acc)? abl (later|ago)", _asked),
    Rule("asked", "(after_word|before_word|until_before) the? event", _asked),
)
