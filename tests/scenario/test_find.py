"""Looking through everything, as conversations."""

import pytest

from tests.desk import Desk


@pytest.fixture
def filed(desk: Desk) -> Desk:
    for line in (
        "/visit from Tirana 3 May 2025 technical visit: katı ATIK tesisi #çevre",
        "/visit to Tirana 1 June 2026 courtesy call",
        "/ziyaret İzmir'den 2 mayıs 2025: Çöp toplama",
        "/visit from Skopje 8 March 2026: buses #transport",
        "/visit from Skopje 9 March 2026: atık",
        "/void V5",
    ):
        assert "✓" in desk.say(line), line
    desk.later(minutes=11)
    return desk


def test_partners_first_then_records_newest_first(filed: Desk) -> None:
    filed.chat("""
        > /find tiran
        Tirana, Albania · 2 records
        V2 · 1 June 2026 · Tirana: Courtesy call · outgoing
        V1 · 3 May 2025 · Tirana: Technical visit · incoming, katı ATIK tesisi
        [1] Tirana  [2] V2  [3] V1

        > /find tir
        “tir” · 2 records
        Tirana, Albania
        V2 · 1 June 2026 · Tirana: Courtesy call · outgoing
        V1 · 3 May 2025 · Tirana: Technical visit · incoming, katı ATIK tesisi
        [1] Tirana  [2] V2  [3] V1

        > [V2]
        V2 · Courtesy call · outgoing
        Tirana, Albania
        Monday, 1 June 2026
        [1] Edit
    """)


@pytest.mark.parametrize(
    ("text", "short_id"),
    [
        ("atık", "V1"),
        ("ATİK", "V1"),
        ("kati atik", "V1"),
        ("atıktan", "V1"),
        ("Tiran'dan atık", "V1"),
        ("#çevre", "V1"),
        ("cevre", "V1"),
        ("COP", "V3"),
        ("izmirde çöpü", "V3"),
        ("IZMIR", "V3"),
        ("bus transport", "V4"),
    ],
)
def test_case_diacritics_dots_and_suffixes_do_not_matter(filed: Desk, text: str, short_id: str) -> None:
    for command in ("/find", "/ara", "/bul"):
        assert f"{short_id} · " in filed.say(f"{command} {text}")
        assert "V5" not in filed.said[-1]


def test_a_single_record_is_shown_whole(filed: Desk) -> None:
    filed.chat("""
        > /find buses
        V4 · Visit · incoming
        Skopje, North Macedonia
        Sunday, 8 March 2026
        Purpose: buses
        Themes: transport
        [1] Edit
    """)


def test_all_words_must_occur(filed: Desk) -> None:
    filed.chat("""
        > /find atık buses
        Nothing has “atık buses”.
        Fewer words find more. /partners lists your partners.

        > /find tirnaa
        Nothing has “tirnaa”.
        Did you mean one of these?
        [1] Tirana

        > /find
        What should I look for? For example: tirana waste.

        > transport
        V4 · Visit · incoming
        Skopje, North Macedonia
        Sunday, 8 March 2026
        Purpose: buses
        Themes: transport
        [1] Edit
    """)


def test_more_than_fit_come_in_pages(desk: Desk) -> None:
    for day in range(1, 11):
        desk.say(f"/visit from Tirana {day} June 2026: waste")
    first = desk.say("/find waste")
    assert first.splitlines()[0] == "“waste” · 10 records"
    assert first.endswith("… and 2 more\n[1] V10  [2] V9  [3] V8  [4] V7  [5] More")
    assert desk.press("More") == (
        "“waste” · 10 records\n"
        "V2 · 2 June 2026 · Tirana: Visit · incoming, waste\n"
        "V1 · 1 June 2026 · Tirana: Visit · incoming, waste\n"
        "[1] V2  [2] V1"
    )
