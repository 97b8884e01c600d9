"""Contacts, as conversations; and what a group may see of them."""

import pytest

from bot.domain.contacts import Contact
from bot.domain.records import Link, Record
from tests.desk import Desk

AYSE = "/log contact Ayşe Demir, Tirana, protocol officer, ayse@example.org, +355 69 123 4567, speaks English"


def test_log_show_and_list(desk: Desk) -> None:
    desk.chat("""
        > /log contact Ayşe Demir, Tirana, protocol officer, ayse@example.org, +355 69 123 4567
        ✓ C1 · Contact
        Ayşe Demir
        protocol officer
        Tirana, Albania
        ayse@example.org
        +355 69 123 4567
        [1] Undo  [2] Edit

        > /kisi Can Er⏎Tercüman⏎can@example.org
        ✓ C2 · Contact
        Can Er
        Tercüman
        can@example.org
        [1] Undo  [2] Edit

        > /contact
        Contacts
        C2 · Can Er, Tercüman
        C1 · Ayşe Demir, protocol officer, Tirana
        [1] C2  [2] C1

        > contact can er
        C2 · Contact
        Can Er
        Tercüman
        can@example.org
        [1] Edit

        > /contact tirana
        C1 · Contact
        Ayşe Demir
        protocol officer
        Tirana, Albania
        ayse@example.org
        +355 69 123 4567
        [1] Edit

        > /undo
        ✓ Undone
        No longer counts: C2 · Can Er, Tercüman
    """)


def test_what_is_stored(desk: Desk) -> None:
    desk.say(AYSE)
    assert [stored.record for stored in desk.records()] == [
        Record(
            details=Contact(
                name="Ayşe Demir",
                title="protocol officer",
                emails=("ayse@example.org",),
                phones=("+355 69 123 4567",),
                languages=("en",),
            ),
            links=(Link(1),),
        )
    ]


def test_a_duplicate_is_logged_and_pointed_at(desk: Desk) -> None:
    desk.chat("""
        > /contact Ayşe Demir, Tirana, ayse@example.org
        ✓ C1 · Contact
        Ayşe Demir
        Tirana, Albania
        ayse@example.org
        [1] Undo  [2] Edit

        > /contact A. Demir, interpreter, Ayse@example.org
        ✓ C2 · Contact
        A. Demir
        interpreter
        Ayse@example.org
        ⚠ C1 has the same e-mail.
        [1] Undo  [2] Edit

        > /contact ayse demir, Tirana, head of protocol
        ✓ C3 · Contact
        ayse demir
        head of protocol
        Tirana, Albania
        ⚠ C1 has the same name.
        [1] Undo  [2] Edit

        > /contact Ayşe Demir, Skopje
        ✓ C4 · Contact
        Ayşe Demir
        Skopje, North Macedonia
        [1] Undo  [2] Edit
    """)


def test_a_group_sees_no_private_data(desk: Desk) -> None:
    desk.say(AYSE)
    desk.in_group().chat("""
        > /contact ayşe demir
        C1 · Contact
        Ayşe Demir
        protocol officer
        Tirana, Albania
        E-mail and phone: ask me in a direct message.
        [1] Edit

        > /edit c1 fatma@example.org
        ✓ C1: e-mail: changed
        C1 · Contact
        Ayşe Demir
        protocol officer
        Tirana, Albania
        E-mail and phone: ask me in a direct message.
        [1] Undo  [2] Edit

        > /contact Can Er, Skopje, can@example.org
        ✓ C2 · Contact
        Can Er
        Skopje, North Macedonia
        E-mail and phone: ask me in a direct message.
        [1] Undo  [2] Edit

        > /contact
        Contacts
        C2 · Can Er, Skopje
        C1 · Ayşe Demir, protocol officer, Tirana
        [1] C2  [2] C1

        > /history c1
        History of C1
        4 May 2026, 09:00 · Fatma: e-mail: changed
        4 May 2026, 09:00 · Fatma: logged
    """)


def test_what_is_missing_or_cannot_be(desk: Desk) -> None:
    desk.chat("""
        > /log contact Tirana, protocol officer
        Who is it? For example: Ayşe Demir, Tirana, protocol officer, ayse@example.org

        > Ayşe Demir
        ✓ C1 · Contact
        Ayşe Demir
        protocol officer
        Tirana, Albania
        [1] Undo  [2] Edit

        > /contact Can Er, x@y
        “x@y” cannot be an e-mail address. Nothing was stored.
        For example: ayse.demir@example.org

        > /contact Can Er, tel: 12
        “12” cannot be a phone number. Nothing was stored.
        Write it with its country code, for example +90 312 507 10 00, or leave it out.
    """)


@pytest.mark.parametrize(
    ("edit", "expected"),
    [
        ("phone: +355 69 123 4568", "✓ C1: phone: +355 69 123 4567 → +355 69 123 4568"),
        ("+355 69 123 4568", "✓ C1: phone: +355 69 123 4567 → +355 69 123 4568"),
        ("telefon: +355691234568", "✓ C1: phone: +355 69 123 4567 → +355 69 123 4568"),
        ("phone:", "✓ C1: phone: +355 69 123 4567 → –"),
        ("fatma@example.org", "✓ C1: e-mail: ayse@example.org → fatma@example.org"),
        ("e-posta: a@example.org, b@example.org", "✓ C1: e-mail: ayse@example.org → a@example.org, b@example.org"),
        ("languages: Turkish, fr", "✓ C1: languages: English → Turkish, French"),
        ("title: mayor", "✓ C1: title: protocol officer → mayor"),
        ("name: Ayşe Er", "✓ C1: name: Ayşe Demir → Ayşe Er"),
        ("hitap: Sayın Başkanım", "✓ C1: form of address: Sayın Başkanım"),
        ("Skopje", "✓ C1: Tirana → Skopje"),
        ("phone: 12", "“12” cannot be a phone number. Nothing was stored."),
        ("foo@", "“foo@” cannot be an e-mail address. Nothing was stored."),
        ("languages: foo", "“foo” does not fit “languages”."),
    ],
)
def test_edit(desk: Desk, edit: str, expected: str) -> None:
    desk.say(AYSE)
    assert desk.say(f"/edit c1 {edit}").splitlines()[0] == expected
