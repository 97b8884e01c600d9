"""Months and weekdays that are towns as well: March, Çarşamba, Pazar, Perşembe. Where nothing says which, it is asked."""

from bot.folding import fold
from bot.parsing.dates import is_month_or_weekday
from bot.parsing.places import PlaceIndex
from bot.parsing.places.keys import name_key
from bot.parsing.places.schema import How

_SMALLEST_TOWN = 5_000  # people; a village is not thought of first


def is_town(index: PlaceIndex, name: str, language: str) -> bool:
    """Whether ``name``, a month or weekday in ``language``, is also a town's own name."""
    return is_month_or_weekday(name, language) and any(
        row.how == How.MAIN and row.population >= _SMALLEST_TOWN and name_key(row.name) == fold(name)
        for row in index.named(name_key(name))
    )
