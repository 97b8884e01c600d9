"""What is said to a card, in answer to it or in its thread: a correction, a command, a new record, a note.

A thread goes on when its card is long done. So a whole sentence counts for what it says, and only what is short of that
is about the card.
"""

from collections.abc import Iterator

from bot.domain.partners import Partner
from bot.domain.records import read_short_id
from bot.errors import BotError, ImpossibleDate, WhichDate, WhichPlace
from bot.handlers.corrections import is_correction
from bot.handlers.records import read_record
from bot.handlers.sentences import read_offer
from bot.parsing.dates import find_date
from bot.parsing.sides import side_of
from bot.request import Request
from bot.router import Call, Router

_ALONE = frozenset({"undo", "files", "history", "show", "void"})
"""Commands that are about the card where nothing stands behind them."""
_LOOK_UPS = frozenset({"partner", "partners", "who", "last", "upcoming", "help"})
"""Those that are meant where a partner stands behind them, or nothing."""


def calls(text: str, short_id: str, request: Request, router: Router) -> Iterator[Call]:
    """What ``text`` may mean, likeliest first, of the record on the card."""
    if call := _command(text, short_id, request, router):
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
    if call is None:
        return None
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
