"""``/help``: what the desk understands, generated from the router."""

from collections.abc import Callable

from bot.folding import fold
from bot.i18n import N_, Translator
from bot.message import Invocation
from bot.reply import Button, Buttons, Reply, bold, lines
from bot.request import Request
from bot.router import NEVER_OFFERED, UMBRELLA, Call, Command, Router

MOST_USED = (
    "log",
    "visit",
    "event",
    "agreement",
    "note",
    "task",
    "partner",
    "upcoming",
    "find",
    "digest",
    "me",
    "health",
    "edit",
    "undo",
)
"""What ``/help`` says without being asked for all: a phone shows some twenty lines."""
ALL = "all"
_ALL_WORDS = frozenset((ALL, "everything", "hepsi", "tumu", "tamami"))


def help_command(router: Callable[[], Router]) -> Command:
    """The command; it needs the router that it is itself part of."""

    def parse(text: str, request: Request) -> Command | str:
        words = text.split()
        if not words or fold(text) in _ALL_WORDS:
            return ALL if words else ""
        name, arguments = words[0].lstrip("/"), " ".join(words[1:])
        call: Call = router().resolve(name, arguments, request.language)
        return call.command

    def handle(request: Request, wanted: Command | str) -> Reply:
        if isinstance(wanted, Command):
            return details(request, wanted, router())
        return everything(request, router()) if wanted else overview(request, router())

    return Command(
        name="help",
        names={"tr": ("yardim",)},
        help=N_("This overview"),
        usage=N_("/help log, /help edit, /help all"),
        parse=parse,
        handle=handle,
    )


def overview(request: Request, router: Router) -> Reply:
    """The commands that are used most, one a line, and the way to the others."""
    t = request.t
    used = [command for command in router.commands if command.name in MOST_USED]
    others = sum(command.listed for command in router.commands) - len(used)
    rows = [_row(command, t) for command in used]
    more = t.plural("… and {n} more: /help all", "… and {n} more: /help all", others)
    hint = t("More on one: /help log. Names may be typed without Turkish letters.")
    example = t("Try: visit Tirana 3 May 2025")
    buttons = Buttons((Button(t("All commands"), Invocation("help", ALL)),))
    return Reply((lines([bold(t("What I understand")), *rows, more]), lines([hint, example]), buttons))


def everything(request: Request, router: Router) -> Reply:
    """Every command that is listed, one a line."""
    t = request.t
    rows = [_row(command, t) for command in router.commands if command.listed]
    return Reply((lines([bold(t("What I understand")), *rows]),))


def _row(command: Command, t: Translator) -> str:
    return f"/{command.name_in(t.language)} – {t(command.help)}"


def details(request: Request, command: Command, router: Router) -> Reply:
    """One command, its names and examples; the umbrella shows those of all nouns."""
    t = request.t
    if command.name == UMBRELLA:
        usage = [t(other.usage).split("\n")[0] for other in router.commands if other.noun]
    else:
        usage = t(command.usage).split("\n")
    spellings = dict.fromkeys([command.name_in(t.language), command.name, *sum(command.names.values(), ())])
    title = bold(f"/{command.name_in(t.language)} – {t(command.help)}")
    also = ", ".join(f"/{name}" for name in list(spellings)[1:] if name not in NEVER_OFFERED)
    return Reply((lines([title, *usage, t("Also: {names}", names=also) if also else ""]),))


def umbrella_command(router: Callable[[], Router]) -> Command:
    """``/log`` alone, or before a word that is no noun, says what can be logged; the buttons log that text."""

    def handle(request: Request, text: str) -> Reply:
        t = request.t
        nouns = [command for command in router().commands if command.noun]
        rows = [_row(command, t) for command in nouns]
        buttons = tuple(
            Button(
                f"/{command.name_in(t.language)}",
                Invocation(UMBRELLA, f"{command.name} {text}") if text else Invocation("help", command.name),
            )
            for command in nouns[:4]
        )
        return Reply((lines([bold(t("What should I log?")), *rows]), Buttons(buttons)))

    return Command(
        name=UMBRELLA,
        names={"tr": ("kayit", "kaydet", "ekle")},
        help=N_("Log something new: visit, event, agreement …"),
        usage=N_("/log visit Tirana 2025-05-03"),
        parse=lambda text, request: text.strip(),
        handle=handle,
    )
