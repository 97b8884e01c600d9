"""National days two weeks ahead, anniversaries of signing, elections, ends of a term: what calls for a letter."""

from dataclasses import dataclass
from datetime import date, timedelta

from sqlalchemy import Connection

from bot.cards.occasions import ahead_line, draft_buttons
from bot.digests.section import Edition, Part, Section
from bot.domain.contacts import Contact
from bot.domain.occasions import Ahead, Occasion, Windows, anniversaries, said_between, signed_in
from bot.domain.partners import Partner
from bot.domain.periods import Period, Precision
from bot.domain.records import StoredRecord
from bot.i18n import N_
from bot.national_days import national_day
from bot.storage import occasions as stored_occasions
from bot.storage.partners import load_partners
from bot.storage.records import load_records

SHOWN = 5
_DRAFTS = 3


@dataclass(frozen=True, slots=True)
class Whose:
    """Of one partner only; or only what a member looks after."""

    partner: Partner | None = None
    owner_id: int | None = None


def occasions_in(db: Connection, team_id: int, windows: Windows, whose: Whose) -> list[Ahead]:
    """Every occasion in the windows, the nearest first. Nobody looks after a national day or an election."""
    found = _signings(db, team_id, windows, whose) + _terms(db, team_id, windows, whose)
    if whose.owner_id is None:
        found += _national_days(db, team_id, windows, whose) + _elections(db, team_id, windows, whose)
    return sorted(found, key=lambda ahead: (ahead.period.start, ahead.occasion, ahead.sort_key))


def _national_days(db: Connection, team_id: int, windows: Windows, whose: Whose) -> list[Ahead]:
    partner = whose.partner
    countries = [partner.country or ""] if partner else stored_occasions.countries_of_partners(db, team_id)
    days: list[tuple[str, date]] = []
    for known in filter(None, map(national_day, countries)):
        for window in windows(Occasion.NATIONAL_DAY, 0):
            years = range(window.since.year, window.until.year + 1)
            every = [day for year in years if (day := known.in_year(year)) and window.has(day)]
            days += [(known.country, day) for day in every]
    if not days:
        return []
    named = {country for country, _ in days}
    by_country = {countries[0]: [partner]} if partner else stored_occasions.partners_in(db, team_id, named)
    return [
        Ahead(Occasion.NATIONAL_DAY, Period.day(day), tuple(by_country.get(country, ())), country=country)
        for country, day in days
    ]


def _signings(db: Connection, team_id: int, windows: Windows, whose: Whose) -> list[Ahead]:
    partner_id = whose.partner.id if whose.partner else None
    ids = stored_occasions.agreements_signed(
        db, team_id, signed_in(windows), partner_id=partner_id, owner_id=whose.owner_id
    )
    found = load_records(db, team_id, ids)
    return [
        Ahead(Occasion.ANNIVERSARY, period, partners, record=stored, years=years)
        for stored, partners in _with_partners(db, team_id, found)
        if stored.record.period
        for years, period in anniversaries(stored.record.period, windows)
    ]


def _terms(db: Connection, team_id: int, windows: Windows, whose: Whose) -> list[Ahead]:
    partner_id = whose.partner.id if whose.partner else None
    ids = stored_occasions.contacts_leaving(
        db, team_id, windows(Occasion.TERM_END, 0), partner_id=partner_id, owner_id=whose.owner_id
    )
    return [
        Ahead(Occasion.TERM_END, _end_of(stored.record.details.term), partners, record=stored)
        for stored, partners in _with_partners(db, team_id, load_records(db, team_id, ids))
        if isinstance(stored.record.details, Contact) and stored.record.details.term
    ]


def _end_of(term: Period) -> Period:
    """The day, month or year in which it ends."""
    first = {Precision.MONTH: term.end.replace(day=1), Precision.YEAR: term.end.replace(month=1, day=1)}
    return Period(first.get(term.precision, term.end), term.end, term.precision)


def _elections(db: Connection, team_id: int, windows: Windows, whose: Whose) -> list[Ahead]:
    partner_id = whose.partner.id if whose.partner else None
    found = stored_occasions.elections_held(db, team_id, windows(Occasion.ELECTION, 0), partner_id=partner_id)
    partners = load_partners(db, team_id, [voting for voting, _ in found])
    return [Ahead(Occasion.ELECTION, period, (partners[voting],)) for voting, period in found]


def _with_partners(
    db: Connection, team_id: int, found: list[StoredRecord]
) -> list[tuple[StoredRecord, tuple[Partner, ...]]]:
    ids = [link.partner_id for stored in found for link in stored.record.links]
    known = load_partners(db, team_id, ids)
    return [
        (stored, tuple(known[link.partner_id] for link in stored.record.links if link.partner_id in known))
        for stored in found
    ]


def build_occasions(edition: Edition) -> Part | None:
    """What is to be said in the week of the edition: each lead falls into one week, so nothing is said twice."""
    windows = said_between(edition.monday, edition.monday + timedelta(days=6))
    found = occasions_in(edition.db, edition.team.id, windows, Whose(owner_id=edition.member_id))
    if not found:
        return None
    buttons = draft_buttons(found, edition.t, limit=_DRAFTS)
    rows = tuple(ahead_line(ahead, edition.t, year=edition.today.year) for ahead in found[:SHOWN])
    return Part(edition.t(OCCASIONS.title), rows, more=len(found) - len(rows), buttons=buttons)


OCCASIONS = Section(
    name="occasions",
    names={"en": "occasions", "tr": "millî günler"},
    title=N_("National days and anniversaries"),
    build=build_occasions,
)
