"""The weekly agenda of a desk with a history (``ankara.txt``, ``agreements_tr.csv``) and some weeks ahead, word for word.

The pages in ``tests/data/digests`` are as a phone of 36 characters shows them. After a change that is meant, take the
file away and run the test: it writes a new one and fails, to be read before it is committed.
"""

from datetime import datetime
from pathlib import Path
from textwrap import wrap

from bot.digests.layout import SCREEN, WIDTH
from bot.domain.reminders import LEAD_DAYS
from bot.reply import Buttons, Paragraph
from tests.desk import Desk, Said
from tests.scenario.test_agreements import line, rows
from tests.scenario.test_ankara import LINES

PAGES = Path(__file__).parents[1] / "data" / "digests"
WEEKS = (PAGES / "desk.txt").read_text("utf-8").splitlines()
LOOKED_AT = {
    "monday": ("2026-05-04T09:00", "/digest"),
    "monday_mine": ("2026-05-04T09:00", "/digest mine"),
    "monday_all": ("2026-05-04T09:00", "/digest all"),
    "wednesday": ("2026-05-13T14:30", "/digest"),
    "friday": ("2026-05-29T17:00", "/digest"),
    "midnight": ("2026-06-15T00:00", "/digest"),
    "empty": ("2028-01-10T09:00", "/digest"),
}
"""What is typed when, by the clock of Ankara."""


def phone(said: Said) -> str:
    """An answer as a phone shows it, its buttons below."""
    assert said.reply
    shown: list[str] = []
    for block in said.reply.blocks:
        match block:
            case Paragraph():
                for text in block.text.splitlines():
                    shown += wrap(text, WIDTH, drop_whitespace=True, break_on_hyphens=False) or [""]
            case Buttons():
                shown.append(" ".join(f"[{button.label}]" for button in block.buttons))
            case _:
                raise AssertionError(f"a digest has no {block}")
    return "\n".join(shown) + "\n"


def fill(desk: Desk) -> None:
    """The desk's history, and the weeks ahead, as they were typed."""
    desk.team(city="Ankara")
    for typed in [*LINES, *(line(row, "en") for row in rows()), *WEEKS]:
        said = desk.say(typed)
        if not said.startswith("✓"):  # which Durrës, and the like: the likeliest
            assert said.reply
            assert desk.press(said.reply.buttons[0].label).startswith("✓"), said


def test_golden_digest_on_each_platform_in_both_languages(desk: Desk) -> None:
    fill(desk)
    different = {}
    for name, (at, typed) in LOOKED_AT.items():
        desk.clock.now = datetime.fromisoformat(f"{at}+03:00")
        for language in ("en", "tr"):
            desk.language = language
            page = phone(desk.say(typed))
            file = PAGES / f"{name}_{language}.txt"
            if not file.is_file():
                file.write_text(page, "utf-8")
                different[file.name] = "written, to be read"
            elif file.read_text("utf-8") != page:
                different[file.name] = page
    assert different == {}


def test_golden_pages_fit_a_phone() -> None:
    assert max(LEAD_DAYS) == 180
    for file in PAGES.glob("*_*.txt"):
        text = [row for row in file.read_text("utf-8").splitlines() if not row.startswith("[")]
        assert max(map(len, text)) <= WIDTH, file.name
        assert len(text) <= SCREEN or "_all_" in file.name, file.name
