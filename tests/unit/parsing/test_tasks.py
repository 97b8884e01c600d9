"""Tasks as they are typed: what, who, by when, for which record."""

from datetime import UTC, date, datetime

import pytest

from bot.domain.periods import Period
from bot.errors import BotError
from bot.parsing.owners import WhichMember, find_owner, without_owner
from bot.parsing.tasks import ListTasks, MissingDue, MissingTask, NoRecordFor, Scope, read_list, read_task
from bot.permissions import Role
from bot.storage import teams
from tests.unit.parsing.context import opened

AYSE, MEHMET = 1, 2
FRIDAY = Period.day(date(2026, 5, 8))


@pytest.mark.parametrize(
    ("text", "what", "period", "owner"),
    [
        ("minutes friday", "minutes", FRIDAY, None),
        ("minutes by friday", "minutes", FRIDAY, None),
        ("friday: minutes", "minutes", FRIDAY, None),
        ("minutes @ayşe friday", "minutes", FRIDAY, AYSE),
        ("minutes, owner: Ayşe Demir, friday", "minutes", FRIDAY, AYSE),
        ("@mehmet call the embassy tomorrow", "call the embassy", Period.day(date(2026, 5, 5)), MEHMET),
        ("minutes, mehmet, friday", "minutes", FRIDAY, MEHMET),
        ("minutes Ayşe Demir friday", "minutes", FRIDAY, AYSE),
        ("flags undated", "flags", None, None),
        ("A4 paper friday", "A4 paper", FRIDAY, None),
        ("tutanak cuma", "tutanak", FRIDAY, None),
        ("tutanak cumaya kadar", "tutanak", FRIDAY, None),
        ("cuma gününe kadar tutanak sorumlu: ayşe", "tutanak", FRIDAY, AYSE),
        ("tutanak sorumlusu: mehmet 8 mayıs", "tutanak", FRIDAY, MEHMET),
        ("write to ayse@example.org friday", "write to ayse@example.org", FRIDAY, None),
    ],
)
def test_read(text: str, what: str, period: Period | None, owner: int | None) -> None:
    with opened() as context:
        for name in ("Ayşe Demir", "Mehmet"):
            now = datetime(2026, 5, 4, tzinfo=UTC)
            teams.add_member(context.partners.db, context.team.id, name, Role.MEMBER, now)
        task = read_task(text, context)
        assert (task.text, task.period, task.owner_id) == (what, period, owner)


@pytest.mark.parametrize(
    ("text", "error"),
    [
        ("", MissingTask),
        ("friday", MissingTask),
        ("minutes", MissingDue),
        ("minutes friday for V9", NoRecordFor),
        ("minutes @zeynep friday", WhichMember),
    ],
)
def test_what_is_asked(text: str, error: type[BotError]) -> None:
    with opened() as context, pytest.raises(error):
        read_task(text, context)


def test_positions_stay_without_the_owner() -> None:
    text = "Tirana, owner: Mehmet, 3 May"
    with opened() as context:
        teams.add_member(context.partners.db, context.team.id, "Mehmet", Role.MEMBER, datetime(2026, 5, 4, tzinfo=UTC))
        owner = find_owner(text, context)
        assert owner
        left = without_owner(text, owner)
    assert len(left) == len(text)
    assert left.split(",") == ["Tirana", " " * len(" owner: Mehmet"), " 3 May"]


@pytest.mark.parametrize(
    ("text", "scope"),
    [
        ("", Scope.ALL),
        ("mine", Scope.MINE),
        ("benim", Scope.MINE),
        ("geciken", Scope.OVERDUE),
        ("evrak", Scope.PAPERS),
        ("minutes", None),
    ],
)
def test_lists(text: str, scope: Scope | None) -> None:
    assert read_list(text) == (ListTasks(scope) if scope else None)
