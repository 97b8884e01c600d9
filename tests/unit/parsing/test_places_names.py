"""A sample of names from public knowledge: Turkish exonyms, old names, endonyms, typos, suffixes, other scripts."""

from collections import Counter
from collections.abc import Iterator
from pathlib import Path

import pytest

from bot.errors import WhichPlace
from bot.parsing.places import MatchKind, PlaceIndex, find_all, look_up

SAMPLE = Path(__file__).with_name("test_places_names.tsv")
TURKISH = {"turkish", "suffix"}

# Partners of municipalities in Türkiye as their public pages write them, with the country.
PARTNERS = """
Almaty KZ | Amman JO | Bangkok TH | Barcelona ES | Beirut LB | Benghazi LY | Berlin DE | Busan KR | Cairo EG
Cologne DE | Constanţa RO | Damascus SY | Dubai AE | Durrës AL | Gaza City PS | Giza EG | Guangzhou CN | Houston US
Jakarta ID | Jeddah SA | Johor Bahru MY | Kazan RU | Khartoum SD | Lahore PK | Mary TM | Mexico City MX | N'Djamena TD
Nicosia Turkish Municipality CY | Odesa UA | Osh KG | Plovdiv BG | Rabat MA | Long Beach US | Bremen DE
Nicosia (Lefkoşa) CY | Roxas PH | Štip MK | Schwäbisch Hall DE | Chungcheongnam-do (province) KR | Beit Hanoun PS
Kuala Lumpur MY | Rotterdam NL | Demir Hisar MK | Rosoman MK | Bilhorod-Dnistrovskyi UA | Fairfax County US
"""


@pytest.fixture(scope="module")
def index() -> Iterator[PlaceIndex]:
    with PlaceIndex.open() as opened:
        yield opened


def _sample() -> list[tuple[str, str, str, str]]:
    lines = SAMPLE.read_text("utf-8").splitlines()
    return [(kind, query, name, country) for kind, query, name, country in (line.split("\t") for line in lines)]


@pytest.mark.parametrize(("kind", "query", "name", "country"), _sample())
def test_first_answer_is_right(index: PlaceIndex, kind: str, query: str, name: str, country: str) -> None:
    best = find_all(index, query, language="tr" if kind in TURKISH else "en")[0]
    assert (best.place.name, best.place.country) == (name, country)


def test_sample_is_of_every_kind() -> None:
    kinds = Counter(kind for kind, *_ in _sample())
    assert kinds.keys() == {"turkish", "old", "endonym", "typo", "suffix", "script"}
    assert sum(kinds.values()) >= 150


@pytest.mark.parametrize("partner", [part.strip() for part in PARTNERS.replace("\n", "|").split("|") if part.strip()])
def test_published_partner_is_silent(index: PlaceIndex, partner: str) -> None:
    name, _, country = partner.rpartition(" ")
    place = look_up(index, name, home_country="TR")
    assert place
    assert place.country == country


@pytest.mark.parametrize("typo", ["Brelin", "Budapset", "Saravejo", "Tiraan", "Priştne", "Washingon", "Mosvoka"])
def test_guess_is_always_asked(index: PlaceIndex, typo: str) -> None:
    with pytest.raises(WhichPlace) as question:
        look_up(index, typo)
    assert question.value.choices
    assert find_all(index, typo)[0].how is MatchKind.FUZZY


@pytest.mark.parametrize(
    ("text", "place"),
    [("Hannver, Germany", "geo:2910831"), ("Tirna'dan", "geo:3183875"), ("Tirna Belediyesi", "geo:3183875")],
)
def test_guess_obeys_country_suffix_and_office(index: PlaceIndex, text: str, place: str) -> None:
    assert find_all(index, text)[0].row.key == place


@pytest.mark.parametrize(
    ("text", "place"),
    [
        ("Fairfax County", "own:us-51059"),
        ("Tataristan", "own:tatarstan"),
        ("Kırım", "own:crimea"),
        ("Bayern", "own:bavaria"),
    ],
)
def test_region_is_a_partner_too(index: PlaceIndex, text: str, place: str) -> None:
    found = look_up(index, text, language="tr")
    assert found
    assert found.id == place
