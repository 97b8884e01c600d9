"""``/log membership NETWORK [since DATE]``: a name, an acronym or both, and since when, if that is known."""

import re
from dataclasses import dataclass

from bot.domain.memberships import Membership
from bot.domain.periods import Period
from bot.errors import Question
from bot.folding import fold
from bot.i18n import N_
from bot.parsing.context import Context
from bot.parsing.dates import find_date
from bot.parsing.networks import read_network
from bot.parsing.pieces import CUT, Pieces
from bot.parsing.themes import cut_themes

_SINCE = re.compile(
    rf"(?:,?\s*\b(?:(?:we are )?(?:an? )?members?\s+)?(?:since|as of|joined(?: in)?)\b\s*:?\s*(?={CUT}|$))"
    rf"|(?<={CUT})\s*(?:beri(?:dir)?|itibaren|yılından beri|yilindan beri)\b"
    r"|\b(?:üyelik tarihi|uyelik tarihi|üyeyiz|uyeyiz|üyesiyiz|uyesiyiz)\b\s*:?",
    re.IGNORECASE,
)
_SOON = 2  # years: a later one belongs to the name ("Agenda 2030 Cities")


class MissingNetwork(Question):
    """No network was named."""

    field = "network"
    text = N_("Which network? For example: ICLEI, or Asian Mayors Forum (AMF).")


@dataclass(frozen=True, slots=True)
class LogMembership:
    """What ``/log membership`` was given. ``period`` None: it was not said since when."""

    membership: Membership
    period: Period | None
    themes: tuple[str, ...] = ()


def read_membership(text: str, context: Context) -> LogMembership:
    """Read the arguments. Raises ``MissingNetwork`` and what dates raise."""
    pieces = Pieces(text)
    themes = cut_themes(pieces)
    period = None
    dated = find_date(pieces.left, context.dates)
    if dated and (dated.period is None or dated.period.start.year < context.dates.today.year + _SOON):
        pieces.cut(*dated.span)
        period = dated.period
    while pieces.cut_match(_SINCE):
        pass
    name, acronym = read_network(pieces.rest(), context.language)
    if not fold(name):
        raise MissingNetwork()
    return LogMembership(Membership(network=name, acronym=acronym), period, themes)
