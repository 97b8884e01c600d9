"""``/log membership NETWORK [since DATE]``: a name, an acronym or both, and since when, if that is known."""

import re
from dataclasses import dataclass

from bot.domain.memberships import Membership
from bot.domain.periods import Period
from bot.errors import Question
from bot.folding import fold
from bot.i18n import N_
from bot.parsing.context import Context
from bot.parsing.dates import find_date, read_date
from bot.parsing.networks import read_network
from bot.parsing.pieces import CUT, Pieces
from bot.parsing.themes import cut_themes

_SINCE = re.compile(
    r",?\s*\b(?:(?:we are |we have been )?(?:an? )?members?\s+)?(?:since|as of|joined(?: in)?)\b\s*:?"
    rf"|,?\s*\b(?:an? )?members?\s*(?={CUT})"
    r"|\b(?:yılından|yilindan)?\s*(?:beri(?:dir)?|itibaren)\b"
    r"|,?\s*\b(?:üyelik tarihi|uyelik tarihi)\b\s*:?"
    r"|,?\s*\b(?:üyeyiz|uyeyiz|üyesiyiz|uyesiyiz|üye olduk|uye olduk|we are (?:an? )?members?)\b",
    re.IGNORECASE,
)
"""What says that a date is since when; without it a date is read as that day or year, not as all time from it on."""
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
        said = pieces.cut(*dated.span)
        bare = without_since(said).strip(CUT + " ")
        period = read_date(bare, context.dates) if bare != said else dated.period
    pieces.left = without_since(pieces.left)
    name, acronym = read_network(pieces.rest(), context.language)
    if not fold(name):
        raise MissingNetwork()
    return LogMembership(Membership(network=name, acronym=acronym), period, themes)


def without_since(text: str) -> str:
    """``text`` with "since" and its like cut out, as long as before."""
    return _SINCE.sub(lambda match: CUT * len(match[0]), text)
