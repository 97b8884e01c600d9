"""Where a script is at home: بيت لحم is rather Bethlehem in Palestine than the larger one in Pennsylvania."""

import unicodedata
from functools import lru_cache

_ARABIC = "AE AF BH DJ DZ EG EH IQ IR JO KM KW LB LY MA MR OM PK PS QA SA SD SO SY TD TN YE"
_CYRILLIC = "BA BG BY KG KZ ME MK MN RS RU TJ TM UA UZ XK"
_CHINESE = "CN HK MO SG TW"
# By the first word of Unicode's name for a letter; countries by ISO 3166-1, as CLDR has their languages and scripts.
_AT_HOME = {
    "ARABIC": _ARABIC,
    "ARMENIAN": "AM",
    "BENGALI": "BD IN",
    "CJK": f"{_CHINESE} JP",
    "CYRILLIC": _CYRILLIC,
    "DEVANAGARI": "IN NP",
    "ETHIOPIC": "ER ET",
    "GEORGIAN": "GE",
    "GREEK": "CY GR",
    "GUJARATI": "IN",
    "HANGUL": "KP KR",
    "HEBREW": "IL",
    "HIRAGANA": "JP",
    "KANNADA": "IN",
    "KATAKANA": "JP",
    "KHMER": "KH",
    "LAO": "LA",
    "MALAYALAM": "IN",
    "MYANMAR": "MM",
    "SINHALA": "LK",
    "TAMIL": "IN LK SG",
    "TELUGU": "IN",
    "THAI": "TH",
    "TIBETAN": "BT CN",
}


@lru_cache(maxsize=256)
def home_of_script(text: str) -> frozenset[str]:
    """The countries that write with the script of the first letter of ``text``; none for Latin letters."""
    letter = next((character for character in text if character.isalpha()), "")
    script = unicodedata.name(letter, "").partition(" ")[0] if letter and not letter.isascii() else ""
    return frozenset(_AT_HOME.get(script, "").split())
