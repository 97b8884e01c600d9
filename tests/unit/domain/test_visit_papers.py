"""Programme, purpose and outcome of technical and study visits: asked for twice, lacking after that."""

from datetime import date, timedelta
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.domain.periods import Period
from bot.domain.visits import ASKED_AFTER, Paper, Visit, VisitKind, asks_for_papers, lacks_papers, papers_wanted

VISIT = Visit(kind=VisitKind.TECHNICAL, purpose="waste plant")
PERIOD = Period(date(2026, 5, 1), date(2026, 5, 3))
ONE_DAY = timedelta(days=1)


def test_only_of_those_that_are_audited() -> None:
    assert papers_wanted(VISIT) == (Paper.PROGRAMME, Paper.OUTCOME)
    assert papers_wanted(Visit(kind=VisitKind.STUDY)) == tuple(Paper)
    assert papers_wanted(Visit(kind=VisitKind.COURTESY)) == papers_wanted(Visit()) == ()
    assert papers_wanted(Visit(kind=VisitKind.STUDY, purpose="a", programme="b", outcome="c")) == ()


def test_twice_and_then_lacking() -> None:
    days = [PERIOD.end + timedelta(days=away) for away in range(-2, 30)]
    asked = [day for day in days if asks_for_papers(VISIT, PERIOD, day, since=day - ONE_DAY)]
    assert [day - PERIOD.end for day in asked] == list(ASKED_AFTER)
    assert [lacks_papers(VISIT, PERIOD, day) for day in (asked[-1], asked[-1] + ONE_DAY)] == [False, True]
    assert not lacks_papers(Visit(kind=VisitKind.SITE), PERIOD, date(2027, 1, 1))
    assert not lacks_papers(VISIT, None, date(2027, 1, 1))


@pytest.mark.parametrize("away", [17, 100, 4000])
def test_an_old_visit_is_not_asked_about(away: int) -> None:
    assert not asks_for_papers(VISIT, PERIOD, PERIOD.end + timedelta(days=away), since=date(2020, 1, 1))


@given(st.integers(-30, 60), st.lists(st.integers(1, 20), max_size=40))
def test_at_most_twice_whenever_somebody_looks(first: int, gaps: list[int]) -> None:
    days = [PERIOD.end + timedelta(days=first)]
    for gap in gaps:
        days.append(days[-1] + timedelta(days=gap))
    passes = pairwise(days)
    assert sum(asks_for_papers(VISIT, PERIOD, today, since=since) for since, today in passes) <= 2
