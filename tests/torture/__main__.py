"""`make torture`: one line a scenario, and how many passed. Words on the command line choose among the names."""

import logging
import sys
import tempfile
import time
from functools import partial
from pathlib import Path

from tests.databases import BACKENDS, Databases
from tests.torture.scenarios import Scenario, fast, killed, paced, planned
from tests.torture.trouble import down, mixed

MINUTE = 1.0


def _scenarios() -> dict[str, tuple[str, Scenario]]:
    """What is run on which database, by name."""
    found: dict[str, tuple[str, Scenario]] = {}
    for backend in BACKENDS:
        for count in (2, 4):
            for finds in (False, True):
                name = f"kill-9, {count} processes, {'posts can be looked up' if finds else 'no look-up'}"
                found[f"{backend}: {name}"] = (
                    backend,
                    partial(killed, due=1000, count=count, finds_posts=finds, kill=True),
                )
            found[f"{backend}: SIGTERM, {count} processes"] = (
                backend,
                partial(killed, due=1000, count=count, finds_posts=False, kill=False),
            )
        found[f"{backend}: weeks"] = (backend, partial(planned, chats=3000, weeks=60))
        found[f"{backend}: down for an hour"] = (backend, partial(down, chats=300, minute=MINUTE))
        found[f"{backend}: mixed faults"] = (backend, partial(mixed, chats=400, dead=10))
    found["postgresql: throughput"] = ("postgresql", partial(fast, chats=10_000, count=2, least=150.0))
    found["postgresql: pace"] = ("postgresql", partial(paced, chats=1800, count=2, pace=30))
    return found


def main(words: list[str]) -> int:
    """Run them; the number that failed."""
    logging.getLogger("bot").setLevel(logging.CRITICAL)  # what goes wrong here is meant to
    failed = passed = 0
    with tempfile.TemporaryDirectory() as folder:
        databases = Databases(Path(folder))
        try:
            for name, (backend, scenario) in _scenarios().items():
                if not all(word in name for word in words):
                    continue
                here = Path(tempfile.mkdtemp(dir=folder))
                begun = time.monotonic()
                with databases.fresh(backend, here) as url:
                    is_passed, seen = scenario(url)
                passed, failed = passed + is_passed, failed + (not is_passed)
                sign = "ok  " if is_passed else "FAIL"
                print(f"{sign}  {name}: {seen}  [{time.monotonic() - begun:.0f} s]", flush=True)
        finally:
            databases.close()
    print(f"{passed} passed, {failed} failed")
    return failed


if __name__ == "__main__":
    sys.exit(1 if main(sys.argv[1:]) else 0)
