"""Countries by name: for cards at run time, for the index when it is built. All names are CLDR's, through Babel."""

from collections.abc import Iterable, Iterator
from functools import lru_cache
from typing import TYPE_CHECKING

from bot.i18n import CLDR_LOCALES, LANGUAGES

if TYPE_CHECKING:
    from babel import Locale

KKTC = "KKTC"
# CLDR has no code for it; the names are those that the country's own and Türkiye's authorities use.
_KKTC_NAMES = {"en": "Turkish Republic of Northern Cyprus", "tr": "KKTC"}

# In which people paste names: kept like alternate names, after those in English, Turkish and the endonyms.
OTHER_LANGUAGES = tuple(
    (
        "ar az bg bs cs da de el es fa fi fr he hr hu hy it ja ka kk ko ky mk "
        "mn nb nl pl pt ro ru sk sl sq sr sv tk uk uz zh"
    ).split()
)


def country_name(code: str, language: str = "en") -> str:
    """The name of a country for a card: "AL", "tr" → "Arnavutluk"; "KKTC" → its own; an unknown code as it is."""
    if code == KKTC:
        return _KKTC_NAMES.get(language, _KKTC_NAMES["en"])
    name: str = _locale(CLDR_LOCALES.get(language, CLDR_LOCALES["en"])).territories.get(code, code)
    return name


def first_names(code: str, languages: str) -> Iterator[tuple[str, str]]:
    """(language, name) of a country in the languages of the product and in its own.

    ``languages`` is GeoNames' list, e.g. "tr-TR,ku,diq"; the first four are taken.
    """
    if code == KKTC:
        yield from _KKTC_NAMES.items()
        return
    for language in LANGUAGES:
        yield language, country_name(code, language)
    yield from _names(code, (part.partition("-")[0] for part in languages.split(",")[:4]))


def other_names(code: str) -> Iterator[tuple[str, str]]:
    """(language, name) of a country in the other languages that partners write in."""
    yield from _names(code, OTHER_LANGUAGES)


def _names(code: str, languages: Iterable[str]) -> Iterator[tuple[str, str]]:
    from babel import UnknownLocaleError

    for language in languages:
        try:
            name = _locale(language).territories.get(code)
        except (UnknownLocaleError, ValueError):  # GeoNames lists languages that CLDR does not know yet
            continue
        if name:
            yield language, name


@lru_cache(maxsize=128)
def _locale(identifier: str) -> "Locale":
    from babel import Locale  # slow to import, and needed for few cards

    return Locale.parse(identifier)
