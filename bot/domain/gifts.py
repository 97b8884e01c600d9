"""A gift, and what the law says of one that was received.

Türkiye, Law 3628 art. 3: an official who receives a gift from a foreign body that is worth, on that day, more than ten
months' net minimum wage hands it over to the institution within one month. The regulation on declarations
of property (Official Gazette 15.11.1990, no 20696, art. 13 and 14): ten days for the valuation, counted from the
return to Türkiye where it was received abroad.
"""

from calendar import monthrange
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from decimal import Decimal
from enum import StrEnum

COUNTRY = "TR"
CURRENCY = "TRY"
MONTHS_OF_WAGE = 10
VALUED_WITHIN = timedelta(days=10)


class GiftDirection(StrEnum):
    """Seen from our own city hall."""

    RECEIVED = "received"
    GIVEN = "given"


@dataclass(frozen=True, slots=True, kw_only=True)
class Gift:
    """``who`` gave or got it, as typed, where that is more than a partner. ``value`` None: it was not assessed.

    ``currency`` is an ISO 4217 code. ``about`` is the short id of the visit or event at which it changed hands.
    ``returned_on`` is the day of the return, of a gift that was received abroad.
    """

    direction: GiftDirection
    what: str
    who: str = ""
    value: Decimal | None = None
    currency: str = ""
    about: str = ""
    returned_on: date | None = None


@dataclass(frozen=True, slots=True)
class Wage:
    """A net minimum wage of a month, in Turkish lira, from a day on."""

    start: date
    net: Decimal


@dataclass(frozen=True, slots=True)
class Threshold:
    """The value above which a gift is handed over, in Turkish lira; ``year`` is the year of the wage it comes from."""

    amount: Decimal
    year: int


class Standing(StrEnum):
    """How a gift stands to the threshold. UNKNOWN: not assessed, or in another currency, or no threshold is known."""

    ABOVE = "above"
    BELOW = "below"
    UNKNOWN = "unknown"


@dataclass(frozen=True, slots=True)
class Obligation:
    """What the law asks for: handing over by ``hand_over_by`` if the gift is above ``threshold``.

    ``value_by`` is the last day of the valuation, None once the value is on record.
    """

    standing: Standing
    threshold: Threshold | None
    hand_over_by: date
    value_by: date | None


def threshold_on(day: date, wages: Sequence[Wage]) -> Threshold | None:
    """Ten months' net minimum wage on a day; None before the first wage that is known.

    The newest known wage stands until a newer one is: its year says how old it is.
    """
    known = [wage for wage in wages if wage.start <= day]
    if not known:
        return None
    wage = max(known, key=lambda one: one.start)
    return Threshold(MONTHS_OF_WAGE * wage.net, wage.start.year)


def obligation(
    gift: Gift, received: date | None, wages: Sequence[Wage], *, team_country: str, giver_country: str | None
) -> Obligation | None:
    """What the law of the team's country asks for, None for nothing: a given gift, a giver of our own country.

    ``giver_country`` None is not known. Countries are ISO codes.
    """
    if team_country != COUNTRY or gift.direction is GiftDirection.GIVEN or giver_country == COUNTRY or not received:
        return None
    threshold = threshold_on(received, wages)
    standing = Standing.UNKNOWN
    if threshold and gift.value is not None and gift.currency == CURRENCY:
        standing = Standing.ABOVE if gift.value > threshold.amount else Standing.BELOW
    value_by = (gift.returned_on or received) + VALUED_WITHIN if gift.value is None else None
    return Obligation(standing, threshold, one_month_after(received), value_by)


def one_month_after(day: date) -> date:
    """The same day of the next month, or its last."""
    year, month = day.year + day.month // 12, day.month % 12 + 1
    return date(year, month, min(day.day, monthrange(year, month)[1]))
