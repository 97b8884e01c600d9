"""What the law asks of whoever received a gift (Law 3628 art. 3)."""

from datetime import date
from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.domain.gifts import (
    Gift,
    GiftDirection,
    Obligation,
    Standing,
    Threshold,
    Wage,
    obligation,
    one_month_after,
    threshold_on,
)
from bot.parsing.gift_law import net_minimum_wages

WAGES = (Wage(date(2025, 1, 1), Decimal(22104)), Wage(date(2026, 1, 1), Decimal(28075)))
TRAY = Gift(direction=GiftDirection.RECEIVED, what="silver tray")
DAY = date(2026, 5, 4)


def owed(gift: Gift, day: date = DAY, team: str = "TR", giver: str | None = "MK") -> Obligation | None:
    return obligation(gift, day, WAGES, team_country=team, giver_country=giver)


def valued(value: int, currency: str = "TRY") -> Gift:
    return Gift(direction=GiftDirection.RECEIVED, what="silver tray", value=Decimal(value), currency=currency)


def test_not_assessed() -> None:
    assert owed(TRAY) == Obligation(
        Standing.UNKNOWN, Threshold(Decimal(280750), 2026), date(2026, 6, 4), date(2026, 5, 14)
    )


def test_the_wage_of_the_day_of_receipt_counts() -> None:
    assert threshold_on(date(2025, 12, 31), WAGES) == Threshold(Decimal(221040), 2025)
    assert threshold_on(date(2024, 12, 31), WAGES) is None
    assert threshold_on(date(2031, 1, 1), WAGES) == Threshold(Decimal(280750), 2026)


@pytest.mark.parametrize(
    ("gift", "standing"),
    [
        (valued(280750), Standing.BELOW),
        (valued(280751), Standing.ABOVE),
        (valued(280751, "EUR"), Standing.UNKNOWN),
    ],
)
def test_only_above_the_threshold(gift: Gift, standing: Standing) -> None:
    found = owed(gift)
    assert found
    assert (found.standing, found.value_by) == (standing, None)


def test_valuation_counts_from_the_return() -> None:
    abroad = Gift(direction=GiftDirection.RECEIVED, what="book", returned_on=date(2026, 5, 9))
    found = owed(abroad)
    assert found
    assert (found.hand_over_by, found.value_by) == (date(2026, 6, 4), date(2026, 5, 19))


def test_no_duty() -> None:
    assert owed(Gift(direction=GiftDirection.GIVEN, what="plate")) is None
    assert owed(TRAY, giver="TR") is None
    assert owed(TRAY, team="DE") is None


@pytest.mark.parametrize(
    ("day", "month_later"),
    [
        (date(2026, 1, 31), date(2026, 2, 28)),
        (date(2026, 12, 15), date(2027, 1, 15)),
        (date(2026, 11, 30), date(2026, 12, 30)),
    ],
)
def test_a_month(day: date, month_later: date) -> None:
    assert one_month_after(day) == month_later


@given(st.dates(date(1990, 1, 1), date(2100, 1, 1)))
def test_a_month_is_28_to_31_days(day: date) -> None:
    assert 28 <= (one_month_after(day) - day).days <= 31


def test_the_shipped_wages_are_in_order_and_each_year_has_one() -> None:
    starts = [wage.start for wage in net_minimum_wages()]
    assert starts == sorted(starts)
    assert {start.year for start in starts} == set(range(2021, 2027))
    assert all(wage.net > 0 for wage in net_minimum_wages())
