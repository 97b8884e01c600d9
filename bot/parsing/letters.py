"""``/log letter to|from PARTNER: occasion DATE``; ``/mektup üsküp'e: millî gün kutlaması 2 ağustos``."""

from dataclasses import dataclass
from datetime import timedelta

from bot.domain.letters import Letter, LetterKind
from bot.domain.partners import PartnerRef
from bot.domain.periods import Period
from bot.domain.visits import Direction
from bot.errors import Choice, Question
from bot.folding import fold
from bot.i18n import N_
from bot.parsing.context import Context
from bot.parsing.counterparts import FromWhom, cut_counterpart
from bot.parsing.dates import find_date
from bot.parsing.pieces import Pieces, unquote
from bot.parsing.themes import cut_themes
from bot.parsing.vocabulary import cut_meaning

_KINDS = (
    (("congratulat", "kutla", "tebrik", "felicitation"), LetterKind.CONGRATULATION),
    (("condolence", "taziye", "bassagligi", "basin sag", "gecmis olsun"), LetterKind.CONDOLENCE),
    (("thank", "tesekkur"), LetterKind.THANKS),
)
"""The beginnings of words, folded, that tell the kind of a letter."""


_DIRECTIONS = {
    **dict.fromkeys(("incoming", "received", "gelen"), Direction.INCOMING),
    **dict.fromkeys(("outgoing", "sent", "giden", "gonderilen"), Direction.OUTGOING),
}


class SentOrReceived(Question):
    """It is not said who wrote to whom."""

    field = "direction"
    text = N_("Was the letter sent, or received?")


class MissingLetterDate(Question):
    """A letter without a day."""

    field = "date"
    text = N_("Of which day is the letter? For example: 2 August 2026, undated.")


@dataclass(frozen=True, slots=True)
class LogLetter:
    """What ``/log letter`` was given. ``period`` None is "undated", which was stated."""

    letter: Letter
    partner: PartnerRef
    period: Period | None
    themes: tuple[str, ...] = ()


def read_letter(text: str, context: Context) -> LogLetter:
    """Read the arguments. Raises ``FromWhom``, ``SentOrReceived``, ``MissingLetterDate``, and what dates and places
    raise."""
    pieces = Pieces(text)
    themes = cut_themes(pieces)
    stated = cut_meaning(pieces, _DIRECTIONS)
    counterpart = cut_counterpart(pieces, context)
    if counterpart.partner is None:
        raise FromWhom(hole=(0, max(text.find(":"), 0)))
    dated = find_date(pieces.left, context.dates)
    if dated:
        pieces.cut(*dated.span)
    occasion = unquote(" ".join(filter(None, [counterpart.who, *pieces.rest().split()])))
    direction = stated or counterpart.direction
    if direction is None:
        choices = [Choice(N_("Sent"), "to "), Choice(N_("Received"), "from ")]
        raise SentOrReceived(hole=(0, 0), choices=choices)
    if dated is None:
        today = context.dates.today
        days = [today, today - timedelta(days=1)]
        raise MissingLetterDate(choices=[Choice(day, day.isoformat()) for day in days])
    letter = Letter(direction=direction, occasion=occasion, kind=kind_of(occasion))
    return LogLetter(letter, counterpart.partner, dated.period, themes)


def kind_of(occasion: str) -> LetterKind | None:
    """What an occasion tells of the kind of its letter."""
    folded = f" {fold(occasion)}"
    return next((kind for heads, kind in _KINDS if any(f" {head}" in folded for head in heads)), None)
