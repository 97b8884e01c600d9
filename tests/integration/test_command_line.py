"""The command line, run in this process; and the whole program, for what only a process of its own shows."""

import json
import logging
import re
import sqlite3
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from bot.__main__ import main
from bot.logs import JsonFormatter
from bot.storage.models import SCHEMA_VERSION

NOW = "2026-05-04T09:00:00+03:00"


@pytest.fixture(autouse=True)
def _alone(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    """In a folder without settings, with the log as it was afterwards."""
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("DRAGOMAN_DATABASE_URL", f"sqlite:///{tmp_path}/desk.db")
    root = logging.getLogger()
    handlers, level = list(root.handlers), root.level
    yield
    root.handlers[:] = handlers
    root.setLevel(level)


def dragoman(*arguments: str, lines: str | None = None) -> Result:
    return CliRunner().invoke(main, arguments, input=lines, catch_exceptions=False)


def shown(*arguments: str) -> tuple[int, str, str]:
    """Exit status, standard output, standard error; codes and folders made comparable."""
    result = dragoman(*arguments)
    return result.exit_code, _comparable(result.stdout), _comparable(result.stderr)


def _comparable(text: str) -> str:
    text = text.replace(str(Path.cwd()), "HERE")
    return re.sub(r"\b[2-9A-Z]{5}-[2-9A-Z]{5}\b", "CODE", text)


def test_from_nothing_to_all_is_well() -> None:
    assert shown("check") == (
        1,
        "",
        "database: sqlite:///HERE/desk.db does not exist yet; make it with: dragoman migrate\n",
    )
    assert shown("migrate") == (0, "Migrated: sqlite:///HERE/desk.db\n", "")
    assert shown("migrate") == (0, "Up to date already: sqlite:///HERE/desk.db\n", "")
    assert shown("check") == (0, "All is well.\n", "")


def test_check_on_either_database(database_url: str) -> None:
    assert shown("check", "--database", database_url) == (0, "All is well.\n", "")


def test_check_of_an_empty_database(empty_database_url: str, backend: str) -> None:
    if backend == "sqlite":
        Path(empty_database_url.removeprefix("sqlite:///")).touch()
    status, out, err = shown("check", "--database", empty_database_url)
    assert (status, out) == (1, "")
    assert err.endswith(" has no tables yet; make them with: dragoman migrate\n")


def test_a_database_of_a_newer_program() -> None:
    dragoman("migrate")
    with sqlite3.connect("desk.db") as connection:
        connection.execute("UPDATE alembic_version SET version_num = '9999'")
    connection.close()
    fault = (
        f"database: it is at revision 9999, which this program ({SCHEMA_VERSION}) does not know: "
        "a newer version has migrated it; install that one\n"
    )
    for command in ("check", "migrate", "chat", "invite"):
        assert shown(command) == (1, "", fault)


@pytest.mark.parametrize("command", ["chat", "migrate", "check", "invite"])
@pytest.mark.parametrize(
    ("url", "fault"),
    [
        ("mysql://desk", "--database: must begin with sqlite:/// and a file, or with postgresql://; for example: "),
        ("sqlite:///no.txt", "database: sqlite:///no.txt cannot be used: file is not a database"),
        (
            "postgresql://u:secret@localhost:1/x",
            "database: postgresql://u:***@localhost:1/x cannot be used: connection",
        ),
    ],
)
def test_a_database_that_cannot_be_used_is_one_line(command: str, url: str, fault: str) -> None:
    Path("no.txt").write_text("not a database, but long enough to be looked at " * 20)
    status, out, err = shown(command, "--database", url)
    assert (status, out) == (1, "")
    assert err.startswith(fault)
    assert err.count("\n") == 1


def test_a_folder_that_cannot_be_made() -> None:
    Path("file").touch()
    status, _, err = shown("migrate", "--database", "sqlite:///file/desk.db")
    assert status == 1
    assert err.startswith("database: sqlite:///file/desk.db cannot be used: ")


def test_no_index_of_places(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    from bot import bootstrap
    from bot.parsing.places import PlaceIndex, PlacesMissing

    def missing(path: Path = tmp_path / "places.sqlite") -> PlaceIndex:
        raise PlacesMissing(path, "is missing")

    monkeypatch.setattr(PlaceIndex, "open", missing)
    bootstrap.place_index.cache_clear()
    fault = "place index: The index of places HERE/places.sqlite is missing. Run make.\n"
    assert shown("chat") == (1, "", fault)
    assert shown("place", "Tirana") == (1, "", fault)
    dragoman("migrate")
    assert shown("check") == (1, "", fault)


def test_check_says_which_settings_are_none(monkeypatch: pytest.MonkeyPatch) -> None:
    dragoman("migrate")
    monkeypatch.setenv("DRAGOMAN_LANGAUGE", "tr")
    monkeypatch.setenv("DRAGOMAN_TEST_ANYTHING", "1")
    assert shown("check") == (
        1,
        "",
        "DRAGOMAN_LANGAUGE: there is no such setting; the settings are: DRAGOMAN_DATABASE_URL, DRAGOMAN_HOME_CITY, "
        "DRAGOMAN_HTTP_HOST, DRAGOMAN_HTTP_PORT, DRAGOMAN_LANGUAGE, DRAGOMAN_LOG_FORMAT, DRAGOMAN_LOG_LEVEL, "
        "DRAGOMAN_SLACK_API_URL, DRAGOMAN_SLACK_APP_TOKEN, DRAGOMAN_SLACK_BOT_TOKEN, DRAGOMAN_SLACK_COMMANDS, "
        "DRAGOMAN_SLACK_SIGNING_SECRET, "
        "DRAGOMAN_TELEGRAM_API_URL, DRAGOMAN_TELEGRAM_TOKEN, DRAGOMAN_TELEGRAM_WEBHOOK_SECRET, "
        "DRAGOMAN_TELEGRAM_WEBHOOK_URL, DRAGOMAN_TIMEZONE\n",
    )
    assert shown("chat")[0] == 0


@pytest.mark.parametrize(
    ("city", "fault"),
    [
        ("Xyzzyqq", '"Xyzzyqq" is no place that the index knows; for example: DRAGOMAN_HOME_CITY=Ankara'),
        (
            "Hanover",
            'it is not clear which place "Hanover" is; write it with its country, for example: Hannover, DE',
        ),
    ],
)
def test_check_says_that_the_city_is_none(monkeypatch: pytest.MonkeyPatch, city: str, fault: str) -> None:
    dragoman("migrate")
    monkeypatch.setenv("DRAGOMAN_HOME_CITY", city)
    assert shown("check") == (1, "", f"DRAGOMAN_HOME_CITY: {fault}\n")
    assert shown("chat")[0] == 0


def test_check_of_a_folder() -> None:
    Path("folder").mkdir()
    fault = "database: sqlite:///folder is a folder; it must be a file, for example: sqlite:///folder/desk.db\n"
    assert shown("check", "--database", "sqlite:///folder") == (1, "", fault)


@pytest.mark.parametrize("command", ["chat", "invite"])
def test_a_database_that_another_program_writes_to_is_one_line(monkeypatch: pytest.MonkeyPatch, command: str) -> None:
    dragoman("migrate")
    monkeypatch.setattr("bot.storage.engine.BUSY_TIMEOUT_MS", 50)
    other = sqlite3.connect("desk.db", isolation_level=None)
    other.execute("BEGIN IMMEDIATE")
    try:
        assert shown(command) == (
            1,
            "",
            "database: sqlite:///HERE/desk.db is locked: another program writes to it; stop that one, or wait\n",
        )
    finally:
        other.close()


def test_run_says_what_is_missing() -> None:
    dragoman("migrate")
    assert shown("run") == (
        1,
        "",
        "platform: none is configured; for Telegram: DRAGOMAN_TELEGRAM_TOKEN=TOKEN (from @BotFather); "
        "for Slack: DRAGOMAN_SLACK_BOT_TOKEN and DRAGOMAN_SLACK_APP_TOKEN (from api.slack.com/apps); "
        "in the terminal: dragoman chat\n",
    )


def test_wrong_settings_are_a_line_each(monkeypatch: pytest.MonkeyPatch) -> None:
    Path("own.toml").write_text('timezone = "Ankara"\n')
    monkeypatch.setenv("DRAGOMAN_LANGUAGE", "de")
    faults = (
        "DRAGOMAN_LANGUAGE: must be 'en' or 'tr'; for example: DRAGOMAN_LANGUAGE=tr\n"
        'timezone: is not the name of a time zone; for example: timezone = "Europe/Istanbul"\n'
    )
    assert shown("--config", "own.toml", "check") == (1, "", faults)
    assert shown("check", "--config", "own.toml") == (1, "", faults)


def test_invite(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("DRAGOMAN_HOME_CITY", "Ankara")
    assert shown("invite") == (
        0,
        "/join CODE\nWhoever sends this to the desk first, within 7 days, is a member of the team Ankara.\n",
        "",
    )
    assert shown("invite", "--role", "admin", "--team", "İzmir") == (
        0,
        "/join CODE\nWhoever sends this to the desk first, within 7 days, is an admin of the team İzmir.\n",
        "",
    )
    with sqlite3.connect("desk.db") as connection:
        rows = connection.execute("SELECT name, country, home_place_id FROM teams").fetchall()
    connection.close()
    assert [(name, country) for name, country, _ in rows] == [("Ankara", "TR"), ("İzmir", "TR")]


WHEN = [
    (
        "tiran 3-5 haziran --language tr",
        0,
        "Okunan: “3-5 haziran”\n3–5 Haziran 2026 Çarşamba–Cuma\n2026-06-03..2026-06-05: 3 gün, güne kadar belli\n"
        "Bugün 4 Mayıs 2026 Pazartesi\n",
    ),
    (
        "tomorrow",
        0,
        "Read: “tomorrow”\nTuesday, 5 May 2026\n2026-05-05: 1 day, known to the day\nToday is Monday, 4 May 2026\n",
    ),
    (
        "2016",
        0,
        "Read: “2016”\n2016\n2016: 366 days, known to the year\nToday is Monday, 4 May 2026\n",
    ),
    (
        "--language de nächsten Monat",
        0,
        "Read: “nächsten Monat”\nJune 2026\n2026-06: 30 days, known to the month\nToday is Monday, 4 May 2026\n",
    ),
    (
        "--language tr haftaya",
        0,
        "Okunan: “haftaya”\n11 Mayıs 2026 haftası\n2026-05-11..2026-05-17: 7 gün, hafta olarak belli\n"
        "Bugün 4 Mayıs 2026 Pazartesi\n",
    ),
    ("undated", 0, "Read: “undated”\nStated to be undated\n"),
    ("for 3 years", 0, "Read: “for 3 years”\nA term, no date; from today it lasts until Thursday, 3 May 2029\n"),
    (
        "03/05/2025",
        0,
        "It would be asked:\nWhich date is 03/05/2025?\n"
        "To settle it for good: /team dates day or /team dates month.\n"
        "  Saturday, 3 May 2025\n  Wednesday, 5 March 2025\n",
    ),
    (
        "31.02.2025",
        1,
        "No calendar has 31.02.2025.\n",
    ),
    ("hello", 1, "No date was read in “hello”.\n"),
]


@pytest.mark.parametrize(("arguments", "status", "text"), WHEN)
def test_when(arguments: str, status: int, text: str) -> None:
    result = dragoman("when", "--now", NOW, *arguments.split())
    assert (result.exit_code, result.output) == (status, text)


PLACE = [
    (
        "Tiran'dan heyet geldi --language tr",
        0,
        "Okunan: “Tiran'dan”\nTiran, Arnavutluk (geo:3183875)\n"
        "kent · Europe/Tirane · 41.33° N 19.82° E · 418.495 kişi\n"
        "Hâl ekli adıyla bulundu, ayrılma hâli (-den)\n"
        "Ağırlığına göre adaylar:\n  Tīrān, İran (geo:418446), 65.109\n",
    ),
    (
        "Gazi Baba (Makedonya)",
        0,
        "No place was read in “Gazi Baba (Makedonya)”.\nIt could be kept as Gazi Baba, North Macedonia.\n",
    ),
    ("xyzzyq", 1, "No place was read in “xyzzyq”.\n"),
]


@pytest.mark.parametrize(("arguments", "status", "text"), PLACE)
def test_place(arguments: str, status: int, text: str) -> None:
    result = dragoman("place", *arguments.split())
    assert (result.exit_code, result.output) == (status, text)


def test_a_place_with_several_readings() -> None:
    result = dragoman("place", "Hanover")
    assert (result.exit_code, result.output.splitlines()[:3]) == (
        0,
        ["It would be asked:", "Which Hanover?", "  Hannover, Germany"],
    )


@pytest.mark.parametrize("command", ["", "chat", "run", "migrate", "check", "invite", "when", "place"])
def test_help_everywhere(command: str) -> None:
    for option in ("--help", "-h"):
        result = dragoman(*filter(None, [command]), option)
        assert (result.exit_code, result.output.splitlines()[0].split()[0]) == (0, "Usage:")


def test_the_whole_program(tmp_path: Path) -> None:
    """One line on standard error, no traceback, and the log lines as JSON where that is asked for."""
    program = [sys.executable, "-m", "bot"]
    wrong = subprocess.run([*program, "chat", "--database", "sqlite:///"], capture_output=True, text=True, cwd=ROOT)
    assert (wrong.returncode, wrong.stdout, wrong.stderr) == (
        1,
        "",
        "--database: must begin with sqlite:/// and a file, or with postgresql://; "
        "for example: sqlite:////tmp/desk.db\n",
    )
    version = subprocess.run([*program, "--version"], capture_output=True, text=True, cwd=ROOT)
    assert version.returncode == 0
    slow = "import sys; import bot.__main__; print([m for m in ('sqlalchemy', 'alembic', 'babel') if m in sys.modules])"
    imported = subprocess.run([sys.executable, "-c", slow], capture_output=True, text=True, cwd=ROOT)
    assert imported.stdout == "[]\n"


ROOT = Path(__file__).parents[2]


def test_a_log_line_as_json() -> None:
    record = logging.LogRecord("bot.app", logging.ERROR, "app.py", 1, "incident %s", ("7F3K-2Q",), None)
    record.created = 0
    record.chat = "müdür"
    assert json.loads(JsonFormatter().format(record)) == {
        "time": "1970-01-01T00:00:00.000+00:00",
        "level": "error",
        "logger": "bot.app",
        "message": "incident 7F3K-2Q",
        "chat": "müdür",
    }


def test_lines_of_json_are_answered_one_by_one() -> None:
    when = dragoman(
        "when", "--jsonl", lines=f'{{"id": 1, "text": "3 May", "lang": "en", "reference": "{NOW}", "order": null}}\n?\n'
    )
    answered, refused = map(json.loads, when.output.splitlines())
    assert (answered["results"][0]["start"], "error" in refused) == ("2026-05-03", True)
    place = dragoman("place", "--jsonl", lines="Tiran'dan\n\nÜsküp\n")
    assert [json.loads(line)["country"] for line in place.output.splitlines()] == ["AL", None, "MK"]
