"""``/log event TITLE [in PLACE] [hosted|attended|online] [of NETWORK] [with PARTNER, …] DATE``, in any order.

Only culture days are taken apart and may ask which place is meant. Everything else is told by its title, whose words
are never asked about: a part leaves it only at an edge, and only where it is understood.
"""

import re
from dataclasses import dataclass

from bot.domain.events import Attendance, Event, EventKind
from bot.domain.partners import PartnerRef
from bot.domain.periods import Period
from bot.errors import MissingDate, Question
from bot.folding import fold
from bot.i18n import N_
from bot.parsing.context import Context
from bot.parsing.culture_days import CultureDays, read_culture_days
from bot.parsing.dates import Dated, find_date, read_date
from bot.parsing.networks import find_network
from bot.parsing.partner_lists import cut_partners
from bot.parsing.pieces import CUT, Pieces, unquote
from bot.parsing.places import Case, split_case
from bot.parsing.sides import Side, sure_side
from bot.parsing.themes import cut_themes
from bot.parsing.vocabulary import ATTENDANCE

_PIECE = re.compile(rf"[^,;\n{CUT}]+")
_FRAGMENT = re.compile(f"[^{CUT}]+")
_IN = re.compile(r"\b(?:in|at)\s+", re.IGNORECASE)
_OF = re.compile(r"(?<=\s)of\s+(?=\S)", re.IGNORECASE)
_ABBREVIATED = re.compile(r"\.[^\W\d_]$")
_QUOTED = re.compile(r"\"[^\"]*\"|“[^”]*”|«[^»]*»|„[^“”]*[“”]")
_HIDDEN = "\ue001"
_YEAR_INSIDE = re.compile(r"\b(?:19|20)[0-9]{2}(?=\s+(?:in|at|with|hosted|attended|online)\b)", re.IGNORECASE)
_BREAK = re.compile(r"[\s,;]*\n\s*")
_LONGEST_PHRASE = max(len(phrase.split()) for phrase in ATTENDANCE)
_LONGEST_PLACE = 6
_MOST_OF = 5
_EDGES = " \t\n,;."
# Words that may as well belong to a title when they stand at its edge.
_ONLY_ALONE = frozenset({"katilim", "ev sahibi"})
_MEETINGS = frozenset(
    (
        "meeting seminar workshop training conference webinar event panel forum session "
        "toplanti toplantisi seminer semineri calistay calistayi egitim egitimi konferans konferansi etkinlik panel"
    ).split()
)


class MissingTitle(Question):
    """No words are left that could be a title."""

    field = "title"
    text = N_("What is it called? For example: Budapest Days in Ankara.")


@dataclass(frozen=True, slots=True)
class LogEvent:
    """What ``/log event`` was given. Of culture days, the side that is our own city is no partner.

    ``period`` None is "undated", which was stated.
    """

    event: Event
    period: Period | None
    guest: PartnerRef | None = None
    host: PartnerRef | None = None
    partners: tuple[PartnerRef, ...] = ()
    themes: tuple[str, ...] = ()


def read_event(text: str, context: Context) -> LogEvent:
    """Read the arguments. Raises ``MissingTitle``, ``MissingDate``, what dates raise, and for culture days only what
    places raise."""
    pieces = Pieces(text)
    themes = cut_themes(pieces)
    dated = find_date(pieces.left, context.dates) or _year_inside(pieces.left, context)
    if dated:
        pieces.cut(*dated.span)
    _hide_quoted(pieces)
    attendance = _cut_attendance(pieces)
    partners = cut_partners(pieces, context)
    of_network, network = _cut_network(pieces, context)
    attendance = attendance or _cut_attendance(pieces)
    days = _culture_days(pieces, context)
    place = ""
    if days:
        title = " ".join(filter(None, [days.title, "" if network else of_network]))
    else:
        place = _cut_place(pieces, context)
        attendance = attendance or _cut_attendance(pieces)
        partners = partners or cut_partners(pieces, context)
        place = place or _cut_place(pieces, context)
        title = title_of(pieces)
        if of_network and not network and fold(title):
            title += f" {of_network}"
    if not fold(title):
        raise MissingTitle()
    if dated is None:
        raise MissingDate()
    event = Event(
        title=title,
        kind=EventKind.CULTURE_DAYS if days else EventKind.OTHER,
        guest=days.guest.name if days else "",
        host=days.host.name if days else "",
        place=place,
        attendance=attendance or _online_meeting(title),
        network=network or find_network(title, context),
    )
    return LogEvent(
        event,
        dated.period,
        guest=days.guest.partner if days else None,
        host=days.host.partner if days else None,
        partners=partners,
        themes=themes,
    )


def _year_inside(text: str, context: Context) -> Dated | None:
    """ "Smart City Expo 2013 in Tirana": only here it is known that the title ends with the year."""
    found = _YEAR_INSIDE.search(text)
    return Dated(read_date(found[0], context.dates), found.span()) if found else None


def title_of(pieces: Pieces) -> str:
    """What is left, as one line without quotes around it."""
    return unquote(_joined(pieces)[0])


def _hide_quoted(pieces: Pieces) -> None:
    """No part is taken out of what stands in quotes."""
    pieces.left = _QUOTED.sub(lambda match: _HIDDEN * len(match[0]), pieces.left)


def _joined(pieces: Pieces) -> tuple[str, list[int]]:
    """What is left as one line, and where each of its characters stood."""
    text = ""
    positions: list[int] = []
    for start, end in pieces.fragments():
        if pieces.left[end : end + 1] == "." and _ABBREVIATED.search(pieces.left[start:end]):
            end += 1  # "N.Cyprus T.R."
        positions += [*([start] if text else []), *range(start, end)]
        text += (" " if text else "") + pieces.text[start:end]
    for found in reversed(list(_BREAK.finditer(text))):  # a line break separates as a comma does
        text = text[: found.start()] + ", " + text[found.end() :]
        positions[found.start() : found.end()] = [positions[found.start()]] * 2
    return text, positions


def _culture_days(pieces: Pieces, context: Context) -> CultureDays | None:
    title, positions = _joined(pieces)
    bare = unquote(title)
    offset = title.find(bare)
    try:
        return read_culture_days(bare, context)
    except Question as question:
        if bare != title:
            return None  # what is in quotes is a title as it stands
        start, end = question.hole or (0, len(bare))
        question.hole = (positions[start + offset], positions[end - 1 + offset] + 1)
        raise


def _cut_attendance(pieces: Pieces) -> Attendance | None:
    """Take a word for how we took part out of the text: alone between commas, at the end, or at the beginning."""
    for match in _PIECE.finditer(pieces.left):
        if found := ATTENDANCE.get(fold(match[0])):
            pieces.cut(*match.span())
            return found
    fragments = list(_FRAGMENT.finditer(pieces.left))
    for fragment in fragments:
        words = [(match.start(), match.end()) for match in re.finditer(r"\S+", fragment[0])]
        for size in range(min(_LONGEST_PHRASE, len(words) - 1), 0, -1):
            ends = [(words[-size][0], words[-1][1])]
            if fragment is fragments[0]:
                ends.append((words[0][0], words[size - 1][1]))
            for at, (start, end) in enumerate(ends):
                phrase = fold(fragment[0][start:end])
                found = ATTENDANCE.get(phrase)
                if found is None or phrase in _ONLY_ALONE or (at == 1 and found is Attendance.ONLINE):
                    continue
                pieces.cut(fragment.start() + start, fragment.start() + end)
                return found
    return None


def _cut_network(pieces: Pieces, context: Context) -> tuple[str, str]:
    """Take "of NETWORK" behind the place or the attendance out of the text: the words, and the membership they name.

    Words that name no membership are for the title: nothing that was typed is lost.
    """
    for match in list(_OF.finditer(pieces.left))[:_MOST_OF]:
        end = pieces.left.find(CUT, match.end())
        end = len(pieces.left) if end < 0 else end
        if _ends_in_part(pieces.left[: match.start()].rstrip(_EDGES), context) and fold(pieces.left[match.end() : end]):
            if sure_side(pieces.left[match.end() : end].strip(_EDGES), context):
                continue  # "days in Ankara of Budapest"
            words = pieces.cut(match.start(), end).strip(_EDGES)
            return " ".join(words.split()), find_network(words, context)
    return "", ""


def _ends_in_part(text: str, context: Context) -> bool:
    """Whether the last words of ``text``, which are not all of it, say how we took part, or where it was."""
    words = text[text.rfind(CUT) + 1 :].split()
    for size in range(min(_LONGEST_PHRASE, len(words) - 1), 0, -1):
        phrase = fold(" ".join(words[-size:]))
        if phrase in ATTENDANCE and phrase not in _ONLY_ALONE:
            return True
    begins = list(_IN.finditer(text))
    name = text[begins[-1].end() :] if begins else ""
    return 0 < len(name.split()) <= _LONGEST_PLACE and CUT not in name and sure_side(name, context) is not None


def _online_meeting(title: str) -> Attendance | None:
    """ "Online meeting of …" says how, and keeps its words."""
    words = fold(title).split()
    for size in (1, 2):
        if ATTENDANCE.get(" ".join(words[:size])) is Attendance.ONLINE and set(words[size : size + 1]) & _MEETINGS:
            return Attendance.ONLINE
    return None


def _cut_place(pieces: Pieces, context: Context) -> str:
    """Take "in PLACE" at an end, or "PLACE'de" at the beginning, out of the text; the place's name."""
    for match in reversed(list(_IN.finditer(pieces.left))):
        end = pieces.left.find(CUT, match.end())
        end = len(pieces.left) if end < 0 else end
        name = pieces.left[match.end() : end].strip(_EDGES)
        if 0 < len(name.split()) <= _LONGEST_PLACE and (side := sure_side(name, context)):
            pieces.cut(match.start(), end)
            return _name(side, context)
    for fragment in _FRAGMENT.finditer(pieces.left):
        words = [(match.start(), match.end()) for match in re.finditer(r"[^\s,;]+", fragment[0])]
        for size in range(min(3, len(words)), 0, -1):
            for first, last in {(0, size - 1), (len(words) - size, len(words) - 1)}:
                start, end = fragment.start() + words[first][0], fragment.start() + words[last][1]
                for form in split_case(pieces.left[start:end]):
                    if form.case is Case.LOCATIVE and (side := sure_side(form.stem, context)):
                        pieces.cut(start, end)
                        return _name(side, context)
    return ""


def _name(side: Side, context: Context) -> str:
    return side.partner.name_in(context.language) if side.partner else side.name
