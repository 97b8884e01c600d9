"""``/alias PARTNER = NAME``: what a team calls a partner besides its other names."""

from collections.abc import Callable
from dataclasses import dataclass

from bot.domain.partners import Partner
from bot.domain.places import PlaceKind
from bot.errors import BotError
from bot.folding import fold
from bot.i18n import N_
from bot.parsing.context import Context
from bot.parsing.cut_partners import is_date
from bot.parsing.partner_lookup import read_partner
from bot.parsing.pieces import unquote
from bot.parsing.places import MatchKind, find_all
from bot.parsing.places.hints import says_more
from bot.parsing.places.ordinary import is_ordinary
from bot.parsing.small_talk import may_be_a_name
from bot.parsing.spellings import is_spelling_of
from bot.parsing.vocabulary import (
    AGREEMENT_KINDS,
    AGREEMENT_STATUSES,
    ATTENDANCE,
    DIRECTIONS,
    EVENT_KINDS,
    VISIT_KINDS,
)
from bot.storage.partners import find_by_alias

LONGEST = 60
_FEWEST_LETTERS = 2
_SHORTEST = 3  # letters, of a name that is learnt without being told
_WORDS = frozenset(
    word
    for words in (DIRECTIONS, VISIT_KINDS, AGREEMENT_KINDS, AGREEMENT_STATUSES, EVENT_KINDS, ATTENDANCE)
    for word in words
)
"""Words of what commands take, folded."""


class NotAName(BotError):
    """Nothing that a partner could be called by."""

    text = N_("“{text}” cannot be a name.")
    advice = N_("For example: /alias Tirana = Tiran")


class OneLetter(BotError):
    """A name that would stand everywhere."""

    text = N_("“{text}” is too short for a name: two letters at least.")
    advice = N_("For example: /alias Tirana = Tiran")


class IsACommand(BotError):
    """A name that would hide a command, a direction, a kind or a status."""

    text = N_("“{text}” is a word of my commands. A partner of that name would hide it.")
    advice = N_("For example: /alias Tirana = Tiran")


class IsADate(BotError):
    """A name that would hide a date."""

    text = N_("“{text}” is a date. A partner of that name would hide it.")
    advice = N_("For example: /alias Tirana = Tiran")


class NameTaken(BotError):
    """Another partner, or the same one, has the name already."""

    text = N_("“{name}” is already {partner}.")


@dataclass(frozen=True, slots=True)
class Alias:
    """``name`` None asks for the names that there are."""

    partner: Partner
    name: str | None


def read_alias(text: str, context: Context, is_command: Callable[[str], bool]) -> Alias:
    """Raises ``NotAName``, ``IsACommand``, ``IsADate``, ``NameTaken`` and what ``read_partner`` raises.

    ``is_command`` says whether a word calls a command.
    """
    before, sign, after = text.partition("=")
    partner = read_partner(before.strip(), context)
    name = unquote(after)
    if not sign:
        return Alias(partner, None)
    if not fold(name) or len(name) > LONGEST or ":" in name:
        raise NotAName(text=name[:LONGEST])
    if len(fold(name)) < _FEWEST_LETTERS:
        raise OneLetter(text=name)
    if is_command(name) or fold(name) in _WORDS:
        raise IsACommand(text=name)
    if is_date(name, context):
        raise IsADate(text=name)
    if taken := find_by_alias(context.partners.db, context.team.id, fold(name)):
        raise NameTaken(name=name, partner=taken)
    return Alias(partner, name)


def is_learnable(name: str, partner: Partner, context: Context) -> bool:
    """Whether a name makes sense as one of ``partner``, learnt because a person chose the partner for it.

    It must be a spelling of it; not an everyday word, an abbreviation, a country's name or an id, nor a name that the
    team or the gazetteer gives to somebody else for good; and "Fairfax County" is no other name of the city of Fairfax.
    """
    folded = fold(name)
    if partner.kind is PlaceKind.CITY and says_more(name):
        return False
    if not _SHORTEST <= len(folded) <= LONGEST or not may_be_a_name(name) or is_ordinary(folded):
        return False
    if find_by_alias(context.partners.db, context.team.id, folded) or not is_spelling_of(name, partner, context):
        return False
    return not any(match.how is MatchKind.COUNTRY for match in find_all(context.partners.places, name, strict=True))
