"""A letter with slots, and what is put into them. What is not known stays a blank that everybody sees."""

from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum

BLANK = "_____"


class Slot(StrEnum):
    """What a letter leaves open."""

    FORM_OF_ADDRESS = "form_of_address"
    NAME = "name"
    OFFICE = "office"
    PARTNER = "partner"
    COUNTRY = "country"
    DAY = "day"
    DATE = "date"
    YEARS = "years"
    OUR_CITY = "our_city"


Letter = tuple[str | Slot, ...]
"""A letter's text, cut at its slots."""


@dataclass(frozen=True, slots=True)
class Draft:
    """The filled letter, a text a paragraph, and the slots that stayed blank, in their order."""

    paragraphs: tuple[str, ...]
    blanks: tuple[Slot, ...]


def fill(letter: Letter, values: Mapping[Slot, str]) -> Draft:
    """Put the values in; a slot without one, or with an empty one, becomes a blank. A line is a paragraph."""
    slots = [part for part in letter if isinstance(part, Slot)]
    text = "".join((values.get(part, "") or BLANK) if isinstance(part, Slot) else part for part in letter)
    blanks = tuple(dict.fromkeys(slot for slot in slots if not values.get(slot)))
    return Draft(tuple(filter(None, (line.strip() for line in text.split("\n")))), blanks)
