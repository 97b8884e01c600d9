"""What ``/log contact`` understands beyond ``read_person``: which words are the partner, and edits by shape."""

from collections.abc import Iterator
from dataclasses import replace

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from bot.domain.contacts import Contact
from bot.errors import BotError, MissingName, NotAnEmail, NotAPhone, WhichPlace
from bot.parsing.contacts import phone_region, read_contact, read_emails, read_phones, read_points
from bot.parsing.context import Context
from bot.parsing.partner_questions import UnknownPlace
from tests.unit.parsing.context import TEAM, opened


@pytest.mark.parametrize(
    ("country", "zone", "region"),
    [
        ("TR", "Europe/Berlin", "TR"),
        ("", "Europe/Istanbul", "TR"),
        ("", "Europe/Berlin", "DE"),
        ("", "UTC", None),
        ("", "Nowhere/At_All", None),
    ],
)
def test_phones_without_a_country_code_are_of_the_team(country: str, zone: str, region: str | None) -> None:
    assert phone_region(replace(TEAM, country=country, timezone=zone)) == region


def test_a_national_phone_of_a_team_without_a_country() -> None:
    with opened(replace(TEAM, country="")) as context:
        assert read_phones("0532 123 45 67", context) == ("+90 532 123 45 67",)


@pytest.fixture(scope="module")
def context() -> Iterator[Context]:
    with opened() as context:
        yield context


@pytest.mark.parametrize(
    ("text", "partner", "contact"),
    [
        (
            "Ayşe Demir, Tirana, protocol officer, ayse@example.org, +355 69 123 4567",
            "Tirana",
            Contact(
                name="Ayşe Demir", title="protocol officer", emails=("ayse@example.org",), phones=("+355 69 123 4567",)
            ),
        ),
        ("Tiran'dan Ayşe Demir", "Tirana", Contact(name="Ayşe Demir")),
        ("Ayşe Demir, Durrës, Albania", "Durrës", Contact(name="Ayşe Demir")),
        ("Erion Veliaj, Mayor of Tirana", "Tirana", Contact(name="Erion Veliaj", title="Mayor of Tirana")),
        ("Paris Hilton, Paris", "Paris", Contact(name="Paris Hilton")),
        ("Ayşe Demir, interpreter", None, Contact(name="Ayşe Demir", title="interpreter")),
        ("Ali, 0532 123 45 67", None, Contact(name="Ali", phones=("+90 532 123 45 67",))),
        ("Ayşe Demir, Hanover", None, Contact(name="Ayşe Demir", title="Hanover")),
        (
            "Ayşe Demir\nHead of Protocol\nMunicipality of Tirana\nTel: +355 4 225 6789\nayse@example.org\n"
            "www.tirana.al",
            "Tirana",
            Contact(
                name="Ayşe Demir",
                title="Head of Protocol",
                organisation="Municipality of Tirana",
                emails=("ayse@example.org",),
                phones=("+355 4 225 6789",),
            ),
        ),
    ],
)
def test_person_and_partner(context: Context, text: str, partner: str | None, contact: Contact) -> None:
    read = read_contact(text, context)
    assert (read.partner.name if read.partner else None, read.contact, read.themes) == (partner, contact, ())


def test_themes_but_no_extensions(context: Context) -> None:
    read = read_contact("Ayşe Demir #press, +90 312 507 10 00 #112", context)
    assert (read.themes, read.contact) == (
        ("press",),
        Contact(name="Ayşe Demir", phones=("+90 312 507 10 00 ext. 112",)),
    )


def test_a_labelled_place_is_asked(context: Context) -> None:
    with pytest.raises(WhichPlace) as raised:
        read_contact("Ayşe Demir, city: Hanover", context)
    assert raised.value.hole == (18, 25)
    with pytest.raises(UnknownPlace):
        read_contact("Ayşe Demir, city: Nowhereville", context)


def test_a_chosen_place(context: Context) -> None:
    read = read_contact("Ayşe Demir, city: new:Nowhereville", context)
    assert read.partner is not None
    assert (read.partner.name, read.contact) == ("Nowhereville", Contact(name="Ayşe Demir"))


@pytest.mark.parametrize(
    ("text", "emails", "phones"),
    [
        ("ayse@example.org", ("ayse@example.org",), ()),
        ("+355 69 123 4567", (), ("+355 69 123 4567",)),
        ("0312 507 10 00", (), ("+90 312 507 10 00",)),
        ("Tirana", (), ()),
        ("call +355 69 123 4567", (), ()),
        ("4 May 2026", (), ()),
    ],
)
def test_values_that_tell_by_their_shape(
    context: Context, text: str, emails: tuple[str, ...], phones: tuple[str, ...]
) -> None:
    assert read_points(text, context) == (emails, phones)


def test_values_that_have_to_be(context: Context) -> None:
    assert read_emails("ayse@example.org, can@example.org") == ("ayse@example.org", "can@example.org")
    assert read_phones("0312 507 10 00, +355 69 123 4567", context) == ("+90 312 507 10 00", "+355 69 123 4567")
    assert (read_emails(""), read_phones("", context)) == ((), ())
    for text in ("ayse", "ayse@", "ayse@example.org or so"):
        with pytest.raises(NotAnEmail):
            read_emails(text)
    for text in ("12", "none", "+90 12"):
        with pytest.raises(NotAPhone):
            read_phones(text, context)


def test_nobody(context: Context) -> None:
    with pytest.raises(MissingName):
        read_contact("Tirana, protocol officer", context)


@given(st.text(max_size=120))
@settings(max_examples=60, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
def test_any_text_is_a_contact_or_a_known_problem(context: Context, text: str) -> None:
    try:
        assert read_contact(text, context).contact.name
    except BotError:
        return
