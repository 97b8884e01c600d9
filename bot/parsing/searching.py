"""``/find TEXT [#theme] [page N]``: the words that must occur, each with the stems that it may be a form of."""

from dataclasses import dataclass

from bot.domain.partners import Partner
from bot.errors import Question
from bot.folding import fold
from bot.i18n import N_
from bot.parsing.context import Context
from bot.parsing.pages import cut_page
from bot.parsing.pieces import Pieces
from bot.parsing.places import split_case
from bot.parsing.themes import cut_themes

_SHORTEST_STEM = 3


class FindWhat(Question):
    """Nothing to look for."""

    field = "text"
    text = N_("What should I look for? For example: tirana waste.")


@dataclass(frozen=True, slots=True)
class Find:
    """``words`` has for each word its folded forms, as typed first; ``partner`` is set where the text names one.

    ``themes`` are as typed.
    """

    text: str
    words: tuple[tuple[str, ...], ...]
    partner: Partner | None = None
    page: int = 1
    themes: tuple[str, ...] = ()


def read_find(text: str, context: Context) -> Find:
    """Raises ``FindWhat``."""
    text, page = cut_page(text)
    named = context.partners.known(text) if text else None
    partner = named.partner if named and isinstance(named.partner, Partner) else None
    pieces = Pieces(text)
    themes = cut_themes(pieces)
    words = tuple(forms for word in pieces.rest().split() for forms in word_forms(word))
    if not words and not themes:
        raise FindWhat(hole=(0, len(text)))
    return Find(text, words, partner, page, themes)


def word_forms(word: str) -> tuple[tuple[str, ...], ...]:
    """For each folded word in ``word``, what to look for: itself, then its stems: "atıktan" → atiktan, atik."""
    folded = fold(word).split()
    if len(folded) != 1:  # "solid-waste" is two
        return tuple((part,) for part in folded)
    stems = (fold(reading.stem) for reading in split_case(word.strip('.,;:!?"“”()')))
    longest_first = sorted((stem for stem in stems if len(stem) >= _SHORTEST_STEM), key=len, reverse=True)
    return (tuple(dict.fromkeys([folded[0], *longest_first])),)
