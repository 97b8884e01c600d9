"""``/log visit [from|to] PARTNER DATE [kind] [: purpose] [#theme …] [+N | N people] [with NAME, …]``, in any order."""

import re
from dataclasses import dataclass

from bot.domain.partners import PartnerRef
from bot.domain.periods import Period
from bot.domain.visits import Direction, Visit
from bot.errors import MissingDate, Question
from bot.folding import fold
from bot.i18n import N_
from bot.parsing.context import Context
from bot.parsing.dates import find_date
from bot.parsing.delegation import find_names, find_people
from bot.parsing.partners import Named
from bot.parsing.pieces import Pieces, unquote
from bot.parsing.places import Case
from bot.parsing.themes import cut_themes
from bot.parsing.vocabulary import DIRECTIONS, VISIT_KINDS, cut_meaning

COLON = re.compile(r"(?<!\bgeo)(?<!\bcountry)(?<!\bown)(?<!\bnew)(?<!\bpartner)(?:(?<!\d):|:(?!\d))(?!//)")
"""A colon of a sentence, not of a reference, a time or an address."""
PURPOSE = re.compile(rf"{COLON.pattern}|\n")
"""Where the head of a line ends and free text begins: a colon or a line break."""

_FILLERS = frozenset(
    (
        "a an the visit delegation of in on at by and group team mission their our "
        "heyet heyeti heyetinin ziyaret ziyareti ziyaretimiz bir ve icin tarihinde tarihli gunu yapildi yapilacak ile"
    ).split()
)
_DIRECTION_CASES = {Case.ABLATIVE: Direction.INCOMING, Case.DATIVE: Direction.OUTGOING}


class MissingPartner(Question):
    """No partner was named."""

    field = "partner"
    text = N_("Which city? For example: Tirana.")


@dataclass(frozen=True, slots=True)
class LogVisit:
    """What ``/log visit`` was given. ``period`` None is "undated", which was stated."""

    partner: PartnerRef
    period: Period | None
    visit: Visit
    themes: tuple[str, ...]


def read_visit(text: str, context: Context) -> LogVisit:
    """Read the arguments. Raises what dates and places raise, ``MissingPartner`` and ``MissingDate``."""
    pieces = Pieces(text)
    themes = cut_themes(pieces)
    free = PURPOSE.search(pieces.left)
    hole = free and (free.start(), free.start())  # what is missing is put in before the purpose
    purpose = cut_free_text(pieces)
    people = None
    if found_people := find_people(pieces.left):
        people, span = found_people
        pieces.cut(*span)
    elif found_people := find_people(purpose):
        purpose, people = _without_people(purpose, found_people)
    participants: tuple[str, ...] = ()
    if found_names := find_names(pieces.left):
        participants, span = found_names
        pieces.cut(*span)
    dated = find_date(pieces.left, context.dates)
    if dated:
        pieces.cut(*dated.span)
    kind = cut_meaning(pieces, VISIT_KINDS)
    direction = cut_meaning(pieces, DIRECTIONS)
    try:
        named, left_over = cut_partner(pieces, context)
    except MissingPartner as question:
        question.hole = hole
        raise
    direction = direction or (_DIRECTION_CASES.get(named.case) if named.case else None)
    if dated is None:
        raise MissingDate(hole=hole)
    visit = Visit(
        direction=direction,
        kind=kind,
        purpose=purpose or left_over,
        people=people,
        participants=participants,
    )
    return LogVisit(named.partner, dated.period, visit, themes)


def cut_free_text(pieces: Pieces) -> str:
    """Take everything from the first colon or line break on out of the text."""
    found = PURPOSE.search(pieces.left)
    if not found:
        return ""
    free = pieces.left[found.end() :]
    pieces.cut(found.start(), len(pieces.text))
    return unquote(" ".join(Pieces(free).rest().split()))


def _without_people(purpose: str, found: tuple[int, tuple[int, int]]) -> tuple[str, int | None]:
    """A number of people that ends the purpose after a comma is the delegation's; any other belongs to the purpose."""
    people, (start, end) = found
    before, after = purpose[:start].rstrip(), purpose[end:].strip(" .")
    if after or not before.endswith((",", ";")):
        return purpose, None
    return before.rstrip(" ,;"), people


def cut_partner(pieces: Pieces, context: Context) -> tuple[Named, str]:
    """Take the partner out of what is left; the partner, and the words that stood beside it.

    Raises ``MissingPartner``, ``UnknownPlace`` and what a name with several readings raises.
    """
    fragments = pieces.fragments()
    words = [(start, end) for start, end in fragments if _without_fillers(pieces.text[start:end])]
    if not words:
        raise MissingPartner()
    start, end = words[0]
    if len(words) == 1 and (found := _whole(pieces.text[start:end], (start, end), context)):
        pieces.cut(start, end)
        return found, ""
    if inside := context.partners.find_in(pieces.left):
        named, span = inside
        pieces.cut(*span)
        return named, _without_fillers(pieces.rest())
    return context.partners.need(unquote(pieces.text[start:end]), (start, end)), ""


def _whole(text: str, hole: tuple[int, int], context: Context) -> Named | None:
    try:
        return context.partners.find(unquote(text))
    except Question as question:
        question.hole = hole
        raise


def _without_fillers(text: str) -> str:
    return " ".join(word for word in text.split() if fold(word) not in _FILLERS)
