"""The line that says what a desk has learnt from a choice."""

from collections.abc import Sequence
from dataclasses import replace

from bot.cards.values import partner_line
from bot.domain.partners import Partner
from bot.i18n import Translator
from bot.reply import Buttons, Reply, lines


def with_learnt(reply: Reply, learnt: Sequence[tuple[str, Partner]], t: Translator) -> Reply:
    """``reply``, with a line for each name that stands for a partner from now on, above its buttons."""
    if not learnt:
        return reply
    said = [t("“{alias}” is {partner} from now on.", alias=name, partner=partner_line(at, t)) for name, at in learnt]
    where = next((place for place, block in enumerate(reply.blocks) if isinstance(block, Buttons)), len(reply.blocks))
    return replace(reply, blocks=(*reply.blocks[:where], lines(said), *reply.blocks[where:]))
