"""An event in words."""

from bot.cards.terms import TERMS
from bot.cards.values import View, partner_line
from bot.domain.events import Event, EventKind
from bot.domain.records import Role, StoredRecord
from bot.folding import fold
from bot.i18n import Translator
from bot.parsing.dates import format_period


def event_head(event: Event, t: Translator) -> str:
    """ "Culture days", "Event · attended"."""
    kind = t(TERMS[event.kind])
    return f"{kind} · {t(TERMS[event.attendance])}" if event.attendance else kind


def event_lines(stored: StoredRecord, event: Event, view: View) -> list[str]:
    """The card below its head."""
    t = view.t
    lines = [event.title, format_period(stored.record.period, t.language)]
    if event.kind is EventKind.CULTURE_DAYS:
        lines.append(t("Host: {host}", host=_side(stored, Role.HOST, event.host, view)))
        lines.append(t("Guest: {guest}", guest=_side(stored, Role.GUEST, event.guest, view)))
    if event.place and event.kind is not EventKind.CULTURE_DAYS:
        lines.append(t("Place: {place}", place=event.place))
    if event.network and fold(event.network) not in fold(event.title):
        lines.append(t("Network: {network}", network=event.network))
    others = [
        partner_line(view.partners[link.partner_id], t)
        for link in stored.record.links
        if link.role is Role.PARTNER and link.partner_id in view.partners
    ]
    if others:
        lines.append(t("With: {names}", names="; ".join(others)))
    return lines


def _side(stored: StoredRecord, role: Role, typed: str, view: View) -> str:
    for link in stored.record.links:
        if link.role is role and link.partner_id in view.partners:
            return partner_line(view.partners[link.partner_id], view.t)
    if typed and typed == view.team.home_city:
        return view.t("{city} (us)", city=typed)
    return typed or view.t("not known")
