"""What a person sees first where a platform has a page for it (Slack's App Home): what is ahead, and a look-up."""

from bot.handlers.agenda import upcoming
from bot.handlers.mine import my_tasks
from bot.i18n import Translator
from bot.message import Invocation
from bot.parsing.agenda import read_upcoming
from bot.reply import Button, Buttons, FieldKind, Form, FormField, Reply, bold, lines
from bot.request import Request

LOOK_UP = "partner"
"""The command of what is chosen in the search."""


def home(request: Request) -> Reply:
    """The member's own tasks, the visits and events ahead, a search for a partner, and the likeliest next steps."""
    t = request.t
    tasks, done = my_tasks(request)
    ahead = upcoming(request, read_upcoming("", request.context))
    search = Form(LOOK_UP, (FormField(LOOK_UP, t("Look up a partner"), kind=FieldKind.PARTNER),))
    buttons = (
        Button(t("Log a visit"), Invocation("log", "visit")),
        Button(t("Partners"), Invocation("partners")),
        Button(t("Help"), Invocation("help")),
    )
    own = (*tasks, Buttons(tuple(done))) if done else tuple(tasks)
    return Reply((*own, *ahead.blocks, search, Buttons(buttons)))


def stranger_home(t: Translator) -> Reply:
    """For whom nothing is known yet."""
    title = bold(t("I keep the record of your partner cities."))
    return Reply((lines([title, t("Write to me in Messages, for example: visit Tirana 3 May 2025")]),))
