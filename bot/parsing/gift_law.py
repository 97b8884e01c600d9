"""The dated configuration of the law on gifts: ``gift_law.toml``."""

from collections.abc import Sequence
from functools import lru_cache
from pathlib import Path

from bot.domain.gifts import Wage

_FILE = Path(__file__).with_name("gift_law.toml")


@lru_cache(maxsize=1)
def net_minimum_wages() -> Sequence[Wage]:
    """The net minimum wages of Türkiye, by the day from which each holds."""
    import tomllib  # only where a gift is shown
    from decimal import Decimal

    rows = tomllib.loads(_FILE.read_text(encoding="utf-8"))["net_minimum_wage"]
    return tuple(Wage(row["start"], Decimal(row["net"])) for row in rows)
