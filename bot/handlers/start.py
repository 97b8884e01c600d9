"""``/start``: what a person sees first, in a chat of their own or in a group that we were added to."""

from bot.i18n import N_
from bot.message import ChatKind, Invocation
from bot.reply import Button, Buttons, Reply, Span, bold, lines
from bot.request import Request
from bot.router import Command

HEARS_LITTLE = "hears_little"
"""The argument where the platform hides a group's other messages from us (Telegram's group privacy)."""


def start(request: Request, text: str) -> Reply:
    """Three lines and the likeliest next steps."""
    t = request.t
    if request.message.chat.kind is ChatKind.GROUP:
        if text == HEARS_LITTLE:
            hears = t("Here I see commands and answers to my messages only; what else you write stays yours.")
        else:
            hears = t("Here I answer commands and answers to my messages only.")
        rows: list[str | Span] = [bold(t("This group is {team}'s desk now.", team=request.team.name)), hears]
        rows.append(t("For example: /visit Tirana 3 May 2025"))
    else:
        rows = [
            bold(t("I keep the record of your partner cities.")),
            t("Tell me what happened: visit Tirana 3 May 2025"),
            t("Ask by a name: Tirana. All is undone by /undo."),
        ]
    buttons = (
        Button(t("Log something"), Invocation("log")),
        Button(t("Partners"), Invocation("partners")),
        Button(t("Upcoming"), Invocation("upcoming")),
        Button(t("Help"), Invocation("help")),
    )
    return Reply((lines(rows), Buttons(buttons)))


START = Command(
    name="start",
    names={"tr": ("basla",)},
    help=N_("Where to begin"),
    usage=N_("/start"),
    parse=lambda text, request: text,
    handle=start,
    listed=False,
)
