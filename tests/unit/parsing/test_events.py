"""What ``/log event`` understands."""

from collections.abc import Iterator
from dataclasses import replace
from datetime import UTC, date, datetime

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from bot.domain.events import Attendance, Event, EventKind
from bot.domain.memberships import Membership
from bot.domain.periods import Period, Precision
from bot.domain.records import Record
from bot.errors import BotError, MissingDate, Question, WhichPlace
from bot.parsing.context import Context
from bot.parsing.events import LogEvent, MissingTitle, read_event
from bot.parsing.partner_questions import UnknownPlace
from bot.permissions import Role
from bot.storage.records import insert_record
from bot.storage.teams import add_member
from tests.unit.parsing.context import TEAM, opened

ANKARA = "geo:323786"


@pytest.fixture(scope="module")
def context() -> Iterator[Context]:
    with opened(replace(TEAM, home_place_id=ANKARA)) as context:
        yield context


def year(number: int) -> Period:
    return Period(date(number, 1, 1), date(number, 12, 31), Precision.YEAR)


def partners(read: LogEvent) -> tuple[str | None, str | None, list[str]]:
    """Who is linked: guest, host, others."""
    return (
        read.guest.name if read.guest else None,
        read.host.name if read.host else None,
        [partner.name for partner in read.partners],
    )


def days(title: str, guest: str, host: str) -> Event:
    return Event(title=title, kind=EventKind.CULTURE_DAYS, guest=guest, host=host)


def store_membership(context: Context, acronym: str) -> None:
    """A membership of the team, as the desk would have logged it."""
    db, team_id, now = context.partners.db, context.team.id, datetime(2026, 5, 4, tzinfo=UTC)
    member_id = add_member(db, team_id, "Fatma", Role.MEMBER, now)
    insert_record(
        db, team_id, member_id, Record(details=Membership(network=acronym, acronym=acronym)), names=(), now=now
    )


# Culture days ------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    "title",
    [
        "Budapest Days in Ankara",
        "budapest days in ankara",
        "The 5th Budapest Days in Ankara",
        "Budapest Cultural Days in Ankara",
        "Budapest Culture and Art Days in Ankara",
        "Cultural Days of Budapest in Ankara",
        "Budapest Days, Ankara",
        "Budapest Days (Ankara)",
        "Budapest Days in Ankara: opening concert",
        "Budapest Days",
        "Budapest, Hungary Days in Ankara, Turkey",
        "Ankara'da Budapeşte Günleri",
        "ankarada budapeşte günleri",
        "Ankara’da Budapeşte Kültür Günleri",
        "Budapeşte Günleri Ankara'da",
        "Budapeşte Kültür Günleri",
        "Budapeşte Günleri",
        "Ankara Budapeşte Günleri",
    ],
)
def test_culture_days_here_have_a_guest(context: Context, title: str) -> None:
    read = read_event(f"{title}, 2015", context)
    assert read.event == days(title, "Budapest", "Ankara")
    assert partners(read) == ("Budapest", None, [])


@pytest.mark.parametrize(
    "title",
    [
        "Ankara Days in Budapest",
        "Budapeşte'de Ankara Günleri",
        "Ankara Günleri Budapeşte'de",
        "Budapeşte Ankara Günleri",
        "Days of Ankara in Budapest",
    ],
)
def test_culture_days_there_have_a_host(context: Context, title: str) -> None:
    read = read_event(f"{title}, 2016", context)
    assert read.event == days(title, "Ankara", "Budapest")
    assert partners(read) == (None, "Budapest", [])


@pytest.mark.parametrize(
    ("text", "guest", "host"),
    [
        ("Vienna Days in Budapest, 2010", "Vienna", "Budapest"),
        # As the press writes it: the word before "Günleri" is the guest.
        ("Budapeşte Bursa Günleri 2022", "Bursa", "Budapest"),
        ("Kuala Lumpur Bursa Günleri 2022", "Bursa", "Kuala Lumpur"),
    ],
)
def test_culture_days_elsewhere_have_two_partners(context: Context, text: str, guest: str, host: str) -> None:
    assert partners(read_event(text, context)) == (guest, host, [])


def test_culture_days_of_a_country(context: Context) -> None:
    read = read_event("China Days in Ankara, 2000", context)
    assert (read.event, read.guest.kind if read.guest else None) == (
        days("China Days in Ankara", "China", "Ankara"),
        "country",
    )


@pytest.mark.parametrize("home", ["ankara", "ANKARA", "Engürü"])
def test_culture_days_home_is_compared_as_place_and_name(home: str) -> None:
    team = replace(TEAM, home_city=home, home_place_id=None if home.casefold() == "ankara" else ANKARA)
    with opened(team) as context:
        read = read_event("Budapest Days in Ankara, 2015", context)
    assert (read.event.host, partners(read)) == (home, ("Budapest", None, []))


def test_culture_days_without_a_home_city_make_both_sides_partners() -> None:
    with opened(replace(TEAM, home_city="")) as context:
        assert partners(read_event("Budapest Days in Ankara, 2015", context)) == ("Budapest", "Ankara", [])


def test_culture_days_title_is_kept_without_the_date(context: Context) -> None:
    texts = [
        "Budapest Days in Ankara, 10 – 13 September 2015",
        "10-13 September 2015 Budapest Days in Ankara",
        "Budapest Days 10-13 September 2015 in Ankara",
        "“Budapest Days in Ankara” 10-13/09/2015",
        "Budapest Days in Ankara\n10-13 September 2015",
    ]
    expected = LogEvent(
        days("Budapest Days in Ankara", "Budapest", "Ankara"),
        Period(date(2015, 9, 10), date(2015, 9, 13)),
        guest=read_event(texts[0], context).guest,
    )
    assert [read_event(text, context) for text in texts] == [expected] * len(texts)


@pytest.mark.parametrize(
    ("text", "error", "asked"),
    [
        ("Hanover Days in Ankara, 2024", WhichPlace, "Hanover"),
        ("2024, Ankara Days in Hanover", WhichPlace, "Hanover"),
        ("Budapset Days in Ankara, 2024", WhichPlace, "Budapset"),
        ("Ankara Days in Quuxburg Valley, 2019", UnknownPlace, "Quuxburg Valley"),
    ],
)
def test_culture_days_ask_which_place(context: Context, text: str, error: type[Question], asked: str) -> None:
    with pytest.raises(error) as caught:
        read_event(text, context)
    start, end = caught.value.hole or (0, 0)
    assert text[start:end] == asked
    answered = text[:start] + caught.value.choices[0].text + text[end:]
    read = read_event(answered, context)
    assert read.event.kind is EventKind.CULTURE_DAYS
    assert ":" not in read.event.title  # no reference is left in it


# Other events ------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    "title",
    [
        "European Forum of Youth Councils",
        "Conference of Turkish Local Authorities and European Union",
        "Conference, Seminar and Exhibition of Swedish -Turkish for Disabled People",
        "1st General Assembly of Black Sea Capitals' Association",
        "Meeting with Mayors of Europe in Practice",
        "Forum in Hanover",  # several places: it stays, and nothing is asked
        "Film Days",
        "Kitap Günleri",
        "Opera Days",
        "Independence Day Reception",
        "Robotics Days",
        "European Heritage Days",
        "Ankara Days",
        "Halk ve Katılım",
        "Tirana",
    ],
)
def test_other_titles_stay_whole_and_are_never_asked_about(context: Context, title: str) -> None:
    assert read_event(f"{title}, 2013", context) == LogEvent(Event(title=title), year(2013))


@pytest.mark.parametrize(
    ("text", "event", "others"),
    [
        (
            "Smart Cities Forum in Barcelona, attended, with Tirana, Essen, 2013",
            Event(title="Smart Cities Forum", place="Barcelona", attendance=Attendance.ATTENDED),
            ["Tirana", "Essen"],
        ),
        (
            "2013 Youth Forum hosted in Ankara with Skopje and Tirana",
            Event(title="Youth Forum", place="Ankara", attendance=Attendance.HOSTED),
            ["Skopje", "Tirana"],
        ),
        (
            "attended Smart City Expo 2013 in Tirana, Albania",
            Event(title="Smart City Expo", place="Tirana", attendance=Attendance.ATTENDED),
            [],
        ),
        ("Workshop on water online 2013", Event(title="Workshop on water", attendance=Attendance.ONLINE), []),
        (
            "Online meeting of sister cities, 2013",
            Event(title="Online meeting of sister cities", attendance=Attendance.ONLINE),
            [],
        ),
        ("Online Safety Conference, 2013", Event(title="Online Safety Conference"), []),
        ("Tiran'da Gençlik Forumu 2013", Event(title="Gençlik Forumu", place="Tirana"), []),
        ("Gençlik Forumu, Tiran ve Üsküp ile, 2013", Event(title="Gençlik Forumu"), ["Tirana", "Skopje"]),
        ("Gençlik Forumu çevrim içi 2013", Event(title="Gençlik Forumu", attendance=Attendance.ONLINE), []),
        ('"Days in Paris" 2013', Event(title="Days in Paris"), []),
        ("Film Days in Ankara 2013", Event(title="Film Days", place="Ankara"), []),
        ("Reception with good friends, 2013", Event(title="Reception with good friends"), []),
    ],
)
def test_other_events(context: Context, text: str, event: Event, others: list[str]) -> None:
    read = read_event(text, context)
    assert (read.event, partners(read), read.period) == (event, (None, None, others), year(2013))


@pytest.mark.parametrize(
    ("text", "event", "others"),
    [
        (
            "General assembly in Paris hosted of UCLG with Tirana, Skopje 2013",
            Event(title="General assembly of UCLG", place="Paris", attendance=Attendance.HOSTED),
            ["Tirana", "Skopje"],
        ),
        (
            "Smart City Seminar online of ICLEI 2013",
            Event(title="Smart City Seminar", attendance=Attendance.ONLINE, network="ICLEI"),
            [],
        ),
        ("Conference in Paris of ICLEI 2013", Event(title="Conference", place="Paris", network="ICLEI"), []),
        (
            "Meeting in Paris hosted, of the Association of Towns Awarded the Europe Prize 2013",
            Event(
                title="Meeting of the Association of Towns Awarded the Europe Prize",
                place="Paris",
                attendance=Attendance.HOSTED,
            ),
            [],
        ),
        (
            "Budapest Days in Ankara hosted of UCLG, 2013",
            replace(days("Budapest Days in Ankara of UCLG", "Budapest", "Ankara"), attendance=Attendance.HOSTED),
            [],
        ),
        # Where "of" belongs to the title, the network is read there.
        ("General assembly of ICLEI 2013", Event(title="General assembly of ICLEI", network="ICLEI"), []),
        ("Forum in Hanover of ICLEI 2013", Event(title="Forum in Hanover of ICLEI", network="ICLEI"), []),
    ],
)
def test_parts_in_their_order_without_commas(text: str, event: Event, others: list[str]) -> None:
    with opened(replace(TEAM, home_place_id=ANKARA)) as context:
        store_membership(context, "ICLEI")
        read = read_event(text, context)
    assert (read.event, partners(read)[2], read.period) == (event, others, year(2013))


def test_themes_and_undated(context: Context) -> None:
    assert read_event("Green Forum undated #environment", context) == LogEvent(
        Event(title="Green Forum"), None, themes=("environment",)
    )


@pytest.mark.parametrize(
    ("text", "error"),
    [
        ("", MissingTitle),
        ("2015", MissingTitle),
        ("hosted, 2015", MissingTitle),
        ("Budapest Days in Ankara", MissingDate),
    ],
)
def test_what_is_missing_is_asked(context: Context, text: str, error: type[Question]) -> None:
    with pytest.raises(error) as caught:
        read_event(text, context)
    assert caught.value.hole is None


_WORDS = ["Days", "Günleri", "in", "of", "with", "ile", "Ankara'da", "Budapest", "Hanover", "online", '"', ",", "2015"]


@settings(deadline=None, max_examples=150, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(text=st.one_of(st.text(max_size=60), st.lists(st.sampled_from(_WORDS), max_size=9).map(" ".join)))
def test_any_text_is_an_event_or_a_problem_that_can_be_put_right(context: Context, text: str) -> None:
    try:
        read = read_event(text, context)
    except Question as question:
        start, end = question.hole or (0, 0)
        assert 0 <= start <= end <= len(text)
    except BotError:
        pass
    else:
        assert read.event.title.strip()
