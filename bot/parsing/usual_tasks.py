"""``/team tasks thank-you letter, minutes``: what follows a visit or event in this team."""

import re
from dataclasses import dataclass

from bot.folding import fold
from bot.parsing.pieces import unquote

_USUAL = frozenset({"usual", "default", "olagan"})
_NONE = frozenset({"–", "—", "-", "none", "yok"})
_MOST = 8
_LONGEST = 60


@dataclass(frozen=True, slots=True)
class SetTasks:
    """The texts of the tasks: None is the usual list, () nothing."""

    texts: tuple[str, ...] | None


def read_usual_tasks(text: str) -> SetTasks:
    """A list between commas, "none", or "usual"."""
    if fold(text) in _USUAL:
        return SetTasks(None)
    if text.casefold() in _NONE:
        return SetTasks(())
    texts = (unquote(part.strip())[:_LONGEST] for part in re.split(r"[,;\n]", text))
    return SetTasks(tuple(dict.fromkeys(filter(None, texts)))[:_MOST])
