"""A shared place: the partners that are nearest to it."""

import re

from bot.cards.partners import visit_button
from bot.cards.values import partner_line
from bot.domain.distances import distance_km
from bot.errors import BotError
from bot.i18n import N_
from bot.message import Invocation
from bot.parsing.references import reference_of
from bot.reply import Button, Buttons, Reply, bold, lines
from bot.request import Request
from bot.router import Command
from bot.storage.partners import list_partners

SHOWN = 3
_POINT = re.compile(r"(-?\d{1,3}(?:\.\d{1,9})?) (-?\d{1,3}(?:\.\d{1,9})?)", re.ASCII)


class NotAPoint(BotError):
    """Text in the place of a latitude and longitude."""

    text = N_("I cannot read that as a place on the map.")
    advice = N_("Share a location, or type a partner's name.")


def read_point(text: str, request: Request) -> tuple[float, float]:
    """ "41.33 19.82": latitude and longitude in degrees (WGS 84). Raises ``NotAPoint``."""
    found = _POINT.fullmatch(text)
    point = (float(found[1]), float(found[2])) if found else (91.0, 0.0)
    if abs(point[0]) > 90 or abs(point[1]) > 180:
        raise NotAPoint()
    return point


def nearest(request: Request, point: tuple[float, float]) -> Reply:
    """The nearest partners with their distance; the first is offered."""
    t = request.t
    found = []
    for partner, _ in list_partners(request.db, request.team_id):
        place = request.places.get(partner.place_id) if partner.place_id else None
        if place and place.latitude is not None and place.longitude is not None:
            found.append((distance_km(point, (place.latitude, place.longitude)), partner.id, partner))
    found.sort()
    if not found:
        return Reply((lines([t("No partner of yours is on the map yet.")]),))
    rows = [t("{partner} · {km} km", partner=partner_line(p, t), km=round(km)) for km, _, p in found[:SHOWN]]
    first = found[0][2]
    card = Button(first.name_in(t.language), Invocation("partner", reference_of(first)))
    buttons = Buttons((card, visit_button(reference_of(first), t)))
    return Reply((lines([bold(t("Nearest to you")), *rows]), buttons))


NEAREST = Command(
    name="nearest",
    names={},
    help=N_("The partner nearest to a shared place"),
    usage=N_("Share a location"),
    parse=read_point,
    handle=nearest,
    listed=False,
)
