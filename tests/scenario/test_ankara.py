"""The records of a real desk, typed line by line into an empty database: nothing is asked and nothing fails."""

from collections.abc import Iterable, Iterator
from datetime import date
from pathlib import Path
from typing import Any

import pytest

from bot.domain.events import Event, EventKind
from bot.domain.memberships import Membership
from bot.domain.periods import Period, Precision
from bot.domain.records import Role, StoredRecord
from bot.domain.visits import Direction, Visit, VisitKind
from bot.storage.engine import Database
from tests.databases import BACKENDS, Databases
from tests.desk import Desk, Said

LINES = (Path(__file__).parents[1] / "data" / "ankara.txt").read_text("utf-8").splitlines()


def year(number: int) -> Period:
    return Period(date(number, 1, 1), date(number, 12, 31), Precision.YEAR)


OCTOBER_2015 = Period(date(2015, 10, 1), date(2015, 10, 31), Precision.MONTH)
SEPTEMBER_2015 = Period(date(2015, 9, 10), date(2015, 9, 13), Precision.DAY)

CULTURE_DAYS = [
    # title, guest, host, the one that is a partner with its country, when
    ("China Days in Ankara", "China", "Ankara", (Role.GUEST, "China", "CN"), year(2000)),
    ("Ankara Days in Astana", "Ankara", "Astana", (Role.HOST, "Astana", "KZ"), year(2001)),
    ("Astana Days in Ankara", "Astana", "Ankara", (Role.GUEST, "Astana", "KZ"), year(2001)),
    ("Ankara Days in Moscow", "Ankara", "Moscow", (Role.HOST, "Moscow", "RU"), year(2002)),
    ("Moscow Days in Ankara", "Moscow", "Ankara", (Role.GUEST, "Moscow", "RU"), year(2003)),
    ("Ulan Baatar Days in Ankara", "Ulan Bator", "Ankara", (Role.GUEST, "Ulan Bator", "MN"), year(2004)),
    ("Ankara Days in Islamabad", "Ankara", "Islamabad", (Role.HOST, "Islamabad", "PK"), year(2005)),
    ("Ankara Days in Seoul", "Ankara", "Seoul", (Role.HOST, "Seoul", "KR"), year(2006)),
    ("Seoul Days in Ankara", "Seoul", "Ankara", (Role.GUEST, "Seoul", "KR"), year(2007)),
    (
        "Ankara Days in N.Cyprus T.R.",
        "Ankara",
        "Turkish Republic of Northern Cyprus",
        (Role.HOST, "Turkish Republic of Northern Cyprus", "KKTC"),
        year(2008),
    ),
    ("Ankara Days in Shanghai", "Ankara", "Shanghai", (Role.HOST, "Shanghai", "CN"), year(2009)),
    ("Shanghai Days in Ankara", "Shanghai", "Ankara", (Role.GUEST, "Shanghai", "CN"), year(2010)),
    ("Ankara Days in Astana", "Ankara", "Astana", (Role.HOST, "Astana", "KZ"), year(2011)),
    ("Astana Days in Ankara", "Astana", "Ankara", (Role.GUEST, "Astana", "KZ"), year(2012)),
    ("Ashkhabad Days in Ankara", "Ashgabat", "Ankara", (Role.GUEST, "Ashgabat", "TM"), year(2013)),
    ("Budapest Days in Ankara", "Budapest", "Ankara", (Role.GUEST, "Budapest", "HU"), SEPTEMBER_2015),
    ("Ankara Days in Moscow", "Ankara", "Moscow", (Role.HOST, "Moscow", "RU"), OCTOBER_2015),
    ("Ankara Days in Budapest", "Ankara", "Budapest", (Role.HOST, "Budapest", "HU"), year(2016)),
]

EUROPE_PRIZE = "Association of Towns Awarded the Europe Prize"
DESIGN_CITIES = "Global Design Cities Organization"
ISLAMIC_CAPITALS = "Organization of Islamic Capitals and Cities"

OTHER_EVENTS = [
    # title, network among the memberships, year
    ("General Assembly & Youth Meeting of Association of Towns Awarded the Europe Prize", EUROPE_PRIZE, 2014),
    ("General Assembly and Steering Committee Meeting of Global Design Cities Organization", DESIGN_CITIES, 2013),
    ("European Forum of Youth Councils", "", 2013),
    ("Presidium Meeting of the Association of Towns Awarded the Europe Prize", EUROPE_PRIZE, 2012),
    (
        "3rd Digital Interaction Committee Meeting of Organization of Islamic Capitals and Cities (OICC)",
        ISLAMIC_CAPITALS,
        2012,
    ),
    ("General Assembly & Youth Meeting of Association of Towns Awarded the Europe Prize", EUROPE_PRIZE, 2011),
    (
        "1st Digital Interaction Committee Meeting of Organization of Islamic Capitals and Cities",
        ISLAMIC_CAPITALS,
        2008,
    ),
    ("Conference, Seminar and Exhibition of Swedish -Turkish for Disabled People", "", 2007),
    ("11th General Assembly and 26th Administrative Council Meeting of OICC", ISLAMIC_CAPITALS, 2007),
    ("7th International Meeting of Friendship and Cooperation Among Major Balkan Cities (BALCINET)", "", 2006),
    ("5th Annual Glocalization Conference", "", 2006),
    ("Model United Nations Conference", "", 2006),
    ("The 9th Conference of European Capitals for EU Enlargement", "", 2005),
    ("Conference of Turkish Local Authorities and European Union", "", 2004),
    ("1st General Assembly of Black Sea Capitals' Association", "", 2000),
]

VISITS = [
    ("Pristina", Direction.INCOMING, VisitKind.TECHNICAL, "", ()),
    ("Islamabad", Direction.INCOMING, VisitKind.TECHNICAL, "", ()),
    (
        "Kabul",
        Direction.INCOMING,
        VisitKind.SITE,
        "Social Projects and ITC Solid Waste Management Facility",
        ("solid-waste",),
    ),
    (
        "Tirana",
        Direction.INCOMING,
        VisitKind.SITE,
        "Housing and Restoration Projects",
        ("housing", "restoration"),
    ),
    ("Washington", Direction.OUTGOING, VisitKind.SIGNING, "Sister City Protocol", ()),
]

MEMBERSHIPS = [
    ("Asian Mayors Forum", "AMF"),
    ("Global Design Cities Organization", "GDCO"),
    ("Association of Towns Awarded the Europe Prize", ""),
    ("The League Of Historical Cities", ""),
    ("Union of Turkish World Municipalities", "TDBB"),
    ("Organization of Islamic Capitals and Cities", "OICC"),
    ("Local Governments for Sustainability", "ICLEI"),
    ("World e-Governments Organization of Cities and Local Governments", "WeGO"),
    ("United Cities and Local Governments – Middle East & West Asia Section", "UCLG-MEWA"),
]


@pytest.fixture(scope="module", params=BACKENDS)
def desk(
    request: pytest.FixtureRequest, databases: Databases, tmp_path_factory: pytest.TempPathFactory
) -> Iterator[Desk]:
    """One desk for all that is looked at here; nothing below changes it."""
    with databases.fresh(str(request.param), tmp_path_factory.mktemp("ankara")) as url:
        database = Database(url)
        with Desk.opened(database) as desk:
            yield desk
        database.close()


@pytest.fixture(scope="module")
def answers(desk: Desk) -> list[Said]:
    """What the desk answers to each line."""
    return [desk.say(line) for line in LINES]


def test_ankara_nothing_is_asked_and_nothing_fails(desk: Desk, answers: list[Said]) -> None:
    assert [answer.splitlines()[0][:2] for answer in answers] == ["✓ "] * 48
    assert len(desk.records()) == 47
    assert desk.rows("questions") == []


def test_ankara_culture_days_have_guest_host_and_precision(desk: Desk, answers: list[Said]) -> None:
    found = [
        (event.title, event.guest, event.host, *linked(desk, stored), stored.record.period)
        for stored, event in of_type(desk, Event)
        if event.kind is EventKind.CULTURE_DAYS
    ]
    assert found == CULTURE_DAYS


def test_ankara_other_events_keep_their_titles(desk: Desk, answers: list[Said]) -> None:
    found = [
        (event, stored.record.links, stored.record.period)
        for stored, event in of_type(desk, Event)
        if event.kind is EventKind.OTHER
    ]
    assert found == [(Event(title=title, network=network), (), year(when)) for title, network, when in OTHER_EVENTS]


def test_ankara_visits_are_undated(desk: Desk, answers: list[Said]) -> None:
    found = [
        (linked(desk, stored)[0][1], visit, set(stored.record.themes), stored.record.period)
        for stored, visit in of_type(desk, Visit)
    ]
    assert found == [
        (name, Visit(direction=direction, kind=kind, purpose=purpose), set(themes), None)
        for name, direction, kind, purpose, themes in VISITS
    ]


def test_ankara_memberships_have_name_and_acronym(desk: Desk, answers: list[Said]) -> None:
    found = [(membership, stored.record.period) for stored, membership in of_type(desk, Membership)]
    assert found == [(Membership(network=network, acronym=acronym), None) for network, acronym in MEMBERSHIPS]


def test_ankara_our_own_city_is_no_partner(desk: Desk, answers: list[Said]) -> None:
    names = [row["name"] for row in desk.rows("partners")]
    assert "Ankara" not in names
    assert len(names) == len(set(names)) == 14


@pytest.mark.parametrize(
    ("names", "short_id"),
    [
        (["Ulaanbaatar", "Ulan Batur", "Ulan Baatar", "Ulan Bator"], "E6"),
        (["Ashgabat", "Aşkabat", "Ashkhabad"], "E15"),
        (["KKTC", "Northern Cyprus", "Kuzey Kıbrıs", "N.Cyprus T.R."], "E10"),
        (["Pristina", "Priştine", "Prishtina"], "V1"),
    ],
)
def test_ankara_partners_are_found_under_their_present_names(
    desk: Desk, answers: list[Said], names: list[str], short_id: str
) -> None:
    kind = {"E": "event", "V": "visit"}[short_id[0]]
    first_lines = {name: desk.say(f"/{kind} {name}").splitlines()[0] for name in names}
    assert {name: line.split(" · ")[0] for name, line in first_lines.items()} == dict.fromkeys(names, short_id)


def of_type(desk: Desk, details: type[Any]) -> Iterable[tuple[StoredRecord, Any]]:
    """The records of one noun, in the order of their numbers."""
    found = [stored for stored in desk.records() if isinstance(stored.record.details, details)]
    return [(stored, stored.record.details) for stored in sorted(found, key=lambda stored: stored.number)]


def linked(desk: Desk, stored: StoredRecord) -> list[tuple[Role, str, str]]:
    """The partners of a record: role, name and country."""
    partners = {row["id"]: row for row in desk.rows("partners")}
    return [
        (link.role, partners[link.partner_id]["name"], partners[link.partner_id]["country"])
        for link in stored.record.links
    ]
