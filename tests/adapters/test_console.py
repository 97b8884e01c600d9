"""The terminal chat: lines through a pipe, and a person at a terminal."""

import codecs
import os
import pty
import re
import select
import sqlite3
import subprocess
import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest

from tests.databases import Databases

ROOT = Path(__file__).parents[2]
CARD = b"""\
\xe2\x9c\x93 V1 \xc2\xb7 Visit \xc2\xb7 incoming
Tirana, Albania
Saturday, 3 May 2025
[1] Undo  [2] Edit
"""


@pytest.fixture
def program(databases: Databases, tmp_path: Path) -> Iterator[list[str]]:
    """The command that chats on a fresh database, with a fixed clock."""
    with databases.fresh("sqlite", tmp_path) as url:
        yield [
            *(sys.executable, "-m", "bot", "chat", "--database", url),
            *("--as", "Fatma", "--now", "2026-05-04T09:00:00+03:00"),
        ]


def piped(program: list[str], lines: bytes) -> bytes:
    done = subprocess.run(program, input=lines, capture_output=True, cwd=ROOT, check=True)
    assert done.stderr == b""
    return done.stdout


def test_each_line_is_answered_before_the_next_is_written(program: list[str]) -> None:
    with subprocess.Popen(program, stdin=subprocess.PIPE, stdout=subprocess.PIPE, cwd=ROOT) as process:
        assert process.stdin
        assert process.stdout
        heard = []
        for line in ("/log visit from Tirana 3 May 2025", "1", "/undo"):
            process.stdin.write(line.encode() + b"\n")
            process.stdin.flush()
            heard.append(b"".join(iter(process.stdout.readline, b"\n")).decode())
        process.stdin.close()
        assert process.stdout.read() == b""
        assert process.wait() == 0
    assert heard == [
        CARD.decode(),
        "✓ Undone\nNo longer counts: V1 · 3 May 2025 · Tirana: Visit · incoming\n"
        "Tirana is no longer among your partners.\n",
        "There is nothing of yours to undo in this chat.\n",
    ]


def test_answers_are_separated_by_one_empty_line(program: list[str]) -> None:
    assert piped(program, b"/visit from Tirana 3 May 2025\n\n \n/cancel") == (
        CARD + b"\nThere was no open question.\n\n"
    )


def test_nothing_in_nothing_out(program: list[str]) -> None:
    assert piped(program, b"") == b""


def test_a_line_separator_is_a_line_break(program: list[str]) -> None:
    out = piped(program, "/visit from Tirana 3 May 2025\u2028waste plant\u2028and tram\r\n".encode()).decode()
    assert out.splitlines()[3] == "Purpose: waste plant and tram"


NO_TEXT = [b"\xff\xfe /visit \xf0\x28", b"\x00", b"/visit Tirana\x00 3 May 2025", b"\xed\xa0\x80"]


@pytest.mark.parametrize("line", NO_TEXT)
def test_bytes_that_are_no_text_survive(program: list[str], line: bytes) -> None:
    first, second, end = piped(program, line + b"\n/show v9\n").split(b"\n\n")
    assert first
    assert b"Incident" not in first
    assert second == b"There is no v9.\n/find looks through everything, for example /find tirana."
    assert end == b""


def test_plain_text_and_no_terminal_library(program: list[str]) -> None:
    watched = [program[0], "-X", "importtime", *program[1:]]
    done = subprocess.run(watched, input=b"/visit from Tirana 3 May 2025\n", capture_output=True, cwd=ROOT, check=True)
    assert done.stdout == CARD + b"\n"
    imported = {line.rpartition(b"|")[2].strip().partition(b".")[0].decode() for line in done.stderr.splitlines()}
    assert "sqlalchemy" in imported
    assert imported & {"prompt_toolkit", "rich", "alembic", "babel", "telegram", "slack_sdk", "aiohttp"} <= {"babel"}


# At a terminal ------------------------------------------------------------------------------------------------


class Terminal:
    """A person's terminal: keys in, a screen's raw output out."""

    def __init__(self, descriptor: int) -> None:
        self._descriptor = descriptor
        self._decoder = codecs.getincrementaldecoder("utf-8")()
        self._unread = ""
        self.raw = ""

    def type(self, keys: str) -> None:
        """Press keys."""
        os.write(self._descriptor, keys.encode())

    def wait_for(self, text: str) -> str:
        """What came until ``text`` did, with it, without control sequences."""
        deadline = time.monotonic() + 60
        while text not in self._unread:
            if not select.select([self._descriptor], [], [], max(0, deadline - time.monotonic()))[0]:
                raise TimeoutError(f"{text!r} did not come, but: {self._unread!r}")
            new = self._decoder.decode(os.read(self._descriptor, 65536))
            self.raw += new
            self._unread = re.sub(r"\x1b\[[0-9;?]*[a-zA-Z]|\x1b[=>]|\r", "", self._unread + new)
        before, _, self._unread = self._unread.partition(text)
        return before + text


@contextmanager
def terminal(program: list[str], home: Path) -> Iterator[tuple[Terminal, "subprocess.Popen[bytes]"]]:
    ours, theirs = pty.openpty()
    environment = {**os.environ, "TERM": "xterm-256color", "XDG_STATE_HOME": str(home), "PROMPT_TOOLKIT_NO_CPR": "1"}
    environment.pop("NO_COLOR", None)
    with subprocess.Popen(program, stdin=theirs, stdout=theirs, stderr=theirs, cwd=ROOT, env=environment) as process:
        os.close(theirs)
        try:
            yield Terminal(ours), process
        finally:
            process.kill()
            os.close(ours)


def test_a_person_at_a_terminal(program: list[str], tmp_path: Path) -> None:
    with terminal(program, tmp_path) as (screen, process):
        screen.wait_for("\n>")
        screen.type("/log visit Tirana 2025-05-03\r")
        card = screen.wait_for("[4] Edit")
        assert "✓ V1 · Visit\nTirana, Albania\nSaturday, 3 May 2025\n" in card
        screen.wait_for("\n>")
        screen.type("1\r")
        assert "✓ V1: direction: incoming\n" in screen.wait_for("[2] Edit")
        screen.wait_for("\n>")
        screen.type("\x03")  # Ctrl-C drops the line, it does not leave
        screen.wait_for("\n>")
        screen.type("\x04")
        assert process.wait(timeout=30) == 0
    history = tmp_path / "dragoman" / "history"
    assert [line for line in history.read_text().splitlines() if line.startswith("+")] == [
        "+/log visit Tirana 2025-05-03",
        "+1",
    ]
    assert history.stat().st_mode & 0o777 == 0o600


def test_answers_are_styled(program: list[str], tmp_path: Path) -> None:
    with terminal(program, tmp_path) as (screen, _process):
        screen.wait_for("\n>")
        screen.type("/visit from Tirana 3 May 2025\r")
        screen.wait_for("[2] Edit")
        assert "\x1b[1m✓ V1 · Visit · incoming\x1b[0m" in screen.raw


def test_what_a_crash_kept_from_being_shown_is_shown_at_the_next_start(program: list[str], tmp_path: Path) -> None:
    piped(program, b"/visit from Tirana 3 May 2025\n")
    with sqlite3.connect(tmp_path / "desk.db") as database:
        database.execute("UPDATE inbox SET answered_at = NULL")
    database.close()
    greeting = "Dragoman. Type /help for the commands, Ctrl-D to leave.\n"
    for waiting in (CARD.decode() + "\n", ""):
        with terminal(program, tmp_path) as (screen, process):
            shown = screen.wait_for("\n>")
            assert shown.startswith(greeting + waiting + ">")
            screen.type("\x04")
            assert process.wait(timeout=30) == 0
