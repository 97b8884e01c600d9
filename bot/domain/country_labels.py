"""Which country a card names. A label can be an incident, so the desk has the last word.

The order: what the team has set for the partner, what ships for the team's country, the gazetteer's country.
"""

from collections.abc import Mapping

LABELS_BY_COUNTRY: Mapping[str, Mapping[str, str]] = {
    "TR": {"PS": "Filistin"},
}
"""Labels that ship for teams of a country: {team's country: {partner's country: label}}.

CLDR calls PS "Filistin Bölgeleri"; desks in Türkiye write Filistin.
"""

CONTESTED: Mapping[str, Mapping[str, tuple[str, ...]]] = {
    "TR": {"geo:281184": ("PS", "IL", "")},
}
"""Places whose country is asked, never filled in: {team's country: {place id: codes to choose from}}; "" is none.

geo:281184 is Jerusalem (Kudüs).
"""


def shipped_label(team_country: str | None, country: str | None) -> str | None:
    """The label that ships for a partner's ``country`` in a team of ``team_country``; None means CLDR's name."""
    return LABELS_BY_COUNTRY.get(team_country or "", {}).get(country or "")


def contested(team_country: str | None, place_id: str | None) -> tuple[str, ...]:
    """The country codes to choose from for a place that is asked; empty for all others."""
    return CONTESTED.get(team_country or "", {}).get(place_id or "", ())
