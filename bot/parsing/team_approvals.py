"""``/team approvals council decision, ministry permission``; "none" for no step, "usual" for those of the country."""

import re
from dataclasses import dataclass

from bot.domain.approvals import LONGEST_STEP, MOST_STEPS
from bot.errors import BotError
from bot.folding import fold
from bot.i18n import N_
from bot.parsing.approvals import STEP_NAMES
from bot.parsing.pieces import unquote

_NO_STEP = frozenset({"-", "–", "—", "none", "no", "yok", "gerekmez"})
_USUAL = frozenset({"usual", "default", "olagan", "varsayilan"})
_BETWEEN = re.compile(r"\s*(?:,|;|→|->|\n|\sthen\s|\ssonra\s)\s*", re.IGNORECASE)


class NotAChain(BotError):
    """Too many steps, or one whose name is too long or has no letter."""

    text = N_("That is no chain of approvals. Nothing was changed.")
    advice = N_(
        "Write the steps in their order, at most {most}: /team approvals council decision, governor's consent."
        " Or: none, usual."
    )


@dataclass(frozen=True, slots=True)
class ShowApprovals:
    """What agreements and memberships need."""


@dataclass(frozen=True, slots=True)
class SetApprovals:
    """The steps in their order; None for those that are usual in the country."""

    chain: tuple[str, ...] | None


def read_chain(text: str) -> tuple[str, ...] | None:
    """The steps, in their order; None for those that are usual in the team's country. Raises ``NotAChain``."""
    said = fold(unquote(text))
    if text.strip() in _NO_STEP or said in _NO_STEP:
        return ()
    if said in _USUAL:
        return None
    steps = [unquote(step).strip(" .:") for step in _BETWEEN.split(text)]
    named = tuple(dict.fromkeys(STEP_NAMES.get(fold(step), step) for step in steps if step))
    if not 0 < len(named) <= MOST_STEPS or any(len(step) > LONGEST_STEP or not fold(step) for step in named):
        raise NotAChain(most=MOST_STEPS)
    return named
