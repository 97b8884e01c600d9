"""Every test that asks for ``database_url``, ``database`` or ``desk`` runs on SQLite and on a real PostgreSQL."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from bot.storage.engine import Database
from tests.databases import BACKENDS, Databases
from tests.desk import Desk


@pytest.fixture(scope="session")
def databases(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Databases]:
    """Where databases come from."""
    databases = Databases(tmp_path_factory.mktemp("databases"))
    yield databases
    databases.close()


@pytest.fixture(params=BACKENDS)
def backend(request: pytest.FixtureRequest) -> str:
    """Which database engine."""
    return str(request.param)


@pytest.fixture
def database_url(backend: str, databases: Databases, tmp_path: Path) -> Iterator[str]:
    """A migrated database without any row."""
    with databases.fresh(backend, tmp_path) as url:
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
def desk(database: Database) -> Iterator[Desk]:
    """A desk to talk to: Fatma, admin of a team as the program makes it without any setting."""
    with Desk.opened(database) as desk:
        yield desk
