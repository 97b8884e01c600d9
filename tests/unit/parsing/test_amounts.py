"""Amounts of money in both ways of writing numbers."""

from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.parsing.amounts import find_amount


@pytest.mark.parametrize(
    ("text", "value", "currency", "written"),
    [
        ("€250,000", "250000", "EUR", "€250,000"),
        ("250.000 €", "250000", "EUR", "250.000 €"),
        ("250.000,50 TL", "250000.50", "TRY", "250.000,50 TL"),
        ("€250,000.50", "250000.50", "EUR", "€250,000.50"),
        ("1,250,000 USD", "1250000", "USD", "1,250,000 USD"),
        ("₺1.250.000", "1250000", "TRY", "₺1.250.000"),
        ("2026 bütçesi 250 000 €", "250000", "EUR", "250 000 €"),
        ("1.2 million euro", "1200000", "EUR", "1.2 million euro"),
        ("EUR 40k", "40000", "EUR", "EUR 40k"),
        ("500 bin avro", "500000", "EUR", "500 bin avro"),
        ("250 bin avroluk hibe", "250000", "EUR", "250 bin avroluk"),
        ("2,5 milyon lira", "2500000", "TRY", "2,5 milyon lira"),
        ("500 TL'lik hediye", "500", "TRY", "500 TL'lik"),
        ("9,5 bin dolara", "9500", "USD", "9,5 bin dolara"),
        ("1.2bn EUR", "1200000000", "EUR", "1.2bn EUR"),
        ("$500", "500", "USD", "$500"),
        ("value 300 usd.", "300", "USD", "300 usd"),
        ("100 pound", "100", "GBP", "100 pound"),
        ("100 sterlin", "100", "GBP", "100 sterlin"),
        ("5,000 ALL", "5000", "ALL", "5,000 ALL"),
        ("TRY 5000", "5000", "TRY", "TRY 5000"),
        ("100 isviçre frangı", "100", "CHF", "100 isviçre frangı"),
        ("€250,000 EUR", "250000", "EUR", "€250,000 EUR"),
        ("€1.250", "1250", "EUR", "€1.250"),
        ("€1.25", "1.25", "EUR", "€1.25"),
        ("€0.125", "0.125", "EUR", "€0.125"),
        ("6 people, 3 May 2025, €20 each", "20", "EUR", "€20"),
    ],
)
def test_amount(text: str, value: str, currency: str, written: str) -> None:
    found = find_amount(text, currency=None)
    assert found is not None
    amount, (start, end) = found
    assert (amount.value, amount.currency, text[start:end]) == (Decimal(value), currency, written)
    assert "E" not in str(amount.value)


@pytest.mark.parametrize(
    "text",
    [
        "", "250000", "40 bin", "3.05.2025", "12 May 2025", "12.34.567 €", "A7 €", "%50", "+6", "try 250 people",
        "10 dinar", "10 kr", "6 won", "€40-50k", "€" + "9" * 40, "20 milestones", "5 allies",
    ],
)  # fmt: skip
def test_no_amount(text: str) -> None:
    assert find_amount(text, currency=None) is None


@pytest.mark.parametrize(
    ("text", "own", "currency"),
    [
        ("$5", "CAD", "CAD"),
        ("$5", "TRY", "USD"),
        ("10 dinar", "RSD", "RSD"),
        ("10 kr", "SEK", "SEK"),
        ("£5", "EGP", "EGP"),
    ],
)
def test_own_currency_decides_what_several_share(text: str, own: str, currency: str) -> None:
    found = find_amount(text, currency=own)
    assert found is not None
    assert found[0].currency == currency


@given(st.text(max_size=100) | st.text("0123456789., €$₺kmbinTLEUR-", max_size=60))
def test_any_text(text: str) -> None:
    if found := find_amount(text, currency="TRY"):
        amount, (start, end) = found
        assert amount.value >= 0
        assert 0 <= start < end <= len(text)
