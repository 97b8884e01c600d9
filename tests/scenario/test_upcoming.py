"""What is ahead, as conversations on Monday, 4 May 2026."""

import pytest

from tests.desk import Desk


@pytest.fixture
def busy(desk: Desk) -> Desk:
    for line in (
        "/visit to Tirana 28 April - 6 May 2026",
        "/visit from Skopje 12 May 2026 technical visit: buses",
        "/visit to Sofia May 2026",
        "/visit to Seoul 5 October 2026",
        "/visit from Budapest 1-3 June 2026",
        "/visit from Rome undated",
        "/visit from Oslo 2 May 2026",
        "/visit from Bishkek 3 June 2026",
        "/void V8",
    ):
        assert "✓" in desk.say(line), line
    return desk


def test_the_next_ninety_days_by_month(busy: Desk) -> None:
    busy.chat("""
        > /upcoming
        Visits and events to 2 August 2026
        May 2026
          28 April – 6 May · V1 Tirana: Visit · outgoing
          Tue 12 May · V2 Skopje: Technical visit · incoming, buses
          V3 Sofia: Visit · outgoing
        June 2026
          1–3 June · V5 Budapest: Visit · incoming
    """)


def test_a_month_by_week(busy: Desk) -> None:
    expected = """\
Visits and events, May 2026
This week · 4–10 May
  28 April – 6 May · V1 Tirana: Visit · outgoing
Next week · 11–17 May
  Tue 12 May · V2 Skopje: Technical visit · incoming, buses
May 2026
  V3 Sofia: Visit · outgoing"""
    for text in (
        "/upcoming this month",
        "/takvim bu ay",
        "/upcoming May 2026",
        "/ajanda mayıs 2026",
        "/yaklaşan bu ay",
    ):
        assert busy.say(text) == expected, text


def test_a_month_that_is_over(busy: Desk) -> None:
    assert busy.say("/takvim nisan 2026") == (
        "Visits and events, April 2026\nWeek · 27 April – 3 May\n  28 April – 6 May · V1 Tirana: Visit · outgoing"
    )


def test_a_year_from_today(busy: Desk) -> None:
    assert busy.say("/upcoming 2026").splitlines()[-2:] == [
        "October 2026",
        "  Mon 5 October · V4 Seoul: Visit · outgoing",
    ]


def test_nothing_ahead_says_what_to_type(desk: Desk) -> None:
    desk.chat("""
        > /upcoming
        Visits and events to 2 August 2026
        Nothing is planned.
        Another time: /upcoming 2027
        To log one: /visit Tirana 3 May 2027

        > /upcoming nonsense
        I cannot read “nonsense” as a date.
        For example: 3 May 2025, 10–13 September 2026, October 2026, 2026, undated.
    """)


def test_a_long_list_comes_in_pages(desk: Desk) -> None:
    for day in range(1, 18):
        desk.say(f"/visit from Tirana {day} June 2026")
    first = desk.say("/upcoming june 2026")
    assert first.count("Tirana") == 15
    assert first.endswith("… and 2 more\n[1] More")
    assert desk.press("More") == (
        "Visits and events, June 2026\n"
        "Week · 15–21 June\n"
        "  Tue 16 June · V16 Tirana: Visit · incoming\n"
        "  Wed 17 June · V17 Tirana: Visit · incoming"
    )


def test_the_year_that_was_looked_at_is_not_suggested(desk: Desk) -> None:
    desk.chat("""
        > /upcoming 2027
        Visits and events, 2027
        Nothing is planned.
        To log one: /visit Tirana 3 May 2027

        > /upcoming March 2027
        Visits and events, March 2027
        Nothing is planned.
        Another time: /upcoming 2027
        To log one: /visit Tirana 3 May 2027
    """)


def test_a_month_without_a_year_is_the_coming_one(desk: Desk) -> None:
    desk.say("/visit to Seoul 5 March 2027")
    desk.chat("""
        > /upcoming March
        Visits and events, March 2027
        Week · 1–7 March 2027
          Fri 5 March · V1 Seoul: Visit · outgoing
    """)
