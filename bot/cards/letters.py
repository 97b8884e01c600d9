"""A letter in words."""

from bot.cards.terms import TERMS
from bot.cards.values import View, partner_line
from bot.domain.letters import Letter
from bot.domain.records import StoredRecord
from bot.domain.visits import Direction
from bot.i18n import Translator
from bot.parsing.dates import format_period


def letter_head(letter: Letter, t: Translator) -> str:
    """ "Letter sent · congratulation"."""
    head = t("Letter sent") if letter.direction is Direction.OUTGOING else t("Letter received")
    return " · ".join(filter(None, [head, t(TERMS[letter.kind]) if letter.kind else ""]))


def letter_lines(stored: StoredRecord, letter: Letter, view: View) -> list[str]:
    """The card below its head."""
    t = view.t
    partners = [view.partners[link.partner_id] for link in stored.record.links if link.partner_id in view.partners]
    return [
        *(partner_line(partner, t) for partner in partners),
        letter.occasion,
        format_period(stored.record.period, t.language),
    ]
