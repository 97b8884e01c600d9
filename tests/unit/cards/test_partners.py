"""One screen of a partner."""

from dataclasses import replace
from datetime import date, datetime

import pytest

from bot.adapters.console import plain_text
from bot.cards.partners import PartnerFile, partner_card, time_line, title_of
from bot.cards.values import View
from bot.domain.agreements import Agreement, AgreementKind, AgreementStatus
from bot.domain.contacts import Contact
from bot.domain.local_time import LocalTime
from bot.domain.partners import Partner
from bot.domain.periods import Period, Precision
from bot.domain.places import PlaceKind
from bot.domain.records import Details, Link, Record, StoredRecord
from bot.domain.teams import Team
from bot.domain.visits import Direction, Visit, VisitKind
from bot.i18n import translator

NOW = datetime.fromisoformat("2026-05-04T09:00:00+03:00")
T = translator("en")
TEAM = Team(id=1, name="Ankara", language="en", timezone="Europe/Istanbul", country="TR", approval_chain=())
SKOPJE = Partner(
    7, "Skopje", PlaceKind.CITY, "geo:785842", "MK", timezone="Europe/Skopje", names={"en": "Skopje", "tr": "Üsküp"}
)
VIEW = View(T, TEAM, date(2026, 5, 4), {7: SKOPJE})
SIGNED, IN_FORCE, ENDED = AgreementStatus.SIGNED, AgreementStatus.IN_FORCE, AgreementStatus.ENDED


def _stored(number: int, details: Details, day: str = "") -> StoredRecord:
    period = Period.day(date.fromisoformat(day)) if day else None
    return StoredRecord(
        id=number, number=number, version=1, record=Record(details=details, period=period, links=(Link(7),))
    )


def _relation(*agreements: StoredRecord) -> list[str]:
    card = plain_text(partner_card(PartnerFile(partner=SKOPJE, agreements=agreements), VIEW, NOW))
    return [line for line in card.splitlines()[1:-1] if "there (" not in line and "recorded yet" not in line]


def test_approvals_without_a_record_are_named() -> None:
    view = replace(VIEW, team=replace(TEAM, approval_chain=None))
    agreements = [_stored(number, Agreement(kind=AgreementKind.TOWN_TWINNING), "1995-09-01") for number in (2, 1)]
    card = plain_text(partner_card(PartnerFile(partner=SKOPJE, agreements=agreements), view, NOW))
    assert "⚠ Approval not on record: A1, A2" in card


def test_one_screen_answers_what_was_done_and_what_is_next() -> None:
    twinning = Agreement(kind=AgreementKind.TOWN_TWINNING, status=IN_FORCE)
    visit = Visit(direction=Direction.INCOMING, kind=VisitKind.TECHNICAL, purpose="waste plant")
    last = _stored(102, visit, "2026-03-08")
    contacts = [
        _stored(1, Contact(name="Ana Kola", title="protocol officer")),
        _stored(2, Contact(name="Petar Ilievski")),
        _stored(3, Contact(name="Mila Trajkova", title="interpreter")),
    ]
    file = PartnerFile(
        partner=SKOPJE,
        agreements=[_stored(4, twinning, "1995-09-01")],
        next=_stored(110, Visit(direction=Direction.OUTGOING), "2026-05-12"),
        last=last,
        latest=[last, _stored(88, Visit(direction=Direction.INCOMING), "2024-06-01"), _stored(71, Visit())],
        contacts=contacts,
        contact_count=5,
        record_count=9,
    )
    assert plain_text(partner_card(file, VIEW, NOW)) == (
        "Skopje · Üsküp, North Macedonia\n"
        "Town twinning agreement · in force · since 1995\n"
        "08:00 there (1 hour behind)\n"
        "Next: V110 · 12 May 2026 · Visit · outgoing\n"
        "Last contact: V102 · 8 weeks ago\n"
        "Latest:\n"
        "  V102 · 8 March 2026 · Technical visit · incoming, waste plant\n"
        "  V88 · 1 June 2024 · Visit · incoming\n"
        "  V71 · undated · Visit\n"
        "Contacts: Ana Kola (protocol officer), Petar Ilievski, Mila Trajkova (interpreter), +2\n"
        "[1] Log a visit  [2] Agreements  [3] Contacts  [4] All"
    )


def test_the_newest_agreement_of_a_kind_says_where_it_stands_the_oldest_since_when() -> None:
    old = _stored(1, Agreement(kind=AgreementKind.TOWN_TWINNING, status=SIGNED), "1984-02-01")
    renewed = _stored(2, Agreement(kind=AgreementKind.TOWN_TWINNING, status=IN_FORCE), "2004-02-01")
    mou = _stored(3, Agreement(kind=AgreementKind.MEMORANDUM), "1990-06-25")
    assert _relation(mou, renewed, old) == [
        "Town twinning agreement · in force · since 1984",
        "Memorandum of understanding · since 1990",
    ]


def test_an_agreement_that_is_over_goes_on_since_no_year() -> None:
    assert _relation(_stored(1, Agreement(kind=AgreementKind.FRIENDSHIP, status=ENDED), "2001-01-01")) == [
        "Friendship agreement · ended"
    ]


@pytest.mark.parametrize(
    ("ends_on", "warning"),
    [
        ("2026-05-03", "⚠ A1: its term ended on 3 May 2026"),
        ("2026-06-25", "⚠ A1: its term ends on 25 June 2026"),
        ("2027-06-25", None),
    ],
)
def test_an_end_that_is_near_or_past_is_a_warning(ends_on: str, warning: str | None) -> None:
    agreement = Agreement(kind=AgreementKind.MEMORANDUM, status=IN_FORCE, ends_on=date.fromisoformat(ends_on))
    rows = _relation(_stored(1, agreement, "2023-06-25"))
    assert rows == list(filter(None, ["Memorandum of understanding · in force · since 2023", warning]))
    over = _stored(1, replace(agreement, status=ENDED), "2023-06-25")
    assert _relation(over) == ["Memorandum of understanding · ended"]


def test_a_partner_without_anything_says_so() -> None:
    assert plain_text(partner_card(PartnerFile(partner=SKOPJE), VIEW, NOW)).splitlines()[2:] == [
        "No visits or events recorded yet.",
        "[1] Log a visit",
    ]


def test_a_vague_year_that_goes_on_is_no_time_ago() -> None:
    year = Record(details=Visit(), period=Period(date(2026, 1, 1), date(2026, 12, 31), Precision.YEAR))
    last = StoredRecord(id=1, number=1, version=1, record=year)
    card = plain_text(partner_card(PartnerFile(partner=SKOPJE, last=last, latest=[last]), VIEW, NOW))
    assert "Last contact: V1\n" in card


@pytest.mark.parametrize(
    ("partner", "title"),
    [
        (SKOPJE, "Skopje · Üsküp, North Macedonia"),
        (replace(SKOPJE, label="Makedonya"), "Skopje · Üsküp, Makedonya"),
        (replace(SKOPJE, label=""), "Skopje · Üsküp"),
        (Partner(1, "Istanbul", PlaceKind.CITY, country="TR", names={"tr": "İstanbul"}), "Istanbul, Türkiye"),
        (Partner(1, "China", PlaceKind.COUNTRY, "country:CN", "CN", names={"tr": "Çin"}), "China · Çin"),
        (Partner(1, "Fairfax County", PlaceKind.REGION), "Fairfax County"),
    ],
)
def test_the_title_has_the_names_and_the_country_line(partner: Partner, title: str) -> None:
    assert title_of(partner, T) == title


@pytest.mark.parametrize(
    ("time", "text"),
    [
        (LocalTime(11, 42, -60), "11:42 there (1 hour behind)"),
        (LocalTime(9, 5, 0), "09:05 there (the same time)"),
        (LocalTime(14, 12, 90), "14:12 there (1 h 30 min ahead)"),
        (LocalTime(1, 30, 360, days=1), "01:30 tomorrow there (6 hours ahead)"),
        (LocalTime(20, 30, -420, days=-1), "20:30 yesterday there (7 hours behind)"),
    ],
)
def test_the_time_there_says_how_far_it_is_from_ours(time: LocalTime, text: str) -> None:
    assert time_line(time, T) == text
