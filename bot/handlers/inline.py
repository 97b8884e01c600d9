"""Cards to send into any chat, while a member types a partner's name."""

from dataclasses import dataclass, replace

from bot.cards.values import partner_line
from bot.domain.partners import Partner
from bot.errors import BotError
from bot.folding import fold
from bot.handlers.partners import show_partner
from bot.reply import Buttons, Reply
from bot.request import Request
from bot.storage.partners import all_aliases, latest_partners, load_partners

SHOWN = 8


@dataclass(frozen=True, slots=True)
class Found:
    """One card: a title and a line for the list, and what is sent. Without buttons: others read it."""

    id: str
    title: str
    description: str
    reply: Reply


def find_cards(request: Request, text: str) -> list[Found]:
    """The partners whose name begins so or is meant, then those that have it inside; the latest for nothing typed."""
    return [_found(request, partner) for partner in partners_like(request, text)[:SHOWN]]


def partners_like(request: Request, text: str) -> list[Partner]:
    """Those that are meant, or whose name begins so, then those that have it inside; the latest for nothing typed."""
    folded = fold(text)[:100]
    if not folded:
        return latest_partners(request.db, request.team_id, limit=SHOWN)
    names = all_aliases(request.db, request.team_id)
    ids = [partner_id for name, partner_id in names if name.startswith(folded)]
    try:
        meant = request.context.partners.look_up(text[:100])
    except BotError:
        meant = None
    if isinstance(meant, Partner):
        ids.insert(0, meant.id)
    ids += [partner_id for name, partner_id in names if f" {folded}" in name]
    ids = list(dict.fromkeys(ids))[:SHOWN]
    found = load_partners(request.db, request.team_id, ids)
    return [found[partner_id] for partner_id in ids if partner_id in found]


def _found(request: Request, partner: Partner) -> Found:
    reply = show_partner(request, partner)
    blocks = tuple(block for block in reply.blocks if not isinstance(block, Buttons))
    rows = "".join(getattr(block, "text", "") for block in blocks).split("\n")
    return Found(
        str(partner.id),
        partner_line(partner, request.t),
        " · ".join(rows[1:3])[:120],
        replace(reply, blocks=blocks, record_id=None),
    )
