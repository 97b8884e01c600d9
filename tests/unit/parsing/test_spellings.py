"""What a choice teaches: spellings of the chosen partner, and never a name among other words."""

import pytest

from bot.domain.partners import Partner
from bot.domain.places import PlaceKind
from bot.parsing.aliases import is_learnable
from tests.unit.parsing.context import opened

TIRANA = Partner(id=1, name="Tirana", kind=PlaceKind.CITY, place_id="geo:3183875", country="AL", names={"tr": "Tiran"})
WRITTEN = Partner(id=2, name="Arnavutköy Mahallesi", kind=PlaceKind.REGION)


@pytest.mark.parametrize(
    "typed",
    [
        "Tirana and Skopje",
        "Ankara to Tirana",
        "Skopje Easter",
        "Easter Tirana",
        "Tirrna Easter",
        "Tirana on Easter Monday",
        "the mayor of Tirana",
        "Tiran'a en son ne zaman",
        "Tiran 3 veya",
        "Tirana 3 or",
        "Tirana ve",
        "Tirana, Albania",
        "Tirana Albania",
        "visit Tirana",
        "Tirana'ya mı",
        "Easter 2024",
        "a friendly northern capital",
    ],
)
def test_a_name_among_other_words_is_not_learnt(typed: str) -> None:
    with opened() as context:
        assert not is_learnable(typed, TIRANA, context)


@pytest.mark.parametrize("typed", ["Tirana", "tiranë", "Tirrna", "Tirnaa", "Arnavut Başşehri", "Dyrrhachion"])
def test_a_spelling_or_a_name_that_nobody_knew_is_learnt(typed: str) -> None:
    with opened() as context:
        assert is_learnable(typed, TIRANA, context)


@pytest.mark.parametrize(("typed", "learnt"), [("Arnavutkoy Mahalesi", True), ("Arnavutköy ve Mahallesi", False)])
def test_a_partner_without_a_place_has_spellings_too(typed: str, *, learnt: bool) -> None:
    with opened() as context:
        assert is_learnable(typed, WRITTEN, context) == learnt
