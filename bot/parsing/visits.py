"""``/log visit [from|to] PARTNER DATE [kind] [: purpose] [#theme …] [+N | N people] [with NAME, …]``, in any order."""

import re
from dataclasses import dataclass, replace
from datetime import timedelta

from bot.domain.partners import PartnerRef
from bot.domain.periods import Period, Precision
from bot.domain.visits import Direction, Visit
from bot.errors import BotError, Choice, MissingDate, Question
from bot.folding import fold
from bot.parsing.context import Context
from bot.parsing.cut_partners import MissingPartner, cut_partners, is_date, without_fillers
from bot.parsing.date_or_town import Town, towns_in
from bot.parsing.dates import Dated, find_date, read_date
from bot.parsing.delegation import cut_delegation, find_names, find_people
from bot.parsing.journeys import cut_journey
from bot.parsing.pieces import Pieces, unquote
from bot.parsing.places import Case
from bot.parsing.places.ordinary import is_ordinary
from bot.parsing.themes import cut_themes
from bot.parsing.vocabulary import DIRECTIONS, FUTURE, PAST, VISIT_KINDS, cut_meaning, find_phrase

COLON = re.compile(r"(?<!\bgeo)(?<!\bcountry)(?<!\bown)(?<!\bnew)(?<!\bpartner)(?:(?<!\d):|:(?!\d))(?!//)")
"""A colon of a sentence, not of a reference, a time or an address."""
_YEAR = re.compile(r"(?<![\w.,/’'-])(?:19|20)\d\d(?![\w/’'-])")
_QUOTED = re.compile(r"[\"“„«]([^\"“”„«»\n]{1,60})[\"“”»]")
_PAPER = re.compile(
    r"(?:^|(?<=[\s,;.:]))(?<!exchange )(?<!training )(?<!cultural )(?<!değişim )(?<!eğitim )"
    r"(?:program(?:me)?|(?P<outcome>outcome|sonuç|sonuc))\s*:\s*"
    r"(?P<said>.+?)(?=\s*[,;.\n]?\s*(?:program(?:me)?|outcome|sonuç|sonuc)\s*:|\s+#|\n|$)",
    re.IGNORECASE,
)
"""The programme and the outcome, up to the other one, a theme or the end of the line."""
_MOST_LINES = 8
"""In so many lines a partner and a date have to be named."""

_FINEST = list(Precision)
_DIRECTION_CASES = {Case.ABLATIVE: Direction.INCOMING, Case.DATIVE: Direction.OUTGOING}


@dataclass(frozen=True, slots=True)
class LogVisit:
    """What ``/log visit`` was given. ``period`` None is "undated", which was stated."""

    partner: PartnerRef
    period: Period | None
    visit: Visit
    themes: tuple[str, ...]
    others: tuple[PartnerRef, ...] = ()
    """The partners behind the first: "Bishkek and Tirana"."""


def read_visit(text: str, context: Context) -> LogVisit:
    """Read the arguments. Raises what dates and places raise, ``MissingPartner`` and ``MissingDate``.

    Where nothing else is left for a partner, a word of the date that is a town is one: "March 3 May", "Çarşamba'ya 3
    haziran". It is asked where it may as well be said of the day: "Çarşamba 3 haziran".
    """
    text = _unwrapped(text, context)
    try:
        return _read(text, context)
    except MissingPartner:
        for town in towns_in(context.partners.places, text):
            sure = _is_no_date(town, text, context)
            if sure is None:
                continue
            if sure:
                return _read(text, context, town)
            raise MissingPartner(hole=town.span, choices=_choices(text[slice(*town.span)], context)) from None
        raise


def _is_no_date(town: Town, text: str, context: Context) -> bool | None:
    """Whether the word says nothing of the date; False where it may, None where there is no date of its kind without.

    "3 March 2025" is a day, and only a year without "March"; of "Pazar'dan Cuma'ya" both are days.
    """
    pieces = Pieces(text)
    try:
        with_it = _cut_date(pieces, context)
        pieces = Pieces(text)
        pieces.cut(*town.span)
        without = _cut_date(pieces, context)
    except BotError:
        return None
    if with_it is None or without is None:
        return None
    before, after = with_it.period, without.period
    if before and after:
        coarser = _FINEST.index(after.precision) > _FINEST.index(before.precision)
        within = before != after and before.start <= after.start and after.end <= before.end
        if coarser or within:
            return None
    return town.marked or before != after or not is_date(text[slice(*town.span)], context)


def _choices(name: str, context: Context) -> list[Choice]:
    try:
        named = context.partners.find(name)
    except Question as question:
        return list(question.choices)
    return [Choice(named.partner, name)] if named else []


def _read(text: str, context: Context, town: Town | None = None) -> LogVisit:
    text, papers = _without_papers(text)
    head_end, purposes = _free_text(text, context)
    pieces = Pieces(text[:head_end].replace("\n", ",") + text[head_end:])
    themes = cut_themes(pieces)
    free = [pieces.left[start:end].removeprefix(":") for start, end in purposes]
    for start, end in purposes:
        pieces.cut(start, end)
    purpose, people, participants = cut_delegation("\n".join(free))
    purpose = unquote(" ".join(Pieces(purpose).rest().split()))
    hole = (head_end, head_end) if head_end < len(text) else None  # what is missing is put in before the purpose
    if found_people := find_people(pieces.left):
        people = found_people[0]
        pieces.cut(*found_people[1])
    participants = _cut_names(pieces, context) or participants
    said = pieces.left
    if town:
        pieces.cut(*town.span)
    dated = _cut_date(pieces, context)
    kind = cut_meaning(pieces, VISIT_KINDS)
    participants = participants or _cut_names(pieces, context)
    journey = cut_journey(pieces, context)
    direction = _cut_directions(pieces)
    direction = journey or direction
    try:
        if town:
            partners = [context.partners.need(text[slice(*town.span)], town.span)]
            left_over = without_fillers(pieces.rest())
        else:
            partners, left_over = cut_partners(pieces, context)
    except MissingPartner as question:
        question.hole = hole
        raise
    cases = [_DIRECTION_CASES[named.case] for named in partners if named.case in _DIRECTION_CASES]
    if dated is None:
        raise MissingDate(hole=hole)
    visit = Visit(
        direction=direction or next(iter(cases), None),
        kind=kind,
        purpose=purpose or left_over,
        people=people,
        participants=participants,
        **papers,
    )
    first, *others = dict.fromkeys(named.partner for named in partners)
    return LogVisit(first, _in_tense(dated.period, said, context), visit, themes, tuple(others))


def _without_papers(text: str) -> tuple[str, dict[str, str]]:
    """The text, as long as it was, without "programme: …" and "outcome: …", and these."""
    papers: dict[str, str] = {}
    for found in list(_PAPER.finditer(text)):
        field = "outcome" if found["outcome"] else "programme"
        said = unquote(found["said"].strip(" ,;.\n"))
        if said and field not in papers:
            papers[field] = said
            text = text[: found.start()] + " " * len(found[0]) + text[found.end() :]
    return text, papers


def _unwrapped(text: str, context: Context) -> str:
    """``text``, as long as it was, without the quotes around a date or a place in its first line."""
    for quoted in list(_QUOTED.finditer(text, 0, _end_of_head(text, 0, len(text)))):
        inner = quoted[1].strip()
        if is_date(inner, context) or context.partners.certain(inner):
            text = f"{text[: quoted.start()]} {quoted[1]} {text[quoted.end() :]}"
    return text


def _end_of_head(text: str, start: int, end: int) -> int:
    colon = COLON.search(text, start, end)
    return colon.start() if colon else end


def _free_text(text: str, context: Context) -> tuple[int, list[tuple[int, int]]]:
    """Where the head ends, and the spans behind it that are purpose.

    A line break is a comma until there is a partner and a date; a line behind that is one of the parts, or purpose.
    """
    if "\n" not in text:
        end = _end_of_head(text, 0, len(text))
        return end, [(end, len(text))] if end < len(text) else []
    lines = [line.span() for line in re.finditer(r"[^\n]+", text)]
    if not lines:
        return len(text), []
    said = [_says(text[: _end_of_head(text, start, end)], context) for start, end in lines[:_MOST_LINES]]
    number = next((n for n, (partner, date) in enumerate(said) if partner and date), None)
    if number is None and not any(date for _, date in said):
        number = next((n for n, (partner, _) in enumerate(said) if partner), None)
    if number is None:
        number = len(said) - 1
    colons = (n for n, (start, end) in enumerate(lines[: number + 1]) if _end_of_head(text, start, end) < end)
    number = next(colons, number)
    start, end = lines[number]
    head_end = _end_of_head(text, start, end)
    purposes = [(head_end, end)] if head_end < end else []
    for start, end in lines[number + 1 :]:
        colon = _end_of_head(text, start, end)
        if not _is_part(text[start:end]):
            behind = colon < end and _is_part(text[start:colon])  # "technical visit: waste plant"
            purposes.append((colon if behind else start, end))
    return head_end, purposes


def _says(head: str, context: Context) -> tuple[bool, bool]:
    """Whether there is something that may be a partner, and a date."""
    pieces = Pieces(head.replace("\n", ","))
    cut_themes(pieces)
    if found := find_people(pieces.left):
        pieces.cut(*found[1])
    try:
        dated = _cut_date(pieces, context) is not None
    except BotError:
        return bool(fold(head)), True
    cut_meaning(pieces, VISIT_KINDS)
    _cut_directions(pieces)
    left = without_fillers(pieces.rest())
    try:
        named = not is_ordinary(left.lower()) or context.partners.find_in(left) is not None
    except Question:
        named = True
    return bool(fold(left)) and named, dated


def _is_part(line: str) -> bool:
    """Whether a line is a kind, a direction, people, names or themes and nothing else."""
    pieces = Pieces(line)
    cut_themes(pieces)
    for find in (find_people, find_names):
        if found := find(pieces.left):
            pieces.cut(*found[1])
    cut_meaning(pieces, VISIT_KINDS)
    _cut_directions(pieces)
    return not without_fillers(pieces.rest().replace(":", " "))


def _cut_names(pieces: Pieces, context: Context) -> tuple[str, ...]:
    found = find_names(pieces.left)
    if not found or any(map(context.partners.certain, found[0])):  # "with New York, San Francisco"
        return ()
    pieces.cut(*found[1])
    return found[0]


def _cut_date(pieces: Pieces, context: Context) -> Dated | None:
    """Take the date out of what is left; one year alone is one."""
    dated = find_date(pieces.left, context.dates)
    years = list(_YEAR.finditer(pieces.left))
    if dated is None and len(years) == 1:
        dated = Dated(read_date(years[0][0], context.dates), years[0].span())
    if dated:
        pieces.cut(*dated.span)
    return dated


def _cut_directions(pieces: Pieces) -> Direction | None:
    """Take out the words for the direction; the first counts. Others only at an edge: "went | to London"."""
    direction = cut_meaning(pieces, DIRECTIONS)
    while direction:
        for start, end in pieces.fragments():
            found = find_phrase(pieces.left[start:end], DIRECTIONS)
            if found and (found[1][0] == 0 or found[1][1] == end - start):
                pieces.cut(start + found[1][0], start + found[1][1])
                break
        else:
            break
    return direction


def _in_tense(period: Period | None, said: str, context: Context) -> Period | None:
    """The period, a year earlier or later where the verb says so and no year was written."""
    today = context.dates.today
    words = set(fold(said).split())
    if period and period.start > today and words & PAST and not words & FUTURE:
        year = timedelta(days=-365)
    elif period and period.end < today and words & FUTURE:
        year = timedelta(days=365)
    else:
        return period
    try:
        tomorrow, moved = (
            dated.period if (dated := find_date(said, replace(context.dates, today=today + shift))) else None
            for shift in (timedelta(days=1), year)
        )
    except BotError:
        return period
    if tomorrow is None or moved is None or tomorrow.start != period.start:  # "tomorrow" has no year to change
        return period
    same = (moved.start.month, moved.start.day) == (period.start.month, period.start.day)
    return moved if same else period
