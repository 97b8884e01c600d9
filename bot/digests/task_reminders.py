"""What is said to whoever looks after a task or a visit: that it is due, and what an audit will ask for.

Made when it is sent: what has been done meanwhile is not said.
"""

from bot.cards.records import record_card
from bot.cards.tasks import paper_names
from bot.cards.visits import visit_head
from bot.digests.section import Edition
from bot.domain.records import StoredRecord
from bot.domain.tasks import Task
from bot.domain.visits import Visit, papers_wanted
from bot.message import Invocation
from bot.parsing.dates import format_period
from bot.reply import Button, Buttons, Reply, Span, bold, lines


def task_reminder(edition: Edition, stored: StoredRecord) -> Reply | None:
    """The card of a task that is due; None for one that is done, void or has been put off."""
    task, period = stored.record.details, stored.record.period
    if not isinstance(task, Task) or task.done_on or stored.voided_at:
        return None
    if period is None or period.end > edition.today:
        return None
    head = edition.t("Overdue:") if period.end < edition.today else edition.t("Due today:")
    card = record_card(stored, edition.view([stored]))
    return Reply((lines([bold(head)]), *card.blocks), record_id=stored.id)


def papers_question(edition: Edition, stored: StoredRecord) -> Reply | None:
    """What a visit still lacks, and how to say it: an answer to this post."""
    visit, t = stored.record.details, edition.t
    if not isinstance(visit, Visit) or stored.voided_at or not papers_wanted(visit):
        return None
    view = edition.view([stored])
    names = [view.partners[link.partner_id].name_in(t.language) for link in stored.record.links]
    when = format_period(stored.record.period, t.language, weekday=False)
    head = " · ".join([stored.short_id, visit_head(visit, t), *names, when])
    rows: list[str | Span] = [
        bold(head),
        t("Could you add: {papers}? An auditor will ask for it.", papers=paper_names(papers_wanted(visit), t)),
        t("Answer this message, for example: outcome: we agreed on a pilot"),
    ]
    buttons = (Button(t("Show"), Invocation("show", stored.short_id)),)
    return Reply((lines(rows), Buttons(buttons)), record_id=stored.id)
