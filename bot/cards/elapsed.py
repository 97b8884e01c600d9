"""How long ago, or how far ahead, in words."""

from datetime import date

from bot.domain.elapsed import Unit, distance
from bot.domain.periods import Period
from bot.i18n import Translator


def elapsed(period: Period, today: date, t: Translator) -> str:
    """ "5 months ago", "in 3 weeks", "today", "going on now"; "" where the period is too vague to say."""
    away = distance(period, today)
    n = abs(away.count)
    if away.count == 0:
        if away.unit is not Unit.DAY or period.is_one_day:
            return t("today") if away.unit is Unit.DAY else ""
        return t("going on now") if (period.end - period.start).days < 31 else ""
    past = away.count < 0
    match away.unit:
        case Unit.DAY if n == 1:
            return t("yesterday") if past else t("tomorrow")
        case Unit.DAY:
            return t.plural("{n} day ago", "{n} days ago", n) if past else t.plural("in {n} day", "in {n} days", n)
        case Unit.WEEK:
            return t.plural("{n} week ago", "{n} weeks ago", n) if past else t.plural("in {n} week", "in {n} weeks", n)
        case Unit.MONTH if past:
            return t.plural("{n} month ago", "{n} months ago", n)
        case Unit.MONTH:
            return t.plural("in {n} month", "in {n} months", n)
        case Unit.YEAR:
            return t.plural("{n} year ago", "{n} years ago", n) if past else t.plural("in {n} year", "in {n} years", n)
