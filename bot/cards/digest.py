"""The weekly digest in words: a record on a line or two of a phone."""

from collections.abc import Mapping
from datetime import date, timedelta

from bot.cards.agenda import short_weekday, without_year
from bot.cards.terms import TERMS
from bot.cards.values import View, first_lower
from bot.domain.events import Event, EventKind
from bot.domain.periods import Period, Precision
from bot.domain.records import Kind, Role, StoredRecord
from bot.domain.visits import Visit, VisitKind
from bot.folding import fold
from bot.i18n import Translator
from bot.parsing.dates import format_period

LONGEST = 72
"""Two lines of a phone."""
FORTNIGHT = timedelta(days=14)
"""Within it, a weekday and a number name a day."""


def cut(text: str, most: int = LONGEST) -> str:
    """``text``, or its beginning."""
    text = " ".join(text.split())
    return text if len(text) <= most else text[: most - 1].rstrip() + "…"


def digest_title(first: date, last: date, t: Translator) -> str:
    """ "Weekly agenda · 4–10 May 2026"."""
    days = format_period(Period(first, last), t.language, weekday=False)
    return t("Weekly agenda · {days}", days=days)


def week_line(stored: StoredRecord, view: View) -> str:
    """ "Tue 5 · V44 Tirana, incoming, 6 people", "Fri 8–10 · E12 Seoul Days in Ankara"."""
    return cut(" · ".join(filter(None, [_days(stored.record.period, view), what_of(stored, view)])))


def dated_line(stored: StoredRecord, view: View) -> str:
    """ "12–14 June · E31 Skopje Days in Ankara": further ahead than the days of this week."""
    period = stored.record.period
    when = without_year(period, view.today, view.t) if period else ""
    return cut(" · ".join(filter(None, [when, what_of(stored, view)])))


def what_of(stored: StoredRecord, view: View) -> str:
    """What it is, shorter than in a list: "V44 Tirana, technical visit, incoming, 6 people"."""
    t, record = view.t, stored.record
    parts = [names_of(stored, view)]
    match record.details:
        case Visit() as visit:
            if visit.kind not in (None, VisitKind.DELEGATION):
                parts.append(first_lower(t(TERMS[visit.kind]), t.language))
            if visit.direction:
                parts.append(t(TERMS[visit.direction]))
            if visit.people:
                parts.append(t.plural("{n} person", "{n} people", visit.people))
            if len(list(filter(None, parts))) < 2:
                parts.append(visit.purpose or first_lower(t(TERMS[record.kind]), t.language))
        case Event() as event:
            parts = [_title(stored, event, view)]
        case _:
            parts.append(first_lower(t(TERMS[record.kind]), t.language))
    return f"{stored.short_id} {', '.join(filter(None, parts))}" + owner_of(stored)


def _title(stored: StoredRecord, event: Event, view: View) -> str:
    """Its title; culture days at ours that are called after their guest and nothing more are called so in the reader's
    language, without our own name: "Skopje Days", "Üsküp Günleri"."""
    guests = [link.partner_id for link in stored.record.links if link.role is Role.GUEST]
    usual = fold(f"{event.guest} Days in {event.host}")
    if guests and guests[0] in view.partners and event.kind is EventKind.CULTURE_DAYS and fold(event.title) == usual:
        return view.t("{guest} Days", guest=view.partners[guests[0]].name_in(view.t.language))
    return event.title


def names_of(stored: StoredRecord, view: View) -> str:
    """Its partners."""
    links = [link.partner_id for link in stored.record.links if link.partner_id in view.partners]
    return ", ".join(view.partners[partner_id].name_in(view.t.language) for partner_id in dict.fromkeys(links))


def owner_of(stored: StoredRecord) -> str:
    """ " (Ayşe)": who looks after it, "" where nobody was named."""
    return f" ({stored.owner})" if stored.owner else ""


def _days(period: Period | None, view: View) -> str:
    """ "Tue 5", "Fri 8–10", "to Wed 6" of what has begun; a week or a month is named as it was stated."""
    t, today = view.t, view.today
    if period is None:
        return ""
    if period.precision is not Precision.DAY:
        return without_year(period, today, t)
    first = f"{short_weekday(period.start, t)} {period.start.day}"
    if period.start == period.end:
        return first
    last = f"{short_weekday(period.end, t)} {period.end.day}"
    later = without_year(Period.day(period.end), today, t)
    if period.start < today:
        return t("to {day}", day=last if period.end - today < FORTNIGHT else later)
    if period.start.month == period.end.month:
        return f"{first}–{period.end.day}"
    return f"{first} – {later}"


def kinds_line(counts: Mapping[Kind | EventKind, int], t: Translator) -> str:
    """ "3 visits, 1 culture days, 2 events"."""
    parts = []
    if n := counts.get(Kind.VISIT, 0):
        parts.append(t.plural("{n} visit", "{n} visits", n))
    if n := counts.get(EventKind.CULTURE_DAYS, 0):
        parts.append(t.plural("{n} × culture days", "{n} × culture days", n))
    if n := counts.get(Kind.EVENT, 0):
        parts.append(t.plural("{n} event", "{n} events", n))
    return ", ".join(parts)
