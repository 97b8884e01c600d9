"""What a desk types, and the place it means."""

from collections.abc import Iterator

import pytest

from bot.errors import WhichPlace
from bot.parsing.places import Case, PlaceIndex, find_all, find_in, look_up


@pytest.fixture(scope="module")
def index() -> Iterator[PlaceIndex]:
    with PlaceIndex.open() as opened:
        yield opened


def _id(index: PlaceIndex, text: str, language: str = "en") -> str | None:
    place = look_up(index, text, language=language, home_country="TR")
    return place.id if place else None


def _asked(index: PlaceIndex, text: str, language: str = "en") -> list[str]:
    with pytest.raises(WhichPlace) as question:
        look_up(index, text, language=language)
    return [choice.text for choice in question.value.choices]


# The partners of Ankara as its international-relations department wrote them (a talk of 2015).
@pytest.mark.parametrize(
    ("text", "place"),
    [
        ("China", "country:CN"),
        ("Ankara", "geo:323786"),
        ("Astana", "geo:1526273"),
        ("Moscow", "geo:524901"),
        ("Ulan Baatar", "geo:2028462"),
        ("Islamabad", "geo:1176615"),
        ("Seoul", "geo:1835848"),
        ("N.Cyprus T.R.", "country:KKTC"),
        ("Shanghai", "geo:1796236"),
        ("Ashkhabad", "geo:162183"),
        ("Budapest", "geo:3054643"),
        ("Prishtina", "geo:786714"),
        ("Kabul", "geo:1138958"),
        ("Tirana", "geo:3183875"),
        ("Washington", "geo:4140963"),
    ],
)
@pytest.mark.parametrize("language", ["en", "tr"])
def test_ankara_partner_is_silent(index: PlaceIndex, text: str, place: str, language: str) -> None:
    assert _id(index, text, language) == place


@pytest.mark.parametrize(
    ("text", "place"),
    [
        ("Paris", "geo:2988507"),
        ("Roma", "geo:3169070"),
        ("London", "geo:2643743"),
        ("Vienna", "geo:2761369"),
        ("Viyana", "geo:2761369"),
        ("ÜSKÜP", "geo:785842"),
        ("Saraybosna", "geo:3191281"),
        ("Barcelona", "geo:3128760"),
        ("Kudüs", "geo:281184"),
        ("Lefkoşa", "own:north-nicosia"),
        ("Nicosia", "geo:146268"),
        ("Nicosia, KKTC", "own:north-nicosia"),
        ("Girne", "geo:146412"),
        ("Nur-Sultan", "geo:1526273"),
        ("İpek", "geo:787157"),
        ("Yakova", "geo:791646"),
        ("Gaza City", "geo:281133"),
        ("Ankara Büyükşehir Belediyesi", "geo:323786"),
        ("Tiran Belediyesi'nden", "geo:3183875"),
        ("City of Vienna", "geo:2761369"),
    ],
)
def test_known_city_is_silent(index: PlaceIndex, text: str, place: str) -> None:
    assert _id(index, text, "tr") == place


@pytest.mark.parametrize(
    ("text", "place"),
    [
        ("Turkey", "country:TR"),
        ("Türkiye", "country:TR"),
        ("Güney Kore", "country:KR"),
        ("South Korea", "country:KR"),
        ("Czech Republic", "country:CZ"),
        ("Çin", "country:CN"),
        ("Kosova", "country:XK"),
        ("KKTC", "country:KKTC"),
        ("K.K.T.C.", "country:KKTC"),
        ("Turkish Republic of Northern Cyprus", "country:KKTC"),
        ("Georgia", "country:GE"),
        ("Deutschland", "country:DE"),
        ("Россия", "country:RU"),
        ("Filistin'den", "country:PS"),
        ("abd", "country:US"),
    ],
)
def test_country_comes_first(index: PlaceIndex, text: str, place: str) -> None:
    assert _id(index, text) == place


@pytest.mark.parametrize(
    ("text", "place"),
    [
        ("Hanover, Germany", "geo:2910831"),
        ("Almanya Hanover", "geo:2910831"),
        ("Almanya, Hanover", "geo:2910831"),
        ("Hanover Germany", "geo:2910831"),
        ("Hanover/Almanya", "geo:2910831"),
        ("Frankfurt (Almanya)", "geo:2925533"),
        ("Springfield, IL, United States", "geo:4250542"),
        ("Hanover, NH", "geo:5087168"),
        ("Hanover New Hampshire", "geo:5087168"),
        ("London, Ontario", "geo:6058560"),
        ("Paris TX", "geo:4717560"),
    ],
)
def test_country_or_state_decides(index: PlaceIndex, text: str, place: str) -> None:
    assert _id(index, text) == place


@pytest.mark.parametrize(
    ("text", "place", "case"),
    [
        ("Tiran'dan", "geo:3183875", Case.ABLATIVE),
        ("Tiran’dan", "geo:3183875", Case.ABLATIVE),
        ("tirandan", "geo:3183875", Case.ABLATIVE),
        ("Üsküp'e", "geo:785842", Case.DATIVE),
        ("üsküpe", "geo:785842", Case.DATIVE),
        ("uskupe", "geo:785842", Case.DATIVE),
        ("Seul'de", "geo:1835848", Case.LOCATIVE),
        ("seulde", "geo:1835848", Case.LOCATIVE),
        ("Üsküp'ü", "geo:785842", Case.ACCUSATIVE),
        ("Konyada", "geo:306571", Case.LOCATIVE),
        ("Ankara'nın", "geo:323786", Case.GENITIVE),
        ("Bişkek'le", "geo:1528675", Case.INSTRUMENTAL),
        ("Moskova'ya", "geo:524901", Case.DATIVE),
        ("N'Djamena'ya", "geo:2427123", Case.DATIVE),
        ("Van'a", "geo:298117", Case.DATIVE),
    ],
)
def test_case_suffix_is_taken_off(index: PlaceIndex, text: str, place: str, case: Case) -> None:
    best = find_all(index, text, language="tr")[0]
    assert (_id(index, text, "tr"), best.case) == (place, case)


@pytest.mark.parametrize(
    ("text", "place", "case"),
    [
        ("Tiran Belediyesi'nden", "geo:3183875", Case.ABLATIVE),
        ("Tiran belediyesine", "geo:3183875", Case.DATIVE),
        ("Prizren, Kosova'dan", "geo:786712", Case.ABLATIVE),
        ("Kosova'nın Prizren şehrinden", "geo:786712", Case.ABLATIVE),
        ("Almanya'nın Köln şehri", "geo:2886242", None),
        ("Arnavutluk'un başkenti Tiran", "geo:3183875", None),
        ("kktcye", "country:KKTC", Case.DATIVE),
        ("KKTC'den", "country:KKTC", Case.ABLATIVE),
    ],
)
def test_case_of_what_stands_behind_the_name_counts(
    index: PlaceIndex, text: str, place: str, case: Case | None
) -> None:
    best = find_all(index, text, language="tr")[0]
    assert (best.row.key, best.case) == (place, case)


@pytest.mark.parametrize(
    ("text", "place"), [("Xi'an", "geo:1790630"), ("Sana'a", "geo:71137"), ("Bari", "geo:3182351")]
)
def test_name_that_looks_inflected_stays(index: PlaceIndex, text: str, place: str) -> None:
    assert (_id(index, text), find_all(index, text)[0].case) == (place, None)


def test_home_country_counts_double(index: PlaceIndex) -> None:
    by_home = [find_all(index, "Hanover", home_country=home) for home in (None, "US")]
    scores = [{match.row.key: match.score for match in found} for found in by_home]
    assert scores[1]["geo:4357340"] == 2 * scores[0]["geo:4357340"]


def test_text_longer_than_any_name_is_unknown(index: PlaceIndex) -> None:
    assert look_up(index, "Ankara " * 50) is None


def test_hanover_is_asked_with_the_german_city_first(index: PlaceIndex) -> None:
    assert _asked(index, "Hanover")[:2] == ["geo:2910831", "geo:4357340"]


def test_iskele_is_asked_although_the_data_has_one(index: PlaceIndex) -> None:
    assert _asked(index, "İskele", "tr")[0] == "geo:146027"


def test_korea_is_asked(index: PlaceIndex) -> None:
    assert _asked(index, "Kore", "tr") == ["country:KR", "country:KP"]


def test_jerusalem_in_palestine_is_asked_not_refused(index: PlaceIndex) -> None:
    assert _asked(index, "Kudüs, Filistin", "tr") == ["geo:281184"]


@pytest.mark.parametrize("text", ["geo:2910831", "country:KKTC", "own:north-nicosia"])
def test_choice_text_is_understood(index: PlaceIndex, text: str) -> None:
    assert _id(index, text) == text


@pytest.mark.parametrize("text", ["", "…", "geo:1", "country:ZZ", "xqzzyk vvw", "geo:"])
def test_unknown_name_is_none(index: PlaceIndex, text: str) -> None:
    assert look_up(index, text) is None


@pytest.mark.parametrize("text", ["nice", "may", "ziyaret", "of"])
def test_ordinary_word_is_never_silent(index: PlaceIndex, text: str) -> None:
    assert _asked(index, text)


@pytest.mark.parametrize(
    ("words", "place", "span", "case"),
    [
        ("tiran'dan heyet geldi", "geo:3183875", (0, 9), Case.ABLATIVE),
        ("Prishtina undated technical visit", "geo:786714", (0, 9), None),
        ("nice visit to Tirana", "geo:3183875", (14, 20), None),
        ("teknik ziyaret Üsküp", "geo:785842", (15, 20), None),
        ("Kuala Lumpur technical visit", "geo:1735161", (0, 12), None),
        ("Hanover, Germany: site visit", "geo:2910831", (0, 16), None),
    ],
)
def test_place_is_found_in_a_phrase(
    index: PlaceIndex, words: str, place: str, span: tuple[int, int], case: Case | None
) -> None:
    found = find_in(index, words, language="tr")
    assert found
    assert (found.place.id, found.span, found.case) == (place, span, case)


@pytest.mark.parametrize("words", ["okay", "ziyaret yarın", "nice meeting in may", "teknik ziyaret", "june", ""])
def test_phrase_without_a_place_has_none(index: PlaceIndex, words: str) -> None:
    assert find_in(index, words) is None


def test_question_in_a_phrase_knows_its_hole(index: PlaceIndex) -> None:
    with pytest.raises(WhichPlace) as question:
        find_in(index, "visit Hanover")
    assert question.value.hole == (6, 13)
