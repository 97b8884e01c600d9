"""A project with partners and a funder."""

from dataclasses import dataclass
from decimal import Decimal


@dataclass(frozen=True, slots=True, kw_only=True)
class Project:
    """``budget`` is in ``currency`` (ISO 4217)."""

    title: str
    funder: str = ""
    budget: Decimal | None = None
    currency: str = ""
