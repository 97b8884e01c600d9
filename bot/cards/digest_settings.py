"""How a chat's digest is set, in words, and the buttons that change it."""

from collections.abc import Sequence

from bot.cards.team import language_words
from bot.domain.schedules import Schedule
from bot.i18n import MessageId, Translator
from bot.message import Invocation
from bot.parsing.dates import format_day
from bot.parsing.digest import DAYS
from bot.reply import Button, Buttons, Reply, bold, lines


def settings_card(
    schedule: Schedule,
    usual_leads: Sequence[int],
    sections: Sequence[tuple[str, MessageId]],
    t: Translator,
    *,
    direct: bool,
) -> Reply:
    """Everything that can be set. ``sections`` are all, by name and title; ``direct`` is a chat with one person."""
    off = [t(title) for name, title in sections if name in schedule.sections]
    leads = ", ".join(map(str, schedule.lead_days or usual_leads))
    rows = [
        when_line(schedule, t),
        next_line(schedule, t),
        t("Language: {language}", language=language_words(schedule.spoken)),
        t("Without: {sections}", sections=", ".join(off)) if off else t("Sections: all"),
        t("Last days: {days} days ahead", days=leads),
        empty_words(schedule.says_empty, t),
        mine_line(schedule, t) if direct else "",
    ]
    switch = Button(t("Turn off"), _set("off")) if schedule.is_on else Button(t("Turn on"), _set("on"))
    buttons = [
        switch,
        Button(t("Day"), _set("weekday")),
        Button(t("Hour"), _set("time")),
        Button(t("Sections"), _set("sections")),
        Button(t("Lead times"), _set("lead")),
        Button(t("Language"), _set("language")),
        Button(empty_words(not schedule.says_empty, t), _set("empty nothing" if schedule.says_empty else "empty line")),
    ]
    if direct:
        buttons.append(
            Button(t("Everybody's"), _set("mine off"))
            if schedule.member_id
            else Button(t("Mine only"), _set("mine on"))
        )
    return Reply((lines([bold(t("Weekly agenda: settings")), *rows]), Buttons(tuple(buttons))))


def when_line(schedule: Schedule, t: Translator) -> str:
    """ "On: Monday 09:00, Europe/Istanbul"."""
    if not schedule.is_on:
        return t("Off. /digest shows it at any time.")
    when = {"day": t(DAYS[schedule.weekday]), "time": schedule.at_time, "zone": schedule.zone.key}
    return t("On: {day} {time}, {zone}", **when)


def next_line(schedule: Schedule, t: Translator) -> str:
    """ "Next: Tuesday, 20 May 2025"; "" while it is off."""
    if schedule.next_at is None:
        return ""
    day = schedule.next_at.astimezone(schedule.zone).date()
    return t("Next: {when}", when=format_day(day, t.language))


def empty_words(says: bool, t: Translator) -> str:
    """What an empty week says."""
    return t("An empty week: one line") if says else t("An empty week: nothing")


def mine_line(schedule: Schedule, t: Translator) -> str:
    """Whose."""
    return t("Whose: mine only") if schedule.member_id else t("Whose: everybody's")


def sections_card(schedule: Schedule, sections: Sequence[tuple[str, MessageId]], t: Translator) -> Reply:
    """Each section with its switch, in the order in which they come."""
    rows, buttons = [], []
    for name, title in sections:
        is_on = name not in schedule.sections
        rows.append(("✓ " if is_on else "– ") + t(title))
        label = t("Hide: {section}", section=t(title)) if is_on else t("Show: {section}", section=t(title))
        buttons.append(Button(label, _set(f"sections {'off' if is_on else 'on'} {name}")))
    return Reply((lines([bold(t("Weekly agenda: sections")), *rows]), Buttons(tuple(buttons))))


def _set(words: str) -> Invocation:
    return Invocation("digest", words)
