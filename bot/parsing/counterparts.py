"""With whom a gift or a letter was exchanged: "from Skopje", "üsküp'e", "from the mayor of Skopje", "valiliğe".

A partner where one is named; else the words as they were typed.
"""

import re
from dataclasses import dataclass

from bot.domain.partners import PartnerRef
from bot.domain.visits import Direction
from bot.errors import Question
from bot.folding import fold
from bot.i18n import N_
from bot.parsing.context import Context
from bot.parsing.partner_lookup import closest_partners
from bot.parsing.pieces import CUT, Pieces, unquote
from bot.parsing.places import Case, split_case
from bot.parsing.visits import COLON

_ARROW = re.compile(r"^\s*(?P<arrow>from|to)\b\s*", re.IGNORECASE)
_BY = re.compile(r"\s+(?:tarafından|tarafindan)\s*$", re.IGNORECASE)
_ARROWS = {"from": Direction.INCOMING, "to": Direction.OUTGOING}
_CASES = {Case.ABLATIVE: Direction.INCOMING, Case.DATIVE: Direction.OUTGOING}
_LONGEST = 80


class FromWhom(Question):
    """Nobody is named."""

    field = "partner"
    text = N_("Who is it from, or to? For example: from Skopje.")


@dataclass(frozen=True, slots=True)
class Counterpart:
    """``partner`` is set where one is named; ``who`` is what was typed, where that is more than the partner."""

    partner: PartnerRef | None
    who: str
    direction: Direction | None


def cut_counterpart(pieces: Pieces, context: Context, *, others: bool = False) -> Counterpart:
    """Take out whom the text names before its colon; without one, the partner that is named in it.

    With ``others`` a word that no place and no partner is like stays as it is: "valiliğe". Raises ``FromWhom`` and, for
    a name with several readings, what places raise.
    """
    colon = COLON.search(pieces.left)
    if colon is None:
        return _inside(pieces, context)
    start, end = _trimmed(pieces.left, 0, colon.start())
    arrow = _ARROW.match(pieces.left[start:end])
    direction = _ARROWS[arrow["arrow"].lower()] if arrow else None
    if arrow:
        start += arrow.end()
    named = _name(pieces.left[start:end].replace(CUT, " "), (start, end), context, others)
    pieces.cut(0, colon.end())
    return Counterpart(named.partner, named.who, direction or named.direction)


def _inside(pieces: Pieces, context: Context) -> Counterpart:
    start = next((begins for begins, _ in pieces.fragments()), 0)
    arrow = _ARROW.match(pieces.left[start:])
    direction = _ARROWS[arrow["arrow"].lower()] if arrow else None
    if arrow:
        pieces.cut(start, start + arrow.end())
    found = context.partners.find_in(pieces.left)
    if found is None:
        raise FromWhom(hole=(start, start) if pieces.text.strip() else None)
    pieces.cut(*found[1])
    by_case = _CASES.get(found[0].case) if found[0].case else None
    return Counterpart(found[0].partner, "", direction or by_case)


def _name(text: str, span: tuple[int, int], context: Context, others: bool) -> Counterpart:
    by = _BY.search(text)
    direction = Direction.INCOMING if by else None
    name = unquote(text[: by.start()] if by else text).strip(" ,;")
    if not fold(name):
        raise FromWhom(hole=span)
    if len(name.split()) == 1 or context.partners.certain(name):
        try:
            known = not others or context.partners.look_up(name) or closest_partners(name, context)
            named = context.partners.find(name) if known else None
        except Question as question:
            question.hole = span
            raise
        if named:
            return Counterpart(named.partner, "", direction or (_CASES.get(named.case) if named.case else None))
    try:
        inside = context.partners.find_in(name)
    except Question:  # which one was meant is not worth a question: the words are kept
        inside = None
    reading = next((one for one in split_case(name) if one.case in _CASES), None)
    direction = direction or (_CASES.get(reading.case) if reading and reading.case else None)
    return Counterpart(inside[0].partner if inside else None, name[:_LONGEST], direction)


def _trimmed(text: str, start: int, end: int) -> tuple[int, int]:
    while start < end and text[start] in f" \t\n,;{CUT}":
        start += 1
    while end > start and text[end - 1] in f" \t\n,;{CUT}":
        end -= 1
    return start, end
