"""The conversations in the README are what the desk says."""

import re
from pathlib import Path

from config.settings import Settings
from tests.desk import Desk

README = (Path(__file__).parents[2] / "README.md").read_text(encoding="utf-8")
TRANSCRIPTS = [block for block in re.findall(r"```text\n(.*?)```", README, re.DOTALL) if block.startswith("> ")]


def test_english_conversation(desk: Desk) -> None:
    desk.chat(TRANSCRIPTS[0])


def test_turkish_conversation(desk: Desk) -> None:
    desk.team(city="Ankara", country="TR", language="tr").chat(TRANSCRIPTS[1])


def test_every_setting_is_explained() -> None:
    assert [name for name in Settings.model_fields if f"`{name}`" not in README] == []


def test_changelog_has_the_version_that_is_being_made() -> None:
    assert "## Unreleased" in (Path(__file__).parents[2] / "CHANGELOG.md").read_text(encoding="utf-8")
