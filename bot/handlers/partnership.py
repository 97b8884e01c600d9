"""Partners as handlers need them: stored with the record that first names them, and loaded for cards."""

from collections.abc import Iterable, Mapping
from dataclasses import replace

from bot.cards.values import View
from bot.domain.partners import Partner, PartnerRef
from bot.domain.records import StoredRecord
from bot.folding import fold
from bot.message import ChatKind
from bot.parsing.aliases import is_learnable
from bot.request import Request
from bot.storage.members import member_names
from bot.storage.partners import find_by_alias, load_partners


def ensure_partner(request: Request, partner: PartnerRef) -> Partner:
    """The partner itself; a new one is stored, and the spelling by which it was asked for is learnt."""
    stored = _stored(request, partner)
    if is_learnable(partner.spelling, stored, request.context):
        request.changes.learn_alias(stored, partner.spelling)
    return stored


def _stored(request: Request, partner: PartnerRef) -> Partner:
    if isinstance(partner, Partner):
        return partner
    if partner.place_id is None and (known := find_by_alias(request.db, request.team_id, fold(partner.name))):
        return known
    return request.changes.create_partner(
        name=partner.name,
        kind=partner.kind,
        names=dict(partner.names),
        place_id=partner.place_id,
        country=partner.country,
        label=partner.label,
        timezone=partner.timezone,
    )


def view_of(request: Request, stored: Iterable[StoredRecord]) -> View:
    """What the cards of these records depend on."""
    stored = list(stored)
    ids = [link.partner_id for record in stored for link in record.record.links]
    view = view_with(request, load_partners(request.db, request.team_id, ids))
    owners = member_names(request.db, request.team_id, [record.record.owner_id for record in stored])
    return replace(view, members=owners) if owners else view


def view_with(request: Request, partners: Mapping[int, Partner]) -> View:
    """What cards depend on, where the partners are at hand."""
    shared = request.message.chat.kind is ChatKind.GROUP
    return View(request.t, request.team, request.today, partners, shared)
