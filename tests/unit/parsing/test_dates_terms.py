"""How long something lasts."""

from datetime import date

import pytest

from bot.errors import NotADate
from bot.parsing.dates import DateContext, Term, find_date, find_term, read_term

TERMS = [
    ("for 5 years", Term(5)),
    ("5 years", Term(5)),
    ("for five years", Term(5)),
    ("a year", Term(1)),
    ("18 months", Term(0, 18)),
    ("2 years and 6 months", Term(2, 6)),
    ("90 days", Term(0, 0, 90)),
    ("two weeks", Term(0, 0, 14)),
    ("5-year term", Term(5)),
    ("5 yıllığına", Term(5)),
    ("5 yıl süreyle", Term(5)),
    ("beş yıl süreyle", Term(5)),
    ("5 yıllık", Term(5)),
    ("5 yıl", Term(5)),
    ("on sekiz ay", Term(0, 18)),
    ("2 yıl 6 ay", Term(2, 6)),
    ("10 YILLIĞINA", Term(10)),
    ("iki hafta boyunca", Term(0, 0, 14)),
]


@pytest.mark.parametrize(("text", "term"), TERMS)
def test_read_term(text: str, term: Term) -> None:
    assert read_term(text) == term


@pytest.mark.parametrize(("text", "term"), TERMS)
def test_a_term_is_never_a_date(text: str, term: Term) -> None:
    assert find_date(f"MoU with Seoul {text}", DateContext(date(2026, 5, 5))) is None


def test_find_term_gives_its_place() -> None:
    message = "MoU Seoul, signed 3 May 2025, for 5 years, automatic renewal"
    found = find_term(message)
    assert found is not None
    assert found[0] == Term(5)
    assert message[slice(*found[1])] == "for 5 years"


@pytest.mark.parametrize("text", ["", "Seoul", "years", "3 May 2025", "6 people", "five"])
def test_no_term(text: str) -> None:
    assert find_term(text) is None
    with pytest.raises(NotADate):
        read_term(text)


@pytest.mark.parametrize(
    ("term", "start", "end"),
    [
        (Term(5), date(2024, 3, 14), date(2029, 3, 13)),
        (Term(1), date(2024, 1, 1), date(2024, 12, 31)),
        (Term(0, 1), date(2025, 1, 31), date(2025, 2, 28)),
        (Term(1), date(2024, 2, 29), date(2025, 2, 28)),
        (Term(0, 0, 14), date(2024, 3, 14), date(2024, 3, 27)),
    ],
)
def test_end_after_is_the_last_day(term: Term, start: date, end: date) -> None:
    assert term.end_after(start) == end


def test_end_after_the_calendar() -> None:
    with pytest.raises(ValueError, match="calendar"):
        Term(9000).end_after(date(2024, 3, 14))
