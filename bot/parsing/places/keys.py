"""The form in which names of places are compared."""

import re
from functools import cache

from bot.folding import fold

OTHER_SCRIPT = "~"


def name_key(name: str) -> str:
    """``name`` folded; with "~" before it when it is in a script that Latin letters cannot be compared with."""
    folded = fold(name)
    if folded and not name.isascii() and _other_scripts().search(name):
        return OTHER_SCRIPT + folded.replace(" ", "")  # in which spaces come and go: أبو ظبي, أبوظبي
    return folded


@cache
def _other_scripts() -> re.Pattern[str]:
    """Scripts that leave vowels unwritten or write syllables: Hebrew to Burmese, Hangul to Mongolian, Chinese …

    What a transliteration makes of them ("tnt" for Tanta) must not meet words that were typed in Latin letters.
    """
    return re.compile("[\u0590-\u109f\u1100-\u1bff\u2e80-\ua4ff\uac00-\ud7ff\uf900-\ufaff\ufb1d-\ufdff\ufe70-\ufeff]")
