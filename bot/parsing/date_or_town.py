"""Words of dates that are towns as well (March, Mayo, Çarşamba, Pazar): where nothing says which, it is asked."""

from bot.parsing.places import PlaceIndex
from bot.parsing.places.keys import name_key
from bot.parsing.places.schema import How

_SMALLEST_TOWN = 5_000  # people; a village is not thought of first
_LONGEST = 30  # characters


def is_town(index: PlaceIndex, text: str) -> bool:
    """Whether ``text`` is one word and a town's own name. Of several words one says more: "next March", "28 May"."""
    key = name_key(text) if len(text) <= _LONGEST and text.strip().isalpha() else ""
    return bool(key) and any(
        row.how == How.MAIN and row.population >= _SMALLEST_TOWN and name_key(row.name) == key
        for row in index.named(key)
    )
