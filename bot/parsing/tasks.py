"""``/log task WHAT [@who] DATE [for RECORD]``, in any order; "V12: minutes friday" belongs to V12.

``/tasks [mine|overdue|papers]``, and the same words behind ``/takip``.
"""

import re
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import timedelta
from enum import StrEnum

from bot.domain.periods import Period
from bot.domain.records import StoredRecord, read_short_id
from bot.errors import BotError, Choice, Question
from bot.folding import fold
from bot.i18n import N_
from bot.parsing.context import Context
from bot.parsing.due_days import find_due
from bot.parsing.owners import Owner, find_full_name, find_owner
from bot.parsing.pages import cut_page
from bot.parsing.pieces import CUT, Pieces, unquote
from bot.parsing.themes import cut_themes
from bot.storage.records import find_by_number

_ID = r"[VEACMPNGLveacmpngl]-?[1-9][0-9]{0,8}"
_ABOUT = re.compile(
    rf"(?:(?<!\w)(?P<before>{_ID})(?:['’]\w{{1,4}})?\s+(?:için|icin|hakkında|hakkinda|ile ilgili)(?!\w)"
    rf"|^\s*\(?(?P<head>{_ID})\)?(?=\s|:|,|$)\s*:?"
    rf"|(?<!\w)(?:for|about|on|of|re)\s+(?P<behind>{_ID})(?!\w)"
    rf"|\(\s*(?P<round>{_ID})\s*\))"
)
_EDGES = f" \t\n,;:.–—-{CUT}"
_DUE = re.compile(
    rf"(?<!\w)(?:due|by|until|till|before|on|son gün|son gun)\s*:?\s*(?={CUT})"
    rf"|(?<={CUT})\s*(?:'?[ae] kadar|['’]?y?[ae] kadar|kadar|günü|gunu)(?!\w)",
    re.IGNORECASE,
)


class MissingTask(Question):
    """No words are left that say what is to be done."""

    field = "text"
    text = N_("What is to be done? For example: thank-you letter.")


class MissingDue(Question):
    """A task without a day."""

    field = "date"
    text = N_("By when? For example: Friday, 12 June, undated.")


class NoRecordFor(BotError):
    """A task for a record that the team does not have."""

    text = N_("There is no {id}. Nothing was stored.")
    advice = N_("A record's number is on its card. Leave it out for a task on its own.")


@dataclass(frozen=True, slots=True)
class LogTask:
    """What ``/log task`` was given. ``owner_id`` None: nobody was named."""

    text: str
    period: Period | None
    about: StoredRecord | None = None
    owner_id: int | None = None
    themes: tuple[str, ...] = ()


class Scope(StrEnum):
    """Which tasks a list shows; PAPERS are visits without their programme, purpose or outcome."""

    ALL = "all"
    MINE = "mine"
    OVERDUE = "overdue"
    PAPERS = "papers"


SCOPES: Mapping[str, Scope] = {
    **dict.fromkeys(("all", "hepsi", "tumu", "list", "liste"), Scope.ALL),
    **dict.fromkeys(("mine", "my", "me", "benim", "bende", "bana", "benimkiler"), Scope.MINE),
    **dict.fromkeys(("overdue", "late", "geciken", "gecikenler", "geciken isler", "gecikmis"), Scope.OVERDUE),
    **dict.fromkeys(
        ("papers", "missing papers", "lacking papers", "evrak", "eksik", "eksik evrak", "evraki eksik"), Scope.PAPERS
    ),
}


@dataclass(frozen=True, slots=True)
class ListTasks:
    """Which list, and which page of it."""

    scope: Scope = Scope.ALL
    page: int = 1


class NoSuchList(BotError):
    """A word that is no list of tasks."""

    text = N_("“{text}” is no list of tasks.")
    advice = N_("There are: /tasks, /tasks mine, /tasks overdue, /tasks papers.")


def read_list(text: str) -> ListTasks | None:
    """The list that the whole text names ("" is all); None for any other text."""
    said, page = cut_page(text)
    scope = SCOPES.get(fold(said)) if fold(said) else Scope.ALL
    return ListTasks(scope, page) if scope else None


def read_tasks(text: str) -> ListTasks:
    """As ``read_list``. Raises ``NoSuchList``."""
    if found := read_list(text):
        return found
    raise NoSuchList(text=text[:40])


def read_task(text: str, context: Context) -> LogTask:
    """Read the arguments. Raises ``MissingTask``, ``MissingDue``, ``NoRecordFor``, ``WhichMember``, and what dates
    raise."""
    pieces = Pieces(text)
    themes = cut_themes(pieces)
    about = cut_about(pieces, context)
    owner = find_owner(pieces.left, context, at_sign=True) or find_full_name(pieces.left, context)
    owner = owner or _named_alone(pieces, context)
    if owner:
        pieces.cut(*owner.span)
    dated = find_due(pieces, context.dates)
    if dated:
        pieces.cut(*dated.span)
        pieces.cut_match(_DUE)
    said = unquote(pieces.rest()).strip(_EDGES)
    if not fold(said):
        raise MissingTask(hole=(0, 0) if text.strip() else None)
    if dated is None:
        raise MissingDue(choices=_days(context))
    return LogTask(said, dated.period, about, owner.member_id if owner else None, themes)


def _named_alone(pieces: Pieces, context: Context) -> Owner | None:
    """A member's name that stands alone between commas: "minutes, Ayşe, friday"."""
    spans = pieces.fragments()
    for start, end in spans:
        for part in re.finditer(r"[^,;\n]+", pieces.left[start:end]):
            if len(spans) == 1 and part.span() == (0, end - start):
                continue
            said = f"owner: {part[0].strip()}"
            found = find_owner(said, context, asks=False)
            if found and found.span[1] == len(said):
                return Owner(found.member_id, (start + part.start(), start + part.end()))
    return None


def _days(context: Context) -> list[Choice]:
    today = context.dates.today
    days = [today + timedelta(days=after) for after in (1, 7, 14)]
    return [*(Choice(day, day.isoformat()) for day in days), Choice(N_("undated"), "undated")]


def cut_about(pieces: Pieces, context: Context) -> StoredRecord | None:
    """Take the record out that something belongs to: "for V12", "V12 için", "V12:". Raises ``NoRecordFor``.

    At the head, without a colon, an id that the team does not have is a part of the text: "A4 paper".
    """
    found = _ABOUT.search(pieces.left)
    if found is None:
        return None
    short_id = next(filter(None, found.groups()))
    read = read_short_id(short_id)
    stored = find_by_number(context.partners.db, context.team.id, *read) if read else None
    if stored is None and found["head"] and ":" not in found[0]:
        return None
    if stored is None:
        raise NoRecordFor(id=short_id.upper())
    pieces.cut(*found.span())
    return stored
