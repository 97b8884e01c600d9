"""``/undo`` and ``/history``: taking back one's own last change, and who changed what."""

from dataclasses import dataclass
from zoneinfo import ZoneInfo

from bot.cards.drafts import occasion_word
from bot.cards.records import line_of
from bot.domain.occasions import Occasion
from bot.domain.partners import Partner
from bot.domain.records import StoredRecord, read_short_id
from bot.errors import BotError
from bot.folding import fold
from bot.handlers.edits import describe_changes
from bot.handlers.partnership import view_of
from bot.handlers.records import read_record
from bot.i18n import N_
from bot.parsing.dates import format_day, format_period
from bot.parsing.partner_lookup import read_partner
from bot.permissions import Permission
from bot.reply import Reply, bold, lines
from bot.request import Request
from bot.router import Command
from bot.storage import audit, partners, records
from bot.storage.audit import Action, AuditEntry
from bot.storage.questions import close_question, find_question

SHOWN = 10


class NothingToUndo(BotError):
    """The speaker has changed nothing in this chat that could be taken back."""

    text = N_("There is nothing of yours to undo in this chat.")


class AlreadyUndone(BotError):
    """The change set was taken back before."""

    text = N_("That was undone already.")


class NotYours(BotError):
    """Only one's own changes can be undone."""

    text = N_("That change is {name}'s. Only they can undo it.")
    advice = N_("You can /edit or /void the record instead.")


class ChangedSince(BotError):
    """Somebody changed the record after the change that should be undone."""

    text = N_("{id} was changed since, by {name}. Nothing was undone.")
    advice = N_("/history {id} shows how; /edit {id} or /void {id} change it.")


@dataclass(frozen=True, slots=True)
class Undo:
    """``change_set`` None means the speaker's last one in this chat."""

    change_set: int | None


def read_undo(text: str, request: Request) -> Undo:
    """Nothing, an id, or a button's change set. Raises ``NoSuchRecord`` for anything else."""
    if fold(text) in ("", "al", "last", "son"):
        return Undo(None)
    if text.isascii() and text.isdigit() and 12 < len(text) < 20:
        return Undo(int(text))
    stored = read_record(text, request)
    last = audit.last_standing_change(request.db, request.team_id, stored.id, after=0)
    if last is None:
        raise AlreadyUndone()
    return Undo(last.change_set)


def undo(request: Request, arguments: Undo) -> Reply:
    """Take a change set back, the newest change first, unless a record has changed since.

    A question that was asked after it is what the speaker means: it is dismissed instead.
    """
    chosen = arguments.change_set
    if chosen is None:
        chosen = audit.last_change_set(request.db, request.team_id, request.chat_id, request.actor.member_id)
        of_chat = (request.chat_id, request.message.chat, request.actor.member_id)
        question = find_question(request.db, *of_chat, now=request.now)
        if question and question.message_id > (chosen or 0):
            close_question(request.db, *of_chat)
            return Reply((lines([request.t("All right. Nothing was stored.")]),))
    if chosen is None:
        raise NothingToUndo()
    taken = take_back(request, chosen)
    return Reply(
        (lines([bold("✓ " + request.t("Undone")), *taken.said]),),
        record_id=taken.record_id,
        replaces=True,
    )


@dataclass(frozen=True, slots=True)
class TakenBack:
    """What was undone, a line each, and the record that it was about, if any."""

    said: tuple[str, ...]
    record_id: int | None


def take_back(request: Request, change_set: int) -> TakenBack:
    """Revert a change set. Raises ``NothingToUndo``, ``NotYours``, ``AlreadyUndone``, ``ChangedSince``."""
    entries = audit.entries_of_set(request.db, request.team_id, change_set)
    if not entries:
        raise NothingToUndo()
    if entries[0].member_id != request.actor.member_id:
        raise NotYours(name=entries[0].member_name)
    if audit.is_undone(request.db, request.team_id, request.chat_id, request.actor.member_id, change_set):
        raise AlreadyUndone()
    done = [_revert(request, entry, change_set) for entry in reversed(entries)]
    record_id = next((entry.record_id for entry in entries if entry.record_id is not None), None)
    return TakenBack(tuple(filter(None, done)), record_id)


def _revert(request: Request, entry: AuditEntry, change_set: int) -> str:
    if entry.record_id is not None:
        return _revert_record(request, entry, change_set)
    if entry.action is Action.TEMPLATE and entry.before is not None:
        occasion, language = Occasion(entry.before["occasion"]), str(entry.before["language"])
        request.changes.set_template(occasion, language, entry.before["text"], reverts=change_set)
        return request.t(
            "{occasion} ({language}): the letter is as it was.",
            occasion=occasion_word(occasion, request.t),
            language=request.t.language_name(language),
        )
    if entry.partner_id is None:
        return ""
    return _revert_partner(request, entry, entry.partner_id, change_set)


def _revert_record(request: Request, entry: AuditEntry, change_set: int) -> str:
    t = request.t
    stored = records.load_record(request.db, request.team_id, entry.record_id or 0)
    if entry.action is Action.ATTACH:
        if not entry.after:
            return ""
        name = str(entry.after["name"])
        request.changes.detach(stored, entry.after["file"], name, reverts=change_set)
        return t("{id}: {name} is no longer attached", id=stored.short_id, name=name)
    if since := audit.last_standing_change(request.db, request.team_id, stored.id, after=entry.version or 0):
        raise ChangedSince(id=stored.short_id, name=since.member_name)
    view = view_of(request, [stored])
    if entry.action is Action.CREATE:
        request.changes.void(stored, reverts=change_set)
        return t("No longer counts: {record}", record=line_of(stored, view))
    if entry.action is Action.VOID:
        request.changes.restore(stored, reverts=change_set)
        return t("Counts again: {record}", record=line_of(stored, view))
    if entry.action is Action.EDIT and entry.before is not None:
        before = records.read_snapshot(entry.before)
        after = request.changes.edit(stored, before, reverts=change_set)
        return f"{stored.short_id}: " + describe_changes(request, stored.record, after.record)
    return ""


def _revert_partner(request: Request, entry: AuditEntry, partner_id: int, change_set: int) -> str:
    t = request.t
    known = partners.load_partners(request.db, request.team_id, [partner_id]).get(partner_id)
    if known is None:
        return ""
    name = known.name_in(t.language)
    if entry.action is Action.CREATE and not partners.is_used(request.db, request.team_id, partner_id):
        request.changes.void_partner(partner_id, reverts=change_set)
        return t("{partner} is no longer among your partners.", partner=name)
    if entry.action is Action.VOID:  # an undo that is itself undone
        request.changes.restore_partner(partner_id, reverts=change_set)
        return ""
    if entry.action is Action.ALIAS and entry.after:
        request.changes.remove_alias(partner_id, str(entry.after["alias"]), reverts=change_set)
        return t("{partner} is no longer called “{alias}”.", partner=name, alias=entry.after["alias"])
    if entry.action is Action.ALIAS and entry.before:  # an undo that is itself undone
        request.changes.add_alias(partner_id, str(entry.before["alias"]), reverts=change_set)
        return ""
    if entry.action is Action.LABEL and entry.before is not None:
        request.changes.set_label(known, entry.before["label"], reverts=change_set)
        return t("{partner} has its former country line again.", partner=name)
    if entry.action is Action.ELECTION and entry.before is not None:
        request.changes.set_election(known, records.read_period(entry.before["election"]), reverts=change_set)
        return t("{partner}: the election is as it was.", partner=name)
    return ""


@dataclass(frozen=True, slots=True)
class History:
    """What changed: a record, a partner, or neither for the whole team's latest changes."""

    stored: StoredRecord | None = None
    partner: Partner | None = None


def read_history(text: str, request: Request) -> History:
    """An id, a partner, or nothing."""
    if not text:
        return History()
    if read_short_id(text):
        return History(read_record(text, request))
    return History(partner=read_partner(text, request.context))


def history(request: Request, arguments: History) -> Reply:
    """Who changed what, the latest first."""
    t = request.t
    if arguments.partner:
        entries = audit.entries_of_partner(request.db, request.team_id, arguments.partner.id, limit=SHOWN)
        title = t("History of {id}", id=arguments.partner.name_in(t.language))
    elif arguments.stored is None:
        entries = audit.latest_entries(request.db, request.team_id, limit=SHOWN)
        title = t("Latest changes")
    else:
        entries = audit.entries_of_record(request.db, request.team_id, arguments.stored.id, limit=SHOWN)
        title = t("History of {id}", id=arguments.stored.short_id)
    if not entries:
        return Reply((lines([bold(title), t("Nothing here yet.")]),))
    found = records.load_records(
        request.db, request.team_id, list(dict.fromkeys(entry.record_id for entry in entries if entry.record_id))
    )
    view = view_of(request, found)
    by_id = {stored.id: stored for stored in found}
    ids = [entry.partner_id for entry in entries if entry.partner_id]
    called = partners.load_partners(request.db, request.team_id, ids).values()
    named = {partner.id: partner.name_in(t.language) for partner in called}
    rows = []
    for entry in entries:
        stored = by_id.get(entry.record_id or 0)
        when = entry.at.astimezone(ZoneInfo(request.team.timezone))
        about = line_of(stored, view) if stored and arguments.stored is None else ""
        if not stored and arguments.partner is None:
            about = named.get(entry.partner_id or 0, "")
        done = _done(request, entry)
        moment = f"{format_day(when.date(), t.language, weekday=False)}, {when:%H:%M}"
        rows.append(f"{moment} · {entry.member_name}: " + ", ".join(filter(None, [done, about])))
    return Reply((lines([bold(title), *rows]),), record_id=arguments.stored.id if arguments.stored else None)


def _done(request: Request, entry: AuditEntry) -> str:
    t = request.t
    words = {
        Action.CREATE: t("logged"),
        Action.VOID: t("voided"),
        Action.RESTORE: t("restored"),
        Action.EDIT: t("changed"),
        Action.ATTACH: t("attached a file"),
    }
    if entry.reverts is not None:
        return t("undone")
    if entry.action is Action.ALIAS and entry.after:
        return t("one more name, “{alias}”", alias=entry.after["alias"])
    if entry.action is Action.LABEL and entry.after:
        return t("country line, “{label}”", label=entry.after["label"] or t("the usual one"))
    if entry.action is Action.ELECTION and entry.after:
        period = records.read_period(entry.after["election"])
        return t("election: {date}", date=format_period(period, t.language, weekday=False) if period else "–")
    if entry.action is Action.TEMPLATE and entry.after:
        return t("letter changed, {occasion}", occasion=occasion_word(Occasion(entry.after["occasion"]), t))
    if entry.action is Action.CREATE and entry.record_id is None:
        return t("became a partner")
    if entry.action is Action.EDIT and entry.before and entry.after:
        return describe_changes(request, records.read_snapshot(entry.before), records.read_snapshot(entry.after))
    return words.get(entry.action, t("changed"))


UNDO = Command(
    name="undo",
    names={"tr": ("gerial", "geri")},
    help=N_("Take back your last change here"),
    usage=N_("/undo takes back the last thing you logged or changed in this chat; again goes further back"),
    parse=read_undo,
    handle=undo,
    permission=Permission.WRITE,
    words=("geri al",),
)
HISTORY = Command(
    name="history",
    names={"tr": ("gecmis",)},
    help=N_("Who changed what, and when"),
    usage=N_("/history V12, /history Tirana, or /history for the latest changes of all"),
    parse=read_history,
    handle=history,
)
