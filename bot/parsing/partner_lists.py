"""Partners in a row: "with Tirana, Skopje and Essen", "ortaklar: Tiran, Üsküp", "Tiran ve Üsküp ile".

They count only if every name is one, without a question: "with good results" stays where it is.
"""

import re

from bot.domain.partners import PartnerRef
from bot.domain.places import PlaceKind
from bot.parsing.context import Context
from bot.parsing.pieces import CUT, Pieces
from bot.parsing.sides import Side, sure_side

_WITH = re.compile(r"\b(?:in (?:cooperation|partnership) with|with|partners? ?:|ortak(?:lar)? ?:)\s*", re.IGNORECASE)
_ILE = re.compile(rf"\s+ile(?: birlikte)?(?=[\s,;.]*(?:{CUT}|$))", re.IGNORECASE)
_BETWEEN = re.compile(r"\s*[,;&]\s*(?:(?:and|ve)\s+)?|\s+(?:and|ve)\s+")
_EDGES = f" \t\n,;.{CUT}"
_MOST_LISTS = 5
_MOST_NAMES = 40
_LONGEST = 4  # words of a name before "ile", where nothing shows its beginning


def cut_partners(pieces: Pieces, context: Context) -> tuple[PartnerRef, ...]:
    """Take the partners out of what is left; () where there are none. Our own city is not one of them."""
    for match in list(_WITH.finditer(pieces.left))[: -_MOST_LISTS - 1 : -1]:
        end = pieces.left.find(CUT, match.end())
        end = len(pieces.left) if end < 0 else end
        if sides := _every(pieces.left[match.end() : end].strip(_EDGES), context):
            pieces.cut(match.start(), end)
            return _partners(sides)
    for match in _ILE.finditer(pieces.left):
        begin = pieces.left.rfind(CUT, 0, match.start()) + 1
        if before := _before(pieces.left[begin : match.start()], context):
            start, sides = before
            pieces.cut(begin + start, match.end())
            return _partners(sides)
    return ()


def read_partners(text: str, context: Context) -> tuple[PartnerRef, ...]:
    """The partners of a list that is nothing but names; () where a name is none, or not one alone."""
    return _partners(_every(text, context))


def _every(text: str, context: Context) -> list[Side]:
    """The sides of a list that is nothing but names, else []."""
    sides: list[Side] = []
    names = [name for name in _BETWEEN.split(text) if name.strip()]
    if len(names) > _MOST_NAMES:
        return []
    for at, name in enumerate(names):
        side = sure_side(name, context)
        if side is None:
            return []
        if at and (inside := _inside(names[at - 1], side, context)):
            sides[-1] = inside
        else:
            sides.append(side)
    return sides


def _before(text: str, context: Context) -> tuple[int, list[Side]] | None:
    """The names at the end of ``text``, and where they begin: only the words of the first may follow others."""
    sides: list[Side] = []
    begins = len(text)
    for separator in [*reversed(list(_BETWEEN.finditer(text))), None]:
        at = separator.end() if separator else 0
        name = text[at:begins].strip()
        if side := sure_side(name, context):
            sides.insert(0, side)
            first = at + (len(text[at:begins]) - len(text[at:begins].lstrip()))
            begins = separator.start() if separator else 0
            continue
        words = list(re.finditer(r"\S+", text[at:begins]))
        for size in range(min(_LONGEST, len(words) - 1), 0, -1):
            start = at + words[-size].start()
            if side := sure_side(text[start:begins].strip(), context):
                return start, [side, *sides]
        break
    return (first, sides) if sides else None


def _inside(name: str, side: Side, context: Context) -> Side | None:
    """ "Tirana, Albania" is one place."""
    country = side.partner
    if country is None or country.kind is not PlaceKind.COUNTRY:
        return None
    inside = sure_side(f"{name}, {country.name}", context)
    return inside if inside and inside.partner and inside.partner.country == country.country else None


def _partners(sides: list[Side]) -> tuple[PartnerRef, ...]:
    return tuple(dict.fromkeys(side.partner for side in sides if side.partner))
