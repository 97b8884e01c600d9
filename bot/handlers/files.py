"""``/files``, and what is sent with a message: a photo or a paper belongs to a record."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from zoneinfo import ZoneInfo

from bot.cards.problems import problem_texts
from bot.domain.files import LARGEST, SHOWN, StoredFile
from bot.domain.notes import Note
from bot.domain.records import Kind, StoredRecord
from bot.errors import BotError, Question
from bot.handlers.records import read_record
from bot.i18n import N_, Translator
from bot.message import Attachment, Invocation, LeftOut
from bot.permissions import Permission
from bot.reply import Block, Button, Buttons, File, Image, Reply, Visibility, bold, lines
from bot.request import Request
from bot.router import UMBRELLA, Command
from bot.storage import audit, inbox
from bot.storage.files import files_of
from bot.storage.questions import OpenQuestion, find_question, keep_with_question
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


def read_attach(text: str, request: Request) -> StoredRecord | OpenQuestion:
    """A record; without an id the question whose answer logs one. Raises as ``read_record``."""
    question = _question(request) if request.message.attachments and not text else None
    return question if question and takes_files(question) else read_record(text, request)


def attach(request: Request, stored: StoredRecord | OpenQuestion) -> Reply:
    """Keep what came with the message with the record, or for it; without anything, show what is kept.

    Raises ``FileTooLarge``.
    """
    if isinstance(stored, OpenQuestion):
        kept = _keep_for_answer(request, stored, request.message.attachments)
        row = lines([bold(kept), request.t("First the answer to my question, please.")])
        return Reply((row,), visibility=Visibility.SENDER, asks=True)
    if not request.message.attachments:
        return show_files(request, Files(stored))
    t = request.t
    row = lines([bold(f"✓ {stored.short_id}: {_attach(request, stored, request.message.attachments)}")])
    undo = Button(t("Undo"), Invocation("undo", str(request.changes.id)))
    shown = Button(t("Files"), Invocation("files", stored.short_id))
    return Reply((row, Buttons((undo, shown))), record_id=stored.id)


def keep_attachments(request: Request, reply: Reply, answered: OpenQuestion | None = None) -> Reply:
    """The reply to a command, with what came along kept: with the record just logged, or the one that was answered.

    What came with the question that is ``answered`` now belongs to it as well; what came with a sentence of which the
    reply asks whether to log it waits for the answer. What is not kept is said. Raises ``FileTooLarge``.
    """
    message, t = request.message, request.t
    row, files = "", (*(answered.attachments if answered else ()), *message.attachments)
    if files and not audit.has_attached(request.db, request.team_id, request.changes.id):
        question = _question(request)
        if question and question.message_id == request.changes.id and takes_files(question):
            row = _keep_for_answer(request, question, files)
        elif not (question and {file.reference for file in files} <= {file.reference for file in question.attachments}):
            stored = _belongs_to(request, reply)
            row = f"{stored.short_id}: {_attach(request, stored, files)}" if stored else t(NOT_KEPT)
    return with_line(reply, row, t(_LEFT_OUT[message.left_out]) if message.left_out else "")


def takes_files(question: OpenQuestion) -> bool:
    """Whether the answer to a question logs a record, to which files can belong."""
    return question.command == UMBRELLA


def _question(request: Request) -> OpenQuestion | None:
    return find_question(request.db, request.chat_id, request.message.chat, request.actor.member_id, now=request.now)


def _keep_for_answer(request: Request, question: OpenQuestion, files: Sequence[Attachment]) -> str:
    """Keep files until the question is answered; the sentence that says so. Raises ``FileTooLarge``."""
    named = _checked(request, files)
    waiting = {file.reference: file for file in (*question.attachments, *named)}
    member_id = request.actor.member_id
    keep_with_question(request.db, request.chat_id, request.message.chat, member_id, tuple(waiting.values()))
    return request.t("{names} will be attached.", names=", ".join(file.name for file in named))


def _belongs_to(request: Request, reply: Reply) -> StoredRecord | None:
    """The record just logged; of a note rather the one that it is about, or that was answered."""
    if not request.actor.may(Permission.WRITE):
        return None
    db, team_id, answered = request.db, request.team_id, request.message.reply_to
    logged = None
    if reply.record_id is not None and audit.has_logged(db, team_id, request.changes.id):
        logged = load_record(db, team_id, reply.record_id)
    if logged and isinstance(logged.record.details, Note) and logged.record.details.about:
        return read_record(logged.record.details.about, request)
    if answered is not None and (logged is None or logged.record.kind is Kind.NOTE):
        record_id = inbox.record_of_post(db, team_id, request.chat_id, answered)
        return load_record(db, team_id, record_id) if record_id is not None else logged
    return logged


def with_line(reply: Reply, *rows: str) -> Reply:
    """The reply with lines of their own below its first block; empty ones are left out."""
    if not any(rows):
        return reply
    first, *others = reply.blocks
    return replace(reply, blocks=(first, lines(rows), *others))


def keep_for_answer(request: Request, error: BotError, reply: Reply, question: OpenQuestion | None) -> Reply:
    """The answer to a message that was refused, with what became of the files that it brought: they wait with the
    ``question`` that is to be answered now, if that logs a record."""
    files = request.message.attachments
    if not files or isinstance(error, FileNotKept):
        return reply
    if question is None or not takes_files(question):
        return with_line(reply, request.t(NOT_KEPT_YET if isinstance(error, Question) else NOT_KEPT))
    try:
        return with_line(reply, _keep_for_answer(request, question, files))
    except FileTooLarge as too_large:
        return with_line(reply, *problem_texts(too_large, request.t))


def not_kept_any_more(request: Request, reply: Reply, files: Sequence[Attachment]) -> Reply:
    """The reply that takes the place of a question, for whose answer files were kept."""
    names = ", ".join(file.name for file in files)
    return with_line(
        reply, request.t("Not kept, as my earlier question is closed: {names}", names=names) if names else ""
    )


def _attach(request: Request, stored: StoredRecord, files: Sequence[Attachment]) -> str:
    named = _checked(request, files)
    for file in named:
        request.changes.attach(stored, request.message.chat, file)
    return request.t("{names} attached", names=", ".join(file.name for file in named))


def _checked(request: Request, files: Sequence[Attachment]) -> list[Attachment]:
    """The files with their names. Raises ``FileTooLarge``."""
    named = [replace(file, name=_named(file, request)) for file in files]
    for file in named:
        if file.size > LARGEST:
            raise FileTooLarge(name=file.name, size=_megabytes(file.size), largest=_megabytes(LARGEST))
    return named


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
    parse=read_attach,
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
