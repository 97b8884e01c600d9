"""What /team is told, in both languages."""

from collections.abc import Iterator
from contextlib import suppress
from datetime import date

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from sqlalchemy import create_engine

from bot.bootstrap import place_index
from bot.domain.teams import Team
from bot.errors import BotError
from bot.parsing.context import Context
from bot.parsing.dates import DateContext
from bot.parsing.partners import PartnerFinder
from bot.parsing.team import (
    MissingSetting,
    NoSuchSetting,
    NotACountry,
    NotALanguage,
    NotAnOrder,
    SetCity,
    SetCountry,
    SetDates,
    SetLanguage,
    ShowTeam,
    TeamChange,
    UnknownCity,
    read_team,
)
from bot.parsing.timezones import NotATimezone, SetTimezone
from bot.storage.models import metadata


@pytest.fixture(scope="module")
def context() -> Iterator[Context]:
    engine = create_engine("sqlite://")
    metadata.create_all(engine)
    team = Team(id=1, name="Ankara", language="en", timezone="Europe/Istanbul")
    with engine.connect() as db:
        yield Context(DateContext(date(2026, 5, 4)), team, "en", PartnerFinder(db, team, place_index(), "en"))
    engine.dispose()


@pytest.mark.parametrize(
    "text",
    [
        "city Ankara",
        "city: ankara",
        "belediye Ankara Büyükşehir Belediyesi",
        "belediye ankara belediyesi",
        "city Municipality of Ankara",
        "city Ankara Metropolitan Municipality",
        "şehir Ankara BB",
        "kent Ankara, Türkiye",
    ],
)
def test_a_municipality_is_its_city(text: str, context: Context) -> None:
    change = read_team(text, context)
    assert isinstance(change, SetCity)
    assert change.place.id == "geo:323786"


@pytest.mark.parametrize(
    ("text", "change"),
    [
        ("", ShowTeam()),
        ("country TR", SetCountry("TR")),
        ("country tr", SetCountry("TR")),
        ("ülke Türkiye", SetCountry("TR")),
        ("country North Macedonia", SetCountry("MK")),
        ("ülke Kuzey Makedonya", SetCountry("MK")),
        ("ülke KKTC", SetCountry("KKTC")),
        ("language tr", SetLanguage("tr")),
        ("dil Türkçe", SetLanguage("tr")),
        ("dil İngilizce", SetLanguage("en")),
        ("timezone Europe/Berlin", SetTimezone("Europe/Berlin")),
        ("saat istanbul", SetTimezone("Europe/Istanbul")),
        ("saat dilimi europe/istanbul", SetTimezone("Europe/Istanbul")),
        ("time zone New York", SetTimezone("America/New_York")),
        ("saat Vaduz", SetTimezone("Europe/Vaduz")),
        ("timezone UTC", SetTimezone("UTC")),
        ("dates day", SetDates("day")),
        ("tarih gün", SetDates("day")),
        ("dates month first", SetDates("month")),
        ("tarih ay", SetDates("month")),
    ],
)
def test_settings_are_read_in_both_languages(text: str, change: TeamChange, context: Context) -> None:
    assert read_team(text, context) == change


@pytest.mark.parametrize(
    ("text", "error"),
    [
        ("colour blue", NoSuchSetting),
        ("city", MissingSetting),
        ("city Xyzzyqq", UnknownCity),
        ("country ZZ", NotACountry),
        ("country Ankara", NotACountry),
        ("language French", NotALanguage),
        ("timezone Xyzzyqq", NotATimezone),
        ("timezone Mars", NotATimezone),
        ("timezone ../../etc", NotATimezone),
        ("dates maybe", NotAnOrder),
    ],
)
def test_what_cannot_be_set_says_so(text: str, error: type[BotError], context: Context) -> None:
    with pytest.raises(error):
        read_team(text, context)


@settings(suppress_health_check=[HealthCheck.function_scoped_fixture], deadline=None)
@given(
    st.sampled_from(["", "city ", "country ", "dil ", "saat ", "dates ", "label ", "etiket x = "]), st.text(max_size=30)
)
def test_any_text_is_read_or_refused(context: Context, setting: str, text: str) -> None:
    with suppress(BotError):
        read_team(setting + text, context)
