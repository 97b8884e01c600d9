"""What a button carries in place of a partner's name reads back as it was written, and hides nothing else."""

from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.parsing.dates import find_date
from bot.parsing.places import Case
from bot.parsing.references import Reference
from tests.unit.parsing.context import TEAM, opened

SPELLINGS = st.text(max_size=30).filter(lambda text: "\x00" not in text)


@given(
    st.sampled_from(["geo:3183875", "country:AL", "own:north-nicosia", "partner:7"]),
    st.sampled_from([None, "", "PS", "KKTC"]),
    SPELLINGS,
    st.sampled_from([None, Case.ABLATIVE, Case.DATIVE]),
)
def test_a_reference_reads_back(place: str, country: str | None, spelling: str, case: Case | None) -> None:
    reference = Reference(place, country, spelling, case)
    assert Reference.read(str(reference)) == reference
    assert Reference.search(f"from {reference}, 3 May") == (reference, (5, 5 + len(str(reference))))


@pytest.mark.parametrize("name", ["Gazi Baba", "Stratford-upon-Avon", "N'Djamena Nord", "Çair"])
def test_a_name_to_be_kept_reads_back(name: str) -> None:
    reference = Reference(f"new:{name}", "MK", case=Case.ABLATIVE)
    assert Reference.read(str(reference)) == reference
    assert reference.written == name


@pytest.mark.parametrize("text", ["Tirana", "geo:", "geo:1 and more", "partner", ""])
def test_other_texts_are_no_references(text: str) -> None:
    assert Reference.read(text) is None


@pytest.mark.parametrize("spelling", ["3 May", "Mart", "May Pen", "2026", "yarın"])
def test_no_date_is_read_in_what_had_been_typed(spelling: str) -> None:
    with opened(replace(TEAM, language="tr")) as context:
        assert find_date(str(Reference("geo:3183875", spelling=spelling)), context.dates) is None
