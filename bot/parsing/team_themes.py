"""``/team themes [THEME = NAME, NAME]``: what else the team calls a theme."""

from dataclasses import dataclass

from bot.errors import BotError
from bot.folding import fold
from bot.i18n import N_
from bot.parsing.context import Context
from bot.parsing.pieces import unquote

LONGEST_NAME = 60
MOST_NAMES = 12
_NONE = frozenset({"", "none", "yok"})


class NotThemeNames(BotError):
    """Not a theme, a sign and its names."""

    text = N_("I cannot read which names are one theme. Nothing was changed.")
    advice = N_("For example: /team themes environment = nature, doğa. Without names: /team themes environment = none.")


@dataclass(frozen=True, slots=True)
class ShowThemes:
    """The themes and all their names, or those of one."""

    theme: str = ""


@dataclass(frozen=True, slots=True)
class SetThemes:
    """The team's own names of a theme, as typed; none takes all of its own away."""

    theme: str
    names: tuple[str, ...]


ThemesChange = ShowThemes | SetThemes


def read_team_themes(text: str, _context: Context) -> ThemesChange:
    """Raises ``NotThemeNames``."""
    if "=" not in text and "\n" not in text and len(text) <= LONGEST_NAME:
        return ShowThemes(unquote(text.strip(" #")))
    theme, sign, said = text.partition("=")
    theme = unquote(theme.strip(" #"))
    if not sign or not fold(theme) or "\n" in text:
        raise NotThemeNames()
    names = tuple(filter(fold, (unquote(name.strip(" #")) for name in said.split(","))))
    if len(names) <= 1 and fold(said) in _NONE:
        return SetThemes(theme, ())
    if not names or len(names) > MOST_NAMES or max(map(len, (theme, *names))) > LONGEST_NAME:
        raise NotThemeNames()
    return SetThemes(theme, names)
