"""``cold-start``: process start to the first reply of a piped chat, over importing SQLAlchemy alone."""

import os
import subprocess
import sys
import time
from pathlib import Path
from statistics import median

from benchmarks.desks import LINE, remove
from benchmarks.measuring import Measurement
from bot.storage.engine import Database
from bot.storage.schema import migrate

ROUNDS = 8
_ENVIRONMENT = {name: value for name, value in os.environ.items() if name != "PYTHONDONTWRITEBYTECODE"}
"""Both sides run from byte code: that of the baseline was written when it was installed, ours in the first round."""


def cold_start(folder: Path) -> Measurement:
    """Interleaved, after one round that warms the disk's cache and writes the byte code."""
    path = folder / "bench-start.db"
    remove(path)
    database = Database(f"sqlite:///{path}")
    migrate(database)
    database.close()
    ours, baseline = [], []
    for _ in range(ROUNDS + 1):
        baseline.append(_import_seconds())
        ours.append(_first_reply_seconds(path))
    remove(path)
    compared = 'process start to the first reply of a piped chat / python -c "import sqlalchemy"'
    return Measurement("cold-start", median(ours[1:]) * 1000, median(baseline[1:]) * 1000, "ms", 3, compared)


def _import_seconds() -> float:
    start = time.perf_counter()
    subprocess.run([sys.executable, "-c", "import sqlalchemy"], check=True, env=_ENVIRONMENT)
    return time.perf_counter() - start


def _first_reply_seconds(path: Path) -> float:
    start = time.perf_counter()
    with subprocess.Popen(
        [sys.executable, "-m", "bot", "chat", "--database", f"sqlite:///{path}"],
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        env=_ENVIRONMENT,
    ) as process:
        assert process.stdin is not None
        assert process.stdout is not None
        process.stdin.write(LINE.encode() + b"\n")
        process.stdin.flush()
        first = process.stdout.readline()
        spent = time.perf_counter() - start
        process.stdin.close()
        process.stdout.read()
    if not first.startswith("✓".encode()):
        raise RuntimeError(f"the first reply was {first!r}")
    return spent
