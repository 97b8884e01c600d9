"""Fatma's desk in Slack, on SQLite, and the world behind it."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from bot.storage.engine import Database
from tests.databases import Databases
from tests.desk import Desk
from tests.slack.world import SlackWorld


@pytest.fixture
def fatma(databases: Databases, tmp_path: Path) -> Iterator[Desk]:
    """A desk to talk to in Slack."""
    with databases.fresh("sqlite", tmp_path) as url:
        database = Database(url)
        try:
            with Desk.opened(database, world_type=SlackWorld) as desk:
                yield desk
        finally:
            database.close()


@pytest.fixture
def world(fatma: Desk) -> SlackWorld:
    """What stands behind the desk."""
    assert isinstance(fatma.world, SlackWorld)
    return fatma.world
