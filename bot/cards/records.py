"""The card of a record, of any kind, and its line in a list."""

from typing import assert_never

from bot.cards.agreements import agreement_head, agreement_lines, standing
from bot.cards.approvals import approval_buttons
from bot.cards.contacts import contact_lines
from bot.cards.events import event_head, event_lines
from bot.cards.memberships import membership_lines
from bot.cards.terms import TERMS
from bot.cards.values import View, partner_line
from bot.cards.visits import direction_buttons, visit_head, visit_lines
from bot.domain.agreements import Agreement
from bot.domain.contacts import Contact
from bot.domain.events import Event
from bot.domain.memberships import Membership
from bot.domain.notes import Note
from bot.domain.projects import Project
from bot.domain.records import StoredRecord
from bot.domain.visits import Visit
from bot.message import Invocation
from bot.parsing.dates import format_period
from bot.reply import Block, Button, Buttons, Reply, bold, lines


def head_of(stored: StoredRecord, view: View) -> str:
    """The first line without its sign: "V12 · Technical visit · incoming"."""
    t = view.t
    details = stored.record.details
    match details:
        case Visit():
            head = visit_head(details, t)
        case Event():
            head = event_head(details, t)
        case Agreement():
            head = agreement_head(details, t)
        case Contact() | Membership() | Project() | Note():
            head = t(TERMS[stored.record.kind])
        case _:
            assert_never(details)
    return f"{stored.short_id} · {head}"


def body_of(stored: StoredRecord, view: View) -> list[str]:
    """The lines below the head."""
    t = view.t
    details = stored.record.details
    period = stored.record.period
    names = [
        view.partners[link.partner_id].name_in(t.language)
        for link in stored.record.links
        if link.partner_id in view.partners
    ]
    match details:
        case Visit():
            body = visit_lines(stored, details, view)
        case Event():
            body = event_lines(stored, details, view)
        case Agreement():
            body = agreement_lines(stored, details, view)
        case Contact():
            body = contact_lines(stored, details, view)
        case Membership():
            body = membership_lines(stored, details, view)
        case Project():
            body = [details.title, format_period(period, t.language) if period else ""]
            body.append(t("Funder: {funder}", funder=details.funder) if details.funder else "")
            if details.budget is not None:
                body.append(t("Budget: {amount}", amount=t.money(details.budget, details.currency)))
            body.append(t("With: {names}", names=", ".join(names)) if names else "")
        case Note():
            places = [
                partner_line(view.partners[link.partner_id], t)
                for link in stored.record.links
                if link.partner_id in view.partners
            ]
            body = [" · ".join(filter(None, [details.about, "; ".join(places)])), details.text]
        case _:
            assert_never(details)
    if stored.record.themes:
        body.append(t("Themes: {themes}", themes=", ".join(stored.record.themes)))
    if stored.voided_at:
        body.append(t("⚠ Void: kept, but it does not count."))
    return [line for line in body if line]


def summary_of(stored: StoredRecord, view: View) -> str:
    """What a list says of a record besides its id and its time: "Tirana: Technical visit · incoming, waste plant"."""
    t = view.t
    record = stored.record
    names = ", ".join(
        view.partners[link.partner_id].name_in(t.language) for link in record.links if link.partner_id in view.partners
    )
    details = record.details
    match details:
        case Visit():
            what = ", ".join(filter(None, [visit_head(details, t), details.purpose]))
            what = ": ".join(filter(None, [names, what]))
        case Agreement():
            stands = ", ".join(filter(None, [agreement_head(details, t), standing(details, view)]))
            what = ": ".join(filter(None, [names, stands]))
        case Contact():
            what = ", ".join(filter(None, [details.name, details.title, names]))
        case Note():
            what = ": ".join(filter(None, [names, details.text]))
        case Event() | Membership() | Project():
            what = record.title
        case _:
            assert_never(details)
    return what if len(what) <= 80 else what[:79] + "…"


def line_of(stored: StoredRecord, view: View) -> str:
    """One line of a list: "V12 · 3 May 2025 · Tirana: Technical visit"."""
    record = stored.record
    dated = isinstance(record.details, Visit | Event) or record.period is not None
    when = format_period(record.period, view.t.language, weekday=False) if dated else ""
    return " · ".join(filter(None, [stored.short_id, when, summary_of(stored, view)]))


def record_card(
    stored: StoredRecord,
    view: View,
    *,
    done: bool = False,
    change_set: int | None = None,
    more: tuple[Button, ...] = (),
) -> Reply:
    """The whole card. ``done`` puts the sign before it that something was stored; ``change_set`` adds Undo for it."""
    t = view.t
    blocks: list[Block] = [lines([bold(("✓ " if done else "") + head_of(stored, view)), *body_of(stored, view)])]
    buttons: list[Button] = []
    if not stored.voided_at:
        details = stored.record.details
        if isinstance(details, Visit) and details.direction is None:
            blocks.append(lines([t("Who went where?")]))
            blocks.append(Buttons(tuple(direction_buttons(stored, view))))
        if change_set is not None:
            buttons.append(Button(t("Undo"), Invocation("undo", str(change_set))))
        buttons.extend(approval_buttons(stored, view))
        buttons.append(Button(t("Edit"), Invocation("edit", stored.short_id)))
        if isinstance(details, Agreement | Membership) and change_set is None:
            buttons.append(Button(t("Papers"), Invocation("files", stored.short_id)))
        buttons.extend(more)
    if buttons:
        blocks.append(Buttons(tuple(buttons)))
    return Reply(tuple(blocks), record_id=stored.id)
