"""Fatma's desk in Telegram, on SQLite, and the world behind it."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from bot.storage.engine import Database
from tests.databases import Databases
from tests.desk import Desk
from tests.telegram.world import TelegramWorld


@pytest.fixture
def fatma(databases: Databases, tmp_path: Path) -> Iterator[Desk]:
    """A desk to talk to in Telegram."""
    with databases.fresh("sqlite", tmp_path) as url:
        database = Database(url)
        try:
            with Desk.opened(database, world_type=TelegramWorld) as desk:
                yield desk
        finally:
            database.close()


@pytest.fixture
def world(fatma: Desk) -> TelegramWorld:
    """What stands behind the desk."""
    assert isinstance(fatma.world, TelegramWorld)
    return fatma.world
