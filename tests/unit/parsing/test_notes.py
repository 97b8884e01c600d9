"""What ``/log note`` understands."""

from collections.abc import Iterator

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from bot.errors import BotError
from bot.parsing.context import Context
from bot.parsing.notes import LogNote, MissingText, read_note
from bot.parsing.partner_questions import WhichCountryLabel
from tests.unit.parsing.context import opened


@pytest.fixture(scope="module")
def context() -> Iterator[Context]:
    with opened() as context:
        yield context


@pytest.mark.parametrize(
    ("text", "partner", "said", "themes"),
    [
        ("Prizren: a second interpreter is a must", "Prizren", "a second interpreter is a must", ()),
        ("prizren: yedek tercüman şart", "Prizren", "yedek tercüman şart", ()),
        ("Durrës, Albania: ask: who pays?", "Durrës", "ask: who pays?", ()),
        ("Tirana: lovely #food, konu: yemek", "Tirana", "lovely", ("food", "yemek")),
        ("Tirana:\nfirst\nsecond", "Tirana", "first\nsecond", ()),
        ("bring a pen", None, "bring a pen", ()),
        ("Nice: we liked it", None, "Nice: we liked it", ()),
        ("Hanover: which one?", None, "Hanover: which one?", ()),
        ("meet at 10:30 in Tirana", None, "meet at 10:30 in Tirana", ()),
        ("V99: no such visit", None, "V99: no such visit", ()),
    ],
)
def test_partner_and_text(context: Context, text: str, partner: str | None, said: str, themes: tuple[str, ...]) -> None:
    read = read_note(text, context)
    assert read == LogNote(said, read.partner, None, themes)
    assert (read.partner.name if read.partner else None) == partner


@pytest.mark.parametrize("text", ["", "  ", "Tirana:", "Tirana: ,", "#food"])
def test_a_note_needs_words(context: Context, text: str) -> None:
    with pytest.raises(MissingText):
        read_note(text, context)


def test_a_contested_country_is_asked(context: Context) -> None:
    with pytest.raises(WhichCountryLabel):
        read_note("Kudüs: su hattı", context)


@given(st.text(max_size=120))
@settings(max_examples=60, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
def test_any_text_is_a_note_or_a_known_problem(context: Context, text: str) -> None:
    try:
        assert read_note(text, context).text
    except BotError:
        return
