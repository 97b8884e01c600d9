"""One way to compare what people write: without case, diacritics, punctuation or the Turkish dotless ı.

``fold("İstanbul") == fold("istanbul") == fold("ISTANBUL") == fold("ıstanbul")``. Names, aliases, commands and
searches are all compared in this form and in no other.
"""

import re
import unicodedata
from functools import lru_cache

_TURKISH = str.maketrans({"İ": "i", "I": "i", "ı": "i"})
_NOT_WORD = re.compile(r"[^0-9a-z]+")
_SIGNS = frozenset(("So", "Sk", "Cs"))  # emoji and the like, for which anyascii has names: ":grinning:"
_APOSTROPHES = re.compile("['’‘ʼ`´ʹ]")


@lru_cache(maxsize=4096)
def fold(text: str) -> str:
    """Lower-case ASCII words of ``text``, separated by one space each; an apostrophe leaves no trace.

    Other scripts are transliterated with anyascii ("Бишкек" → "bishkek"). May be empty ("…" → "").
    """
    text = unicodedata.normalize("NFKD", _APOSTROPHES.sub("", text).translate(_TURKISH)).casefold()
    text = "".join(character for character in text if not unicodedata.combining(character))
    if not text.isascii():
        text = "".join(" " if unicodedata.category(character) in _SIGNS else character for character in text)
    if not text.isascii():
        from anyascii import anyascii  # its tables are slow to load and rarely needed

        text = anyascii(text).lower()
    return _NOT_WORD.sub(" ", text).strip()


_SPELLED_ALIKE = str.maketrans({"ى": "ي", "ة": "ه", "ـ": None})  # Arabic letters that are typed for each other


@lru_cache(maxsize=4096)
def fold_marks(text: str) -> str:
    """``text`` without case, accents and vowel marks, in its own script: "Priština" → "pristina", "مَايو" → "مايو".

    For words of scripts in which a transliteration loses what tells them apart.
    """
    text = unicodedata.normalize("NFKD", _APOSTROPHES.sub("", text).translate(_SPELLED_ALIKE)).casefold()
    return "".join(character for character in text if not unicodedata.combining(character)).strip()
