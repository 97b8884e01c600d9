"""Looking up partners, as conversations."""

import pytest

from tests.desk import Desk


def _log(desk: Desk, *lines: str) -> None:
    for line in lines:
        assert "✓" in desk.say(line), line


def test_a_partner_on_one_screen(desk: Desk) -> None:
    _log(
        desk,
        "/visit from Tirana 3 May 2025",
        "/visit from Tirana 3-5 March 2026 technical visit: solid waste plant",
        "/visit to Tirana 1-3 June 2026",
        "/visit from Tirana 1 April 2026",
        "/void V4",
    )
    desk.chat("""
        > /partner tirana
        Tirana · Tiran, Albania
        08:00 there (1 hour behind)
        Next: V3 · 1–3 June 2026 · Visit · outgoing
        Last contact: V2 · 8 weeks ago
        Relationship: steady
        Latest:
          V2 · 3–5 March 2026 · Technical visit · incoming, solid waste plant
          V1 · 3 May 2025 · Visit · incoming
        [1] Log a visit  [2] All

        > [Log a visit]
        When is it? For example: 10–13 September 2026, October 2026, undated.

        > 5 May 2026
        ✓ V5 · Visit
        Tirana, Albania
        Tuesday, 5 May 2026
        Who went where?
        [1] They will come to us  [2] We will go there
        [3] Undo  [4] Edit

        > [All]
        Tirana, Albania · 4 records
        V3 · 1–3 June 2026 · Tirana: Visit · outgoing
        V5 · 5 May 2026 · Tirana: Visit
        V2 · 3–5 March 2026 · Tirana: Technical visit · incoming, solid waste plant
        V1 · 3 May 2025 · Tirana: Visit · incoming
        [1] Tirana  [2] V3  [3] V5  [4] V2  [5] V1
    """)


def test_the_same_partner_by_its_turkish_name_an_inflected_one_and_its_name_alone(desk: Desk) -> None:
    _log(desk, "/ziyaret üsküpten 8 mart 2026")
    desk.later(minutes=11)  # until then a name alone corrects what was logged
    card = desk.say("/partner Skopje")
    assert card.splitlines()[2] == "Last contact: V1 · 8 weeks ago"
    for text in (
        "/kent üsküp",
        "/kent Üsküp'ü",
        "/sehir üsküpe",
        "/partner SKOPJE",
        "/ortak Skoplje",
        "üsküp",
        "Skopje",
    ):
        assert desk.say(text) == card, text


def test_a_name_alone_corrects_what_was_just_logged(desk: Desk) -> None:
    _log(desk, "/visit from Skopje 8 March 2026", "/visit from Tirana 3 May 2025")
    assert desk.say("Skopje").startswith("✓ V2: Tirana → Skopje")


def test_a_place_that_is_no_partner_yet(desk: Desk) -> None:
    desk.chat("""
        > /partner Tirana
        Tirana, Albania is not among your partners yet.
        [1] Log a visit

        > Madrid
        Madrid, Spain is not among your partners yet.
        [1] Log a visit

        > [Log a visit]
        When is it? For example: 10–13 September 2026, October 2026, undated.

        > 3 May 2025
        ✓ V1 · Visit
        Madrid, Spain
        Saturday, 3 May 2025
        Who went where?
        [1] They came to us  [2] We went there
        [3] Undo  [4] Edit
    """)


def test_a_mistyped_name_offers_the_closest_partners(desk: Desk) -> None:
    _log(desk, "/visit from Tirana 3 May 2025")
    desk.chat("""
        > /partner tirnaa
        There is no partner called “tirnaa”.
        /partners lists them all; logging a visit or an event adds one.
        [1] Tirana, Albania

        > [Tirana, Albania]
        Tirana · Tiran, Albania
        08:00 there (1 hour behind)
        Last contact: V1 · 12 months ago
        Relationship: quiet
        Latest:
          V1 · 3 May 2025 · Visit · incoming
        [1] Log a visit  [2] All

        > /partner qxzv
        There is no partner called “qxzv”.
        /partners lists them all; logging a visit or an event adds one.
    """)


def test_of_namesakes_the_partner_is_meant(desk: Desk) -> None:
    _log(desk, "/visit from Hanover, NH, United States 3 May 2025")
    assert desk.say("/partner Hanover, NH, United States").startswith("Hanover, United States")
    assert desk.say("/partner Hanover").startswith("Hanover, United States")


def test_without_a_name_the_latest_are_offered(desk: Desk) -> None:
    _log(desk, "/visit from Tirana 3 May 2025", "/visit from Skopje 3 May 2024")
    desk.chat("""
        > /partner
        Which partner? For example: Tirana.
        [1] Skopje, North Macedonia  [2] Tirana, Albania

        > [Skopje, North Macedonia]
        Skopje · Üsküp, North Macedonia
        08:00 there (1 hour behind)
        Last contact: V2 · 2 years ago
        Relationship: quiet
        Latest:
          V2 · 3 May 2024 · Visit · incoming
        [1] Log a visit  [2] All
    """)


def test_a_partner_without_a_place_is_found_by_its_buttons(desk: Desk) -> None:
    desk.say("/visit from Zzyzx Kasabasi 3 May 2025")
    kept = next(button for button in desk.said[-1].reply.buttons if "Zzyzx" in button.label)  # type: ignore[union-attr]
    assert desk.press(kept.label).startswith("✓ V1 · Visit")
    desk.say("/partner Zzyzx Kasabasi")
    desk.press("Log a visit")
    desk.say("4 May 2025")
    desk.say("/partner Zzyzx Kasabasi")
    assert desk.press("All").startswith("Zzyzx Kasabasi · 2 records")


def test_all_partners_by_country_and_kind(desk: Desk) -> None:
    _log(
        desk,
        "/visit from Tirana 3 May 2025",
        "/visit from Tirana 3 May 2024",
        "/visit from Skopje 3 May 2024",
        "/visit from Durrës 3 May 2024",
        "/visit from Japan 3 May 2024",
    )
    desk.chat("""
        > /partners
        4 partners · 3 countries
        Tirana, Albania · 2 records
        Durrës, Albania · 1 record
        Japan · 1 record
        Skopje, North Macedonia · 1 record

        > /partners albania
        2 partners · albania
        Tirana, Albania · 2 records
        Durrës, Albania · 1 record

        > /kentler arnavutluk
        2 partners · arnavutluk
        Tirana, Albania · 2 records
        Durrës, Albania · 1 record

        > /partners countries
        1 partner · countries
        Japan · 1 record

        > /partners kardeş şehir
        No partner of yours fits “kardeş şehir”.
        Logging a visit or an event adds one: /visit Tirana 3 May 2025

        > /partners blue
        “blue” is no country and no kind of agreement.
        For example: /partners Albania, /partners sister city, /partners countries. One partner: /partner NAME.
    """)


def test_many_partners_come_in_pages(desk: Desk) -> None:
    cities = (
        "Tirana Skopje Sofia Bucharest Athens Rome Paris Berlin Vienna Budapest Warsaw Madrid Lisbon Oslo Stockholm"
    )
    for city in [*cities.split(), "Helsinki"]:
        _log(desk, f"/visit from {city} 3 May 2025")
    first = desk.say("/partners")
    assert first.startswith("16 partners · 16 countries\nAthens, Greece · 1 record\n")
    assert first.endswith("\n… and 1 more\n[1] More")
    assert desk.press("More") == "16 partners · 16 countries\nWarsaw, Poland · 1 record"


def test_the_last_contact_and_the_next(desk: Desk) -> None:
    _log(desk, "/visit from Tirana 4 December 2025", "/visit to Tirana 1 June 2026")
    desk.chat("""
        > /last tirana
        Tirana · Tiran, Albania
        Last contact: 5 months ago
          V1 · 4 December 2025 · Visit · incoming
        Next: in 4 weeks
          V2 · 1 June 2026 · Visit · outgoing
        [1] V1  [2] V2  [3] Log a visit

        > /void V1
        ✓ V1 · Visit · incoming
        Void: kept for the audit, but it no longer counts.
        [1] Undo

        > /son tiran
        Tirana · Tiran, Albania
        No contact that has taken place is recorded.
        Next: in 4 weeks
          V2 · 1 June 2026 · Visit · outgoing
        [1] V2  [2] Log a visit
    """)


def test_another_name_for_a_partner(desk: Desk) -> None:
    _log(desk, "/visit from Tirana 3 May 2025", "/visit from Skopje 3 May 2024")
    desk.chat("""
        > /alias Tirana = Our Albanian friends
        ✓ “Our Albanian friends” is Tirana, Albania from now on.
        [1] Undo

        > /alias tirana
        Tirana, Albania
        Also called: Tirana, Tiran, Our Albanian friends
        One more: /alias Tirana = …

        > /takma_ad üsküp = tiran
        “tiran” is already Tirana, Albania.

        > /alias Madrid = x
        Madrid, Spain is not among your partners yet.
        Logging a visit or an event there adds it, for example: /visit Madrid 3 May 2025.

        > /alias Tirana = ?!
        “?!” cannot be a name.
        For example: /alias Tirana = Tiran

        > /undo
        ✓ Undone
        Tirana is no longer called “Our Albanian friends”.
    """)
    assert desk.say("/partner our albanian friends").startswith("There is no partner")


@pytest.mark.parametrize(
    ("name", "why"),
    [
        ("visit", "is a word of my commands"),
        ("ziyaret", "is a word of my commands"),
        ("/undo", "is a word of my commands"),
        ("to", "is a word of my commands"),
        ("town twinning", "is a word of my commands"),
        ("May", "is a date"),
        ("3 May", "is a date"),
        ("Pazar", "is a date"),
        ("2016", "is a date"),
        ("T", "is too short for a name"),
    ],
)
def test_a_name_that_would_hide_a_command_or_a_date_is_refused(desk: Desk, name: str, why: str) -> None:
    _log(desk, "/visit from Tirana 3 May 2025")
    assert desk.say(f"/alias Tirana = {name}").startswith(f"“{name}” {why}")
    assert "Also called: Tirana, Tiran\n" in desk.say("/alias Tirana")


def test_a_name_that_would_hide_something_is_refused_in_turkish(desk: Desk) -> None:
    _log(desk, "/visit from Tirana 3 May 2025", "/team language tr")
    assert desk.say("/takma_ad Tiran = ziyaret").startswith("“ziyaret” komutlarımın bir sözcüğü.")
    assert desk.say("/takma_ad Tiran = 3 Mayıs").startswith("“3 Mayıs” bir tarih.")
    assert desk.say("/takma_ad Tiran = T").startswith("“T” bir ad için çok kısa")


def test_a_partner_with_nothing_but_notes_shows_the_latest(desk: Desk) -> None:
    _log(
        desk,
        "/note Prizren: sit with the interpreter",
        "/note Prizren: a second interpreter⏎is a must".replace("⏎", "\n"),
    )
    desk.chat("""
        > /partner Prizren
        Prizren, Kosovo
        08:00 there (1 hour behind)
        No visits or events recorded yet.
        Note: N2 · a second interpreter is a must
        [1] Log a visit  [2] All
    """)


def test_partners_with_as_many_records_stand_in_the_order_of_the_readers_language(desk: Desk) -> None:
    _log(desk, "/visit from Athens 3 May 2025", "/visit from Belgrade 3 May 2025", "/visit from Vienna 3 May 2025")
    assert [line.split(",")[0] for line in desk.say("/partners").splitlines()[1:4]] == ["Athens", "Belgrade", "Vienna"]
    desk.say("/team language tr")
    names = [line.split(",")[0] for line in desk.say("/kentler").splitlines()[1:4]]
    assert names == ["Atina", "Belgrad", "Viyana"]
    _log(desk, "/ziyaret Cenevre'den 3 Mayıs 2025", "/ziyaret Zagreb'den 3 Mayıs 2025")
    names = [line.split(",")[0] for line in desk.say("/kentler").splitlines()[1:6]]
    assert names == ["Atina", "Belgrad", "Cenevre", "Viyana", "Zagreb"]
