"""How many came, and who."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.parsing.delegation import find_names, find_people


@pytest.mark.parametrize(
    ("text", "count", "written"),
    [
        ("+6", 6, "+6"),
        ("visit Tirana +6 3 May", 6, "+6"),
        ("+6 2025-05-03", 6, "+6"),
        ("mayor + 5", 5, "+ 5"),
        ("6 people", 6, "6 people"),
        ("6 persons came", 6, "6 persons"),
        ("six people", 6, "six people"),
        ("a delegation of 6 from Tirana", 6, "delegation of 6"),
        ("delegation of 12 people", 12, "delegation of 12 people"),
        ("6-person delegation", 6, "6-person delegation"),
        ("6 kişi", 6, "6 kişi"),
        ("6 kişiyle", 6, "6 kişiyle"),
        ("6 kişilik heyet geldi", 6, "6 kişilik heyet"),
        ("ALTI KİŞİ", 6, "ALTI KİŞİ"),
        ("heyet: 6", 6, "heyet: 6"),
    ],
)
def test_people(text: str, count: int, written: str) -> None:
    found = find_people(text)
    assert found is not None
    assert (found[0], text[slice(*found[1])]) == (count, written)


@pytest.mark.parametrize(
    "text",
    [
        "",
        "6",
        "+90 312 507 10 00",
        "V6 people",
        "0 people",
        "2025-05-03 people",
        "+6.5",
        "heyet: 6.5.2025",
        "on people",
    ],
)
def test_no_people(text: str) -> None:
    assert find_people(text) is None


@pytest.mark.parametrize(
    ("text", "names", "written"),
    [
        (
            "Tirana 3 May with Ayşe Demir, Mehmet Ak and Lena Fox",
            ("Ayşe Demir", "Mehmet Ak", "Lena Fox"),
            "with Ayşe Demir, Mehmet Ak and Lena Fox",
        ),
        ("3 Mayıs Ayşe Demir ve Mehmet Ak ile", ("Ayşe Demir", "Mehmet Ak"), "Ayşe Demir ve Mehmet Ak ile"),
        ("tiran'dan heyet, Ayşe Demir, Mehmet Ak ve Lena Fox ile.", ("Ayşe Demir", "Mehmet Ak", "Lena Fox"), None),
        ("Tiran'a Ayşe Demir ile", ("Ayşe Demir",), "Ayşe Demir ile"),
        ("Lena Fox'la birlikte", ("Lena Fox",), "Lena Fox'la birlikte"),
        ("katılımcılar: Ayşe Demir, Ahmet Ak", ("Ayşe Demir", "Ahmet Ak"), None),
        ("with Mayor Erion Veliaj", ("Mayor Erion Veliaj",), None),
        ("with Jean de la Fontaine & Ahmet Ak", ("Jean de la Fontaine", "Ahmet Ak"), None),
        ("with Ayşe and Mehmet Ak", ("Ayşe", "Mehmet Ak"), None),
        ("visit with Ayşe Demir and 4 people", ("Ayşe Demir",), "with Ayşe Demir"),
        ("visit with Ayşe Demir +4", ("Ayşe Demir",), "with Ayşe Demir"),
        ("visit with Ayşe Demir\ue000\ue000\ue000", ("Ayşe Demir",), "with Ayşe Demir"),
    ],
)
def test_names(text: str, names: tuple[str, ...], written: str | None) -> None:
    found = find_names(text)
    assert found is not None
    assert found[0] == names
    if written:
        assert text[slice(*found[1])] == written


@pytest.mark.parametrize(
    "text",
    [
        "", "with", "ile", "with good results", "with ayşe demir", "with Tirana and Essen", "with Tirana Municipality",
        "meeting with Lena Fox about waste", "Tirana ile", "with the Mayor",
    ],
)  # fmt: skip
def test_no_names(text: str) -> None:
    assert find_names(text) is None


_WORDS = st.sampled_from(["with", "ile", "Ayşe Demir", "ve", "and", ",", "+6", "6 kişi", "'la", "3 Mayıs", "\ue000"])


@given(st.text(max_size=100) | st.lists(_WORDS | st.text(max_size=4), max_size=15).map(" ".join))
def test_any_text(text: str) -> None:
    for found in (find_people(text), find_names(text)):
        if found:
            start, end = found[1]
            assert 0 <= start < end <= len(text)
