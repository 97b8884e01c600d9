"""A partner of the team: mostly a city, but real partners are also districts, regions and whole countries."""

from collections.abc import Mapping
from dataclasses import dataclass, field

from bot.domain.places import PlaceKind


@dataclass(frozen=True, slots=True)
class Partner:
    """``place_id`` ties it to the gazetteer, if it is there; ``names`` has its name by language where they differ.

    ``label`` is the country line that the desk has set for it; None means the usual one (see ``country_labels``).
    ``spelling`` is not stored: it is what a person had typed before choosing this partner, which the team learns.
    """

    id: int
    name: str
    kind: PlaceKind
    place_id: str | None = None
    country: str | None = None
    label: str | None = None
    timezone: str | None = None
    names: Mapping[str, str] = field(default_factory=dict, hash=False)
    spelling: str = field(default="", compare=False)

    def name_in(self, language: str) -> str:
        """Its name in ``language``, else the international one."""
        return self.names.get(language, self.name)


@dataclass(frozen=True, slots=True)
class NewPartner:
    """A place that the team has no partner for yet: it becomes one with the record that names it.

    ``place_id`` is None for a name that the gazetteer does not know and the person has confirmed. ``spelling`` is as
    in ``Partner``.
    """

    name: str
    kind: PlaceKind
    place_id: str | None = None
    country: str | None = None
    label: str | None = None
    timezone: str | None = None
    names: Mapping[str, str] = field(default_factory=dict, hash=False)
    spelling: str = field(default="", compare=False)

    def name_in(self, language: str) -> str:
        """Its name in ``language``, else the international one."""
        return self.names.get(language, self.name)


PartnerRef = Partner | NewPartner
"""A partner, stored or about to be."""
