"""``digest-build``: planning and building one digest, over one raw commit; ``digest-build-grown``: among 100 times the
records."""

import time
from pathlib import Path
from statistics import median

from sqlalchemy import delete, update

from benchmarks.desks import RawCommits
from benchmarks.digest_desks import NOW, PARTNERS, opened
from benchmarks.measuring import Measurement
from bot.adapters.console import plain_text
from bot.bootstrap import building
from bot.claims import Manner, claimed
from bot.storage.deliveries import next_delivery
from bot.storage.engine import Database
from bot.storage.models import deliveries, schedules
from bot.storage.planning import plan_due

RECORDS = 2_000
TIMES = 100
ROUNDS = 100
WARM_UP = 10


def digest_build(folder: Path) -> list[Measurement]:
    """Two durable commits: the planner's, and the worker's with the whole digest. All are interleaved."""
    raw = RawCommits(folder / "raw.db")
    alone: list[float] = []
    among: list[float] = []
    baseline: list[float] = []
    with (
        opened(folder / "bench-digest.db", RECORDS) as (small, chat_id),
        opened(folder / "bench-digest-grown.db", RECORDS * TIMES) as (large, _),
    ):
        for round_ in range(WARM_UP + ROUNDS):
            times = raw.commit_once(), _once(small, chat_id), _once(large, chat_id)
            if round_ >= WARM_UP:
                for kept, spent in zip((baseline, alone, among), times, strict=True):
                    kept.append(spent)
    raw.close()
    compared = (
        f"a digest planned and built, {PARTNERS} partners and {RECORDS:,} records, two commits / one raw commit, "
        "WAL, synchronous FULL"
    )
    grown = f"the same with {RECORDS * TIMES:,} records, all that are more in past years / with {RECORDS:,}"
    return [
        Measurement("digest-build", median(alone), median(baseline), "ms", 60, compared),
        Measurement("digest-build-grown", median(among), median(alone), "ms", 1.5, grown),
    ]


def _once(database: Database, chat_id: int) -> float:
    """Milliseconds of a digest, from a schedule that is due to what is sent."""
    with database.transaction() as db:
        db.execute(delete(deliveries))
        db.execute(update(schedules).values(next_at=NOW, last_week="2026-W18"))
    start = time.perf_counter()
    with database.transaction() as db:
        plan_due(db, now=NOW)
    with database.transaction() as db:
        due = next_delivery(db, "console", "local", now=NOW, chat_id=chat_id)
        sent = claimed(db, due, building(lambda: NOW), NOW, Manner()) if due else None
    spent = (time.perf_counter() - start) * 1000
    if sent is None or sent.reply is None or "Approval records missing" not in plain_text(sent.reply):
        raise RuntimeError(f"no digest was built: {sent}")
    return spent
