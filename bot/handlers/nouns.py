"""What all nouns share: after one, an id or a known name shows, nothing lists the latest, anything more logs."""

from collections.abc import Callable
from dataclasses import dataclass, replace
from typing import Any

from bot.cards.records import line_of, record_card
from bot.cards.terms import LISTS
from bot.domain.notes import NoteKind
from bot.domain.partners import Partner
from bot.domain.records import Kind, Record, StoredRecord, read_short_id
from bot.errors import BotError
from bot.folding import fold
from bot.handlers.partnership import view_of, view_with
from bot.handlers.records import read_record
from bot.i18n import MessageId
from bot.message import Invocation
from bot.parsing.owners import find_owner, without_owner
from bot.permissions import NotPermitted, Permission
from bot.reply import Button, Buttons, Reply, bold, lines
from bot.request import Request
from bot.router import Command
from bot.storage.records import load_records
from bot.storage.search import Search, count_records, find_records

LISTED = 8
_LONGEST_NAME = 60


@dataclass(frozen=True, slots=True)
class Show:
    """One stored record."""

    stored: StoredRecord


@dataclass(frozen=True, slots=True)
class Latest:
    """The latest of a kind; of one partner, if given. ``note_kinds`` narrows notes, and ``title`` says to what."""

    kind: Kind
    partner: Partner | None = None
    note_kinds: tuple[NoteKind, ...] = ()
    title: MessageId | None = None


@dataclass(frozen=True, slots=True)
class Owned:
    """The arguments of a new record, and who is to look after it."""

    arguments: Any
    member_id: int


def noun_command(
    kind: Kind,
    *,
    names: dict[str, tuple[str, ...]],
    help: MessageId,  # noqa: A002 - the name of the command's field
    usage: MessageId,
    read: Callable[[str, Request], Any],
    log: Callable[[Request, Any], Reply],
    words: tuple[str, ...] = (),
    name: str = "",
    note_kinds: tuple[NoteKind, ...] = (),
    title: MessageId | None = None,
    takes_partner_alone: bool = False,
) -> Command:
    """The command of a noun. ``read`` reads the arguments of a new record, ``log`` stores it.

    ``name`` is for a further command of the same noun, which lists ``note_kinds`` under ``title``. With
    ``takes_partner_alone`` a partner's name is enough to log, and lists nothing.
    """

    def read_new(text: str, request: Request) -> Any:
        # In a note or a signature the word may be one of the text.
        owner = find_owner(text, request.context, asks=kind not in _TEXTS) if kind is not Kind.TASK else None
        if owner is None:
            return read(text, request)
        return Owned(read(without_owner(text, owner), request), owner.member_id)

    def parse(text: str, request: Request) -> Any:
        if not text:
            return Latest(kind, None, note_kinds, title)
        short_id = read_short_id(text)
        if short_id and short_id[0] is kind:
            return Show(read_record(text, request))
        bare = not takes_partner_alone and not text.endswith(":")
        known = _known_partner(text, request) if bare else None  # after a colon more should follow
        if known and _has_any(request, Latest(kind, known, note_kinds)):
            return Latest(kind, known, note_kinds, title)
        if kind in _NAMED and (found := _by_title(request, kind, text)):
            return Show(found)
        return read_new(text, request)

    def handle(request: Request, arguments: Any) -> Reply:
        match arguments:
            case Show():
                return record_card(arguments.stored, view_of(request, [arguments.stored]))
            case Latest():
                return latest(request, arguments)
            case _:
                if not request.actor.may(Permission.WRITE):  # a viewer may look, with the same command
                    raise NotPermitted(command=names.get(request.language, (name or kind.value,))[0])
                if isinstance(arguments, Owned):
                    return log(replace(request, owner_id=arguments.member_id), arguments.arguments)
                return log(request, arguments)

    return Command(
        name=name or kind.value,
        names=names,
        help=help,
        usage=usage,
        parse=parse,
        log=read_new,
        handle=handle,
        noun=kind,
        words=words,
    )


_TEXTS = (Kind.CONTACT, Kind.NOTE)
_NAMED = (Kind.CONTACT, Kind.MEMBERSHIP, Kind.PROJECT)


def _known_partner(text: str, request: Request) -> Partner | None:
    """The team's partner of that name, or of the place that has it: "Ulaanbaatar" where Ulan Bator was logged."""
    if len(text) > _LONGEST_NAME:
        return None
    try:
        found = request.context.partners.look_up(text)
    except BotError:  # several places; none of them is a partner
        return None
    return found if isinstance(found, Partner) else None


def _has_any(request: Request, wanted: Latest) -> bool:
    return bool(find_records(request.db, request.team_id, _search(wanted), limit=1))


def _search(wanted: Latest) -> Search:
    partner_id = wanted.partner.id if wanted.partner else None
    return Search(kinds=[wanted.kind], partner_id=partner_id, note_kinds=wanted.note_kinds)


def _by_title(request: Request, kind: Kind, text: str) -> StoredRecord | None:
    """The record that is called just so (folded), or by its acronym."""
    words = fold(text).split()
    if not words:
        return None
    ids = find_records(request.db, request.team_id, Search(kinds=[kind], words=words), limit=5)
    for stored in load_records(request.db, request.team_id, ids):
        acronym = getattr(stored.record.details, "acronym", "")
        if fold(text) in (fold(stored.record.title), fold(acronym)):
            return stored
    return None


def log_record(request: Request, record: Record, partners: dict[int, Partner]) -> Reply:
    """Store a record and answer with its card."""
    if record.owner_id is None and request.owner_id is not None:
        record = replace(record, owner_id=request.owner_id)
    stored = request.changes.log(record, partners)
    return logged_card(request, stored, partners)


def logged_card(request: Request, stored: StoredRecord, partners: dict[int, Partner]) -> Reply:
    """The card of what was just stored, with Undo."""
    return record_card(stored, view_with(request, partners), done=True, change_set=request.changes.id)


def latest(request: Request, wanted: Latest) -> Reply:
    """The latest records of a kind, one a line."""
    t = request.t
    search = _search(wanted)
    ids = find_records(request.db, request.team_id, search, limit=LISTED)
    title = t(wanted.title or LISTS[wanted.kind])
    if wanted.partner:
        title += f" · {wanted.partner.name_in(t.language)}"
    if not ids:
        return Reply((lines([bold(title), t("Nothing here yet.")]),))
    return record_list(request, title, ids, count_records(request.db, request.team_id, search))


def record_list(request: Request, title: str, ids: list[int], total: int) -> Reply:
    """Records one a line, with how many more there are; a single one is shown whole."""
    t = request.t
    found = load_records(request.db, request.team_id, ids)
    view = view_of(request, found)
    if total == 1 and len(found) == 1:
        return record_card(found[0], view)
    rows = [line_of(stored, view) for stored in found]
    more = total - len(found)
    if more > 0:
        rows.append(t.plural("… and {n} more", "… and {n} more", more))
    buttons = tuple(Button(stored.short_id, Invocation("show", stored.short_id)) for stored in found[:4])
    return Reply((lines([bold(title), *rows]), Buttons(buttons)))
