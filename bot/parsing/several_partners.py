"""Several partners of one visit: "Bishkek, Tirana", "Tirana, Albania and Skopje", "Üsküp ve Tiran'a"."""

import re
from dataclasses import replace

from bot.domain.places import PlaceKind
from bot.errors import Question
from bot.folding import fold
from bot.parsing.context import Context
from bot.parsing.partners import Named
from bot.parsing.pieces import unquote
from bot.parsing.places.ordinary import ordinary_words
from bot.parsing.sides import is_home

FILLERS = frozenset(
    (
        "a an the visit delegation delegations of in on at by and group team mission their our "
        "heyet heyeti heyetleri heyetinin ziyaret ziyareti ziyaretimiz bir ve icin "
        "tarihinde tarihli gunu yapildi yapilacak ile"
    ).split()
)
"""Words beside a partner that say nothing, folded."""
_BESIDE = FILLERS | {"from", "to"}
_BETWEEN = re.compile(r"\s*[,;&+/]\s*(?:(?:and|ve)\s+)?|\s+(?:and|ve|ile)\s+")


Found = tuple[Named, tuple[int, int]]


def find_partners(text: str, offset: int, context: Context) -> list[Found]:
    """The partners at the beginning of a list and where they stand; [] where the text is no list of places.

    Our own city is none of them. Raises ``WhichPlace`` and ``WhichCountryLabel``, with their place behind ``offset``.
    """
    separators = [separator for separator in _BETWEEN.finditer(text) if not _joins(text, separator, context)]
    starts = [0, *(separator.end() for separator in separators)]
    ends = [*(separator.start() for separator in separators), len(text)]
    found: list[Found] = []
    for number in range(len(starts) if separators else 0):
        start, end = _bare(text, starts[number], ends[number])
        by_comma = number > 0 and "," in separators[number - 1][0]
        span = _sure_span(text, start, end, context, whole=number == 0 or by_comma)
        if by_comma and (
            inside := _inside(found[-1], text[found[-1][1][0] : end], text[slice(*span or (0, 0))], offset, context)
        ):
            found[-1] = inside, (found[-1][1][0], end)
            continue
        if span is None:
            break
        try:
            named = context.partners.find(unquote(text[slice(*span)]))
        except Question as question:
            question.hole = (offset + span[0], offset + span[1])
            raise
        if named is None:
            break
        if by_comma and named.partner.name == found[-1][0].partner.name:  # "Washington, D.C."
            found[-1] = named, (found[-1][1][0], span[1])
        elif by_comma and (city := _one_place(found[-1][0], named)):
            found[-1] = city, (found[-1][1][0], span[1])
        else:
            found.append((named, span))
        if span[1] != end:
            break
    foreign = [(named, span) for named, span in found if not is_home(text[slice(*span)], context)]
    if foreign and foreign != found:
        foreign[0] = foreign[0][0], (found[0][1][0], foreign[0][1][1])
        foreign[-1] = foreign[-1][0], (foreign[-1][1][0], found[-1][1][1])
    return [(named, (offset + start, offset + end)) for named, (start, end) in foreign or found]


def _joins(text: str, separator: re.Match[str], context: Context) -> bool:
    """Whether an "and" is part of a name: "Bosnia and Herzegovina"."""
    if not separator[0].strip().isalpha():
        return False
    before = _BETWEEN.split(text[: separator.start()])[-1]
    after = _BETWEEN.split(text[separator.end() :])[0]
    return context.partners.certain(f"{before.strip()}{separator[0]}{after.strip()}")


def _inside(first: Found, both: str, second: str, offset: int, context: Context) -> Named | None:
    """The place of "Paris, Texas" and "Paris, United States", which is not the one of "Paris"."""
    try:
        country = context.partners.look_up(second) if second else None
    except Question:
        return None
    try:
        place = context.partners.look_up(both)
    except Question as question:
        if country and country.kind is PlaceKind.COUNTRY and country.country != first[0].partner.country:
            start = offset + first[1][0]  # "Paris, United States"
            question.hole = (start, start + len(both))
            raise
        return None
    if place and country and place.place_id == first[0].partner.place_id and country.kind is PlaceKind.CITY:
        return first[0]  # "Kadıköy, İstanbul" is in the province
    if place is None or place.place_id == first[0].partner.place_id or place.kind is PlaceKind.COUNTRY:
        return None
    fits = country.kind is PlaceKind.COUNTRY and country.country == place.country if country else not second
    return Named(place, first[0].case) if fits else None


def _one_place(one: Named, other: Named) -> Named | None:
    """The city of "Hanover, Germany" and of "Germany, Hanover"; None for two places."""
    if one.partner.country != other.partner.country or one.partner == other.partner:
        return None
    if other.partner.kind is PlaceKind.COUNTRY:
        return replace(one, case=one.case or other.case)
    return other if one.partner.kind is PlaceKind.COUNTRY else None


def _bare(text: str, start: int, end: int) -> tuple[int, int]:
    """The span without fillers at its edges."""
    words = [word.span() for word in re.finditer(r"\S+", text[start:end])]
    while words and fold(text[start + words[0][0] : start + words[0][1]]) in _BESIDE:
        words.pop(0)
    while words and fold(text[start + words[-1][0] : start + words[-1][1]]) in _BESIDE:
        words.pop()
    return (start + words[0][0], start + words[-1][1]) if words else (start, start)


def _sure_span(text: str, start: int, end: int, context: Context, *, whole: bool) -> tuple[int, int] | None:
    """Where the sure name at the beginning of the span is: all of it, or behind "and" its first words."""
    if not whole and _is_asked(text[start:end], context):
        return start, end
    words = [start + word.end() for word in re.finditer(r"\S+", text[start:end])]
    for stop in [end] if whole else words[:4][::-1]:
        if text[stop:end].strip()[:1].isupper():  # "San | Jose"
            continue
        if stop > start and context.partners.certain(unquote(text[start:stop])):
            return start, stop
    return None


def _is_asked(name: str, context: Context) -> bool:
    """Whether several places have exactly this name, which is written as one."""
    if not name[:1].isupper() or fold(name) in ordinary_words():
        return False
    try:
        context.partners.look_up(name)
    except Question:
        return True
    return False
