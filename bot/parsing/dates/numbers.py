"""What kinds of token a number can be."""

from typing import Any

OTHER: dict[str, Any] = {"other": None}
ODD_YEAR: dict[str, Any] = {"odd_year": None}


def number_kinds(number: int, digits: int = 0) -> dict[str, Any]:
    """The kinds of a cardinal; ``digits`` as typed, 0 for one in words."""
    if digits > 4:
        return dict(ODD_YEAR) if digits == 5 else OTHER
    kinds: dict[str, Any] = {"count": number}
    if digits > 2 and not 1000 <= number <= 2999:
        kinds["odd_year"] = None
    if 1 <= number <= 31 and digits < 3:
        kinds["day"] = number
    elif digits in (1, 2):
        kinds["no_day"] = number
    if 1000 <= number <= 2999:
        kinds["year"] = number
    if digits == 2:
        kinds["short_year"] = number
    return kinds


def ordinal_kinds(number: int) -> dict[str, Any]:
    """The kinds of an ordinal."""
    return {"ordinal": number, "day": number} if 1 <= number <= 31 else {"ordinal": number}


def marked_year(short: int) -> dict[str, Any]:
    """The kinds of '26 with its apostrophe, which is a year wherever it stands."""
    return {"short_year": short, "marked_year": short}


# One number of each set of kinds that these functions can give.
NUMBER_KIND_SETS = [
    *(frozenset(number_kinds(number, digits)) for number in (0, 1, 40, 400, 1000) for digits in range(6)),
    *(frozenset(ordinal_kinds(number)) for number in (1, 40)),
    frozenset(marked_year(0)),
]
