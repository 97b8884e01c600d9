"""One side of culture days, or the place of an event: our own city, or a partner.

Titles are full of words that some village has for a name, so a name counts here only where it is known, well known
or written like a name; "Film Days" and "Book Days" are no days of a place.
"""

import re
from dataclasses import dataclass

from bot.domain.partners import PartnerRef
from bot.errors import Question
from bot.folding import fold
from bot.parsing.context import Context
from bot.parsing.places import MatchKind, find_all, split_case
from bot.parsing.words import word_set

_REFERENCE = re.compile(r"(?:geo|country|own|partner|new):\S+")
_NOTABLE = 15_000.0
"""The weight (roughly people) from which a name counts that is not written with a capital."""
_GUESSED = 100_000.0
"""The weight from which a place is offered for a name that may be a mistyped one."""

SUBJECTS = word_set(
    """art arts book books business career children cinema city climate commemoration cooperation cuisine cultural
    culture dance design digital disability earth economy education energy environment europe european fair family
    fashion festival film folk food friendship green health heritage history holiday independence innovation
    international investment jazz job language law literature local media memorial memory mobility museum music nature
    open opera peace photo photography poetry reading remembrance robotics science senior seniors smart spring sport
    sports start startup student students summer sustainability technology theatre theater tourism town trade training
    transport turkish urban victory village volunteer water winter women world young youth
    akil aile anma baris bahar bilim birlik cevre cocuk dans dayanisma dil dostluk edebiyat egitim ekonomi emek enerji
    engelliler fikir film folklor fotograf fuar genc genclik girisim girisimcilik halk hukuk iklim insan is kadin
    kariyer kent kitap koy kultur mimari mimarlik moda muze muzik okul oyun ogrenci saglik sanat sehir siir sinema spor
    su tanitim tarih tarim teknoloji ticaret tiyatro turizm turk uluslararasi yaz yemek yerel yesil zafer"""
)
"""What days are of when they are not of a place, folded."""


@dataclass(frozen=True, slots=True)
class Side:
    """``partner`` None is our own city; ``name`` is what to show."""

    name: str
    partner: PartnerRef | None = None


def is_home(text: str, context: Context) -> bool:
    """Whether ``text`` is a name of the team's own city, in any language, with a case suffix or none."""
    names = _home_names(context)
    return bool(names) and any(fold(form) in names for form in (text, *(form.stem for form in split_case(text))))


def side_of(partner: PartnerRef, context: Context) -> Side:
    """The partner as a side; our own city where it is that place."""
    home = context.team.home_place_id
    if (home and partner.place_id == home) or (partner.place_id is None and is_home(partner.name, context)):
        return Side(context.team.home_city)
    return Side(partner.name, partner)


def read_side(text: str, context: Context) -> Side | None:
    """The side that ``text`` names; None where it is rather a word.

    Raises ``WhichPlace`` for a name of several places, and ``WhichCountryLabel``.
    """
    text = text.strip()
    if is_home(text, context):
        return Side(context.team.home_city)
    if not _REFERENCE.fullmatch(text):
        if known := context.partners.known(text):
            return side_of(known.partner, context)
        if not _is_a_place(text, context):
            return None
    named = context.partners.find(text)
    return side_of(named.partner, context) if named else None


def sure_side(text: str, context: Context) -> Side | None:
    """As ``read_side``, but None where there would be a question."""
    try:
        return read_side(text, context)
    except Question:
        return None


def may_be_mistyped(text: str, context: Context) -> bool:
    """Whether a place of some size may be meant by ``text``, which is the exact name of none."""
    if _is_subject(text) or not text[:1].isupper():
        return False
    found = find_all(
        context.partners.places, text, language=context.language, home_country=context.team.country or None
    )
    return bool(found) and found[0].how is not MatchKind.AROUND and found[0].score >= _GUESSED


def shown(text: str, side: Side, context: Context) -> str:
    """What stands in a title for ``text``: a reference that answered a question gives way to the name."""
    if not _REFERENCE.fullmatch(text):
        return text
    return side.partner.name_in(context.language) if side.partner else side.name


def _is_subject(text: str) -> bool:
    return all(word in SUBJECTS or word.isdigit() for word in fold(text).split())


def _is_a_place(text: str, context: Context) -> bool:
    if _is_subject(text):
        return False
    found = find_all(
        context.partners.places,
        text,
        language=context.language,
        home_country=context.team.country or None,
        strict=True,
    )
    if not found:
        return False
    best = found[0]
    return (
        best.score >= _NOTABLE
        or best.how in (MatchKind.COUNTRY, MatchKind.ALIAS)
        or (best.how in (MatchKind.EXACT, MatchKind.SUFFIX) and text[:1].isupper())
    )


def _home_names(context: Context) -> frozenset[str]:
    team = context.team
    names = {team.home_city}
    if team.home_place_id and (place := context.partners.places.get(team.home_place_id)):
        names |= {place.name, *place.names.values()}
    return frozenset(filter(None, map(fold, names)))
