"""Our own city as one end of a journey: "from Ankara to Tirana", "Tirana to Ankara", "Ankara'dan Bakü'ye"."""

import re
from collections.abc import Iterator

from bot.domain.visits import Direction
from bot.folding import fold
from bot.parsing.context import Context
from bot.parsing.pieces import Pieces
from bot.parsing.places import Case, split_case
from bot.parsing.several_partners import FILLERS
from bot.parsing.sides import is_home, is_home_itself
from bot.parsing.vocabulary import DIRECTIONS

_WORD = re.compile(r"[^\s,;:]+")
_MOST_WORDS = 4  # of a city's name
_BEFORE_US = {"from": Direction.OUTGOING, "to": Direction.INCOMING}
_BEHIND_US = {"from": Direction.INCOMING, "to": Direction.OUTGOING}
_CASES = {Case.ABLATIVE: Direction.OUTGOING, Case.DATIVE: Direction.INCOMING}


def cut_journey(pieces: Pieces, context: Context) -> Direction | None:
    """Take our own city out of what is left where it is one end and something is left for the other; the direction.

    From us it is outgoing, to us incoming.
    """
    for direction, (start, end) in _ends(pieces, context):
        other = pieces.left[:start] + " " + pieces.left[end:]
        if any(fold(word) and fold(word) not in FILLERS | DIRECTIONS.keys() for word in _WORD.findall(other)):
            pieces.cut(start, end)
            return direction
    return None


def _ends(pieces: Pieces, context: Context) -> Iterator[tuple[Direction, tuple[int, int]]]:
    """Where our own city stands behind a preposition or with a case, and what that says."""
    for first, last in pieces.fragments():
        words = [word.span() for word in _WORD.finditer(pieces.left, first, last)]
        for at in range(len(words)):
            for count in range(min(_MOST_WORDS, len(words) - at), 0, -1):
                start, end = words[at][0], words[at + count - 1][1]
                name = pieces.left[start:end]
                before = fold(pieces.left[slice(*words[at - 1])]) if at else ""
                behind = fold(pieces.left[slice(*words[at + count])]) if at + count < len(words) else ""
                if before in _BEFORE_US and is_home(name, context):
                    yield _BEFORE_US[before], (words[at - 1][0], end)
                elif behind in _BEHIND_US and is_home_itself(name, context):
                    yield _BEHIND_US[behind], (start, end)
                elif direction := _by_case(name, context):
                    yield direction, (start, end)


def _by_case(name: str, context: Context) -> Direction | None:
    for form in split_case(name):
        direction = _CASES.get(form.case) if form.case else None
        if direction and is_home_itself(form.stem, context) and (form.marked or not is_home_itself(name, context)):
            return direction
    return None
