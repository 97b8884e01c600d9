"""A choice is learnt: what had been typed becomes the team's name for the partner, and undo takes it back."""

import pytest

from tests.desk import Desk


def test_a_choice_is_learnt_and_not_asked_again(desk: Desk) -> None:
    desk.chat("""
        > /visit from Hanover 4 May 2025
        Which Hanover?
        [1] Hannover, Germany  [2] Hanover, MD, United States  [3] Hanover, PA, United States  [4] Hanover, MA, United States

        > [Hannover, Germany]
        ✓ V1 · Visit · incoming
        Hannover, Germany
        Sunday, 4 May 2025
        “Hanover” is Hannover, Germany from now on.
        [1] Undo  [2] Edit

        > /visit to hanover 5 May 2025
        ✓ V2 · Visit · outgoing
        Hannover, Germany
        Monday, 5 May 2025
        [1] Undo  [2] Edit

        > /history
        Latest changes
        4 May 2026, 09:00 · Fatma: logged, V2 · 5 May 2025 · Hannover: Visit · outgoing
        4 May 2026, 09:00 · Fatma: logged, V1 · 4 May 2025 · Hannover: Visit · incoming
        4 May 2026, 09:00 · Fatma: one more name, “Hanover”, Hannover

        > /undo
        ✓ Undone
        No longer counts: V2 · 5 May 2025 · Hannover: Visit · outgoing

        > /undo
        ✓ Undone
        No longer counts: V1 · 4 May 2025 · Hannover: Visit · incoming
        Hannover is no longer called “Hanover”.
        Hannover is no longer among your partners.

        > /visit from Hanover 4 May 2025
        Which Hanover?
        [1] Hannover, Germany  [2] Hanover, MD, United States  [3] Hanover, PA, United States  [4] Hanover, MA, United States
    """)


def test_a_typed_answer_is_learnt_in_turkish(desk: Desk) -> None:
    desk.say("/team language tr")
    desk.chat("""
        > /ziyaret Tirrna'dan 3 mayıs 2025
        Hangi Tirrna?
        [1] Tiran, Arnavutluk  [2] “Tirrna” olarak kalsın

        > tiran
        ✓ V1 · Ziyaret · gelen heyet
        Tiran, Arnavutluk
        3 Mayıs 2025 Cumartesi
        “Tirrna” bundan böyle Tiran, Arnavutluk demek.
        [1] Geri al  [2] Düzelt

        > /ziyaret tirrna'ya 4 mayıs 2025
        ✓ V2 · Ziyaret · giden heyet
        Tiran, Arnavutluk
        4 Mayıs 2025 Pazar
        [1] Geri al  [2] Düzelt
    """)


def test_a_choice_is_learnt_though_the_date_is_asked_next(desk: Desk) -> None:
    desk.chat("""
        > /visit from Hanover
        Which Hanover?
        [1] Hannover, Germany  [2] Hanover, MD, United States  [3] Hanover, PA, United States  [4] Hanover, MA, United States

        > [Hannover, Germany]
        When is it? For example: 10–13 September 2026, October 2026, undated.

        > 4 May 2025
        ✓ V1 · Visit · incoming
        Hannover, Germany
        Sunday, 4 May 2025
        “Hanover” is Hannover, Germany from now on.
        [1] Undo  [2] Edit
    """)


@pytest.mark.parametrize("answer", ["Hannover", "hannover germany", "Hanover, Almanya", "Germany", "Almanya"])
def test_a_choice_may_be_named_otherwise_or_by_its_country(desk: Desk, answer: str) -> None:
    desk.say("/visit from Hanover 4 May 2025")
    card = desk.say(answer)
    assert card.startswith("✓ V1 · Visit · incoming\nHannover, Germany")
    assert "“Hanover” is Hannover, Germany from now on." in card


def test_a_place_that_was_not_offered_is_taken_and_nothing_learnt(desk: Desk) -> None:
    desk.say("/visit from Hanover 4 May 2025")
    card = desk.say("Skopje")
    assert card.startswith("✓ V1 · Visit · incoming\nSkopje, North Macedonia")
    assert "from now on" not in card


def test_undo_leaves_the_partner_that_was_there_before(desk: Desk) -> None:
    desk.say("/visit from Hannover 1 May 2025")
    desk.say("/visit from Hanover 4 May 2025")
    assert "“Hanover” is Hannover, Germany from now on." in desk.press("Hannover, Germany")
    undone = desk.say("/undo")
    assert "Hannover is no longer called “Hanover”." in undone
    assert "among your partners" not in undone
    assert "Which Hanover?" in desk.say("/visit from Hanover 6 May 2025")


def test_a_partner_of_the_team_is_offered_first_for_a_mistyped_name(desk: Desk) -> None:
    desk.say("/visit from Prizren 1 May 2025")
    desk.say("/alias Prizren = Pürizren Sancağı")
    asked = desk.say("/visit from Pürizen Sancağı 4 May 2025")
    assert asked.splitlines()[1].startswith("[1] Prizren, Kosovo")


def test_an_everyday_word_is_not_learnt(desk: Desk) -> None:
    desk.say("/visit from nice 4 May 2025")
    card = desk.press("Nice, France")
    assert "V1" in card
    assert "from now on" not in card


def test_what_was_typed_is_kept_while_the_country_is_asked(desk: Desk) -> None:
    desk.team(city="Ankara")
    desk.say("/team language tr")
    assert "Hangi Kudüüs?" in desk.say("/ziyaret Kudüüs'ten 4 mayıs 2025")
    assert "hangi ülke yazılsın?" in desk.press("Kudüs")
    card = desk.press("Filistin")
    assert card.startswith("✓ V1 · Ziyaret · gelen heyet\nKudüs, Filistin")
    assert "“Kudüüs” bundan böyle Kudüs, Filistin demek." in card
