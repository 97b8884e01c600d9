"""The contacts of a partner, and the whole card with them, as conversations."""

import pytest

from tests.desk import Desk


@pytest.fixture
def skopje(desk: Desk) -> Desk:
    for line in (
        "/team city Ankara",
        "/log agreement Skopje sister city 1 September 1995 in force",
        "/log agreement Skopje MoU 25 June 2021 until 25 June 2026 in force",
        "/contact Ana Kola, Skopje, protocol officer, ana@skopje.gov.mk",
        "/contact Petar Ilievski, Skopje, interpreter",
        "/visit from Skopje 8 March 2026 technical visit: buses",
        "/log event Skopje Days in Ankara 12-14 May 2026",
    ):
        assert "✓" in desk.say(line), line
    desk.later(minutes=11)
    return desk


def test_one_screen_with_agreements_contacts_and_culture_days(skopje: Desk) -> None:
    skopje.chat("""
        > üsküp
        Skopje · Üsküp, North Macedonia
        Town twinning agreement · in force · since 1995
        Memorandum of understanding · in force · since 2021
        08:11 there (1 hour behind)
        Next: E1 · 12–14 May 2026 · Skopje Days in Ankara
        Last contact: V1 · 8 weeks ago
        Relationship: active
        Latest:
          V1 · 8 March 2026 · Technical visit · incoming, buses
        Contacts: Petar Ilievski (interpreter), Ana Kola (protocol officer)
        ⚠ A2: its term ends on 25 June 2026
        ⚠ Approval not on record: A1, A2
        [1] Log a visit  [2] Agreements  [3] Contacts  [4] All

        > [Contacts]
        2 contacts · Skopje, North Macedonia
        C2 · Petar Ilievski, interpreter
        C1 · Ana Kola, protocol officer
          ana@skopje.gov.mk
        [1] C2  [2] C1
    """)
    assert "Memorandum of understanding" in skopje.press("Agreements")
    assert skopje.say("/partners mou") == "1 partner · mou\nSkopje, North Macedonia · 6 records"
    assert skopje.say("/kentler kardeş şehir") == "1 partner · kardeş şehir\nSkopje, North Macedonia · 6 records"


def test_people_by_partner_by_name_and_by_title(skopje: Desk) -> None:
    both = skopje.say("/who skopje")
    assert skopje.say("/kim üsküp'ün") == both
    assert skopje.say("/kim kola") == (
        "1 contact · kola\nC1 · Ana Kola, protocol officer, Skopje\n  ana@skopje.gov.mk\n[1] C1"
    )
    assert skopje.say("/kisiler interpreter").splitlines()[1] == "C2 · Petar Ilievski, interpreter, Skopje"


def test_others_who_read_along_see_no_mail(skopje: Desk) -> None:
    group = skopje.in_group()
    assert group.say("/who skopje") == (
        "2 contacts · Skopje, North Macedonia\n"
        "C2 · Petar Ilievski, interpreter\n"
        "C1 · Ana Kola, protocol officer\n"
        "E-mail and phone are shown in a direct chat only.\n"
        "[1] C2  [2] C1"
    )
    assert group.say("/find kola") == "“kola” · 1 record\nC1 · Ana Kola, protocol officer, Skopje\n[1] C1"


def test_nobody(skopje: Desk) -> None:
    skopje.say("/visit from Tirana 3 May 2025")
    skopje.chat("""
        > /who tirana
        No contact of Tirana, Albania is recorded.
        Add one: /contact NAME, Tirana, office, e-mail, phone

        > /who Madrid
        Madrid, Spain is not among your partners yet.
        [1] Log a visit

        > /who zzzyx
        There is no partner called “zzzyx”.
        /partners lists them all; logging a visit or an event adds one.

        > /who
        Whose contacts? A partner or a name, for example: Tirana.
        [1] Tirana, Albania  [2] Skopje, North Macedonia
    """)
