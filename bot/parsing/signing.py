"""Where an agreement was signed and by whom: "place: Ankara; signatories: A, B", "imza yeri: Ankara"."""

import re

from bot.parsing.pieces import CUT, Pieces

_PLACE = re.compile(
    rf"(?<!\w)(?:place(?: of sign(?:ing|ature))?|signing place|imza yeri|imzalandığı yer|yer)\s*:\s*([^,;\n{CUT}]+)",
    re.IGNORECASE,
)
_SIGNATORIES = re.compile(
    rf"(?<!\w)(?:signator(?:ies|y)|signed by|imzalayan(?:lar)?|imzacı(?:lar)?)\s*:\s*([^;\n{CUT}]+)"
    rf"|(?<!\w)signed by\s+([^,;\n{CUT}\d]+)",
    re.IGNORECASE,
)
_BETWEEN = re.compile(r"\s*,\s*|\s+(?:and|ve)\s+|\s*&\s*")


def cut_place(pieces: Pieces) -> str:
    """Take the labelled place out of what is left; "" for none."""
    found = pieces.cut_match(_PLACE)
    return found[1].strip() if found else ""


def cut_signatories(pieces: Pieces) -> tuple[str, ...]:
    """Take the signatories out of what is left: behind their label up to a semicolon or the end of the line."""
    found = pieces.cut_match(_SIGNATORIES)
    return read_names(found[1] or found[2]) if found else ()


def read_names(text: str) -> tuple[str, ...]:
    """Names with commas or "and" between them."""
    return tuple(filter(None, (name.strip(" .") for name in _BETWEEN.split(text))))
