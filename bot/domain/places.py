"""A place of the gazetteer, as values: a city, or a whole country (real partners are both)."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from enum import StrEnum


class PlaceKind(StrEnum):
    """What sort of place it is; REGION is a province, district or region."""

    CITY = "city"
    COUNTRY = "country"
    REGION = "region"


@dataclass(frozen=True, slots=True)
class Place:
    """One place.

    ``id`` is stable: "geo:3183875" (a GeoNames id), "country:AL" (ISO 3166-1 alpha-2) or "country:KKTC".
    ``name`` is the international name; ``names`` has it by language ("tr" → "Tiran") where known.
    ``country`` is an ISO code, or "KKTC". Degrees are WGS 84; ``timezone`` is an IANA name.
    ``region`` is a state's or province's letters where people write them ("NH"); in Türkiye the province, only where
    namesakes have to be told apart, as ``around``, elsewhere: the largest city of the region in which the place is.
    """

    id: str
    kind: PlaceKind
    name: str
    country: str | None
    names: Mapping[str, str] = field(default_factory=dict, hash=False)
    latitude: float | None = None
    longitude: float | None = None
    timezone: str | None = None
    population: int = 0
    region: str | None = None
    around: str | None = None

    def name_in(self, language: str) -> str:
        """Its name in ``language`` ("en", "tr"), else the international one."""
        return self.names.get(language, self.name)
