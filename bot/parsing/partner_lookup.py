"""Which partner a look-up means: the team's own before any other place, and the closest names for a mistyped one."""

from collections.abc import Sequence

from bot.domain.partners import Partner, PartnerRef
from bot.errors import BotError, Choice, Question
from bot.folding import fold
from bot.i18n import N_
from bot.parsing.context import Context
from bot.parsing.pieces import unquote
from bot.parsing.references import reference_of
from bot.storage.partners import all_aliases, latest_partners, load_partners

OFFERED = 4
_CLOSE = 70.0
"""Of 100: how alike a name must be to be offered; "tirna" and "tirana" are 91, "roma" and "tirana" 40."""


class WhichPartner(Question):
    """No partner was named."""

    field = "partner"
    text = N_("Which partner? For example: Tirana.")


class NoSuchPartner(Question):
    """A look-up of a partner that the team does not have."""

    field = "partner"
    text = N_("There is no partner called “{text}”.")
    advice = N_("/partners lists them all; logging a visit or an event adds one.")


class NotAPartner(BotError):
    """A place that the team has nothing to do with yet."""

    text = N_("{place} is not among your partners yet.")
    advice = N_("Logging a visit or an event there adds it, for example: /visit {name} 3 May 2025.")


def read_partner_or_place(text: str, context: Context, *, offset: int = 0, guess: bool = True) -> PartnerRef:
    """The partner that all of ``text`` names, else the place. ``offset`` is where it stands in the arguments.

    With ``guess``, which place a mistyped name may be is asked where no partner of the team is close.
    Raises ``WhichPartner`` for no text, ``WhichPlace``, and ``NoSuchPartner`` with the closest of the team's partners.
    """
    hole = (offset, offset + len(text))
    name = unquote(text)
    if not fold(name):
        raise WhichPartner(hole=hole, choices=[_choice(partner) for partner in _latest(context)])
    try:
        if found := context.partners.look_up(name):
            return found
        if close := closest_partners(name, context):
            raise NoSuchPartner(hole=hole, choices=[_choice(partner) for partner in close], text=name[:60])
        if guess:
            context.partners.find(name)  # nothing has exactly this name, so this asks
    except Question as question:
        question.hole = hole
        raise
    raise NoSuchPartner(hole=hole, text=name[:60])


def read_partner(text: str, context: Context, *, offset: int = 0) -> Partner:
    """As ``read_partner_or_place``. Raises ``NotAPartner`` for a place."""
    found = read_partner_or_place(text, context, offset=offset)
    if isinstance(found, Partner):
        return found
    raise NotAPartner(place=found, name=found.name_in(context.language))


def closest_partners(name: str, context: Context) -> list[Partner]:
    """The team's partners whose names are most like ``name``, which may be mistyped; at most four."""
    from rapidfuzz import fuzz, process  # slow to import, and needed for a mistyped name only

    aliases = all_aliases(context.partners.db, context.team.id)
    found = process.extract(
        fold(name), [folded for folded, _ in aliases], scorer=fuzz.ratio, score_cutoff=_CLOSE, limit=4 * OFFERED
    )
    ids = list(dict.fromkeys(aliases[index][1] for _, _, index in found))[:OFFERED]
    partners = load_partners(context.partners.db, context.team.id, ids)
    return [partners[partner_id] for partner_id in ids]


def _latest(context: Context) -> Sequence[Partner]:
    return latest_partners(context.partners.db, context.team.id, limit=OFFERED)


def _choice(partner: Partner) -> Choice:
    return Choice(partner, reference_of(partner))
