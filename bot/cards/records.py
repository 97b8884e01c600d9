"""The card of a record, of any kind, and its line in a list."""

from typing import assert_never

from bot.cards.agreements import agreement_head, agreement_lines, standing
from bot.cards.approvals import approval_buttons
from bot.cards.contacts import contact_lines
from bot.cards.events import event_head, event_lines
from bot.cards.gifts import gift_head, gift_lines
from bot.cards.lessons import lesson_buttons
from bot.cards.letters import letter_head, letter_lines
from bot.cards.memberships import membership_lines
from bot.cards.tasks import done_button, follow_up_buttons, task_line, task_lines
from bot.cards.terms import TERMS
from bot.cards.travel import other_days_buttons, travel_lines
from bot.cards.values import View, partner_line
from bot.cards.visits import direction_buttons, visit_head, visit_lines
from bot.domain.agreements import Agreement
from bot.domain.contacts import Contact
from bot.domain.events import Event
from bot.domain.gifts import Gift
from bot.domain.letters import Letter
from bot.domain.memberships import Membership
from bot.domain.notes import Note, NoteKind
from bot.domain.projects import Project
from bot.domain.records import StoredRecord
from bot.domain.tasks import Task
from bot.domain.visits import Visit
from bot.message import Invocation
from bot.parsing.dates import format_period
from bot.parsing.theme_names import theme_label
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
        case Note():
            head = t(TERMS[details.kind])
        case Gift():
            head = gift_head(details, t)
        case Letter():
            head = letter_head(details, t)
        case Contact() | Membership() | Project() | Task():
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
            when = format_period(period, t.language) if period else ""
            body = [" · ".join(filter(None, [details.about, "; ".join(places)])), when, details.text]
        case Task():
            body = task_lines(stored, details, view)
        case Gift():
            body = gift_lines(stored, details, view)
        case Letter():
            body = letter_lines(stored, details, view)
        case _:
            assert_never(details)
    if stored.owner:
        body.append(t("Owner: {name}", name=stored.owner))
    if stored.record.themes:
        body.append(
            t("Themes: {themes}", themes=", ".join(theme_label(theme, t.language) for theme in stored.record.themes))
        )
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
            kind = "" if details.kind is NoteKind.NOTE else t(TERMS[details.kind])
            what = ": ".join(filter(None, [" · ".join(filter(None, [kind, names])), details.text]))
        case Gift():
            what = ": ".join(filter(None, [names or details.who, f"{gift_head(details, t)}, {details.what}"]))
        case Letter():
            what = ": ".join(
                filter(None, [names, ", ".join(filter(None, [letter_head(details, t), details.occasion]))])
            )
        case Event() | Membership() | Project() | Task():
            what = record.title
        case _:
            assert_never(details)
    return what if len(what) <= 80 else what[:79] + "…"


def line_of(stored: StoredRecord, view: View) -> str:
    """One line of a list: "V12 · 3 May 2025 · Tirana: Technical visit"."""
    record = stored.record
    if isinstance(record.details, Task):
        return task_line(stored, view)
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
    head = bold(("✓ " if done else "") + head_of(stored, view))
    blocks: list[Block] = [lines([head, *body_of(stored, view), *travel_lines(stored, view)])]
    buttons: list[Button] = []
    if not stored.voided_at:
        details = stored.record.details
        if isinstance(details, Visit) and details.direction is None:
            blocks.append(lines([t("Who went where?")]))
            blocks.append(Buttons(tuple(direction_buttons(stored, view))))
        if isinstance(details, Note) and details.kind is NoteKind.LESSON:
            blocks.append(lines([t("What is it?")]))
            blocks.append(Buttons(tuple(lesson_buttons(stored, view))))
        if isinstance(details, Task) and details.done_on is None:
            buttons.append(done_button(stored, t))
        if change_set is not None:
            buttons.append(Button(t("Undo"), Invocation("undo", str(change_set))))
        buttons.extend(approval_buttons(stored, view))
        buttons.append(Button(t("Edit"), Invocation("edit", stored.short_id)))
        if isinstance(details, Agreement | Membership) and change_set is None:
            buttons.append(Button(t("Papers"), Invocation("files", stored.short_id)))
        buttons.extend(other_days_buttons(stored, view))
        buttons.extend(more)
        buttons.extend(follow_up_buttons(stored, view))
    if buttons:
        blocks.append(Buttons(tuple(buttons)))
    return Reply(tuple(blocks), record_id=stored.id)
