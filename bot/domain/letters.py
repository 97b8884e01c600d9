"""A letter to or from a partner."""

from dataclasses import dataclass
from enum import StrEnum

from bot.domain.visits import Direction


class LetterKind(StrEnum):
    """The letters that a protocol office writes most."""

    CONGRATULATION = "congratulation"
    CONDOLENCE = "condolence"
    THANKS = "thanks"


@dataclass(frozen=True, slots=True, kw_only=True)
class Letter:
    """``direction`` OUTGOING is a letter of ours. ``occasion`` is as typed; ``kind`` what it tells, if it does."""

    direction: Direction
    occasion: str = ""
    kind: LetterKind | None = None
