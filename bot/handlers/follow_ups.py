"""What usually follows a visit or event is logged with one button."""

from bot.cards.tasks import USUAL, task_line
from bot.domain.periods import Period
from bot.domain.records import Kind, Link, Record, StoredRecord
from bot.domain.tasks import Task, follow_up_day
from bot.errors import BotError
from bot.folding import fold
from bot.handlers.edits import VoidRecord
from bot.handlers.partnership import view_with
from bot.handlers.records import read_record
from bot.i18n import N_
from bot.message import Invocation
from bot.permissions import Permission
from bot.reply import Button, Buttons, Reply, bold, lines
from bot.request import Request
from bot.router import Command
from bot.storage.partners import load_partners
from bot.storage.tasks import texts_about, usual_tasks


class NothingFollows(BotError):
    """Neither a visit nor an event."""

    text = N_("Only a visit or an event has follow-ups of its own.")


class AllThere(BotError):
    """What usually follows was logged before."""

    text = N_("The follow-ups of {id} are there already.")
    advice = N_("/tasks lists them.")


def follow_up(request: Request, stored: StoredRecord) -> Reply:
    """Log what usually follows, by the team's list. Raises ``NothingFollows``, ``VoidRecord`` and ``AllThere``."""
    t = request.t
    if stored.record.kind not in (Kind.VISIT, Kind.EVENT):
        raise NothingFollows()
    if stored.voided_at:
        raise VoidRecord(id=stored.short_id)
    own = usual_tasks(request.db, request.team_id)
    texts = [t(text) for text in USUAL.values()] if own is None else own
    there = {fold(text) for text in texts_about(request.db, request.team_id, stored.short_id)}
    wanted = [text for text in texts if fold(text) not in there]
    if not wanted:
        raise AllThere(id=stored.short_id)
    ids = dict.fromkeys(link.partner_id for link in stored.record.links)
    partners = load_partners(request.db, request.team_id, ids)
    day = Period.day(follow_up_day(stored.record.period, request.today))
    view = view_with(request, partners)
    rows = []
    for text in wanted:
        record = Record(
            details=Task(text=text, about=stored.short_id),
            period=day,
            links=tuple(Link(id_) for id_ in ids if id_ in partners),
            owner_id=stored.record.owner_id or request.actor.member_id,
        )
        rows.append(task_line(request.changes.log(record, partners), view))
    title = t.plural("{n} follow-up of {id}", "{n} follow-ups of {id}", len(rows), id=stored.short_id)
    undo = Button(t("Undo"), Invocation("undo", str(request.changes.id)))
    mine = Button(t("Tasks"), Invocation("tasks"))
    return Reply((lines([bold(f"✓ {title}"), *rows]), Buttons((undo, mine))))


FOLLOW_UP = Command(
    name="follow_up",
    names={},
    help=N_("Log what usually follows a visit"),
    usage=N_("The button below a visit that is over"),
    parse=read_record,
    handle=follow_up,
    permission=Permission.WRITE,
    listed=False,
)
