"""Culture days in a title: whose they are (the guest), and where (the host).

English says "Budapest Days in Ankara", "Cultural Days of Budapest in Ankara"; Turkish "Ankara'da Budapeşte Günleri",
"Budapeşte Günleri Ankara'da", and in the press "Budapeşte Bursa Günleri", where the word before "Günleri" is the guest
(Bursa was shown in Budapest). Without a host they are at home.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from bot.errors import Question
from bot.folding import fold
from bot.parsing.context import Context
from bot.parsing.places import Case, split_case
from bot.parsing.sides import Side, may_be_mistyped, read_side, shown, sure_side
from bot.parsing.words import word_set

_DAYS = word_set("days gunleri")
_LEAD = word_set("the annual traditional geleneksel international uluslararasi")
_SORT = word_set("culture cultural kultur and ve art arts sanat tanitim promotion friendship dostluk tourism turizm")
_HOST_ENDS = ":;()–—"
_EDGES = " ,;:()–—-"

_MOST_WORDS = 10  # of a guest and a host together

Span = tuple[int, int]


@dataclass(frozen=True, slots=True)
class CultureDays:
    """``host`` has no name where neither the title nor the team's settings tell it."""

    title: str
    guest: Side
    host: Side


@dataclass(frozen=True, slots=True)
class _Reading:
    """Where guest and host stand in the title. A ``loose`` one has no word that shows what is what."""

    guest: Span
    host: Span | None = None
    loose: bool = False


def read_culture_days(title: str, context: Context) -> CultureDays | None:
    """The culture days that a title is about; None where it is about something else.

    Raises ``WhichPlace``, ``WhichCountryLabel`` and ``UnknownPlace``, the hole being a span of the title.
    """
    for reading in _readings(title):
        if found := _read(title, reading, context):
            return found
    return None


def _read(title: str, reading: _Reading, context: Context) -> CultureDays | None:
    if reading.host is None:
        guest = _side(title, reading.guest, context)
        home = Side(context.team.home_city)
        if guest is None or guest.partner is None:
            return None  # the days of our own city somewhere, or of nothing that is a place
        return CultureDays(_titled(title, [(reading.guest, guest)], context), guest, home)
    if reading.loose:
        guest, host = (sure_side(title[slice(*span)], context) for span in (reading.guest, reading.host))
        if guest is None or host is None:
            return None
        return CultureDays(title, guest, host)
    guest = _side(title, reading.guest, context)
    host_span, host = _host(title, reading.host, context, certain=guest is None)
    if guest is None:
        text = title[slice(*reading.guest)]
        if host is None or not may_be_mistyped(text, context):
            return None
        guest = Side(text, context.partners.need(text, reading.guest).partner)
    if host is None:
        text = title[slice(*reading.host)]
        host = Side(text, context.partners.need(text, reading.host).partner)
    if guest == host:
        return None
    sides = [(reading.guest, guest), (host_span, host)]
    return CultureDays(_titled(title, sides, context), guest, host)


def _side(title: str, span: Span, context: Context) -> Side | None:
    try:
        return read_side(title[slice(*span)], context)
    except Question as question:
        question.hole = span
        raise


def _host(title: str, span: Span, context: Context, *, certain: bool) -> tuple[Span, Side | None]:
    """The longest beginning of what stands in the host's place that is one."""
    start = span[0]
    words = _words(title[slice(*span)])
    for size in range(min(len(words), 6), 0, -1):
        part = (start, start + words[size - 1][1])
        if part[1] > start and (side := sure_side(title[slice(*part)].rstrip(_EDGES), context)):
            return (start, start + len(title[slice(*part)].rstrip(_EDGES))), side
    return span, None if certain else _side(title, span, context)


def _titled(title: str, sides: list[tuple[Span, Side]], context: Context) -> str:
    for (start, end), side in sorted(sides, key=lambda item: -item[0][0]):
        title = title[:start] + shown(title[start:end], side, context) + title[end:]
    return title


def _readings(title: str) -> Iterator[_Reading]:
    words = _words(title)
    at = next((n for n, (start, end) in enumerate(words) if fold(title[start:end]) in _DAYS), None)
    if at is None:
        return
    before, after = words[:at], words[at + 1 :]
    if after and fold(title[slice(*after[0])]) == "of":
        yield from _days_of(title, after[1:])
        return
    before = _whose(title, before)
    if not 0 < len(before) <= _MOST_WORDS:
        return
    guest = _span(title, before)
    if after:
        if host := _where(title, words[at], after):
            yield _Reading(guest, host)
        return
    for size in range(1, len(before)):
        place = _span(title, before[:size])
        if any(form.case is Case.LOCATIVE for form in split_case(title[slice(*place)])):
            yield _Reading(_span(title, before[size:]), place)
    yield _Reading(guest)
    for size in range(1, len(before)):
        yield _Reading(_span(title, before[size:]), _span(title, before[:size]), loose=True)


def _days_of(title: str, words: list[Span]) -> Iterator[_Reading]:
    """ "… of Budapest in Ankara"."""
    at = next((n for n, span in enumerate(words) if fold(title[slice(*span)]) == "in"), len(words))
    guest, host = words[:at], words[at + 1 :]
    while len(guest) > 1 and fold(title[slice(*guest[-1])]) in _SORT:
        guest = guest[:-1]
    if guest:
        yield _Reading(_span(title, guest), _until_sign(title, _span(title, host)) if host else None)


def _whose(title: str, words: list[Span]) -> list[Span]:
    """Without "The 5th international" before the name and "culture and art" behind it."""

    def word(span: Span) -> str:
        return fold(title[slice(*span)])

    while len(words) > 1 and (word(words[0]) in _LEAD or word(words[0])[:1].isdigit()):
        words = words[1:]
    while len(words) > 1 and word(words[-1]) in _SORT:
        words = words[:-1]
    return words


def _where(title: str, days: Span, after: list[Span]) -> Span | None:
    """What is said behind "Days" of where they are: "in Ankara", "Ankara'da", ", Ankara", "(Ankara)"."""
    first = title[slice(*after[0])]
    if fold(first) in ("in", "at"):
        return _until_sign(title, _span(title, after[1:])) if after[1:] else None
    if title[days[1] - 1] == "," or first[0] in "(–—-":
        return _until_sign(title, _span(title, after))
    for size in range(len(after), 0, -1):
        span = _span(title, after[:size])
        if any(form.case is Case.LOCATIVE for form in split_case(title[slice(*span)])):
            return span
    return None


def _until_sign(title: str, span: Span) -> Span | None:
    """The span up to the first sign that ends a place: a colon, a bracket, a dash."""
    start, end = span
    while start < end and title[start] in _EDGES:
        start += 1
    stop = min(
        (title.find(sign, start, end) for sign in _HOST_ENDS if title.find(sign, start, end) > start), default=-1
    )
    colon_of_reference = stop > start and title[stop] == ":" and title[start:stop] in ("geo", "country", "own", "new")
    if stop > start and not colon_of_reference:
        end = stop
    while end > start and title[end - 1] in _EDGES:
        end -= 1
    return (start, end) if start < end else None


def _words(text: str) -> list[Span]:
    return [match.span() for match in re.finditer(r"\S+", text)]


def _span(title: str, words: list[Span]) -> Span:
    """From the first to the last of these words, without a comma at the end."""
    start, end = words[0][0], words[-1][1]
    while end > start + 1 and title[end - 1] in ",;":
        end -= 1
    return start, end
