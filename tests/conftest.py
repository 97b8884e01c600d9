"""Every test that asks for ``database_url``, ``database`` or ``desk`` runs on SQLite and on a real PostgreSQL.

One that asks for ``desk`` also runs in Telegram: messages are updates, answers go over HTTP to a Bot API server.
"""

from collections.abc import Iterator
from pathlib import Path

import pytest

from bot.storage.engine import Database
from tests.databases import BACKENDS, Databases
from tests.desk import Desk, World
from tests.telegram.world import TelegramWorld


@pytest.fixture(scope="session")
def databases(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Databases]:
    """Where databases come from."""
    databases = Databases(tmp_path_factory.mktemp("databases"))
    yield databases
    databases.close()


TELEGRAM = "telegram"


def pytest_generate_tests(metafunc: pytest.Metafunc) -> None:
    """Which databases, and which ways to talk to a desk."""
    if "backend" in metafunc.fixturenames:
        ways = [*BACKENDS, TELEGRAM] if "desk" in metafunc.fixturenames else BACKENDS
        metafunc.parametrize("backend", ways, indirect=True)


@pytest.fixture
def backend(request: pytest.FixtureRequest) -> str:
    """Which database engine."""
    return str(request.param)


@pytest.fixture
def database_url(backend: str, databases: Databases, tmp_path: Path) -> Iterator[str]:
    """A migrated database without any row."""
    with databases.fresh("sqlite" if backend == TELEGRAM else backend, tmp_path) as url:
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
    with Desk.opened(database, world_type=TelegramWorld if backend == TELEGRAM else World) as desk:
        yield desk
