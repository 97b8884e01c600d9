"""``/log gift from|to WHO: what [, value currency] [DATE] [for V12]``; ``/hediye üsküp'ten: gümüş tepsi``."""

import re
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date

from bot.domain.gifts import Gift, GiftDirection
from bot.domain.partners import PartnerRef
from bot.domain.periods import Period
from bot.domain.records import StoredRecord
from bot.domain.visits import Direction, Visit
from bot.errors import Choice, Question
from bot.folding import fold
from bot.i18n import N_
from bot.parsing.amounts import find_amount
from bot.parsing.context import Context
from bot.parsing.counterparts import cut_counterpart
from bot.parsing.dates import find_date
from bot.parsing.pieces import Pieces, unquote
from bot.parsing.tasks import cut_about
from bot.parsing.themes import cut_themes
from bot.parsing.vocabulary import cut_meaning

_VALUE_WORD = re.compile(r"(?<!\w)(?:worth|value[d]?(?: at)?|değeri|degeri|değer|deger)\s*:?\s*", re.IGNORECASE)
_BARE_VALUE = re.compile(r"[,;]\s*(\d[\d.,]{2,})\s*$", re.ASCII)
"""Three digits and more behind a last comma are the value in our own money: as words everybody would read them."""
_NO_VALUE = re.compile(
    r"(?<!\w)(?:value not assessed|not assessed|değeri takdir edilmedi|degeri takdir edilmedi)(?!\w)", re.IGNORECASE
)
_GIFT_DIRECTIONS = {Direction.INCOMING: GiftDirection.RECEIVED, Direction.OUTGOING: GiftDirection.GIVEN}

DIRECTIONS: Mapping[str, GiftDirection] = {
    **dict.fromkeys(
        ("received", "we received", "got", "given to us", "kabul edilen", "kabul edildi", "kabul ettik", "alinan"),
        GiftDirection.RECEIVED,
    ),
    **dict.fromkeys(
        ("given", "we gave", "presented", "we presented", "takdim edilen", "takdim edildi", "takdim ettik", "verilen"),
        GiftDirection.GIVEN,
    ),
}
"""The words for who gave whom, folded."""


class WhoGave(Question):
    """It is not said who gave whom."""

    field = "direction"
    text = N_("Was it received, or given?")


class MissingGift(Question):
    """It is not said what was given."""

    field = "text"
    text = N_("What was the gift? For example: a silver tray.")


@dataclass(frozen=True, slots=True)
class LogGift:
    """What ``/log gift`` was given. ``period`` None: no day was said."""

    gift: Gift
    partner: PartnerRef | None
    period: Period | None
    about: StoredRecord | None = None
    themes: tuple[str, ...] = ()


def read_gift(text: str, context: Context) -> LogGift:
    """Read the arguments. Raises ``FromWhom``, ``WhoGave``, ``MissingGift``, ``NoRecordFor``, and what dates and places
    raise."""
    pieces = Pieces(text)
    themes = cut_themes(pieces)
    about = cut_about(pieces, context)
    pieces.cut_match(_NO_VALUE)
    own = "TRY" if context.team.country == "TR" else None
    amount = find_amount(pieces.left, currency=own)
    bare = None if amount or own is None else _BARE_VALUE.search(pieces.left)
    if bare and (valued := find_amount(f"{bare[1]} {own}", currency=own)):
        amount = valued[0], bare.span()
    if amount:
        pieces.cut(*amount[1])
        pieces.cut_match(_VALUE_WORD)
    stated = cut_meaning(pieces, DIRECTIONS)
    counterpart = cut_counterpart(pieces, context, others=True)
    dated = find_date(pieces.left, context.dates)
    if dated:
        pieces.cut(*dated.span)
    what = unquote(" ".join(pieces.rest().split()))
    direction = stated or (_GIFT_DIRECTIONS[counterpart.direction] if counterpart.direction else None)
    if not fold(what):
        raise MissingGift()
    if direction is None:
        labels = ((N_("Received"), "received"), (N_("Given"), "given"))
        raise WhoGave(hole=(0, 0), choices=[Choice(label, f"{word} ") for label, word in labels])
    gift = Gift(
        direction=direction,
        what=what,
        who=counterpart.who,
        value=amount[0].value if amount else None,
        currency=amount[0].currency if amount else "",
        about=about.short_id if about else "",
        returned_on=_return(direction, about),
    )
    return LogGift(gift, counterpart.partner, dated.period if dated else None, about, themes)


def _return(direction: GiftDirection, about: StoredRecord | None) -> date | None:
    """The day of the return, of what was received on a visit of ours."""
    if about is None or direction is GiftDirection.GIVEN or not about.record.period:
        return None
    visit = about.record.details
    abroad = isinstance(visit, Visit) and visit.direction is Direction.OUTGOING
    return about.record.period.end if abroad else None
