"""``/log note [PARTNER:] text #theme``, and "V12: text" for a note about a record."""

import re
from dataclasses import dataclass

from bot.domain.partners import PartnerRef
from bot.domain.records import StoredRecord, read_short_id
from bot.errors import Question
from bot.i18n import N_
from bot.parsing.context import Context
from bot.parsing.pieces import Pieces, unquote
from bot.parsing.themes import cut_themes
from bot.parsing.visits import COLON
from bot.storage.records import find_by_number

_LONGEST_NAME = 60
_ID = re.compile(r"\s*(\w-?\d+)(?:\s*:\s*|\s+|$)")


class MissingText(Question):
    """A note without words."""

    field = "text"
    text = N_("What should be noted? For example: a second interpreter is a must.")


@dataclass(frozen=True, slots=True)
class LogNote:
    """What ``/log note`` was given. ``about`` is the record that it was said of, whose partners are the note's."""

    text: str
    partner: PartnerRef | None = None
    about: StoredRecord | None = None
    themes: tuple[str, ...] = ()


def read_note(text: str, context: Context) -> LogNote:
    """Read the arguments. What stands before a colon and is no place for sure is a part of the text.

    Raises ``MissingText``, and ``WhichCountryLabel`` where the country of a place is asked.
    """
    about, rest = _about(text, context)
    partner: PartnerRef | None = None
    if about is None:
        partner, rest = _partner(text, context)
    pieces = Pieces(rest)
    themes = cut_themes(pieces)
    said = pieces.rest() if themes else unquote(rest.strip(" ,;\n"))
    if not said:
        raise MissingText()
    return LogNote(said, partner, about, themes)


def _about(text: str, context: Context) -> tuple[StoredRecord | None, str]:
    """The record at the head of the text, and the rest; an id that the team does not have is a part of the text."""
    match = _ID.match(text)
    short_id = read_short_id(match[1]) if match else None
    if match is None or short_id is None:
        return None, text
    found = find_by_number(context.partners.db, context.team.id, *short_id)
    return (found, text[match.end() :]) if found else (None, text)


def _partner(text: str, context: Context) -> tuple[PartnerRef | None, str]:
    colon = COLON.search(text)
    if colon is None:
        known = context.partners.known(text) if len(text) <= _LONGEST_NAME else None
        return (known.partner, "") if known else (None, text)
    name = text[: colon.start()].strip()
    if not name or len(name) > _LONGEST_NAME or not context.partners.certain(name):
        return None, text
    return context.partners.need(name, (0, colon.start())).partner, text[colon.end() :]
