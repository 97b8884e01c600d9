"""``/alias``: the names by which a team knows a partner."""

from collections.abc import Callable

from bot.cards.values import partner_line
from bot.i18n import N_
from bot.message import Invocation
from bot.parsing.aliases import Alias, read_alias
from bot.permissions import Permission
from bot.reply import Button, Buttons, Reply, bold, lines
from bot.request import Request
from bot.router import Command, Router
from bot.storage.partners import aliases_of


def alias(request: Request, arguments: Alias) -> Reply:
    """Add the name, with Undo; without one, list the names that there are."""
    t = request.t
    shown = partner_line(arguments.partner, t)
    if arguments.name is None:
        names = aliases_of(request.db, request.team_id, arguments.partner.id)
        listed = t("Also called: {names}", names=", ".join(names))
        return Reply((lines([bold(shown), listed, t("One more: /alias {name} = …", name=shown.split(",")[0])]),))
    request.changes.add_alias(arguments.partner.id, arguments.name)
    undo = Button(t("Undo"), Invocation("undo", str(request.changes.id)))
    done = t("✓ “{alias}” is {partner} from now on.", alias=arguments.name, partner=shown)
    return Reply((lines([bold(done)]), Buttons((undo,))))


def alias_command(router: Callable[[], Router]) -> Command:
    """The command; it needs the router that it is itself part of, whose words are no names."""
    return Command(
        name="alias",
        names={"tr": ("takma_ad",)},
        help=N_("Give a partner another name"),
        usage=N_("/alias Tirana = Tiran\n/alias Tirana lists its names"),
        parse=lambda text, request: read_alias(text, request.context, router().is_word),
        handle=alias,
        permission=Permission.WRITE,
    )
