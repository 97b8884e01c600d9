"""The gazetteer: from what people call a place to the place."""

from bot.parsing.places.countries import KKTC, country_name
from bot.parsing.places.index import PlaceIndex, PlacesMissing
from bot.parsing.places.lookup import country_around, find_all, look_up
from bot.parsing.places.matches import Match, MatchKind, decide, is_name_of
from bot.parsing.places.northern_cyprus import NORTHERN_CYPRUS
from bot.parsing.places.phrase import Found, find_in
from bot.parsing.places.suffixes import Case, CaseSuffix, split_case, suffix_of

__all__ = [
    "KKTC",
    "NORTHERN_CYPRUS",
    "Case",
    "CaseSuffix",
    "Found",
    "Match",
    "MatchKind",
    "PlaceIndex",
    "PlacesMissing",
    "country_around",
    "country_name",
    "decide",
    "find_all",
    "find_in",
    "is_name_of",
    "look_up",
    "split_case",
    "suffix_of",
]
