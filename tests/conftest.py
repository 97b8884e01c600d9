"""Every test that asks for ``database_url``, ``database`` or ``desk`` runs on SQLite and on a real PostgreSQL.

One that asks for ``desk`` also runs in Telegram and in Slack: messages are updates and signed requests, answers go over
HTTP to a server that refuses what the platform refuses.
"""

from collections.abc import Iterator
from pathlib import Path

import pytest

from bot.storage.engine import Database
from tests.databases import BACKENDS, Databases
from tests.desk import Desk, World
from tests.slack.world import SlackWorld, SocketWorld
from tests.telegram.world import TelegramWorld


@pytest.fixture(scope="session")
def databases(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Databases]:
    """Where databases come from."""
    databases = Databases(tmp_path_factory.mktemp("databases"))
    yield databases
    databases.close()


TELEGRAM, SLACK, SOCKET = "telegram", "slack", "slack-socket"
WORLDS: dict[str, type[World]] = {TELEGRAM: TelegramWorld, SLACK: SlackWorld, SOCKET: SocketWorld}
IN_SOCKETS = ("test_visits", "test_groups_and_strangers", "test_questions", "test_undo")
"""What is said over Socket Mode too: the listeners are the same as those of HTTP."""


def pytest_generate_tests(metafunc: pytest.Metafunc) -> None:
    """Which databases, and which ways to talk to a desk."""
    if "backend" in metafunc.fixturenames:
        ways = [*BACKENDS, TELEGRAM, SLACK] if "desk" in metafunc.fixturenames else [*BACKENDS]
        if SLACK in ways and metafunc.module.__name__.rpartition(".")[2] in IN_SOCKETS:
            ways.append(SOCKET)
        metafunc.parametrize("backend", ways, indirect=True)


@pytest.fixture
def backend(request: pytest.FixtureRequest) -> str:
    """Which database engine."""
    return str(request.param)


@pytest.fixture
def database_url(backend: str, databases: Databases, tmp_path: Path) -> Iterator[str]:
    """A migrated database without any row."""
    with databases.fresh("sqlite" if backend in WORLDS else backend, tmp_path) as url:
        yield url


@pytest.fixture
def empty_database_url(backend: str, databases: Databases, tmp_path: Path) -> Iterator[str]:
    """A database without any table."""
    with databases.empty(backend, tmp_path) as url:
        yield url


@pytest.fixture
def database(database_url: str) -> Iterator[Database]:
    """The migrated database, opened; its threads end with the test."""
    database = Database(database_url)
    yield database
    database.close()


@pytest.fixture
def desk(database: Database, backend: str) -> Iterator[Desk]:
    """A desk to talk to: Fatma, admin of a team as the program makes it without any setting."""
    with Desk.opened(database, world_type=WORLDS.get(backend, World)) as desk:
        yield desk
