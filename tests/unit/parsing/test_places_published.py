"""Partners as town halls publish them: a country beside the name in every fashion, a quarter, a town nobody knows."""

from collections.abc import Iterator

import pytest

from bot.parsing.places import MatchKind, PlaceIndex, country_around, find_all


@pytest.fixture(scope="module")
def index() -> Iterator[PlaceIndex]:
    with PlaceIndex.open() as opened:
        yield opened


@pytest.mark.parametrize(
    ("text", "place"),
    [
        ("Köln-Almanya", "geo:2886242"),
        ("Srebrenica-Bosna Hersek", "geo:3190159"),
        ("Ruse-BULGARİSTAN", "geo:727523"),
        ("Kazan-Tataristan Özerk Cumhuriyeti", "geo:551487"),
        ("Bahçesaray, Kırım", "geo:712969"),
        ("Gönyeli / KKTC", "own:gonyeli"),
        ("Trablus / Lübnan", "geo:266826"),
        ("Midilli Adası - Yunanistan", "geo:256866"),
        ("Cidde-S. Arabistan", "geo:105343"),
    ],
)
def test_a_country_stands_beside_the_name(index: PlaceIndex, text: str, place: str) -> None:
    assert find_all(index, text, language="tr")[0].row.key == place


@pytest.mark.parametrize("text", ["Stratford-upon-Avon", "Baden-Baden", "Saint-Denis, Réunion", "Winston-Salem"])
def test_a_dash_within_a_name_is_no_country(index: PlaceIndex, text: str) -> None:
    assert find_all(index, text)[0].how in (MatchKind.EXACT, MatchKind.ALTERNATE)


@pytest.mark.parametrize(
    ("text", "place"),
    [
        ("Bakü Nesimi / Azerbaycan", "geo:587084"),
        ("Gangnam (Seul) / Güney Kore", "geo:1835848"),
        ("Novi Grad Belediyesi - Saraybosna", "geo:3191281"),
        ("Melbourne Austrailia", "geo:2158177"),
    ],
)
def test_a_quarter_is_asked_as_its_city(index: PlaceIndex, text: str, place: str) -> None:
    best = find_all(index, text, language=None)[0]
    assert (best.row.key, best.how, best.sure) == (place, MatchKind.AROUND, False)


def test_a_town_that_nobody_knows_has_its_country(index: PlaceIndex) -> None:
    assert find_all(index, "Qqxwville (Makedonya)") == ()
    assert country_around(index, "Qqxwville (Makedonya)") == ("Qqxwville", "MK")
    assert country_around(index, "Qqxwville") is None


@pytest.mark.parametrize(
    ("text", "place", "sure"),
    [
        ("Melbourn", "geo:2158177", False),  # a village in England, and rather Melbourne
        ("Rosoman", "geo:786239", True),  # a town of two thousand that nothing large is like
        ("Gneva", "geo:2660646", False),
    ],
)
def test_a_village_stands_back_behind_a_likely_typo(index: PlaceIndex, text: str, place: str, sure: bool) -> None:
    best = find_all(index, text)[0]
    assert (best.row.key, best.sure) == (place, sure)


def test_letters_beyond_ascii_tell_namesakes_apart(index: PlaceIndex) -> None:
    assert find_all(index, "Niş", language="tr")[0].row.key == "geo:787657"
    assert find_all(index, "Nis", language="tr")[0].row.key in ("geo:2990440", "geo:787657")


def test_without_a_language_names_of_both_count(index: PlaceIndex) -> None:
    assert find_all(index, "Sakız", language=None)[0].row.key == "geo:259973"
    assert find_all(index, "Cologne", language=None)[0].row.key == "geo:2886242"


@pytest.mark.parametrize("text", ["أبو ظبي", "أبوظبي"])
def test_spaces_come_and_go_in_other_scripts(index: PlaceIndex, text: str) -> None:
    assert find_all(index, text)[0].row.key == "geo:292968"


@pytest.mark.parametrize(
    ("text", "place"),
    [("بيت لحم", "geo:284315"), ("عدن", "geo:415189"), ("Αθήνα", "geo:264371"), ("パリ", "geo:2988507")],
)
def test_a_script_is_at_home_somewhere(index: PlaceIndex, text: str, place: str) -> None:
    assert find_all(index, text)[0].row.key == place
