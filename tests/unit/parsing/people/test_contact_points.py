"""E-mail addresses and phone numbers inside a contact's text."""

import pytest

from bot.errors import NotAPhone
from tests.unit.parsing.people.reading import read


@pytest.mark.parametrize(
    ("text", "region", "phones"),
    [
        ("Ayşe, 0312 507 10 00 dahili 112", "TR", ("+90 312 507 10 00 ext. 112",)),
        ("Ayşe, 0312 507 10 00 (Dahili: 112)", "TR", ("+90 312 507 10 00 ext. 112",)),
        ("Ayşe, 0312 507 10 00 / 112", "TR", ("+90 312 507 10 00 ext. 112",)),
        ("Ayşe, 0312 507 10 00-01", "TR", ("+90 312 507 10 00",)),
        ("Ayşe, 0312 507 10 00 / 0532 123 45 67", "TR", ("+90 312 507 10 00", "+90 532 123 45 67")),
        ("Ayşe, 0312 507 10 00 0532 123 45 67", "TR", ("+90 312 507 10 00", "+90 532 123 45 67")),
        ("Ayşe 05321234567", "TR", ("+90 532 123 45 67",)),
        ("Ayşe, 444 0 123", "TR", ("+90 4440123",)),
        ("Lena, 0201/88-12345", "DE", ("+49 201 8812345",)),
        ("Lena, +49 (0)201/88-0", None, ("+49 201 880",)),
        ("Arben, 00355 4 222 2222", None, ("+355 4 222 2222",)),
        ("Arben, +355 4 222 2222, +355 4 222 2222", None, ("+355 4 222 2222",)),
        ("Tel/Fax: +355 4 222 2222, Arben", None, ("+355 4 222 2222",)),
        ("Arben, Fax: +355 4 222 2222, +355 4 222 2223", None, ()),
        ("Arben, +1 555 010 0199", None, ("+1 555-010-0199",)),
        ("Arben, 01.07.2011", "TR", ()),
        ("Arben, 231-0005", "TR", ()),
        ("Arben, 06100 Ankara", "TR", ()),
    ],
)
def test_phones(text: str, region: str | None, phones: tuple[str, ...]) -> None:
    assert read(text, region).get("phones", ()) == phones


@pytest.mark.parametrize(
    ("text", "emails"),
    [
        ("Ayşe <mailto:a@example.org|a@example.org>", ("a@example.org",)),
        ("Ayşe a@example.org<mailto:a@example.org>", ("a@example.org",)),
        ("Ayşe, Lena.Fox (at) Essen.de.", ("Lena.Fox@essen.de",)),
        ("Ayşe, e-posta: a@example.org / b@example.org", ("a@example.org", "b@example.org")),
        ("Ayşe, Twitter: @ankarabbld", ()),
        ("Ayşe, https://maps.example.org/@39.9,32.8", ()),
    ],
)
def test_emails(text: str, emails: tuple[str, ...]) -> None:
    person = read(text)
    assert (person["name"], person.get("emails", ()), person.get("title")) == ("Ayşe", emails, None)


def test_national_number_needs_a_region() -> None:
    with pytest.raises(NotAPhone):
        read("Ayşe, 0312 507 10 00", region=None)
