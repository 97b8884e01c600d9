"""``/lessons [#theme | PARTNER | good practice] [page N]``."""

from dataclasses import dataclass

from bot.domain.notes import LESSONS, NoteKind
from bot.domain.partners import Partner
from bot.errors import BotError
from bot.folding import fold
from bot.i18n import N_
from bot.parsing.context import Context
from bot.parsing.note_kinds import LABELS
from bot.parsing.pages import cut_page
from bot.parsing.pieces import Pieces
from bot.parsing.theme_names import is_known
from bot.parsing.themes import cut_themes
from bot.storage.themes import is_in_use, own_names


class NoSuchLessons(BotError):
    """Neither a theme nor a partner."""

    text = N_("“{text}” is no partner and no theme of yours.")
    advice = N_("For example: /lessons #environment, /lessons Tirana, /lessons good practice.")


@dataclass(frozen=True, slots=True)
class AskLessons:
    """Which lessons; ``text`` is what said so."""

    text: str = ""
    kinds: tuple[NoteKind, ...] = LESSONS
    themes: tuple[str, ...] = ()
    partner: Partner | None = None
    page: int = 1


def read_lessons(text: str, context: Context) -> AskLessons:
    """Raises ``NoSuchLessons``."""
    said, page = cut_page(text)
    pieces = Pieces(said)
    themes = cut_themes(pieces)
    rest = pieces.rest()
    if not fold(rest):
        return AskLessons(said, LESSONS, themes, None, page)
    kind = LABELS.get(fold(rest)) or LABELS.get(fold(rest).removesuffix("s").removesuffix("lar").removesuffix("ler"))
    if kind:
        return AskLessons(said, LESSONS if kind is NoteKind.LESSON else (kind,), themes, None, page)
    known = context.partners.known(rest)
    if known and isinstance(known.partner, Partner):
        return AskLessons(said, LESSONS, themes, known.partner, page)
    own = own_names(context.partners.db, context.team.id)
    if is_known(rest, own) or is_in_use(context.partners.db, context.team.id, fold(rest)):
        return AskLessons(said, LESSONS, (*themes, rest), None, page)
    raise NoSuchLessons(text=rest[:60])
