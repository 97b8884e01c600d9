"""What people write is compared without case, diacritics, punctuation and the dotless ı."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.folding import fold


@pytest.mark.parametrize(
    ("text", "folded"),
    [
        ("İstanbul", "istanbul"),
        ("ISTANBUL", "istanbul"),
        ("ıstanbul", "istanbul"),
        ("Tiran’dan", "tirandan"),
        ("  São   Tomé ", "sao tome"),
        ("Bosnia-Herzegovina", "bosnia herzegovina"),
        ("Бишкек", "bishkek"),
        ("ÜSKÜP", "uskup"),
        ("Łódź", "lodz"),
        ("…", ""),
        ("", ""),
    ],
)
def test_fold(text: str, folded: str) -> None:
    assert fold(text) == folded


@given(st.text())
def test_folding_twice_changes_nothing(text: str) -> None:
    assert fold(fold(text)) == fold(text)


@given(st.text())
def test_folded_text_is_words_of_ascii_letters_and_digits(text: str) -> None:
    assert all(word.isascii() and word.isalnum() for word in fold(text).split(" ") if fold(text))
