"""Sets of dates with what they mean. ``benchmarks/data/dates/README.md`` says where they come from."""

import json
import random
from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import date, timedelta
from pathlib import Path

FOLDER = Path(__file__).parents[1] / "data" / "dates"
# As many as the best library was measured on: all that both it and CLDR know and that write with a Gregorian calendar.
CLDR_LANGUAGES = tuple(
    (
        "en tr de fr es it pt nl sv da nb fi pl cs sk hu ro bg ru uk sr hr sl el lt lv et id vi th ja ko zh ar he hi"
    ).split()
)
_CLDR_DATES = 25  # of each language and format


@dataclass(frozen=True, slots=True)
class Case:
    """A text and the (first day, last day) it may mean, in ISO; () where it holds no date."""

    text: str
    language: str
    today: str
    order: str | None = None
    meanings: tuple[tuple[str, str], ...] = ()
    kind: str = field(default="", compare=False)

    @property
    def question(self) -> str:
        """As ``dragoman when --jsonl`` is asked."""
        asked = {"id": "", "text": self.text, "lang": self.language, "reference": self.today, "order": self.order}
        return json.dumps(asked, ensure_ascii=False)


def read_cases(name: str, *, sentences: bool = False) -> list[Case]:
    """The phrases of a set, or the sentences in which some of them stand."""
    cases = []
    for line in (FOLDER / f"{name}.jsonl").read_text("utf-8").splitlines():
        row = json.loads(line)
        if sentences and "text" not in row:
            continue
        text = row["text"] if sentences else row["phrase"]
        meanings = ((row["start"], row["end"]), *map(tuple, row["alt"]))
        cases.append(Case(text, row["lang"], row["reference"], row["order"], meanings, row["kind"]))
    return cases


def read_none() -> list[Case]:
    """Texts without a date."""
    rows = map(json.loads, (FOLDER / "none.jsonl").read_text("utf-8").splitlines())
    return [Case(row["text"], row["lang"], row["reference"], "DMY", kind=row["kind"]) for row in rows]


def impossible_days() -> Iterator[Case]:
    """Days that no calendar has, written in many ways."""
    months = {"en": ("February", "April", "June"), "tr": ("Şubat", "Nisan", "Haziran")}
    numbers = {0: 2, 1: 4, 2: 6}
    for language, names in months.items():
        for n, name in enumerate(names):
            for day in (30, 31) if n == 0 else (31,):
                month = numbers[n]
                for text in (
                    f"{day} {name} 2026", f"{day}. {name} 2027", f"{day} {name}", f"32 {name} 2026",
                    f"{day}.{month:02}.2026", f"{day}/{month}/2026", f"{day}.{month}.26", f"2026-{month:02}-{day}",
                    f"{name} {day}, 2026",
                ):  # fmt: skip
                    yield Case(text, language, "2026-11-26", "DMY", kind="impossible")


def written_in_cldr_patterns() -> Iterator[Case]:
    """Days in the full, long, medium and short pattern of each language."""
    from babel.dates import format_date

    chance = random.Random(2026)
    for language in CLDR_LANGUAGES:
        locale = {"en": "en_GB"}.get(language, language)
        for width in ("full", "long", "medium", "short"):
            for _ in range(_CLDR_DATES):
                day = date(2000, 1, 1) + timedelta(days=chance.randrange(10_500))
                meaning = (day.isoformat(), day.isoformat())
                yield Case(format_date(day, width, locale=locale), language, "2020-06-01", "DMY", (meaning,), width)
