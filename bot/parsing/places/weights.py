"""How much a name counts for a place. Computed when the index is built, but for the reader's language and home.

Countries first, then by population. A name that is not the place's own in the reader's language (an alternate name)
counts a tenth, a capital and a curated alias three times, and a place's own name also by the number of languages that
have one for it, which tells Barcelona in Spain (83 names) from the one in Venezuela (29).
"""

from bot.parsing.places.schema import Feature, How

COUNTRY = 10_000_000_000  # more than any city: a country's name means the country
AT_HOME = 2.0  # a place of the team's own country, by its own name
NATIVE = 5.0  # a name in the script of the place's country
SPELLED = 20.0  # a name that was typed with its own letters beyond ASCII, which most people leave out
AROUND = 0.00001  # a city, where words beside its name are unknown: rather a longer name with a typo
UNMARKED_SUFFIX = 0.1  # without an apostrophe it is a guess that an ending is one: "Bari" is rarely "Bar'ı"
CLEARLY = 5.0  # so many times as likely as the next: taken silently
NEGLIGIBLE = 50.0  # so many times less likely than the first: not offered
WELL_KNOWN = 100_000.0  # from here on an exact name needs no second reading as an inflected one
SHORT = 3  # letters: abbreviations are words before they are places
FAMOUS = 1_000_000.0  # a word that is also an ordinary one must weigh this much to be a place in a phrase
NOTABLE = 50_000.0  # a lone lower-case word in a phrase must weigh this much to be taken for a place

_MISTAKES = (1.0, 0.02, 0.00002)  # a second mistake is a thousand times less likely than one
_OTHER_INITIAL = 0.05  # people rarely miss the first letter
_SMALLEST = 500  # villages of unknown population
_TENTH = 0.1
_CAPITAL = 3
_CURATED = 3
_NAMES_FOR_DOUBLE = 5  # names in other languages that count as much as the population alone
_ALTERNATE_FAME = 3  # what fame counts under a name that may belong to another language


def own_weight(feature: Feature, how: How, population: int, names: int) -> int:
    """The weight of a name for a reader in whose language it is; ``names`` is how many the place has."""
    if how is How.COUNTRY:
        return COUNTRY
    if how is How.ALTERNATE:
        return foreign_weight(feature, population)
    weight = max(population, _SMALLEST) * (1 + names / _NAMES_FOR_DOUBLE)
    if how is How.ALIAS:
        weight *= _CURATED
    return round(weight * (_CAPITAL if feature is Feature.CAPITAL else 1))


def foreign_weight(feature: int, population: int) -> int:
    """The weight of a name that may belong to another language than the reader's."""
    weight = max(population, _SMALLEST) * _TENTH * _ALTERNATE_FAME
    return round(weight * (_CAPITAL if feature == Feature.CAPITAL else 1))


def mistyped_weight(typed: str, name: str, mistakes: int) -> float:
    """The factor for taking ``typed`` for ``name`` with so many mistakes; both folded."""
    return _MISTAKES[mistakes] * (1.0 if typed[0] == name[0] else _OTHER_INITIAL)
