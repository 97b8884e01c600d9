"""Who came to whom, in words."""

from bot.domain.reciprocity import Sides
from bot.i18n import Translator


def sides_words(sides: Sides, t: Translator) -> str:
    """ "they came 3×, we went 1×, 2 not said"."""
    words = t("they came {incoming}×, we went {outgoing}×", incoming=sides.incoming, outgoing=sides.outgoing)
    return words + ", " + t("{n} not said", n=sides.unsaid) if sides.unsaid else words
