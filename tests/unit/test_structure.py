"""The rules of the architecture that import-linter cannot see."""

import ast
from collections.abc import Iterator
from enum import StrEnum
from pathlib import Path

import pytest

from bot.cards.terms import TERMS
from bot.domain import agreements, events, gifts, letters, notes, records, visits
from bot.handlers.commands import make_router
from bot.router import NAME, Command

ROOT = Path(__file__).parents[2]
PROGRAM = sorted(path for folder in ("bot", "config", "benchmarks") for path in (ROOT / folder).rglob("*.py"))
WHOLE_SCHEMA = {"bot/storage/models.py", "bot/storage/migrations/versions/0001_first_schema.py"}
"""Longer on purpose: the schema stands in one place."""


def _name(path: Path) -> str:
    return path.relative_to(ROOT).as_posix()


def _imports(path: Path) -> Iterator[tuple[str, str]]:
    """(module, name) of every import in a file, also inside functions; the name is "" for "import module"."""
    for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
        if isinstance(node, ast.ImportFrom) and node.module:
            yield from ((node.module, alias.name) for alias in node.names)
        elif isinstance(node, ast.Import):
            yield from ((alias.name, "") for alias in node.names)


def test_files_are_short() -> None:
    long = {_name(path): len(path.read_text(encoding="utf-8").splitlines()) for path in PROGRAM}
    assert {name: length for name, length in long.items() if length >= 300 and name not in WHOLE_SCHEMA} == {}


def test_no_module_is_a_drawer() -> None:
    drawers = ("util", "helper", "misc", "manager", "common")
    assert [_name(path) for path in PROGRAM if any(word in path.stem for word in drawers)] == []


def test_the_same_noun_has_the_same_file_name() -> None:
    # Projects and notes are a line or two on a card: bot/cards/records.py says them.
    without: dict[str, set[str]] = {"domain": set(), "handlers": set(), "cards": {"project", "note"}}
    for folder, some in without.items():
        files = {path.stem for path in (ROOT / "bot" / folder).glob("*.py")}
        assert {f"{kind.value}s" for kind in records.Kind if kind.value not in some} <= files, folder


def test_only_storage_speaks_sql() -> None:
    allowed = {("sqlalchemy", "Connection")}
    exempt = {"bot/faults.py": {("sqlalchemy", "make_url"), ("sqlalchemy.exc", "DBAPIError")}}
    found = {
        (_name(path), module, name)
        for path in PROGRAM
        if _name(path).startswith("bot/") and not _name(path).startswith("bot/storage/")
        for module, name in _imports(path)
        if module.partition(".")[0] in ("sqlalchemy", "alembic", "psycopg")
        and (module, name) not in allowed | exempt.get(_name(path), set())
    }
    assert found == set()


def test_each_sdk_stays_with_its_adapter() -> None:
    homes: dict[str, str | tuple[str, ...]] = {
        "telegram": ("bot/adapters/telegram/", "benchmarks/telegram_bots.py"),
        "slack_sdk": ("bot/adapters/slack/", "benchmarks/slack_apps.py"),
        "slack_bolt": ("bot/adapters/slack/", "benchmarks/slack_apps.py"),
        "prompt_toolkit": "bot/adapters/console.py",
        "rich": ("bot/adapters/console.py", "bot/parsing/places/build.py"),
    }
    found = {
        (_name(path), package)
        for path in PROGRAM
        for module, _ in _imports(path)
        if (home := homes.get(package := module.partition(".")[0])) and not _name(path).startswith(home)
    }
    assert found == set()


def test_parts_of_sentences_are_not_translated_at_import() -> None:
    """A translator is handed to what needs it: nobody makes one at import, when no language is known."""
    found = [
        _name(path)
        for path in PROGRAM
        for node in ast.parse(path.read_text(encoding="utf-8")).body
        for call in ast.walk(node)
        if not isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef | ast.ClassDef)
        and isinstance(call, ast.Call)
        and isinstance(call.func, ast.Name)
        and call.func.id == "translator"
    ]
    assert found == []


@pytest.mark.parametrize("command", make_router().commands, ids=lambda command: command.name)
def test_platforms_take_every_name(command: Command) -> None:
    names = [command.name, *(name for names in command.names.values() for name in names)]
    assert [name for name in names if not NAME.fullmatch(name)] == []
    assert not command.listed or "tr" in command.names


SHOWN: list[type[StrEnum]] = [
    records.Kind,
    visits.Direction,
    visits.VisitKind,
    events.EventKind,
    events.Attendance,
    agreements.AgreementKind,
    agreements.AgreementStatus,
    notes.NoteKind,
    gifts.GiftDirection,
    letters.LetterKind,
]


@pytest.mark.parametrize("enumeration", SHOWN, ids=lambda enumeration: enumeration.__name__)
def test_everything_shown_has_its_word(enumeration: type[StrEnum]) -> None:
    assert [member for member in enumeration if member not in TERMS] == []
