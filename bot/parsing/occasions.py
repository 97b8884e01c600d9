"""``/occasions [PARTNER | period]``, ``/election PARTNER DATE`` and ``/draft PARTNER [occasion] [C3] [in French]``."""

import re
from collections.abc import Mapping
from dataclasses import dataclass, field

from bot.domain.occasions import Occasion
from bot.domain.partners import Partner
from bot.domain.periods import Period, Precision
from bot.domain.records import read_short_id
from bot.errors import MissingDate, NotADate
from bot.folding import fold
from bot.parsing.context import Context
from bot.parsing.dates import find_date, read_date
from bot.parsing.partner_lookup import read_partner
from bot.parsing.people.languages import only_languages
from bot.parsing.pieces import CUT, Pieces
from bot.parsing.vocabulary import cut_meaning

OCCASIONS: Mapping[str, Occasion] = {
    **dict.fromkeys(
        ("national day", "national_day", "independence day", "milli gun", "milli bayram", "bagimsizlik gunu"),
        Occasion.NATIONAL_DAY,
    ),
    **dict.fromkeys(
        ("anniversary", "anniversary of signing", "yil donumu", "yildonumu", "imza yil donumu"), Occasion.ANNIVERSARY
    ),
    **dict.fromkeys(("election", "elections", "secim", "secimi"), Occasion.ELECTION),
    **dict.fromkeys(
        ("end of term", "term_end", "term end", "farewell", "gorev sonu", "gorev suresi sonu", "veda"),
        Occasion.TERM_END,
    ),
}
_ID = re.compile(r"(?<![\w:@-])[ac]\s?-?[1-9]\d{0,8}(?![\w:@-])", re.IGNORECASE)
_END = rf"[\s{CUT}]*$"
_LANGUAGE = re.compile(rf"\bin\s+([^\W\d_]+){_END}|([^\W\d_]+)(?:\s+(?:olarak|dilinde))?{_END}", re.IGNORECASE)
_NONE = frozenset({"none", "yok", "unknown", "bilinmiyor"})
_HELD = frozenset({Precision.DAY, Precision.MONTH, Precision.YEAR})


@dataclass(frozen=True, slots=True)
class OccasionsWanted:
    """Of a partner, or in a period; neither is what comes next of all."""

    partner: Partner | None = None
    period: Period | None = None


@dataclass(frozen=True, slots=True)
class Election:
    """``period`` None forgets it where ``is_told``; else it is only asked about."""

    partner: Partner
    period: Period | None = None
    is_told: bool = True


@dataclass(frozen=True, slots=True)
class DraftWanted:
    """``ids`` are short ids: the agreement of an anniversary, the contact whom it is for. ``language`` as ISO 639-1."""

    partner: Partner
    occasion: Occasion | None = None
    ids: tuple[str, ...] = field(default=())
    language: str | None = None


def cut_occasion(pieces: Pieces) -> Occasion | None:
    """Take the occasion out of what is left."""
    return cut_meaning(pieces, OCCASIONS)


def cut_language(pieces: Pieces) -> str | None:
    """Take the language at the end of what is left out of it: "in French", "Fransızca"; its ISO 639-1 code."""
    found = _LANGUAGE.search(pieces.left)
    codes = only_languages(found[1] or found[2]) if found else ()
    if found is None or len(codes) != 1:
        return None
    pieces.cut(*found.span())
    return codes[0]


def read_occasions(text: str, context: Context) -> OccasionsWanted:
    """A partner comes first: a town may be called like a month. Raises what partners and dates raise."""
    if not fold(text):
        return OccasionsWanted()
    if known := context.partners.known(text):
        partner = known.partner
        return OccasionsWanted(partner if isinstance(partner, Partner) else None)
    try:
        period = read_date(text, context.dates)
    except NotADate:
        return OccasionsWanted(partner=read_partner(text, context))
    if period is None:
        raise NotADate(text=text[:60])
    return OccasionsWanted(period=period)


def read_election(text: str, context: Context) -> Election:
    """Raises what partners and dates raise, and ``NotADate`` for a date that is no day, month or year."""
    words = text.rsplit(None, 1)
    if len(words) == 2 and fold(words[1]) in _NONE:
        return Election(read_partner(words[0].strip(" :,"), context))
    dated = find_date(text, context.dates)
    if dated is None:
        return Election(read_partner(text.strip(" :,"), context), is_told=False)
    pieces = Pieces(text)
    said = pieces.cut(*dated.span)
    partner = read_partner(pieces.rest().strip(" :,"), context)
    if dated.period is None:
        raise MissingDate(hole=dated.span)
    if dated.period.precision not in _HELD:
        raise NotADate(text=said[:60])
    return Election(partner, dated.period)


def read_draft(text: str, context: Context) -> DraftWanted:
    """Raises what partners raise."""
    pieces = Pieces(text)
    ids = []
    while found := pieces.cut_match(_ID):
        if short_id := read_short_id(found[0]):
            ids.append(f"{short_id[0].letter}{short_id[1]}")
    language = cut_language(pieces)
    occasion = cut_occasion(pieces)
    return DraftWanted(read_partner(pieces.rest(), context), occasion, tuple(ids), language)
