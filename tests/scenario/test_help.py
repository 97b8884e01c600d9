"""What the desk says of itself: short enough for a phone, and everything to whoever asks."""

import pytest

from bot.handlers.commands import make_router
from tests.desk import Desk

A_SCREEN = 22


@pytest.mark.parametrize(("language", "typed"), [("en", "/help"), ("tr", "/yardım")])
def test_help_fits_on_a_screen(desk: Desk, language: str, typed: str) -> None:
    desk.team(language=language)
    assert len(desk.say(typed).splitlines()) <= A_SCREEN


@pytest.mark.parametrize(
    ("language", "typed", "label"), [("en", "/help", "All commands"), ("tr", "/yardim", "Tüm komutlar")]
)
def test_all_commands_are_one_tap_away(desk: Desk, language: str, typed: str, label: str) -> None:
    desk.team(language=language)
    desk.say(typed)
    everything = desk.press(label)
    names = [f"/{command.name_in(language)} –" for command in make_router().commands if command.listed]
    assert all(name in everything for name in names)
    assert everything == desk.say("/help all") == desk.say("/yardım hepsi")
