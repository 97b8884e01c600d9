"""What a place or a name becomes as a partner of a team, and the forms in which its name may stand in a text."""

import re
from collections.abc import Iterator

from bot.domain.country_labels import contested, shipped_label, shipped_labels
from bot.domain.partners import NewPartner
from bot.domain.places import Place, PlaceKind
from bot.domain.teams import Team
from bot.parsing.places import NORTHERN_CYPRUS, Case, CaseSuffix, split_case

_APOSTROPHE = re.compile("['’‘ʼ`´]")


def partner_at(place: Place, team: Team) -> NewPartner:
    """The partner that a place would become for a team, with the country line that the team starts with."""
    country = "KKTC" if team.country == "TR" and place.id in NORTHERN_CYPRUS else place.country
    label = shipped_label(team.country, country)
    if contested(team.country, place.id):  # never filled in
        country, label = None, ""
    names = dict(place.names)
    if label and place.kind is PlaceKind.COUNTRY:  # the country itself: the label is its name
        names |= shipped_labels(team.country, country)
        label = None
    return NewPartner(
        name=place.name,
        kind=place.kind,
        place_id=place.id,
        country=country,
        label=label,
        timezone=place.timezone,
        names=names,
    )


def written_partner(name: str, country: str | None, team: Team) -> NewPartner:
    """The partner that a name becomes which no gazetteer has, in a country or in none."""
    label = shipped_label(team.country, country) if country else None
    return NewPartner(name, PlaceKind.REGION, country=country or None, label=label)


def readings_of(name: str) -> Iterator[tuple[str, Case | None]]:
    """The name as it stands, and its stems. Folded, "Tiran'a" is "tirana": a marked stem comes before the whole."""
    if marked := marked_case(name):
        yield marked.stem, marked.case
    yield name, None
    for reading in split_case(name):
        if reading != marked:
            yield reading.stem, reading.case


def marked_case(text: str) -> CaseSuffix | None:
    """ "San Jose" and its case, of "San Jose'den"; None where no apostrophe marks a suffix."""
    if not _APOSTROPHE.search(text):
        return None
    return next((reading for reading in split_case(text) if reading.marked), None)
