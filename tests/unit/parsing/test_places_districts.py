"""The districts of Türkiye: as many as there are, where they are, and no second one beside GeoNames' place."""

import pytest

from bot.bootstrap import place_index
from bot.errors import WhichPlace
from bot.parsing.places import PlaceIndex, find_all, look_up
from bot.parsing.places.districts import read_districts
from bot.parsing.places.index import distance_km
from bot.parsing.places.keys import name_key

WHOLE_PROVINCES = {
    "Adana": 15,
    "Ankara": 25,
    "Antalya": 19,
    "Bursa": 17,
    "Diyarbakır": 17,
    "Eskişehir": 14,
    "Gaziantep": 9,
    "Kayseri": 16,
    "Kocaeli": 12,
    "Konya": 31,
    "Mersin": 13,
    "Samsun": 17,
    "İstanbul": 39,
    "İzmir": 30,
}


@pytest.fixture(scope="module")
def index() -> PlaceIndex:
    return place_index()


@pytest.mark.parametrize(("province", "count"), WHOLE_PROVINCES.items())
def test_a_province_has_all_its_districts(province: str, count: int) -> None:
    assert sum(district.province == province for district in read_districts()) == count


def test_every_district_is_in_türkiye_and_named_once_in_its_province() -> None:
    districts = read_districts()
    assert len({(district.name, district.province) for district in districts}) == len(districts)
    assert all(35.8 < district.latitude < 42.2 and 25.6 < district.longitude < 44.9 for district in districts)
    assert all(1_000 < district.population < 1_000_000 for district in districts)


def test_every_district_is_in_the_index_once_with_its_province_and_people(index: PlaceIndex) -> None:
    for district in read_districts():
        named = [row for row in index.named(name_key(district.name)) if row.country == "TR"]
        found = [row for row in named if row.region == district.province and row.population == district.population]
        assert len(found) == 1, district
        twins = [row for row in named if row.key != found[0].key and distance_km(row, found[0]) < 20]
        assert not twins or found[0].code is None, district


@pytest.mark.parametrize(
    ("text", "place"),
    [
        ("Keçiören", "own:tr-ankara-kecioren"),
        ("Kecioren", "own:tr-ankara-kecioren"),
        ("Keçiören'den", "own:tr-ankara-kecioren"),
        ("Keçiören Belediyesi", "own:tr-ankara-kecioren"),
        ("Beşiktaş Belediyesi'nden", "own:tr-istanbul-besiktas"),
        ("Kadıköy", "own:tr-istanbul-kadikoy"),
        ("Kadıköye", "own:tr-istanbul-kadikoy"),
        ("Yenimahalle", "own:tr-ankara-yenimahalle"),
        ("Beyoğlu", "own:tr-istanbul-beyoglu"),
        ("Bakırköy", "own:tr-istanbul-bakirkoy"),
        ("Altındağ", "own:tr-ankara-altindag"),
        ("Eyüpsultan", "own:tr-istanbul-eyupsultan"),
        ("Eyüp", "own:tr-istanbul-eyupsultan"),
        ("Kahramankazan", "geo:743615"),
        ("Karadeniz Ereğli", "geo:747471"),
        ("Çankaya", "geo:6955677"),
        ("Üsküdar", "geo:738329"),
        ("Kazan", "geo:551487"),  # in Tatarstan
        ("Taşkent", "geo:1512569"),  # in Uzbekistan; Konya's has 6,000 people
    ],
)
def test_a_district_is_read(index: PlaceIndex, text: str, place: str) -> None:
    found = look_up(index, text, language="tr", home_country="TR")
    assert found is not None
    assert found.id == place


@pytest.mark.parametrize(
    ("typed", "place"),
    [
        ("Keçören", "own:tr-ankara-kecioren"),
        ("Beşikaş", "own:tr-istanbul-besiktas"),
        ("Yenimahle", "own:tr-ankara-yenimahalle"),
    ],
)
def test_a_mistyped_district_is_offered_first(index: PlaceIndex, typed: str, place: str) -> None:
    with pytest.raises(WhichPlace) as asked:
        look_up(index, typed, language="tr", home_country="TR")
    assert asked.value.choices[0].text == place


def test_a_district_of_ones_own_country_is_asked_beside_a_city_abroad(index: PlaceIndex) -> None:
    with pytest.raises(WhichPlace) as asked:
        look_up(index, "Sur", language="en", home_country="TR")
    assert [choice.text for choice in asked.value.choices][:2] == ["geo:10048774", "geo:286245"]


@pytest.mark.parametrize(
    ("text", "place"),
    [
        ("Girit", "own:crete"),
        ("Crete", "own:crete"),
        ("Voyvodina", "own:vojvodina"),
        ("Vojvodina", "own:vojvodina"),
        ("Erdel", "own:transylvania"),
        ("Kırım", "own:crimea"),
        ("İskoçya", "own:scotland"),
        ("Wales", "own:wales"),
        ("Galler", "own:wales"),
        ("Flanders", "own:flanders"),
        ("Valonya", "own:wallonia"),
        ("Laponya", "own:lapland"),
        ("Batı Trakya", "own:western-thrace"),
        ("Bavyera", "own:bavaria"),
        ("East Berlin", "geo:2950159"),
        ("Doğu Berlin", "geo:2950159"),
    ],
)
def test_a_region_or_an_old_name_is_read(index: PlaceIndex, text: str, place: str) -> None:
    found = look_up(index, text, language="tr", home_country="TR")
    assert found is not None
    assert found.id == place


@pytest.mark.parametrize(
    ("text", "places"),
    [
        ("Cordoba", ["geo:3860259", "geo:2519240"]),
        ("Centar", ["own:centar", "geo:6618983"]),
        ("Kürdistan", ["own:kurdistan-region", "own:kurdistan-province"]),
    ],
)
def test_two_that_may_be_meant_are_asked(index: PlaceIndex, text: str, places: list[str]) -> None:
    with pytest.raises(WhichPlace) as asked:
        look_up(index, text, language="en", home_country="TR")
    assert [choice.text for choice in asked.value.choices][:2] == places


def test_a_land_behind_a_name_is_narrower_than_its_country(index: PlaceIndex) -> None:
    assert {match.row.region for match in find_all(index, "Newport, Wales")} == {"WLS"}


def test_a_label_is_a_name_and_no_time_zone(index: PlaceIndex) -> None:
    place = index.get("geo:3860259")
    assert place is not None
    assert place.name_in("tr") == "Cordoba"


@pytest.mark.parametrize("word", ["vize", "akdeniz", "körfez", "kartal", "konak", "kale", "anadolu"])
def test_a_district_that_is_a_word_is_not_taken_silently(index: PlaceIndex, word: str) -> None:
    with pytest.raises(WhichPlace):
        look_up(index, word, language="tr", home_country="TR")
