"""``/alias PARTNER = NAME``: what a team calls a partner besides its other names."""

from dataclasses import dataclass

from bot.domain.partners import Partner
from bot.errors import BotError
from bot.folding import fold
from bot.i18n import N_
from bot.parsing.context import Context
from bot.parsing.partner_lookup import read_partner
from bot.parsing.pieces import unquote
from bot.parsing.places import MatchKind, find_all
from bot.parsing.places.ordinary import is_ordinary
from bot.parsing.small_talk import may_be_a_name
from bot.storage.partners import find_by_alias

LONGEST = 60
_SHORTEST = 3  # letters, of a name that is learnt without being told


class NotAName(BotError):
    """Nothing that a partner could be called by."""

    text = N_("“{text}” cannot be a name.")
    advice = N_("For example: /alias Tirana = Tiran")


class NameTaken(BotError):
    """Another partner, or the same one, has the name already."""

    text = N_("“{name}” is already {partner}.")


@dataclass(frozen=True, slots=True)
class Alias:
    """``name`` None asks for the names that there are."""

    partner: Partner
    name: str | None


def read_alias(text: str, context: Context) -> Alias:
    """Raises ``NotAName``, ``NameTaken`` and what ``read_partner`` raises."""
    before, sign, after = text.partition("=")
    partner = read_partner(before.strip(), context)
    name = unquote(after)
    if not sign:
        return Alias(partner, None)
    if not fold(name) or len(name) > LONGEST or ":" in name:
        raise NotAName(text=name[:LONGEST])
    if taken := find_by_alias(context.partners.db, context.team.id, fold(name)):
        raise NameTaken(name=name, partner=taken)
    return Alias(partner, name)


def is_learnable(name: str, partner: Partner, context: Context) -> bool:
    """Whether a name makes sense as one of ``partner``, learnt because a person chose the partner for it.

    Not an everyday word, an abbreviation, a country's name or an id, nor a name that the team or the gazetteer
    gives to somebody else for good.
    """
    folded = fold(name)
    if not _SHORTEST <= len(folded) <= LONGEST or not may_be_a_name(name) or is_ordinary(folded):
        return False
    if find_by_alias(context.partners.db, context.team.id, folded):
        return False
    return not any(match.how is MatchKind.COUNTRY for match in find_all(context.partners.places, name, strict=True))
