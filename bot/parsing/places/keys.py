"""The form in which names of places are compared."""

import re

from bot.folding import fold

# Scripts that leave vowels unwritten or write syllables: Hebrew to Burmese, Hangul to Mongolian, Chinese, Japanese …
# What a transliteration makes of them ("tnt" for Tanta) must not meet words that were typed in Latin letters.
_OTHER_SCRIPTS = re.compile(
    "[\u0590-\u109f\u1100-\u1bff\u2e80-\ua4ff\uac00-\ud7ff\uf900-\ufaff\ufb1d-\ufdff\ufe70-\ufeff]"
)
OTHER_SCRIPT = "~"


def name_key(name: str) -> str:
    """``name`` folded; with "~" before it when it is in a script that Latin letters cannot be compared with."""
    folded = fold(name)
    return f"{OTHER_SCRIPT}{folded}" if folded and _OTHER_SCRIPTS.search(name) else folded
