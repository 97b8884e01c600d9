"""Public holidays of a country, the religious ones too, as the ``holidays`` library has them."""

from datetime import date
from functools import lru_cache
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from holidays import HolidayBase


def public_holiday(country: str, day: date) -> str:
    """The holiday's name as the library has it, in the country's language; "" for an ordinary day.

    ``country`` is an ISO 3166-1 alpha-2 code; one that the library does not know has no known holidays.
    """
    calendar = _calendar(country)
    return str(calendar.get(day) or "") if calendar is not None else ""


def is_known(country: str) -> bool:
    """Whether the library has the country's holidays: where not, nothing can be said."""
    return _calendar(country) is not None


def weekend(country: str) -> frozenset[int]:
    """The days on which offices rest, 0 for Monday; Saturday and Sunday where the library does not know the country."""
    calendar = _calendar(country)
    return frozenset(calendar.weekend) if calendar is not None else frozenset({5, 6})


@lru_cache(maxsize=64)
def _calendar(country: str) -> "HolidayBase | None":
    import holidays  # not needed at the start

    try:
        return holidays.country_holidays(country)
    except NotImplementedError:
        return None
