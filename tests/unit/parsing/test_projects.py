"""What ``/log project`` understands."""

from collections.abc import Iterator
from contextlib import suppress
from datetime import date
from decimal import Decimal

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from bot.domain.periods import Period, Precision
from bot.domain.projects import Project
from bot.errors import BotError
from bot.parsing.context import Context
from bot.parsing.projects import LogProject, MissingProjectTitle, read_project
from tests.unit.parsing.context import opened

YEARS = Period(date(2026, 1, 1), date(2028, 12, 31), Precision.YEAR)


@pytest.fixture(scope="module")
def context() -> Iterator[Context]:
    with opened() as context:
        yield context


@pytest.mark.parametrize(
    "text",
    [
        "Clean Rivers, funded by IPA, €250,000, with Skopje, Prizren, 2026–2028",
        "Clean Rivers with Skopje and Prizren, funder: IPA, budget: 250.000 EUR, 2026–2028",
        "2026–2028 Clean Rivers, funded by IPA with a budget of €250,000, partners: Skopje & Prizren",
        "Clean Rivers\nfunder: IPA\nbudget: 250 000 euro\npartners: Skopje, Prizren\n2026-2028",
        "“Clean Rivers”, IPA fonu, 250 bin avro bütçe, Üsküp ve Prizren ile, 2026-2028",
        "Clean Rivers, IPA hibesi, bütçe: 250.000 avro, ortaklar: Üsküp, Prizren, 2026-2028",
    ],
)
def test_every_part_in_any_order(context: Context, text: str) -> None:
    read = read_project(text, context)
    assert (read.project, read.period, [partner.name for partner in read.partners]) == (
        Project(title="Clean Rivers", funder="IPA", budget=Decimal(250_000), currency="EUR"),
        YEARS,
        ["Skopje", "Prizren"],
    )


@pytest.mark.parametrize(
    ("text", "project"),
    [
        ("Youth Bridges", Project(title="Youth Bridges")),
        ("Youth Bridges with young people", Project(title="Youth Bridges with young people")),
        ("Temiz Çevre Projesi AB hibesi", Project(title="Temiz Çevre Projesi", funder="AB")),
        ("Sosyal Fonu", Project(title="Sosyal Fonu")),
        ("Bridges, fon: Dünya Bankası", Project(title="Bridges", funder="Dünya Bankası")),
        ("Bridges funded by the European Union", Project(title="Bridges", funder="the European Union")),
    ],
)
def test_a_title_is_enough(context: Context, text: str, project: Project) -> None:
    assert read_project(text, context) == LogProject(project)


@pytest.mark.parametrize(
    ("text", "title", "funder"),
    [
        ("Clean Rivers, IPA, €250,000, with Skopje", "Clean Rivers", "IPA"),
        ("Clean Rivers, Phase 2, IPA III, €250,000", "Clean Rivers, Phase 2", "IPA III"),
        ("Clean Rivers, World Bank, 2024-2026, €250,000", "Clean Rivers", "World Bank"),
        ("Clean Rivers, €250,000, with Skopje", "Clean Rivers", ""),
        ("Clean Rivers, Phase 2, €250,000", "Clean Rivers, Phase 2", ""),
        ("Clean Rivers, with good friends, €250,000", "Clean Rivers, with good friends", ""),
        ("Clean Rivers, IPA", "Clean Rivers, IPA", ""),
    ],
)
def test_what_stands_between_title_and_budget_is_the_funder(
    context: Context, text: str, title: str, funder: str
) -> None:
    project = read_project(text, context).project
    assert (project.title, project.funder) == (title, funder)


@pytest.mark.parametrize("text", ["", "2026", "€250,000", "funder: IPA"])
def test_a_missing_title_is_asked(context: Context, text: str) -> None:
    with pytest.raises(MissingProjectTitle):
        read_project(text, context)


@settings(deadline=None, max_examples=100, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(text=st.text(max_size=60))
def test_any_text_is_a_project_or_a_problem_that_can_be_put_right(context: Context, text: str) -> None:
    with suppress(BotError):
        assert read_project(text, context).project.title.strip()
