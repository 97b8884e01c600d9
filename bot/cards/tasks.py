"""Tasks in words: the card's lines, a line of a list, and what usually follows a visit."""

from collections.abc import Mapping

from bot.cards.values import View, partner_line
from bot.domain.records import Kind, StoredRecord
from bot.domain.tasks import Task, UsualTask, days_late, offers_follow_up
from bot.domain.visits import Paper
from bot.i18n import N_, MessageId, Translator
from bot.message import Invocation
from bot.parsing.dates import format_day, format_period
from bot.reply import Button

USUAL: Mapping[UsualTask, MessageId] = {
    UsualTask.LETTER: N_("thank-you letter"),
    UsualTask.MINUTES: N_("minutes"),
    UsualTask.GIFT: N_("gift entry"),
}
"""What follows a visit or event where the team has made no list of its own."""
_PAPERS: Mapping[Paper, MessageId] = {
    Paper.PROGRAMME: N_("programme"),
    Paper.PURPOSE: N_("purpose"),
    Paper.OUTCOME: N_("outcome"),
}
_LINE = 80


def follow_up_buttons(stored: StoredRecord, view: View) -> list[Button]:
    """To log what usually follows, below a visit or an event that is just over."""
    if stored.record.kind not in (Kind.VISIT, Kind.EVENT) or not offers_follow_up(stored.record.period, view.today):
        return []
    return [Button(view.t("Add follow-ups"), Invocation("follow_up", stored.short_id))]


def task_lines(stored: StoredRecord, task: Task, view: View) -> list[str]:
    """The card below its head."""
    t = view.t
    partners = [view.partners[link.partner_id] for link in stored.record.links if link.partner_id in view.partners]
    period = stored.record.period
    due = t("Due: {date}", date=format_period(period, t.language)) if period else t("undated")
    rows = [
        task.text,
        " · ".join(filter(None, [task.about, "; ".join(partner_line(partner, t) for partner in partners)])),
        due if task.done_on else " · ".join(filter(None, [due, lateness(stored, task, view)])),
    ]
    if task.done_on:
        rows.append(done_line(task, t))
    return rows


def done_line(task: Task, t: Translator) -> str:
    """ "Done: 4 May 2026 · Ayşe"; "" while it is open."""
    if task.done_on is None:
        return ""
    day = format_day(task.done_on, t.language, weekday=False)
    return " · ".join(filter(None, [t("Done: {date}", date=day), task.done_by]))


def lateness(stored: StoredRecord, task: Task, view: View) -> str:
    """ "3 days late"; "" for what is not."""
    period = stored.record.period
    late = 0 if task.done_on else days_late(period.end if period else None, view.today)
    return view.t.plural("{n} day late", "{n} days late", late) if late else ""


def task_line(stored: StoredRecord, view: View, *, owner: bool = True) -> str:
    """One line of a list: "T9 · minutes · V12 · 6 days late · Ayşe"."""
    t = view.t
    task = stored.record.details
    if not isinstance(task, Task):
        raise TypeError(f"{stored.short_id} is no task")
    period = stored.record.period
    when = lateness(stored, task, view) or (format_period(period, t.language, weekday=False) if period else "")
    text = task.text if len(task.text) <= _LINE else task.text[: _LINE - 1] + "…"
    names = [
        view.partners[link.partner_id].name_in(t.language)
        for link in stored.record.links[:1]
        if link.partner_id in view.partners
    ]
    about = " ".join(filter(None, [task.about, *names]))
    return " · ".join(filter(None, [stored.short_id, text, about, when, stored.owner if owner else ""]))


def done_button(stored: StoredRecord, t: Translator, *, named: bool = False) -> Button:
    """Marks a task as done; ``named`` where several stand below each other."""
    label = t("Done: {id}", id=stored.short_id) if named else t("Done")
    return Button(label, Invocation("done", stored.short_id))


def papers_line(papers: tuple[Paper, ...], t: Translator) -> str:
    """ "⚠ Not on record: programme, outcome"."""
    return t("⚠ Not on record: {papers}", papers=paper_names(papers, t))


def paper_names(papers: tuple[Paper, ...], t: Translator) -> str:
    """ "programme, outcome"."""
    return ", ".join(t(_PAPERS[paper]) for paper in papers)
