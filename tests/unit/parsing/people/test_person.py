"""The fields of a contact, one by one."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from bot.errors import BotError, MissingName, NotAnEmail, NotAPhone
from bot.parsing.people import read_person
from tests.unit.parsing.people.reading import is_partner, read


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Bşk. Yrd., Dış İlişkiler, Ayşe Demir", "Başkan Yardımcısı, Dış İlişkiler"),
        ("Sn. Ayşe Demir; Bşk. Yrd., Dış İlişkiler; Tiran'dan", "Başkan Yardımcısı, Dış İlişkiler"),
        ("Ayşe Demir, Tirana, Albania, Protocol Officer – EU funds", "Protocol Officer – EU funds"),
        ("Ayşe Demir (Protocol Officer), Tirana", "Protocol Officer"),
        ("Ayşe Demir, Prof. Dr., Tirana", "Prof. Dr."),
        ("Prof.Dr. Ayşe Demir, Rektör", "Prof. Dr., Rektör"),
        ("Mayor Ayşe Demir, Tirana", "Mayor"),
        ("Ayşe Demir, mayor 2019-2024", "mayor 2019-2024"),
        ("Ayşe Demir, officer (EU, UN), Tirana", "officer (EU, UN)"),
        ("Ayşe Demir, Durrës, Albania", "Durrës, Albania"),
        ("Ayşe Demir, Tiran Belediyesi Genel Sekreteri", "Genel Sekreter"),
        ("Ayşe Demir, Mayor of the City of Essen", "Mayor"),
        ("Ayşe Demir\nHead of Protocol\n110, Sejong-daero, Jung-gu, 04524, Republic of Korea", "Head of Protocol"),
        ("From: Ayşe Demir\nHead of Protocol\n1 place de la Comédie, 69001 Lyon", "Head of Protocol"),
    ],
)
def test_title(text: str, expected: str) -> None:
    person = read(text)
    assert (person["name"], person["title"]) == ("Ayşe Demir", expected)


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("Sayın Ayşe Demir, Tirana", "Ayşe Demir"),
        ("Mrs. Ayşe Demir, Tirana", "Ayşe Demir"),
        ("H.E. Ambassador Jane Roe, Embassy of Norway", "Jane Roe"),
        ("Ayşe Hanım, Tirana", "Ayşe"),
        ("Ayşe Uzman, Tirana", "Ayşe Uzman"),
        ('"Demir, Ayşe" <ayse@example.org>', "Ayşe Demir"),
        ("'Ayşe Demir' <ayse@example.org>", "Ayşe Demir"),
        ("Tirana, ayse@example.org, Ayşe Demir", "Ayşe Demir"),
        ("protocol officer, Tirana, Ayşe Demir", "Ayşe Demir"),
        ("Tirana: Ayşe Demir, interpreter", "Ayşe Demir"),
        ("Ayşe Demir from Tirana, interpreter", "Ayşe Demir"),
        ("Tiran'dan Ayşe Demir", "Ayşe Demir"),
        ("Sofia Marin, Sofia, city planner", "Sofia Marin"),
        ("Sofia, Tirana, translator", "Sofia"),
        ("J.R. Smith Jr., Essen", "J.R. Smith Jr."),
        ("<b>Ayşe</b>, Essen", "<b>Ayşe</b>"),
    ],
)
def test_name(text: str, name: str) -> None:
    assert read(text)["name"] == name


@pytest.mark.parametrize(
    ("text", "partner"),
    [
        ("Ayşe Demir, Tiran'dan", "Tiran'dan"),
        ("Ayşe Demir, from Tirana", "Tirana"),
        ("Ayşe Demir, Tirana, Albania", "Tirana, Albania"),
        ("Ayşe Demir, Essen, Germany", "Essen"),
        ("Ayşe Demir, Mayor of Tirana", "Tirana"),
        ("Ayşe Demir, Tiran Belediye Başkanı", "Tiran"),
        ("Ayşe Demir, Porscheplatz 1, 45121 Essen", "Essen"),
        ("Ayşe Demir, kent: Nowhere", "Nowhere"),
        ("Ayşe Demir, geo:2643743@gb", "geo:2643743@gb"),
        ("Ayşe Demir, Durrës", None),
    ],
)
def test_partner(text: str, partner: str | None) -> None:
    assert read(text).get("partner") == partner


@pytest.mark.parametrize(
    ("text", "languages"),
    [
        ("Ayşe, speaks English, French", ("en", "fr")),
        ("Ayşe, speaks English, Norwegian and a little Turkish", ("en", "no", "tr")),
        ("Ayşe, İngilizce ve Fransızca biliyor", ("en", "fr")),
        ("Ayşe, dil: İngilizce (iyi), Arnavutça", ("en", "sq")),
        ("Ayşe, languages: en, de", ("en", "de")),
        ("Ayşe, Tirana, Shqip", ("sq",)),
    ],
)
def test_languages(text: str, languages: tuple[str, ...]) -> None:
    person = read(text)
    assert (person["languages"], person.get("title")) == (languages, None)


@pytest.mark.parametrize(
    ("text", "form"),
    [
        ("Ayşe, hitap: Sn. Başkanım", "Sayın Başkanım"),
        ("Ayşe, Sayın Başkanım", "Sayın Başkanım"),
        ("Ayşe, address: Your Excellency", "Your Excellency"),
        ("Ayşe, Dear Mr Mayor", "Dear Mr Mayor"),
        ("Ayşe, address: Skanderbeg Square 2", None),
    ],
)
def test_form_of_address(text: str, form: str | None) -> None:
    person = read(text)
    assert (person.get("form_of_address"), person.get("title")) == (form, None)


@pytest.mark.parametrize(
    ("text", "error", "parameters"),
    [
        ("Ayşe, x@y", NotAnEmail, {"text": "x@y"}),
        ("Ayşe, ayse@", NotAnEmail, {"text": "ayse@"}),
        ("Ayşe, @ayse", NotAnEmail, {"text": "@ayse"}),
        ("Ayşe, e-mail: ayse.example.org", NotAnEmail, {"text": "ayse.example.org"}),
        ("Ayşe, +90 12", NotAPhone, {"text": "+90 12"}),
        ("Ayşe, tel: 0312 507", NotAPhone, {"text": "0312 507"}),
        ("", MissingName, {}),
        ("Tirana, protocol officer, ayse@example.org", MissingName, {}),
        ("Dr.", MissingName, {}),
    ],
)
def test_errors(text: str, error: type[BotError], parameters: dict[str, str]) -> None:
    with pytest.raises(error) as raised:
        read(text)
    assert raised.value.parameters == parameters


_FRAGMENTS = st.sampled_from(
    [
        "Ayşe Demir", "ayse@example.org", "x@", "+90 312 507 10 00", "0532", "Tel:", ",", ";", " | ", "\n", "Tirana",
        "Tiran'dan", "Bşk. Yrd.", "Municipality of", "Belediyesi", "Dr.", "hitap:", "dil:", "speaks English", "(", ")",
        "<", ">", '"', "–", "Saygılarımla,", "1001", "Rruga", "www.tirana.al", "dahili 112", "H.E.", ":", "geo:1@x",
    ]
)  # fmt: skip


@given(st.text(max_size=200) | st.lists(_FRAGMENTS | st.text(max_size=6), max_size=20).map(" ".join))
@settings(max_examples=300, deadline=None)
def test_any_text_is_a_person_or_a_known_error(text: str) -> None:
    try:
        person = read_person(text, is_partner=is_partner, region="TR")
    except BotError:
        return
    assert person.name.strip() == person.name != ""
    for value in (person.title, person.organisation, person.partner, person.form_of_address):
        assert value is None or value.strip()
