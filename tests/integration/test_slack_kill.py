"""``kill -9`` after the commit and before the answer: the answer comes after the restart, the record is there once."""

import sqlite3
import threading
from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.databases import Databases
from tests.slack.process import Program, values_of
from tests.slack.rules import Json
from tests.slack.scopes import ALL
from tests.slack.server import FakeSlack

LINE = "visit from Tirana 2025-05-03"


class Answers:
    """The posts of the bot; a test waits for them."""

    def __init__(self, slack: FakeSlack) -> None:
        self.posts: list[Json] = []
        self._heard = threading.Condition()
        slack.sent.append(self.hear)

    def hear(self, post: Json) -> None:
        """A post, or one that was changed."""
        with self._heard:
            self.posts.append(post)
            self._heard.notify_all()

    def wait_for(self, count: int) -> list[Json]:
        """All posts, once there are so many."""
        with self._heard:
            assert self._heard.wait_for(lambda: len(self.posts) >= count, timeout=60), self.posts
            return self.posts


@pytest.fixture
def slack() -> Iterator[FakeSlack]:
    with FakeSlack.in_thread() as slack:
        slack.scopes = ALL
        slack.user("U1", "Fatma")
        slack.channel("D1")
        slack.channel("C1")
        yield slack


@pytest.fixture
def program(slack: FakeSlack, databases: Databases, tmp_path: Path) -> Iterator[Program]:
    with databases.fresh("sqlite", tmp_path) as url:
        program = Program(slack, url)
        yield program
        program.close()


def column(path: Path, query: str) -> list[object]:
    database = sqlite3.connect(path / "desk.db")
    try:
        return [row[0] for row in database.execute(query)]
    finally:
        database.close()


@pytest.mark.parametrize("when", ["before", "after"])
@pytest.mark.parametrize("what", ["event", "command"])
def test_killed_before_the_answer(slack: FakeSlack, program: Program, tmp_path: Path, what: str, when: str) -> None:
    answers = Answers(slack)
    channel = "D1" if what == "event" else "C1"
    slack.channel(channel).hangs = when
    running = program.start()
    if what == "event":
        said = program.bring(lambda http, slack: http.event(slack.said("U1", "D1", LINE)))
        assert said == 200
    else:
        said = program.bring(lambda http, slack: http.command(slack.command("U1", "C1", "/log", LINE)))
        assert said == (200, "")
    assert slack.hanging.wait(30)
    assert column(tmp_path, "SELECT count(*) FROM visits") == [1]
    program.kill(running)
    slack.channel(channel).hangs = ""
    running = program.start()
    posts = answers.wait_for(1)
    program.end(running)
    assert [post["text"].splitlines()[0] for post in posts] == ["✓ V1 · Visit · incoming"]
    assert column(tmp_path, "SELECT number FROM records") == [1]
    assert column(tmp_path, "SELECT count(*) FROM inbox WHERE answered_at IS NULL") == [0]


def test_killed_before_the_answer_to_a_button(slack: FakeSlack, program: Program, tmp_path: Path) -> None:
    answers = Answers(slack)
    running = program.start()
    program.bring(lambda http, slack: http.command(slack.command("U1", "D1", "/log", "visit Tirana 2025-05-03")))
    (card,) = answers.wait_for(1)
    slack.channel("D1").hangs = "before"
    press = program.bring(
        lambda http, slack: http.interact(slack.press("U1", card, values_of(card)["They came to us"]))
    )
    assert press == (200, "")
    assert slack.hanging.wait(30)
    assert column(tmp_path, "SELECT direction FROM visits") == ["incoming"]
    program.kill(running)
    slack.channel("D1").hangs = ""
    running = program.start()
    posts = answers.wait_for(2)
    program.end(running)
    assert posts[1]["text"].splitlines()[0] == "✓ V1: direction: incoming"
    assert len(posts) == 2
    assert column(tmp_path, "SELECT version FROM records") == [2]
