"""`python -m benchmarks.idle`: the share of a processor that `dragoman run` uses while nobody says anything.

Its Telegram is the tests' server, which holds a request without updates as long as Telegram does.
"""

import os
import subprocess
import sys
import tempfile
import time
from pathlib import Path

from tests.databases import BACKENDS, Databases
from tests.telegram.server import BotApi

SETTLED = 15
WATCHED = 60
MOST = 0.005


def used(pid: int) -> float:
    """Seconds of a processor that a process has used (proc(5), utime and stime)."""
    fields = Path(f"/proc/{pid}/stat").read_text(encoding="ascii").rpartition(")")[2].split()
    return (int(fields[11]) + int(fields[12])) / os.sysconf("SC_CLK_TCK")


def idle(url: str) -> float:
    """The share, over a minute."""
    with BotApi.in_thread() as api:
        environment = {
            **os.environ,
            "DRAGOMAN_DATABASE_URL": url,
            "DRAGOMAN_TELEGRAM_TOKEN": api.bot().token,
            "DRAGOMAN_TELEGRAM_API_URL": api.url,
        }
        command = [sys.executable, "-m", "bot", "run"]
        with subprocess.Popen(command, env=environment, stdout=subprocess.DEVNULL) as running:
            try:
                time.sleep(SETTLED)
                before, begun = used(running.pid), time.monotonic()
                time.sleep(WATCHED)
                return (used(running.pid) - before) / (time.monotonic() - begun)
            finally:
                running.terminate()


def main() -> None:
    """One line a database."""
    with tempfile.TemporaryDirectory() as folder:
        databases = Databases(Path(folder))
        try:
            for backend in BACKENDS:
                with databases.fresh(backend, Path(folder)) as url:
                    print(f"idle, {backend}: {idle(url):.2%} of a processor (at most {MOST:.1%})", flush=True)
        finally:
            databases.close()


if __name__ == "__main__":
    main()
