"""Whether the days of a planned visit or event are good ones: public holidays and weekends on either side."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from itertools import pairwise

from bot.cards.holiday_names import holiday_name
from bot.cards.occasions import national_day_name
from bot.cards.values import View
from bot.domain.events import Event, EventKind
from bot.domain.periods import Period
from bot.domain.records import StoredRecord
from bot.domain.travel import days_of, is_planned, may_avoid_weekends, nearest_free
from bot.domain.visits import Visit
from bot.i18n import Translator
from bot.message import Invocation
from bot.national_days import national_day
from bot.parsing.dates import format_period
from bot.parsing.places import country_name
from bot.public_holidays import find_holiday, is_known, is_weekend
from bot.reply import Button

_MOST_LINES = 4


@dataclass(frozen=True, slots=True)
class _Off:
    """Why a day is none to travel on: a weekend ("") or a holiday in a country."""

    country: str
    why: str


def travel_lines(stored: StoredRecord, view: View) -> list[str]:
    """What stands in the way of the days, a line each; [] where nothing does, or where it is not planned for days."""
    period = _planned(stored, view)
    if period is None:
        return []
    t, countries = view.t, _countries(stored, view)
    days: dict[_Off, list[date]] = {}
    for day in days_of(period):
        for off in _offs(day, countries, stored, t):
            days.setdefault(off, []).append(day)
    resting: dict[tuple[str, tuple[date, ...]], list[str]] = {}
    for off, found in days.items():
        resting.setdefault((off.why, tuple(found)), []).append(off.country)
    rows = []
    for (why, when), where in resting.items():
        names = (
            "" if len(where) == len(countries) and not why else ", ".join(country_name(c, t.language) for c in where)
        )
        said = why or t("weekend")
        rows += ["⚠ " + " · ".join(filter(None, [_days(run, t), names])) + f": {said}" for run in _runs(when)]
    rows = rows[:_MOST_LINES]
    for country in countries:
        if not is_known(country):
            rows.append(
                t("{country}: its public holidays are not known to me", country=country_name(country, t.language))
            )
    return rows


def other_days_buttons(stored: StoredRecord, view: View) -> list[Button]:
    """The nearest free days before and behind, where something stands in the way of those that were named."""
    period = _planned(stored, view)
    if period is None:
        return []
    t, countries = view.t, _countries(stored, view)

    def is_free(day: date) -> bool:
        return not any(_offs(day, countries, stored, t))

    if all(map(is_free, days_of(period))):
        return []
    return [
        Button(
            t("Move to {days}", days=_days(other, t)),
            Invocation("edit", f"{stored.short_id} {other.start.isoformat()}/{other.end.isoformat()}"),
        )
        for other in nearest_free(period, is_free, view.today)
    ]


def _planned(stored: StoredRecord, view: View) -> Period | None:
    details, period = stored.record.details, stored.record.period
    if stored.voided_at or not isinstance(details, Visit | Event) or not is_planned(period, view.today):
        return None
    return period


def _countries(stored: StoredRecord, view: View) -> list[str]:
    """Our own, and those of the partners."""
    partners = [view.partners[link.partner_id] for link in stored.record.links if link.partner_id in view.partners]
    return list(dict.fromkeys(filter(None, [view.team.country, *(partner.country for partner in partners)])))


def _offs(day: date, countries: list[str], stored: StoredRecord, t: Translator) -> Iterator[_Off]:
    """Why nobody works on that day. Culture days are for the public, which has time at the weekend."""
    details, period = stored.record.details, stored.record.period
    for_the_public = isinstance(details, Event) and details.kind is EventKind.CULTURE_DAYS
    weekends = not for_the_public and period is not None and may_avoid_weekends(period)
    for country in countries:
        if found := find_holiday(country, day, t.language):
            names = ", ".join(holiday_name(name, country, t) for name in found.names)
            notes = [t("estimated")] * found.is_estimated + [t("observed")] * found.is_observed
            yield _Off(country, t("public holiday ({name})", name=", ".join([names, *notes])))
        elif (known := national_day(country)) and known.in_year(day.year) == day:  # kept without a day off, or unknown
            yield _Off(country, t("national day ({name})", name=national_day_name(country, t)))
        elif weekends and is_weekend(country, day):
            yield _Off(country, "")


def _runs(days: tuple[date, ...]) -> list[Period]:
    """Days in a row as one period."""
    cuts = [0, *(at + 1 for at, (one, next_) in enumerate(pairwise(days)) if (next_ - one).days > 1), len(days)]
    return [Period(days[start], days[end - 1]) for start, end in pairwise(cuts)]


def _days(period: Period, t: Translator) -> str:
    """ "5 June", "30 May – 2 June": the year stands above."""
    text = format_period(period, t.language, weekday=False)
    return text.replace(f" {period.start.year}", "").replace(f" {period.end.year}", "")
