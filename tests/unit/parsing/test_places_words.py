"""Words of everyday messages are no places: never silently, and not at all inside a phrase."""

import contextlib
from collections.abc import Iterator

import pytest

from bot.errors import WhichPlace
from bot.parsing.places import PlaceIndex, find_in, look_up

WORDS = """
ziyaret yarın june okay may mart ocak of nice visit meeting site technical march august the an as on to in from with
all any are and best better big call can car card case chat city club come cool date day dear done early east edit end
event fair file fine form free full gift go good great group hall help home hope host info key last late left letter
life list live long look main make man member mine mobile much name new next night normal now office old one open order
other page park part party pay plan plus price rice rich room safe salt same save sell side split star start stay steel
table talk task team test top tour turn union use van? view wait walk want well west wish word work yes you zero
acaba ada? aile akşam anma araç bahçe bahar bana başkan batı belge ben beş bilgi bina bir biz bugün bulvar büyük cadde
cuma çay çevre dağ davet deniz destek dil doğu dost eğitim ekim eski evet genç gün güneş güzel hafta haftaya halk hava
hayır heyet imza insan istek iyi izin kale kanal karar kasım kent kişi kitap konuk köprü köy kurul masa meslek meydan
banka barış bol böyle centre elden emin glad gönder hala hata ise karşı lira luck millet ödeme ordu reserve sade sana
sene söz tane vize yasa deli kum
mektup nisan not okul onay orman ödül para pazar program salı sanat saray selam sergi sınır soru spor şubat takip tamam
taş tarım tatil temmuz toplantı toprak tören uzman vakıf yaş yayla yeni yıldız yol yorum yüksek zafer
""".replace("?", "").split()
REAL = {"van", "ada"}  # a city, and a district: asked or taken, both are right


@pytest.fixture(scope="module")
def index() -> Iterator[PlaceIndex]:
    with PlaceIndex.open() as opened:
        yield opened


@pytest.mark.parametrize("word", sorted(set(WORDS) - REAL))
def test_ordinary_word_is_not_taken_silently(index: PlaceIndex, word: str) -> None:
    with contextlib.suppress(WhichPlace):
        assert look_up(index, word, language="tr") is None
    assert find_in(index, word, language="tr") is None


@pytest.mark.parametrize(
    "words",
    [
        "General Assembly & Youth Meeting of Association of Towns Awarded the Europe Prize",
        "The 9th Conference of European Capitals for EU Enlargement",
        "Conference, Seminar and Exhibition for Disabled People, 2007",
        "The League Of Historical Cities",
        "teknik ziyaret: katı atık tesisi, 6 kişi",
        "Nice to meet you",
    ],
)
def test_title_without_a_place_has_none(index: PlaceIndex, words: str) -> None:
    assert find_in(index, words, language="tr") is None


@pytest.mark.parametrize(
    ("words", "place", "span"),
    [
        ("Ankara, 10 – 13 September 2015", "geo:323786", (0, 6)),
        ("Moscow, October 2015", "geo:524901", (0, 6)),
        ("visit to N.Cyprus T.R., 2008", "country:KKTC", (9, 22)),
        ("we flew to Nice yesterday", "geo:2990440", (11, 15)),
        ("Güney Kore'den heyet", "country:KR", (0, 14)),
        ("prizren: yedek tercüman şart", "geo:786712", (0, 7)),
    ],
)
def test_span_ends_with_the_place(index: PlaceIndex, words: str, place: str, span: tuple[int, int]) -> None:
    found = find_in(index, words, language="tr")
    assert found
    assert (found.place.id, found.span) == (place, span)
