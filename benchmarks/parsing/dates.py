"""Dates: how many are read right, wrong, asked; how fast. One line a number, with its target, beside dateparser's.

``python -m benchmarks.parsing.dates --misses`` lists what is read wrong.
"""

import json
import sqlite3
import subprocess
import sys
import time
from collections.abc import Callable, Iterable, Sequence
from contextlib import closing
from datetime import datetime
from functools import partial
from statistics import median, quantiles

from benchmarks.parsing.date_sets import Case, impossible_days, read_cases, read_none, written_in_cldr_patterns
from benchmarks.parsing.reporting import show
from bot.parsing.date_or_town import is_town
from bot.parsing.dates import jsonl, prepare
from bot.parsing.places import PlaceIndex

Read = Callable[[Case], tuple[list[tuple[str, str]], bool]]
_CHAT = ("en", "tr")
_OTHERS = ("de", "fr", "es", "ru", "ar")
_SETS = ("collected", "written")
_LONG = ("1 ", "3/5 ", "on ", "may ", "5 may 2025 - ", "iki bin ", "ayın ", "a", '"', "Tirana 3 Mayıs 2025, ", "из ")


class Score:
    """Shares, in percent, of cases that were read ``right``, ``wrong``, not at all, or ``asked``."""

    def __init__(self, cases: Sequence[Case], read: Read) -> None:
        self.misses: list[tuple[Case, list[tuple[str, str]]]] = []
        right = wrong = asked = 0
        for case in cases:
            found, ask = read(case)
            good = len(found) == 1 and found[0] in case.meanings
            right += good
            asked += ask
            # An end that is off is no wrong answer yet, as the targets count; a start is.
            wrong += bool(found) and found[0][0] not in {start for start, _ in case.meanings}
            if not good:
                self.misses.append((case, found))
        self.number = len(cases)
        self.right, self.wrong, self.asked = (100 * count / max(1, len(cases)) for count in (right, wrong, asked))


def measure_dates() -> None:
    """Prints all numbers."""
    with PlaceIndex.open() as index:
        ours = partial(_ours, partial(is_town, index))
        for name in _SETS:
            _chat_languages(name, ours)
            _other_languages(name, ours)
        cases = list(written_in_cldr_patterns())
        score, baseline = Score(cases, ours), Score(cases, _dateparser)
        note = f"dateparser {baseline.right:.2f} %, {score.number:,} dates"
        show("dates in CLDR patterns, 36 languages: right", score.right, "%", "at least 92", score.right >= 92, note)
        note = f"dateparser {baseline.wrong:.2f} %"
        show("dates in CLDR patterns, 36 languages: wrong", score.wrong, "%", "at most 0.2", score.wrong <= 0.2, note)
        _without_a_date(ours, index)
    _speed()


def _chat_languages(name: str, ours: Read) -> None:
    cases = [case for case in read_cases(name) if case.language in _CHAT]
    spoken = [case for case in read_cases(name, sentences=True) if case.language in _CHAT]
    for language in _CHAT:
        score = Score(own := [case for case in cases if case.language == language], ours)
        ranges = Score([case for case in own if case.kind == "range"], ours)
        sentences = Score([case for case in spoken if case.language == language], ours)
        title, enough = f"{name}, {language}:", 88 if language == "en" else 85
        show(f"{title} whole phrases right", score.right, "%", "at least 92", score.right >= 92, f"{score.number:,}")
        show(f"{title} whole phrases wrong", score.wrong, "%", "at most 1.5", score.wrong <= 1.5)
        show(f"{title} asked back", score.asked, "%", "at most 4", score.asked <= 4)
        show(f"{title} ranges right", ranges.right, "%", "at least 92", ranges.right >= 92, f"{ranges.number:,}")
        met = sentences.right >= enough
        show(f"{title} in a sentence", sentences.right, "%", f"at least {enough}", met, f"{sentences.number:,}")


def _other_languages(name: str, ours: Read) -> None:
    every = read_cases(name)
    for language in _OTHERS:
        cases = [case for case in every if case.language == language]
        score, baseline = Score(cases, ours), Score(cases, _dateparser)
        title, note = f"{name}, {language}:", f"dateparser {baseline.right:.1f} %, wrong {baseline.wrong:.1f} %"
        met = score.right >= baseline.right
        show(f"{title} whole phrases right", score.right, "%", "no worse", met, f"{note}; {score.number:,}")
        show(f"{title} whole phrases wrong", score.wrong, "%", "at most 4", score.wrong <= 4)


def _without_a_date(ours: Read, index: PlaceIndex) -> None:
    impossible = [*impossible_days(), *(case for case in read_none() if case.kind == "impossible")]
    taken = [case.text for case in impossible if ours(case)[0]]
    note = f"of {len(impossible):,} " + " · ".join(taken[:5])
    show("impossible dates accepted", len(taken), "", "at most 0", not taken, note)
    others = [case for case in read_none() if case.kind != "impossible"]
    taken = [case.text for case in others if ours(case)[0]]
    show("other texts without a date, read as one", len(taken), "", note=f"of {len(others):,} " + " · ".join(taken[:5]))
    towns = _towns(index)
    taken = [name for name in towns for language in _CHAT if ours(Case(name, language, "2026-11-26", "DMY"))[0]]
    note = f"of {len(towns):,} in two languages " + " · ".join(taken[:5])
    show("names of towns eaten", len(taken), "", "at most 0", not taken, note)


def _towns(index: PlaceIndex) -> list[str]:
    """Every town of 5,000 people and more, but for those whose digit makes them a date (28 May)."""
    with closing(sqlite3.connect(f"{index.path.resolve().as_uri()}?mode=ro", uri=True)) as places:
        named = places.execute(
            "SELECT DISTINCT name FROM places WHERE feature < 2 AND population >= 5000 ORDER BY name"
        )
        return [name for (name,) in named if not any(letter.isdigit() for letter in name)]


def _speed() -> None:
    """As another program sees it, through a pipe, and in process; each after a warm-up."""
    cases = [case for name in _SETS for case in read_cases(name) if case.language in _CHAT]
    spent = _piped([case.question for case in cases])
    show("median, through a pipe", median(spent), "ms", "at most 0.1", median(spent) <= 0.1, f"{len(spent):,} phrases")
    late = quantiles(spent, n=100)[-1]
    show("99 of 100, through a pipe", late, "ms", "at most 2", late <= 2)
    echo = median(_piped([case.question for case in cases], [sys.executable, "-c", _ECHO]))
    show("median of an echo through a pipe", echo, "ms")
    prepare()
    spent = [_timed(partial(jsonl.answer, case.question)) for case in cases]
    show("median, in process", median(spent), "ms", "at most 0.1", median(spent) <= 0.1)
    baseline = [_timed(partial(_dateparser, case)) for case in cases[::10]]
    show("median of dateparser, in process", median(baseline), "ms")
    long = [Case((piece * 4000)[:4000], language, "2026-11-26").question for piece in _LONG for language in _CHAT]
    longest = max(_timed(partial(jsonl.answer, question)) for question in long)
    show("any 4,000 characters, slowest", longest, "ms", "at most 10", longest <= 10)


_ECHO = """
import json, sys
for line in sys.stdin:
    sys.stdout.write(json.dumps({"id": json.loads(line)["id"], "results": [], "ask": False}) + "\\n")
    sys.stdout.flush()
"""


def _piped(
    questions: Sequence[str], command: Sequence[str] = (sys.executable, "-m", "bot", "when", "--jsonl")
) -> list[float]:
    """Milliseconds from a question to its answer, one at a time; the first twenty warm up."""
    with subprocess.Popen(command, stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True) as process:
        assert process.stdin is not None
        assert process.stdout is not None
        spent = []
        for question in questions:
            start = time.perf_counter()
            process.stdin.write(question + "\n")
            process.stdin.flush()
            process.stdout.readline()
            spent.append((time.perf_counter() - start) * 1000)
        process.stdin.close()
    return spent[20:]


def _timed(work: Callable[[], object]) -> float:
    start = time.perf_counter()
    work()
    return (time.perf_counter() - start) * 1000


def _ours(town: Callable[[str], bool], case: Case) -> tuple[list[tuple[str, str]], bool]:
    answer = json.loads(jsonl.answer(case.question, town))
    return [(result["start"], result["end"]) for result in answer["results"]], answer["ask"]


def _dateparser(case: Case) -> tuple[list[tuple[str, str]], bool]:
    import dateparser  # type: ignore[import-untyped]

    settings = {"RELATIVE_BASE": datetime.fromisoformat(case.today), "DATE_ORDER": case.order or "DMY"}
    try:
        read = dateparser.parse(case.text, languages=[case.language], settings=settings)
    except (ValueError, OverflowError):
        read = None
    return ([] if read is None else [(read.date().isoformat(), read.date().isoformat())]), False


def misses(cases: Iterable[Case] = ()) -> None:
    """Prints what is not read right."""
    with PlaceIndex.open() as index:
        ours = partial(_ours, partial(is_town, index))
        for name in _SETS:
            for case, found in Score(read_cases(name), ours).misses:
                print(case.language, repr(case.text), case.today, "is", case.meanings[0], "and was read", found)


if __name__ == "__main__":
    misses() if "--misses" in sys.argv else measure_dates()
