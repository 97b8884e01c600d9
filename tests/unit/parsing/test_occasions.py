"""Occasions, letters with slots, and heads of houses, as they are typed."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.cards.drafts import LETTERS, shipped_letter
from bot.domain.drafts import BLANK, Slot, fill
from bot.domain.occasions import Occasion
from bot.errors import BotError
from bot.i18n import LANGUAGES
from bot.parsing.occasions import cut_language, cut_occasion
from bot.parsing.people.heads import leads_house
from bot.parsing.pieces import CUT, Pieces
from bot.parsing.templates import NoSuchOccasion, NoSuchSlot, TemplateText, read_letter, read_template


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("", TemplateText()),
        ("national day", TemplateText(Occasion.NATIONAL_DAY)),
        ("millî gün türkçe", TemplateText(Occasion.NATIONAL_DAY, "tr")),
        ("Yıl dönümü Türkçe: metin", TemplateText(Occasion.ANNIVERSARY, "tr", "metin")),
        ("election French\nChère amie,\nbravo", TemplateText(Occasion.ELECTION, "fr", "Chère amie,\nbravo")),
        ("end of term in English: usual", TemplateText(Occasion.TERM_END, "en", "")),
        ("görev sonu: olağan", TemplateText(Occasion.TERM_END, None, "")),
    ],
)
def test_a_template(text: str, expected: TemplateText) -> None:
    assert read_template(text) == expected


@pytest.mark.parametrize("text", ["foo", "foo: bar", ": bar", "national day foo: bar", "Tirana national day"])
def test_no_letter_is_named(text: str) -> None:
    with pytest.raises(NoSuchOccasion):
        read_template(text)


def test_slots_have_names_in_both_languages() -> None:
    assert read_letter("[Hitap], {city} [ÜLKE]") == (
        "",
        Slot.FORM_OF_ADDRESS,
        ", ",
        Slot.PARTNER,
        " ",
        Slot.COUNTRY,
        "",
    )
    with pytest.raises(NoSuchSlot):
        read_letter("[hitap] [mayor's cat]")


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("occasion", Occasion)
def test_the_letters_that_ship_can_be_filled(occasion: Occasion, language: str) -> None:
    letter = shipped_letter(occasion, language)
    assert letter is not None
    slots = {part for part in read_letter(letter) if isinstance(part, Slot)}
    assert slots >= {Slot.FORM_OF_ADDRESS, Slot.PARTNER, Slot.OUR_CITY}
    whole = fill(read_letter(letter), dict.fromkeys(Slot, "x"))
    assert whole.blanks == ()
    assert BLANK not in " ".join(whole.paragraphs)
    assert set(fill(read_letter(letter), {}).blanks) == slots
    assert set(LETTERS) == set(Occasion)


@given(st.text(max_size=80), st.dictionaries(st.sampled_from(list(Slot)), st.text(max_size=9)))
def test_nothing_is_left_out_silently(text: str, values: dict[Slot, str]) -> None:
    try:
        letter = read_letter(f"[hitap] {text} [kent]")
    except BotError:
        return
    draft = fill(letter, values)
    empty = {part for part in letter if isinstance(part, Slot) and not values.get(part)}
    assert set(draft.blanks) == empty
    assert not empty or BLANK in "\n".join(draft.paragraphs)


@pytest.mark.parametrize(
    ("text", "occasion", "language", "rest"),
    [
        ("Tirana national day in French", Occasion.NATIONAL_DAY, "fr", "Tirana"),
        ("tiran millî gün türkçe", Occasion.NATIONAL_DAY, "tr", "tiran"),
        ("geo:3183875 national_day", Occasion.NATIONAL_DAY, None, "geo:3183875"),
        ("üsküp yıldönümü", Occasion.ANNIVERSARY, None, "üsküp"),
        ("Oslo election English", Occasion.ELECTION, "en", "Oslo"),
        ("Oslo", None, None, "Oslo"),
        (f"Oslo national day in English {CUT}{CUT}", Occasion.NATIONAL_DAY, "en", "Oslo"),
    ],
)
def test_what_a_draft_names(text: str, occasion: Occasion | None, language: str | None, rest: str) -> None:
    pieces = Pieces(text)
    assert (cut_language(pieces), cut_occasion(pieces), pieces.rest()) == (language, occasion, rest)


@pytest.mark.parametrize(
    ("title", "leads"),
    [
        ("mayor", True),
        ("Mayor of Tirana", True),
        ("Belediye Başkanı", True),
        ("Ankara Büyükşehir Belediye Başkanı", True),
        ("Oberbürgermeisterin", True),
        ("Vali", True),
        ("Kryetar", True),
        ("Deputy Mayor", False),
        ("Belediye Başkan Yardımcısı", False),
        ("Başkan Vekili", False),
        ("Dış İlişkiler Daire Başkanı", False),
        ("Meclis Başkanı", False),
        ("Adviser to the Mayor", False),
        ("Head of the Mayor's Office", False),
        ("protocol officer", False),
        ("", False),
    ],
)
def test_who_leads_the_house(title: str, leads: bool) -> None:
    assert leads_house(title) is leads
