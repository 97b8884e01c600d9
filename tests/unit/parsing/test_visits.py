"""What ``/log visit`` understands; the day is 4 May 2026."""

from collections.abc import Iterator
from contextlib import suppress
from dataclasses import replace
from datetime import date

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from bot.domain.periods import Period, Precision
from bot.domain.visits import Direction, Visit, VisitKind
from bot.errors import BotError, Question, WhichPlace
from bot.folding import fold
from bot.parsing.context import Context
from bot.parsing.partner_questions import UnknownPlace
from bot.parsing.references import Reference
from bot.parsing.visits import MissingPartner, read_visit
from tests.unit.parsing.context import opened

DAY = Period.day(date(2025, 5, 3))
YEAR = Period(date(2016, 1, 1), date(2016, 12, 31), Precision.YEAR)
NAMES = ("Ali Veli", "Ayşe Kaya")


@pytest.fixture(scope="module")
def context() -> Iterator[Context]:
    with opened() as context:
        yield context


@pytest.mark.parametrize(
    ("text", "names", "purpose"),
    [
        ("Bishkek, Tirana", ["Bishkek", "Tirana"], ""),
        ("Tirana and Skopje", ["Tirana", "Skopje"], ""),
        ("Tirana, Skopje and Prizren", ["Tirana", "Skopje", "Prizren"], ""),
        ("Üsküp ve Tiran ile", ["Skopje", "Tirana"], ""),
        ("Tirana and Skopje waste plants", ["Tirana", "Skopje"], "waste plants"),
        ("Hanover, Germany", ["Hannover"], ""),
        ("Tirana, Albania, Skopje", ["Tirana", "Skopje"], ""),
        ("Tirana, waste plant", ["Tirana"], "waste plant"),
        ("Bosnia and Herzegovina", ["Bosnia & Herzegovina"], ""),
        ("Ankara and Tirana", ["Tirana"], ""),
    ],
)
def test_several_partners(context: Context, text: str, names: list[str], purpose: str) -> None:
    read = read_visit(f"{text} 3 May 2025", context)
    assert ([partner.name for partner in (read.partner, *read.others)], read.visit.purpose) == (names, purpose)


def test_the_last_of_a_list_says_the_direction(context: Context) -> None:
    assert read_visit("Üsküp ve Tiran'a 3 mayıs 2025", context).visit == Visit(direction=Direction.OUTGOING)


def test_an_unsettled_name_in_a_list_is_asked_about(context: Context) -> None:
    with pytest.raises(WhichPlace) as raised:
        read_visit("Tirana and San Jose 3 May 2025", context)
    assert raised.value.hole == (11, 19)


@pytest.mark.parametrize(
    ("text", "visit"),
    [
        ("Tirana 2016 #waste", Visit()),
        ("Tirana 2016: new plant", Visit(purpose="new plant")),
        ("Tirana 2016 +6", Visit(people=6)),
        ("Tirana 2016, technical visit", Visit(kind=VisitKind.TECHNICAL)),
    ],
)
def test_a_year_alone(context: Context, text: str, visit: Visit) -> None:
    read = read_visit(text, context)
    assert (read.period, read.visit) == (YEAR, visit)


@pytest.mark.parametrize(
    ("text", "visit"),
    [
        (
            ": waste, 6 people #environment with Ali Veli, Ayşe Kaya",
            Visit(purpose="waste", people=6, participants=NAMES),
        ),
        (": waste plant +6", Visit(purpose="waste plant", people=6)),
        (": waste plant 6 people", Visit(purpose="waste plant", people=6)),
        (": training for 6 people", Visit(purpose="training for 6 people")),
        (": meeting with Ali Veli", Visit(purpose="meeting with Ali Veli")),
        (" with Ali Veli, Ayşe Kaya +3 #a #b", Visit(people=3, participants=NAMES)),
        ("\ntechnical visit", Visit(kind=VisitKind.TECHNICAL)),
        ("\ntechnical visit: waste", Visit(kind=VisitKind.TECHNICAL, purpose="waste")),
        ("\nwaste\nwith Ali Veli, Ayşe Kaya\n6 people", Visit(purpose="waste", people=6, participants=NAMES)),
        ("\nWe saw the plant in Skopje", Visit(purpose="We saw the plant in Skopje")),
    ],
)
def test_what_follows(context: Context, text: str, visit: Visit) -> None:
    read = read_visit(f"Tirana 3 May 2025{text}", context)
    assert (read.partner.name, read.others, read.period, read.visit) == ("Tirana", (), DAY, visit)


@pytest.mark.parametrize(
    ("text", "visit"),
    [
        ("tiran\n3 mayıs 2025\nteknik ziyaret\n6 kişi", Visit(kind=VisitKind.TECHNICAL, people=6)),
        ('"Tirana" "3 May 2025"', Visit()),
        ("“Tiran” “3 Mayıs 2025”", Visit()),
        ("we went to Tirana 3 May 2025", Visit(direction=Direction.OUTGOING)),
        ("from us to Tirana 3 May 2025", Visit(direction=Direction.OUTGOING)),
        ("to us from Tirana 3 May 2025", Visit(direction=Direction.INCOMING)),
        ("bizden Tiran 3 mayıs 2025", Visit(direction=Direction.OUTGOING)),
        ("bize Tiran 3 mayıs 2025", Visit(direction=Direction.INCOMING)),
        ("Tiran gidiş 3 mayıs 2025", Visit(direction=Direction.OUTGOING)),
        ("Tiran geliş 3 mayıs 2025", Visit(direction=Direction.INCOMING)),
        ("a delegation came from Tirana on 3 May 2025", Visit(direction=Direction.INCOMING)),
    ],
)
def test_lines_quotes_and_directions(context: Context, text: str, visit: Visit) -> None:
    read = read_visit(text, context)
    assert (read.partner.name, read.period, read.visit) == ("Tirana", DAY, visit)


@pytest.mark.parametrize(
    ("text", "day"),
    [
        ("tirandan heyet geldi 4 mayıs", date(2026, 5, 4)),
        ("tirandan heyet geldi 5 mayıs", date(2025, 5, 5)),
        ("Tiran'a gittik 5 mayıs", date(2025, 5, 5)),
        ("we visited Tirana 5 May", date(2025, 5, 5)),
        ("Tiran'a gideceğiz 3 mayıs", date(2027, 5, 3)),
        ("they will come from Tirana 3 May", date(2027, 5, 3)),
        ("dün Tiran'dan heyet geldi", date(2026, 5, 3)),
        ("we went to Tirana 5 May 2026", date(2026, 5, 5)),
    ],
)
def test_the_verb_says_which_year(context: Context, text: str, day: date) -> None:
    assert read_visit(text, context).period == Period.day(day)


@pytest.mark.parametrize(
    ("text", "shown", "choices"),
    [
        ("San Jose'den", "San Jose", ["geo:5392171'dan", "geo:3621849'dan"]),
        ("Qqxwville'dan", "Qqxwville", ["new:Qqxwville'dan"]),
        ("thanks", "thanks", []),
        ("merhaba", "merhaba", []),
    ],
)
def test_what_is_asked_shows_the_name(context: Context, text: str, shown: str, choices: list[str]) -> None:
    with pytest.raises((WhichPlace, UnknownPlace)) as raised:
        read_visit(f"{text} 3 mayıs", context)
    assert isinstance(raised.value, Question)
    references = [Reference.read(choice.text) for choice in raised.value.choices]
    plain = [str(replace(reference, spelling="")) for reference in references if reference]
    assert (raised.value.parameters["text"], plain) == (shown, choices)
    assert {reference.spelling for reference in references if reference and not reference.written} <= {shown}


def test_emoji_say_nothing(context: Context) -> None:
    assert fold("Tirana 😀") == "tirana"
    with pytest.raises(MissingPartner):
        read_visit("😀", context)


PIECES = [
    "Tirana",
    "and",
    "Skopje",
    ",",
    "\n",
    ":",
    "3 May",
    "2016",
    "came",
    "to",
    '"',
    "#a",
    "+6",
    "with Ali Veli",
    "😀",
]


@settings(deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(st.lists(st.sampled_from(PIECES), max_size=10).map(" ".join))
def test_any_order_is_read_or_asked_about(context: Context, text: str) -> None:
    with suppress(BotError):
        read_visit(text, context)
