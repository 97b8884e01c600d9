"""``log-visit``: one line logged, over one raw commit; and ``log-visit-grown``: among 100,000 records."""

import asyncio
from pathlib import Path
from statistics import median

from benchmarks.breakdown import breakdown
from benchmarks.desks import LINE, RawCommits, log_once, opened
from benchmarks.grown import GROWN, grown_database
from benchmarks.measuring import Measurement

ROUNDS = 300
WARM_UP = 30
TRACED = 100


def log_visit(folder: Path) -> Measurement:
    """``App.handle`` to the durable commit, interleaved with raw commits on the same disk."""

    async def measure() -> tuple[list[float], list[float], list[str]]:
        raw = RawCommits(folder / "raw.db")
        ours, baseline = [], []
        with opened(folder / "bench.db") as app:
            for _ in range(WARM_UP):
                await log_once(app)
                raw.commit_once()
            for _ in range(ROUNDS):
                baseline.append(raw.commit_once())
                ours.append(await log_once(app))
            notes = await breakdown(app, TRACED)
        raw.close()
        return ours, baseline, notes

    ours, baseline, notes = asyncio.run(measure())
    compared = f"{LINE}, to the durable commit / one raw sqlite3 insert and commit, WAL, synchronous FULL"
    return Measurement("log-visit", median(ours), median(baseline), "ms", 5, compared, tuple(notes))


def log_visit_grown(folder: Path) -> Measurement:
    """The same in a grown database, interleaved with an empty one."""
    grown = grown_database(folder)

    async def measure() -> tuple[list[float], list[float]]:
        ours, baseline = [], []
        with (
            opened(folder / "bench-empty.db") as empty,
            opened(folder / "bench-grown.db", copy_of=grown) as full,
        ):
            for _ in range(WARM_UP):
                await log_once(empty)
                await log_once(full)
            for _ in range(ROUNDS):
                baseline.append(await log_once(empty))
                ours.append(await log_once(full))
        return ours, baseline

    ours, baseline = asyncio.run(measure())
    compared = f"the same with {GROWN:,} records in the database / in an empty one"
    return Measurement("log-visit-grown", median(ours), median(baseline), "ms", 1.3, compared)
