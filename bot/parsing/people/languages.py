"""The languages that somebody speaks, as a desk writes them: "speaks English and French", "İngilizce biliyor".

Names come from CLDR in the languages of the product, and a few that people write in their own language.
"""

import re
from functools import lru_cache

from bot.folding import fold
from bot.i18n import CLDR_LOCALES
from bot.parsing.words import word_set

_OTHER_NAMES = {
    "english": "en", "deutsch": "de", "francais": "fr", "espanol": "es", "italiano": "it", "shqip": "sq",
    "turkce": "tr", "srpski": "sr", "hrvatski": "hr", "bosanski": "bs", "portugues": "pt",
    "nederlands": "nl", "flemish": "nl", "mandarin": "zh", "farsi": "fa", "azeri": "az", "azerice": "az",
    "azerbaijani": "az", "slovene": "sl", "englisch": "en", "franzosisch": "fr", "turkisch": "tr",
    "anglisht": "en", "frengjisht": "fr", "turqisht": "tr",
}  # fmt: skip
_FILLERS = word_set(
    """and ve und dhe et a little some basic fluent fluently good very native also speaks speak speaking
    speaker spoken knows language languages well biraz iyi cok akici orta duzeyde duzey seviye seviyesi
    ileri ana dili anadili temel az biliyor bilir konusuyor konusur level intermediate advanced mother
    tongue c1 c2 b1 b2 a1 a2"""
)
_STATED = re.compile(
    r"^(?:speaks?|fluent in|knows|spricht|flet)\b|\b(?:speaker|speaking|biliyor|bilir|konuşuyor|konuşur)$",
    re.IGNORECASE,
)
_SPLIT = re.compile(r"[^\w'’]+")
_MOST_WORDS = 24


@lru_cache(maxsize=1)
def _codes() -> dict[str, str]:
    """ISO 639-1 codes by folded name."""
    from babel import Locale

    codes = dict(_OTHER_NAMES)
    for locale in CLDR_LOCALES.values():
        for code, name in Locale.parse(locale).languages.items():
            if len(code) == 2:
                codes.setdefault(fold(name), code)
    return codes


def is_stated(text: str) -> bool:
    """Whether ``text`` says that somebody speaks something ("speaks …", "… biliyor")."""
    return bool(_STATED.search(text))


def only_languages(text: str, *, with_codes: bool = False) -> tuple[str, ...]:
    """The languages of a text that is nothing but languages ("fluent English", "İngilizce ve Fransızca"), else ()."""
    codes, others = _read(text, with_codes=with_codes)
    return () if others else codes


def languages_in(text: str) -> tuple[str, ...]:
    """The languages of a text that was labelled as such; ISO codes are understood too, other words are not minded."""
    return _read(text, with_codes=True)[0]


def _read(text: str, *, with_codes: bool) -> tuple[tuple[str, ...], bool]:
    words = [fold(word) for word in _SPLIT.split(text) if fold(word)]
    if len(words) > _MOST_WORDS:
        return (), True
    names = _codes()
    found: list[str] = []
    others = False
    while words:
        code = names.get(" ".join(words[:2])) if len(words) > 1 else None
        taken = 2 if code else 1
        word = words[0]
        code = code or names.get(word) or (word if with_codes and len(word) == 2 and word in names.values() else None)
        if code:
            found.append(code)
        else:
            others = others or word not in _FILLERS
        words = words[taken:]
    return tuple(dict.fromkeys(found)), others
