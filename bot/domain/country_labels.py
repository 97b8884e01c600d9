"""Which country a card names. A label can be an incident, so the desk has the last word.

The order: what the team has set for the partner, what ships for the team's country, the gazetteer's country.
"""

from collections.abc import Mapping

LABELS_BY_COUNTRY: Mapping[str, Mapping[str, Mapping[str, str]]] = {
    "TR": {"PS": {"tr": "Filistin", "en": "Palestine"}},
}
"""Labels that ship for teams of a country: {team's country: {partner's country: {language: label}}}.

The first of them is the one that is stored; cards show the reader's. CLDR calls PS "Filistin Bölgeleri"; desks in
Türkiye write Filistin.
"""

CONTESTED: Mapping[str, Mapping[str, tuple[str, ...]]] = {
    "TR": {"geo:281184": ("PS", "IL", "")},
}
"""Places whose country is asked, never filled in: {team's country: {place id: codes to choose from}}; "" is none.

geo:281184 is Jerusalem (Kudüs).
"""


def shipped_labels(team_country: str | None, country: str | None) -> Mapping[str, str]:
    """By language, what ships for a partner's ``country`` in a team of ``team_country``; empty means CLDR's name."""
    return LABELS_BY_COUNTRY.get(team_country or "", {}).get(country or "", {})


def shipped_label(team_country: str | None, country: str | None) -> str | None:
    """As it is stored; None means CLDR's name."""
    return next(iter(shipped_labels(team_country, country).values()), None)


def label_in(language: str, country: str | None, label: str) -> str:
    """A stored label for a reader: one that ships is in their language, one that the desk wrote is as it stands."""
    for labels in (by_country.get(country or "", {}) for by_country in LABELS_BY_COUNTRY.values()):
        if labels and label == next(iter(labels.values())):
            return labels.get(language, label)
    return label


def contested(team_country: str | None, place_id: str | None) -> tuple[str, ...]:
    """The country codes to choose from for a place that is asked; empty for all others."""
    return CONTESTED.get(team_country or "", {}).get(place_id or "", ())
