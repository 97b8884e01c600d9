"""A reminder: what is ahead, and what to know when preparing for it."""

from collections.abc import Sequence
from dataclasses import replace

from bot.cards.agreements import standing
from bot.cards.deadlines import LastDay, what_is_due
from bot.cards.digest import cut
from bot.cards.elapsed import elapsed
from bot.cards.records import body_of, head_of, line_of
from bot.cards.values import View, first_upper, partner_line
from bot.domain.agreements import Agreement
from bot.domain.periods import Period
from bot.domain.records import StoredRecord
from bot.message import Invocation
from bot.reply import Button, Buttons, Reply, bold, lines


def reminder_card(
    stored: StoredRecord, last: LastDay, view: View, latest: StoredRecord | None, notes: Sequence[StoredRecord]
) -> Reply:
    """A record that has ``last`` ahead, the latest visit with its partner, and the newest notes about it."""
    t = view.t
    away = elapsed(Period.day(last.day), view.today, t)
    details = stored.record.details
    if isinstance(details, Agreement):
        partners = [view.partners[link.partner_id] for link in stored.record.links if link.partner_id in view.partners]
        rows = [
            *(partner_line(partner, t) for partner in partners),
            first_upper(f"{what_is_due(stored, last, view)} ({away})", t.language),
            first_upper(standing(details, view), t.language),
        ]
    else:
        rows = [*body_of(stored, view), first_upper(away, t.language)]
    alone = replace(view, partners={})  # whose these are is on the card already
    if latest:
        rows.append(cut(t("Last visit: {record}", record=line_of(latest, alone))))
    rows.extend(cut(t("Note: {record}", record=" ".join(line_of(note, alone).split()))) for note in notes)
    title = bold(t("Reminder: {record}", record=head_of(stored, view)))
    return Reply((lines([title, *rows]), Buttons(tuple(_buttons(stored, view)))), record_id=stored.id)


def _buttons(stored: StoredRecord, view: View) -> list[Button]:
    t, shown = view.t, stored.short_id
    buttons = [Button(t("Show"), Invocation("show", shown)), Button(t("Snooze"), Invocation("snooze", shown))]
    if not stored.owner:
        buttons.append(Button(t("Take over"), Invocation("take", shown)))
    if isinstance(stored.record.details, Agreement):
        buttons.insert(0, Button(t("Renewal started"), Invocation("renewing", shown)))
    return buttons
