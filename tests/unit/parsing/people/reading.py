"""Reading a contact for tests: a desk with a few partners."""

import re
from typing import Any

from bot.folding import fold
from bot.parsing.people import PersonText, read_person

PARTNERS = {"tirana", "tiran", "tirane", "essen", "yokohama", "uskup", "prizren", "sofia", "bishkek", "tirana albania"}


def is_partner(text: str) -> bool:
    suffixed = re.fullmatch(r"(\w+)['’]\w+", text)
    return fold(suffixed[1] if suffixed else text) in PARTNERS or text.startswith("geo:")


def read(text: str, region: str | None = "TR") -> dict[str, Any]:
    """The fields that were found."""
    person = read_person(text, is_partner=is_partner, region=region)
    return {name: value for name in PersonText.__slots__ if (value := getattr(person, name))}
