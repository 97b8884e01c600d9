"""What stands behind a partner's name in a team of Türkiye, where a label can be an incident."""

import pytest

from tests.desk import Desk


@pytest.fixture
def ankara(desk: Desk) -> Desk:
    return desk.team(city="Ankara")


@pytest.mark.parametrize(
    ("typed", "line"),
    [
        ("lefkoşa", "North Nicosia, Turkish Republic of Northern Cyprus"),
        ("Girne'den", "Kyrenia, Turkish Republic of Northern Cyprus"),
        ("Gazze", "Gaza, Palestine"),
        ("ramallah", "Ramallah, Palestine"),
        ("Filistin", "Palestine"),
        ("KKTC", "Turkish Republic of Northern Cyprus"),
    ],
)
def test_a_team_of_turkiye_starts_with_its_own_labels(ankara: Desk, typed: str, line: str) -> None:
    assert ankara.say(f"/ziyaret {typed} 3 mayıs 2025").splitlines()[1] == line


@pytest.mark.parametrize(
    ("typed", "line"),
    [
        ("lefkoşa", "Lefkoşa, KKTC"),
        ("Girne'den", "Girne, KKTC"),
        ("Gazze", "Gazze, Filistin"),
        ("ramallah", "Ramallah, Filistin"),
        ("Filistin", "Filistin"),
        ("KKTC", "KKTC"),
    ],
)
def test_and_in_turkish(ankara: Desk, typed: str, line: str) -> None:
    ankara.language = "tr"
    assert ankara.say(f"/ziyaret {typed} 3 mayıs 2025").splitlines()[1] == line
    assert ankara.say(f"/kent {typed}").splitlines()[0].endswith(line.partition(", ")[2])


@pytest.mark.parametrize(
    ("pressed", "line"),
    [("Palestine", "Jerusalem, Palestine"), ("Israel", "Jerusalem, Israel"), ("No country", "Jerusalem")],
)
def test_kudus_is_asked_once_and_keeps_its_direction(ankara: Desk, pressed: str, line: str) -> None:
    asked = ankara.say("/ziyaret Kudüs'ten 3 mayıs 2025")
    assert asked == "Which country should stand behind Jerusalem?\n[1] Palestine  [2] Israel  [3] No country"
    assert ankara.press(pressed).splitlines()[:2] == ["✓ V1 · Visit · incoming", line]
    assert ankara.say("/visit to Kudüs 4 May 2025").splitlines()[:2] == ["✓ V2 · Visit · outgoing", line]


def test_kudus_in_the_middle_of_a_sentence_is_asked_as_well(ankara: Desk) -> None:
    assert ankara.say("/ziyaret 3 mayıs 2025 kudüs heyeti geldi teknik").startswith("Which country should stand")
    assert ankara.press("Palestine").splitlines()[:2] == ["✓ V1 · Technical visit · incoming", "Jerusalem, Palestine"]


def test_a_look_up_of_kudus_asks_nothing_and_names_no_country(ankara: Desk) -> None:
    assert ankara.say("/kent kudüs") == "Jerusalem is not among your partners yet.\n[1] Log a visit"
    assert ankara.press("Log a visit").startswith("Which country should stand behind Jerusalem?")


def test_a_question_about_namesakes_has_the_labels_too(ankara: Desk) -> None:
    ankara.language = "tr"
    asked = ankara.say("/ziyaret iskele 3 mayıs 2025")
    assert "İskele, KKTC" in asked
    assert "Kıbrıs" not in asked


def test_what_ships_is_in_the_language_of_the_reader(ankara: Desk) -> None:
    ankara.say("/visit Gaza 3 May 2025")
    ankara.say("/visit Filistin 3 May 2025")
    assert ankara.say("/partner Gaza").splitlines()[0] == "Gaza · Gazze, Palestine"
    assert ankara.say("/partner Filistin").splitlines()[0] == "Palestine · Filistin"
    assert ankara.say("/team label Gaza") == "Gaza: Palestine"
    ankara.language = "tr"
    assert ankara.say("/kent Gazze").splitlines()[0] == "Gazze · Gaza, Filistin"
    assert ankara.say("/kent Filistin").splitlines()[0] == "Filistin · Palestine"
    assert ankara.say("/ekip etiket Gazze = Palestine").startswith("✓ Kartlarda böyle yazılacak: Gazze, Palestine")
    assert ankara.say("/kent Gazze").splitlines()[0] == "Gazze · Gaza, Palestine"


def test_the_desk_has_the_last_word(ankara: Desk) -> None:
    ankara.say("/ziyaret Gazze 3 mayıs 2025")
    assert ankara.say("/ekip etiket gazze = Palestine").startswith("✓ Cards write: Gaza, Palestine")
    assert ankara.say("v1").splitlines()[1] == "Gaza, Palestine"


def test_another_team_reads_the_usual_names(desk: Desk) -> None:
    assert desk.say("/visit Kyrenia 3 May 2025").splitlines()[1] == "Kyrenia, Cyprus"
    assert desk.say("/visit Jerusalem 3 May 2025").splitlines()[1] == "Jerusalem, Israel"


def test_partners_that_were_there_before_the_city_was_set_get_the_labels(desk: Desk) -> None:
    desk.say("/visit Kyrenia 3 May 2025")
    desk.say("/visit Jerusalem 3 May 2025")
    desk.say("/visit Tirana 3 May 2025")
    assert desk.say("/team city Ankara") == (
        "✓ City: Ankara, Türkiye\n"
        "Country: Türkiye\n"
        "Cards write now: Jerusalem; Kyrenia, Turkish Republic of Northern Cyprus"
    )
