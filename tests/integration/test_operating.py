"""``dragoman deliveries``, and what is due at the terminal."""

from datetime import UTC, datetime, timedelta

import pytest
from click.testing import CliRunner
from sqlalchemy import Connection, select

from bot.__main__ import main
from bot.adapters.console import Console
from bot.domain.teams import Team
from bot.message import Sender
from bot.reply import Reply, lines
from bot.showing import due_here, mark_shown
from bot.storage.deliveries import DueDelivery
from bot.storage.engine import Database
from bot.storage.models import deliveries
from bot.storage.schedules import add_scheduled_chat
from bot.storage.teams import add_team
from tests.torture.desks import add_due

NOW = datetime(2026, 5, 4, 6, tzinfo=UTC)


@pytest.fixture
def url(database: Database) -> str:
    add_due(database, 3, NOW)
    with database.transaction() as db:
        lost = {"state": "uncertain", "attempts": 1, "error": "TimeoutError"}
        db.execute(deliveries.update().where(deliveries.c.id == 2).values(lost))
        db.execute(deliveries.update().where(deliveries.c.id == 3).values(state="sent"))
    return database.url.render_as_string(hide_password=False)


def said(url: str, *words: str, fails: bool = False) -> list[str]:
    result = CliRunner().invoke(main, ["deliveries", *words, "--database", url])
    assert result.exit_code == int(fails), result.output
    return result.output.splitlines()


def test_what_was_not_sent(url: str) -> None:
    assert said(url, "list") == [
        "     2  uncertain  2026-05-04T06:00:00Z    1  postbox   digest:2:2026-W19  TimeoutError",
        "     1  pending    2026-05-04T06:00:00Z    0  postbox   digest:1:2026-W19",
        "1 pending, 1 sent, 1 uncertain",
    ]
    assert said(url, "list", "--state", "sent")[0].startswith("     3  sent")


def test_an_operator_decides(url: str) -> None:
    assert said(url, "retry", "2") == ["To be sent: 2"]
    assert said(url, "drop", "1", "2", "3", fails=True) == [
        "Dropped: 1 2",
        "Not in a state for that, or unknown: 3; see: dragoman deliveries list",
    ]
    assert said(url, "list")[-1] == "2 dead, 1 sent"


async def test_the_terminal_shows_what_is_due(database: Database) -> None:
    chat = Console.chat_of(Sender("fatma", "Fatma"))

    def build(db: Connection, due: DueDelivery) -> Reply | None:
        return Reply((lines([due.key]),))

    assert await due_here(database, chat, build, NOW) == []
    with database.transaction() as db:
        team = add_team(db, Team(0, "Ankara", "tr", "Europe/Istanbul", "TR"), NOW)
        add_scheduled_chat(db, team, chat, NOW - timedelta(days=1))
    assert await due_here(database, chat, build, NOW - timedelta(hours=1)) == []
    (due,) = await due_here(database, chat, build, NOW)
    assert due.reply == Reply((lines(["digest:1:2026-W19"]),))
    # Nobody has seen it: it comes again.
    (due,) = await due_here(database, chat, build, NOW + timedelta(seconds=1))
    await mark_shown(database, due, "post", NOW)
    assert await due_here(database, chat, build, NOW + timedelta(seconds=2)) == []
    with database.reading() as db:
        assert db.execute(select(deliveries.c.state)).scalars().all() == ["sent"]
