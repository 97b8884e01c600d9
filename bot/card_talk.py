"""What is said to a card, in answer to it or in its thread: a correction, a command, a new record, a note.

A thread goes on when its card is long done. So a whole sentence counts for what it says, and only what is short of that
is about the card.
"""

from collections.abc import Iterator

from bot.domain.notes import Note
from bot.domain.partners import Partner
from bot.domain.records import read_short_id
from bot.errors import BotError, ImpossibleDate, WhichDate, WhichPlace
from bot.handlers.corrections import is_correction
from bot.handlers.records import read_record
from bot.handlers.sentences import read_offer
from bot.handlers.tasks import is_done
from bot.message import ChatKind
from bot.parsing.dates import find_date
from bot.parsing.sides import side_of
from bot.request import Request
from bot.router import Call, Router
from bot.storage import inbox
from bot.storage.audit import RecentChange
from bot.storage.questions import OpenQuestion
from bot.storage.records import load_record

_ALONE = frozenset({"undo", "files", "history", "show", "void"})
"""Commands that are about the card where nothing stands behind them."""
_LOOK_UPS = frozenset({"partner", "partners", "who", "last", "upcoming", "help"})
"""Those that are meant where a partner stands behind them, or nothing."""


def post_answered(request: Request) -> str | None:
    """The record on the post that the message answers; with us alone also that of the thread."""
    answered = _record_of(request.message.reply_to, request)
    return answered or (thread_of(request) if request.message.chat.kind is ChatKind.DIRECT else None)


def thread_of(request: Request) -> str | None:
    """The record that was last logged in the thread in which the message is said, among other people's words."""
    return _record_of(request.message.post_id, request)


def _record_of(post_id: str | None, request: Request) -> str | None:
    if post_id is None:
        return None
    record_id = inbox.record_of_post(request.db, request.team_id, request.chat_id, post_id)
    return load_record(request.db, request.team_id, record_id).short_id if record_id else None


def card_meant(request: Request, question: OpenQuestion | None, recent: RecentChange | None) -> str | None:
    """The same; but in a thread the speaker's own last words there go first: a question, or the record they logged."""
    is_last = question is not None and (recent is None or question.message_id > recent.change_set)
    if question and is_last and _was_here(question.message_id, request):
        return None
    answered = post_answered(request)
    if answered and recent and _was_here(recent.change_set, request):
        stored = load_record(request.db, request.team_id, recent.record_id)
        details = stored.record.details
        return (details.about or answered) if isinstance(details, Note) else stored.short_id
    return answered


def _was_here(message_id: int, request: Request) -> bool:
    """Whether an earlier message was said in the thread in which this one is."""
    place = inbox.place_of(request.db, request.team_id, message_id)
    return place is not None and place in (request.message.post_id, request.message.reply_to)


def calls(text: str, short_id: str, request: Request, router: Router) -> Iterator[Call]:
    """What ``text`` may mean, likeliest first, of the record on the card."""
    if is_done(text, short_id):
        yield router.resolve("done", short_id, request.language)
    elif call := _command(text, short_id, request, router):
        yield call
    elif is_correction(text, request, short_id):
        yield router.resolve("correct", f"{short_id} {text}", request.language)
    else:
        if _is_of_another(text, short_id, request):
            yield router.resolve("offer_or_note", f"{short_id} {text}", request.language)
        yield router.resolve("note", f"{short_id}: {text}", request.language)


def _command(text: str, short_id: str, request: Request, router: Router) -> Call | None:
    """The command that a text clearly is: many a note begins with a word that is the name of one."""
    if read_short_id(text):
        return router.resolve("show", text, request.language)
    call = router.resolve_words(text, request.language)
    if call is None or call.logging:
        return call
    name, arguments = call.command.name, call.arguments
    if name == "note":
        said = arguments if text.split(None, 1)[0].endswith(":") else text
        return router.resolve("note", f"{short_id}: {said}", request.language)
    if name == "edit" and arguments and not read_short_id(arguments.split(None, 1)[0].rstrip(":,")):
        call = router.resolve("edit", f"{short_id} {arguments}", request.language)
    elif name in _ALONE:
        if arguments and not read_short_id(arguments):
            return None
        return router.resolve(name, arguments or short_id, request.language)
    elif name in _LOOK_UPS:
        return call if not arguments or request.context.partners.is_named(arguments) else None
    elif call.command.noun is None or not _has_date(arguments, request):
        return None
    return call if _can_be_read(call, request) else None


def _can_be_read(call: Call, request: Request) -> bool:
    """Whether the arguments can be read, or have several readings: what lacks something is no clear command."""
    try:
        call.parse(request)
    except WhichPlace as which:
        return str(which.parameters.get("text", ""))[:1].isupper()  # "visit went well": Well is a town as well
    except (WhichDate, ImpossibleDate):
        return True
    except BotError:
        return False
    return True


def _is_of_another(text: str, short_id: str, request: Request) -> bool:
    """Whether a sentence has a day and a partner that the record has not: it may be a record of its own."""
    try:
        offered = read_offer(text, request)
    except BotError:
        return False
    linked = {link.partner_id for link in read_record(short_id, request).record.links}
    others = [p for p in offered.partners if side_of(p, request.context).partner]  # our own city is none
    return not all(isinstance(partner, Partner) and partner.id in linked for partner in others)


def _has_date(text: str, request: Request) -> bool:
    try:
        return find_date(text, request.context.dates) is not None
    except BotError:
        return True
