"""``/log note [PARTNER:] text #theme``, "V12: text" for a note about a record; calls and lessons, which are notes, too.

"iyi uygulama:", "good practice:" or "tiran'ı aradık:" before the text says which kind it is.
"""

import re
from dataclasses import dataclass

from bot.domain.notes import NoteKind
from bot.domain.partners import PartnerRef
from bot.domain.periods import Period
from bot.domain.records import StoredRecord, read_short_id
from bot.errors import BotError, Question
from bot.folding import fold
from bot.i18n import N_
from bot.parsing.context import Context
from bot.parsing.cut_partners import MissingPartner
from bot.parsing.dates import find_date
from bot.parsing.note_kinds import CALL_PHRASES, LABELS
from bot.parsing.pieces import Pieces, unquote
from bot.parsing.themes import cut_themes
from bot.parsing.visits import COLON
from bot.parsing.vocabulary import find_phrase
from bot.storage.records import find_by_number

_LONGEST_NAME = 60
_ID = re.compile(r"\s*(\w-?\d+)(?:\s*:\s*|\s+|$)")


class MissingText(Question):
    """A note without words."""

    field = "text"
    text = N_("What should be noted? For example: a second interpreter is a must.")


class CallAhead(BotError):
    """A call on a day to come."""

    text = N_("A call is noted when it has been made. Nothing was stored.")
    advice = N_("Without a day it was today: /call Tirana: they will send the programme.")


@dataclass(frozen=True, slots=True)
class LogNote:
    """What ``/log note`` was given. ``about`` is the record that it was said of, whose partners are the note's.

    Only a call has a ``period``, the day on which it was made.
    """

    text: str
    partner: PartnerRef | None = None
    about: StoredRecord | None = None
    themes: tuple[str, ...] = ()
    kind: NoteKind = NoteKind.NOTE
    period: Period | None = None


def read_note(text: str, context: Context, kind: NoteKind = NoteKind.NOTE) -> LogNote:
    """Read the arguments. What stands before a colon and is no place for sure is a part of the text.

    Raises ``MissingText``, ``MissingPartner`` and ``CallAhead`` for a call, and ``WhichCountryLabel`` where the
    country of a place is asked.
    """
    about, rest = _about(text, context)
    kind, rest = _label(rest, kind)
    offset = len(text) - len(rest)
    partner: PartnerRef | None = None
    period: Period | None = None
    try:
        if kind is NoteKind.CALL or (kind is NoteKind.NOTE and _tells_of_call(rest, about, context)):
            kind = NoteKind.CALL
            partner, period, rest = _call(rest, about, context)
        elif about is None:
            partner, rest = _partner(rest, context)
            kind, rest = _label(rest, kind)
    except Question as question:
        if question.hole:
            question.hole = (question.hole[0] + offset, question.hole[1] + offset)
        raise
    pieces = Pieces(rest)
    themes = cut_themes(pieces)
    said = pieces.rest() if themes else unquote(rest.strip(" ,;\n"))
    if not said and kind is not NoteKind.CALL:
        raise MissingText()
    return LogNote(said, partner, about, themes, kind, period)


def told_note(text: str, context: Context) -> LogNote | None:
    """A sentence that is a call or a lesson by its own words; None for any other. Raises as ``read_note`` does."""
    colon = COLON.search(text)
    head = text[: colon.start()] if colon else text
    is_lesson = colon is not None and fold(head) in LABELS
    if not is_lesson and (len(head) > _LONGEST_NAME or not find_phrase(head, CALL_PHRASES)):
        return None
    read = read_note(text, context)
    if colon is None and _tells_of_call(text + ":", None, context):
        read = read_note(f"{text}:", context)
    return read if read.kind is not NoteKind.NOTE else None


def _about(text: str, context: Context) -> tuple[StoredRecord | None, str]:
    """The record at the head of the text, and the rest; an id that the team does not have is a part of the text."""
    match = _ID.match(text)
    short_id = read_short_id(match[1]) if match else None
    if match is None or short_id is None:
        return None, text
    found = find_by_number(context.partners.db, context.team.id, *short_id)
    return (found, text[match.end() :]) if found else (None, text)


def _label(text: str, kind: NoteKind) -> tuple[NoteKind, str]:
    """The kind that "iyi uygulama:" says, and what is behind it; "good practice Prizren: …" may leave out the colon."""
    colon = COLON.search(text)
    if colon is None:
        return kind, text
    head = text[: colon.start()]
    if label := LABELS.get(fold(head)):
        return label, text[colon.end() :]
    found = find_phrase(head, LABELS) if len(head) <= 2 * _LONGEST_NAME else None
    if found and not head[: found[1][0]].strip() and kind is not NoteKind.NOTE:
        return LABELS[found[0]], text[found[1][1] :]
    return kind, text


def _partner(text: str, context: Context) -> tuple[PartnerRef | None, str]:
    colon = COLON.search(text)
    if colon is None:
        known = context.partners.known(text) if len(text) <= _LONGEST_NAME else None
        return (known.partner, "") if known else (None, text)
    name = text[: colon.start()].strip()
    if not name or len(name) > _LONGEST_NAME or not context.partners.certain(name):
        return None, text
    return context.partners.need(name, (0, colon.start())).partner, text[colon.end() :]


def _tells_of_call(text: str, about: StoredRecord | None, context: Context) -> bool:
    """Whether the head before the colon is a call with nobody but a partner, maybe with its day."""
    colon = COLON.search(text)
    head = text[: colon.start()] if colon else ""
    if len(head) > _LONGEST_NAME or not find_phrase(head, CALL_PHRASES):
        return False
    try:
        name, _ = _name_and_day(head, context)
        return context.partners.certain(name) if name else about is not None
    except BotError:
        return False


def _call(text: str, about: StoredRecord | None, context: Context) -> tuple[PartnerRef | None, Period, str]:
    """With whom, when, and what was said. A day counts before the colon only: behind it, it is what was said."""
    today = Period.day(context.dates.today)
    colon = COLON.search(text)
    head, rest = (text[: colon.start()], text[colon.end() :]) if colon else (text, "")
    if about is not None:
        name, day = _name_and_day(head, context) if colon else (text, None)
        return None, _made(day, today), text if name else rest
    if colon:
        name, day = _name_and_day(head, context)
        if not fold(name):
            raise MissingPartner(hole=(0, 0))
        return context.partners.need(name, _hole(head, name)).partner, _made(day, today), rest
    return _call_in_words(text, today, context)


def _call_in_words(text: str, today: Period, context: Context) -> tuple[PartnerRef | None, Period, str]:
    """A call without a colon: nothing but a partner and a day, else a text with a partner in it."""
    try:
        name, day = _name_and_day(text, context)
    except BotError:  # a date of which the text tells
        name, day = text, None
    if name and context.partners.certain(name):
        return context.partners.need(name, _hole(text, name)).partner, _made(day, today), ""
    found = context.partners.find_in(text)
    if found is None:
        raise MissingPartner()
    named, (start, end) = found
    return named.partner, today, text if text[:start].strip() else text[end:]


def _made(day: Period | None, today: Period) -> Period:
    """The day of a call, today where none was said. Raises ``CallAhead``."""
    if day and day.start > today.start:
        raise CallAhead()
    return day or today


def _hole(head: str, name: str) -> tuple[int, int] | None:
    start = head.find(name)
    return (start, start + len(name)) if start >= 0 else None


def _name_and_day(head: str, context: Context) -> tuple[str, Period | None]:
    """What is left of the head without the words of a call and its day. Raises what dates raise."""
    pieces = Pieces(head)
    dated = find_date(head, context.dates)
    if dated:
        pieces.cut(*dated.span)
    if found := find_phrase(pieces.left, CALL_PHRASES):
        pieces.cut(*found[1])
    return pieces.rest(), dated.period if dated else None
