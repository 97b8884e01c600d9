"""Prints what was measured and writes ``build/bench.json``. Exit status 0 whether or not the limits are met."""

import json
from pathlib import Path

import bot.__main__  # noqa: F401 - garbage is looked for as seldom as in the program, on both sides
from benchmarks.cold_start import cold_start
from benchmarks.digest_build import digest_build
from benchmarks.log_visit import log_visit, log_visit_grown
from benchmarks.slack_log import slack_log
from benchmarks.telegram_log import telegram_log

FOLDER = Path("build")


def main() -> None:
    """All of them, one after the other."""
    FOLDER.mkdir(exist_ok=True)
    measured = []
    print(f"{'name':<18}{'ours':>9}{'baseline':>10} unit{'ratio':>7}")
    for measure in (log_visit, cold_start, log_visit_grown, telegram_log, slack_log, digest_build):
        found = measure(FOLDER)
        for measurement in found if isinstance(found, list) else [found]:
            print("\n".join(measurement.lines()), flush=True)
            measured.append(measurement.to_json())
    (FOLDER / "bench.json").write_text(json.dumps(measured, indent=2) + "\n", encoding="utf-8")


if __name__ == "__main__":
    main()
