"""What is looked for."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.parsing.pages import cut_page, with_page
from bot.parsing.searching import word_forms


@pytest.mark.parametrize(
    ("word", "forms"),
    [
        ("Tirana", (("tirana", "tiran"),)),
        ("ATIK", (("atik",),)),
        ("Tiran'dan", (("tirandan", "tiran"),)),
        ("atıktan", (("atiktan", "atik"),)),
        ("#solid-waste", (("solid",), ("waste",))),
        ("“çöp”", (("cop",),)),
        ("…", ()),
        ("an", (("an",),)),
    ],
)
def test_a_word_is_looked_for_as_typed_and_then_by_its_stems(word: str, forms: tuple[tuple[str, ...], ...]) -> None:
    assert word_forms(word) == forms


@pytest.mark.parametrize(
    ("text", "page"),
    [
        ("albania page 2", ("albania", 2)),
        ("page 3", ("", 3)),
        ("bu ay sayfa 2", ("bu ay", 2)),
        ("homepage 2", ("homepage 2", 1)),
        ("page 0", ("page 0", 1)),
        ("", ("", 1)),
    ],
)
def test_a_page_stands_at_the_end(text: str, page: tuple[str, int]) -> None:
    assert cut_page(text) == page


@given(st.text(max_size=40), st.integers(1, 9999))
def test_a_page_that_was_written_is_read(text: str, page: int) -> None:
    assert cut_page(with_page(text.strip(), page)) == (text.strip(), page)
