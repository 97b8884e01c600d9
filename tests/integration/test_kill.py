"""``kill -9`` at any moment: what was answered is stored once, what was in flight at most once, nothing by halves."""

import random
import re
import sqlite3
import subprocess
import sys
import threading
from collections import Counter
from collections.abc import Iterator
from contextlib import suppress
from datetime import date, timedelta
from pathlib import Path

from tests.databases import Databases

LINES = 500
KILLS = 10
ROOT = Path(__file__).parents[2]


def _line(number: int) -> str:
    day = date(2001, 1, 1) + timedelta(days=number)
    return f"/log visit from Tirana {day.isoformat()}: line {number}"


def _chat(url: str, numbers: Iterator[int], dies_after: int | None, seconds: float) -> tuple[list[int], list[int]]:
    """One process: the lines that were answered, and the one in flight when it was killed.

    It is killed ``seconds`` after its ``dies_after``-th answer; None lets it live until the end of the lines.
    """
    answered: list[int] = []
    with subprocess.Popen(
        [sys.executable, "-m", "bot", "chat", "--database", url, "--as", "Fatma"],
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        cwd=ROOT,
    ) as process:
        assert process.stdin
        assert process.stdout
        timer = threading.Timer(seconds, process.kill)
        for number in numbers:
            if len(answered) == dies_after:
                timer.start()
            try:
                process.stdin.write(_line(number).encode() + b"\n")
                process.stdin.flush()
            except BrokenPipeError:
                break
            answer = []
            while (line := process.stdout.readline()) not in (b"", b"\n"):
                answer.append(line)
            if line != b"\n":
                break
            assert re.fullmatch(r"✓ V\d+ · Visit · incoming\n", answer[0].decode())
            answered.append(number)
        else:
            process.stdin.close()
            assert process.wait() == 0
            return answered, []
        timer.join()
        with suppress(BrokenPipeError):
            process.stdin.close()
        return answered, [number]


def test_killed_while_logging(databases: Databases, tmp_path: Path) -> None:
    chance = random.Random(20260504)
    numbers = iter(range(LINES))
    answered: list[int] = []
    in_flight: list[int] = []
    with databases.fresh("sqlite", tmp_path) as url:
        for kill in range(KILLS + 1):
            # The first kill comes while the process starts, the last process lives.
            dies_after = None if kill == KILLS else chance.randrange(1, 60) if kill else 0
            done, lost = _chat(url, numbers, dies_after, chance.uniform(0, 0.015) if kill else 0.3)
            answered += done
            in_flight += lost
    assert len(in_flight) == KILLS
    assert sorted(answered + in_flight) == list(range(LINES))

    database = sqlite3.connect(tmp_path / "desk.db")

    def column(query: str) -> list[object]:
        return [row[0] for row in database.execute(query)]

    stored = Counter(int(str(purpose).removeprefix("line ")) for purpose in column("SELECT purpose FROM visits"))
    assert set(stored.values()) == {1}
    assert set(answered) <= set(stored) <= set(answered + in_flight)
    records = column("SELECT id FROM records ORDER BY id")
    assert len(records) == len(stored)
    assert column("SELECT number FROM records ORDER BY id") == list(range(1, len(records) + 1))
    for table in ("visits", "record_partners", "audit"):
        query = f"SELECT record_id FROM {table} WHERE record_id IS NOT NULL ORDER BY record_id"
        assert column(query) == records, table
    changes = "SELECT change_set FROM audit WHERE record_id IS NOT NULL ORDER BY change_set"
    assert column(changes) == column("SELECT id FROM inbox WHERE reply IS NOT NULL ORDER BY id")
    assert column("SELECT count(*) FROM partners") == [1]
    assert column("PRAGMA integrity_check") == ["ok"]
    assert column("PRAGMA foreign_key_check") == []
    database.close()
