"""``/team timezone Istanbul``: a zone by its name, or by that of a city."""

from collections.abc import Mapping
from dataclasses import dataclass
from functools import lru_cache

from bot.domain.places import Place
from bot.errors import BotError
from bot.i18n import N_
from bot.parsing.context import Context
from bot.parsing.pieces import unquote
from bot.parsing.places import look_up
from bot.parsing.places.schema import Feature
from bot.storage.partners import find_by_place

_LARGE = 100_000
"""Inhabitants from which a city is meant by its name alone."""


class NotATimezone(BotError):
    """No time zone has this name, and no city."""

    text = N_("“{text}” is no time zone. Nothing was changed.")
    advice = N_(
        "Write a city or the zone's name, for example: /team timezone Istanbul, /team timezone Europe/Istanbul."
    )


@dataclass(frozen=True, slots=True)
class SetTimezone:
    """An IANA name."""

    timezone: str


def read_timezone(text: str, context: Context) -> str:
    """An IANA name, by itself or as that of a well-known city. Raises ``NotATimezone``."""
    if zone := _zones().get("_".join(text.split()).lower()):
        return zone
    place = look_up(
        context.partners.places, unquote(text), language=context.language, home_country=context.team.country
    )
    if place is None or place.timezone is None or not _surely_meant(place, text, context):
        raise NotATimezone(text=text[:60])
    return place.timezone


def _surely_meant(place: Place, text: str, context: Context) -> bool:
    """Whether a city is no chance namesake: large, a capital, our own or a partner; "Mars" is in Pennsylvania."""
    row = context.partners.places.row(place.id)
    return (
        place.population >= _LARGE
        or (row is not None and row.feature == Feature.CAPITAL)
        or place.id in (context.team.home_place_id, text.strip())
        or find_by_place(context.partners.db, context.team.id, place.id) is not None
    )


@lru_cache(maxsize=1)
def _zones() -> Mapping[str, str]:
    from zoneinfo import available_timezones  # looks through many files

    return {name.lower(): name for name in available_timezones()}
