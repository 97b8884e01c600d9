"""``/files``, and what is sent with a message: a photo or a paper belongs to a record."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from zoneinfo import ZoneInfo

from bot.domain.files import LARGEST, SHOWN, StoredFile
from bot.domain.records import StoredRecord
from bot.errors import BotError, Question
from bot.handlers.records import read_record
from bot.i18n import N_, Translator
from bot.message import Attachment, Invocation, LeftOut
from bot.permissions import Permission
from bot.reply import Block, Button, Buttons, File, Image, Reply, bold, lines
from bot.request import Request
from bot.router import Command
from bot.storage import audit, inbox
from bot.storage.files import files_of
from bot.storage.records import load_record

NOT_KEPT = N_("The file was not kept: send it as an answer to a card, or with /log in its caption.")
NOT_KEPT_YET = N_("The file was not kept: send it again, as an answer to the card that comes.")


class FileNotKept(BotError):
    """A file that came with the message is not kept, and the text says so."""


class FileTooLarge(FileNotKept):
    """More than a bot may download."""

    text = N_("{name} is too large: {size} MB, and {largest} fit. Nothing was stored.")
    advice = N_("Send a smaller copy, or note where it lies: /note V12: in the archive, folder 7.")


class OnlyFiles(FileNotKept):
    """A sticker, a video, a voice."""

    text = N_("I keep photos and documents only.")


_LEFT_OUT = {
    LeftOut.KIND: N_("Only photos and documents are kept: the rest was not."),
    LeftOut.ALBUM: N_("Here only the first of several photos reaches me: send the others as an answer to the card."),
}


def attach(request: Request, stored: StoredRecord) -> Reply:
    """Keep what came with the message with the record; without anything, show what is kept. Raises ``FileTooLarge``."""
    if not request.message.attachments:
        return show_files(request, Files(stored))
    t = request.t
    row = lines([bold(f"✓ {stored.short_id}: {_attach(request, stored)}")])
    undo = Button(t("Undo"), Invocation("undo", str(request.changes.id)))
    shown = Button(t("Files"), Invocation("files", stored.short_id))
    return Reply((row, Buttons((undo, shown))), record_id=stored.id)


def keep_attachments(request: Request, reply: Reply) -> Reply:
    """The reply to a command, with what came along kept: with the record that was answered, else the one just logged.

    What is not kept is said. Raises ``FileTooLarge``.
    """
    message, t = request.message, request.t
    row = ""
    if message.attachments and not audit.has_attached(request.db, request.team_id, request.changes.id):
        stored = _belongs_to(request, reply)
        row = f"{stored.short_id}: {_attach(request, stored)}" if stored else t(NOT_KEPT)
    return with_line(reply, row, t(_LEFT_OUT[message.left_out]) if message.left_out else "")


def _belongs_to(request: Request, reply: Reply) -> StoredRecord | None:
    message, record_id = request.message, None
    if message.reply_to is not None:
        record_id = inbox.record_of_post(request.db, request.team_id, request.chat_id, message.reply_to)
    if record_id is None and audit.has_logged(request.db, request.team_id, request.changes.id):
        record_id = reply.record_id
    if record_id is None or not request.actor.may(Permission.WRITE):
        return None
    return load_record(request.db, request.team_id, record_id)


def with_line(reply: Reply, *rows: str) -> Reply:
    """The reply with lines of their own below its first block; empty ones are left out."""
    if not any(rows):
        return reply
    first, *others = reply.blocks
    return replace(reply, blocks=(first, lines(rows), *others))


def not_kept(request: Request, error: BotError, reply: Reply) -> Reply:
    """The answer to a message that was refused, with what became of the file that it brought."""
    if not request.message.attachments or isinstance(error, FileNotKept):
        return reply
    return with_line(reply, request.t(NOT_KEPT_YET if isinstance(error, Question) else NOT_KEPT))


def _attach(request: Request, stored: StoredRecord) -> str:
    names = []
    for file in request.message.attachments:
        name = _named(file, request)
        if file.size > LARGEST:
            raise FileTooLarge(name=name, size=_megabytes(file.size), largest=_megabytes(LARGEST))
        request.changes.attach(stored, request.message.chat, replace(file, name=name))
        names.append(name)
    return request.t("{names} attached", names=", ".join(names))


def _named(file: Attachment, request: Request) -> str:
    """Its name; a photo without one is called by when it was sent, as the team's clock said."""
    sent_at = request.message.sent_at.astimezone(ZoneInfo(request.team.timezone))
    return file.name[-80:] or request.t("photo {time}.jpg", time=f"{sent_at:%Y-%m-%d %H.%M}")


def _megabytes(size: int) -> str:
    return f"{size / 1024 / 1024:.0f}"


@dataclass(frozen=True, slots=True)
class Files:
    """The files of one record."""

    stored: StoredRecord


def show_files(request: Request, wanted: Files) -> Reply:
    """What is here is sent, the latest of many; of the rest it is said why not."""
    t, stored = request.t, wanted.stored
    found = files_of(request.db, request.team_id, stored.id)
    if not found:
        how = t("Send a photo or PDF as an answer to its card.")
        return Reply((lines([bold(t("{id} has no files.", id=stored.short_id)), how]),), record_id=stored.id)
    here = [file for file in found if file.is_here][-SHOWN:]
    title = f"{stored.short_id} · " + t.plural("{n} file", "{n} files", len(found))
    rows = [title_row(file, t) for file in _not_sent(found, here)]
    blocks: list[Block] = [lines([bold(title), *rows])]
    blocks += [Image(file.id, file.name) if file.is_picture else File(file.id, file.name) for file in here]
    return Reply(tuple(blocks), record_id=stored.id)


def _not_sent(found: Sequence[StoredFile], here: Sequence[StoredFile]) -> list[StoredFile]:
    return [file for file in found if file not in here]


def title_row(file: StoredFile, t: Translator) -> str:
    """A file that is not sent along, and why."""
    if file.is_lost:
        return t("⚠ {name}: could not be fetched, please send it again", name=file.name)
    return t("{name}: on its way, ask again in a minute", name=file.name) if not file.is_here else file.name


ATTACH = Command(
    name="attach",
    names={},
    help=N_("Keep a file with a record"),
    usage=N_("A photo or PDF as an answer to a card"),
    parse=read_record,
    handle=attach,
    permission=Permission.WRITE,
    listed=False,
)
FILES = Command(
    name="files",
    names={"tr": ("evrak", "dosyalar")},
    help=N_("Photos and papers of a record"),
    usage=N_("/files V12\nTo add one, send a photo or PDF as an answer to the card, or with /log in its caption."),
    parse=lambda text, request: Files(read_record(text, request)),
    handle=show_files,
)
