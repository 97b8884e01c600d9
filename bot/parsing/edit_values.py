"""How the values of owners, tasks, gifts and letters are read by ``/edit``."""

import re
from collections.abc import Callable, Mapping
from datetime import date
from typing import Any

from bot.domain.edits import Field
from bot.domain.letters import LetterKind
from bot.domain.records import read_short_id
from bot.errors import NotADate
from bot.folding import fold
from bot.parsing.amounts import find_amount
from bot.parsing.context import Context
from bot.parsing.dates import read_date
from bot.parsing.field_names import FIELD_NAMES
from bot.parsing.owners import read_owner
from bot.parsing.tasks import NoRecordFor
from bot.storage.records import find_by_number

_ANSWERED = frozenset({Field.OWNER, Field.PROGRAMME, Field.OUTCOME})
LED = _ANSWERED | {Field.VALUE, Field.OCCASION, Field.RETURNED_ON}
"""Fields that may be named without a colon: "/edit V12 owner ayşe"."""
_LED = re.compile(r"\s*([^\W\d_]{3,10})(?:\s*:\s*|\s+)(\S.*)", re.DOTALL)
_NAMED = re.compile(r"\s*([^\W\d_]{3,10})\s*:\s*\S", re.DOTALL)
_NOTHING = frozenset({"", "none", "nobody", "yok", "kimse", "hic kimse"})

LETTER_KINDS: Mapping[str, LetterKind] = {
    **dict.fromkeys(("congratulation", "congratulations", "kutlama", "tebrik"), LetterKind.CONGRATULATION),
    **dict.fromkeys(("condolence", "condolences", "taziye"), LetterKind.CONDOLENCE),
    **dict.fromkeys(("thanks", "thank you", "tesekkur"), LetterKind.THANKS),
}
"""The words for the kinds of letters, folded."""


def read_led(text: str) -> tuple[Field, str] | None:
    """The field that the text begins with, and its value, where no colon is needed."""
    found = _LED.fullmatch(text)
    field = FIELD_NAMES.get(fold(found[1])) if found else None
    return (field, found[2].strip()) if found and field in LED else None


def names_a_field(text: str) -> bool:
    """Whether an answer to a card is such a field and its value: "program: …", "sonuç: …"."""
    found = _NAMED.match(text)
    return FIELD_NAMES.get(fold(found[1])) in _ANSWERED if found else False


def is_nothing(text: str) -> bool:
    """Whether a value takes away what there was: "–", "none", "yok"."""
    return fold(text) in _NOTHING


def _owner(text: str, context: Context) -> int | None:
    return None if is_nothing(text) else read_owner(text, context)


def _day(text: str, context: Context) -> date | None:
    if is_nothing(text):
        return None
    period = read_date(text, context.dates)
    if period is None or not period.is_one_day:
        raise NotADate(text=text[:60])
    return period.start


def _value(text: str, context: Context) -> Mapping[str, Any] | None:
    own = "TRY" if context.team.country == "TR" else None
    if is_nothing(text):
        return {"value": None, "currency": ""}
    found = find_amount(text, currency=own)
    return {"value": found[0].value, "currency": found[0].currency} if found else None


def _about(text: str, context: Context) -> str:
    if is_nothing(text):
        return ""
    read = read_short_id(text)
    if read is None or find_by_number(context.partners.db, context.team.id, *read) is None:
        raise NoRecordFor(id=text[:40])
    return f"{read[0].letter}{read[1]}"


READERS: Mapping[Field, Callable[[str, Context], Any]] = {
    Field.OWNER: _owner,
    Field.DONE_ON: _day,
    Field.RETURNED_ON: _day,
    Field.VALUE: _value,
    Field.ABOUT: _about,
}
"""A reader that gives None for VALUE could not read it."""
