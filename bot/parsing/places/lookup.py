"""From a name to its place: exact names of every language, Turkish case suffixes, a country behind the name, typos.

``weights`` says how candidates are ranked. The first is taken silently when it counts five times as much as the next;
otherwise it is asked. So Paris is silent, and Hanover (an alternate name of the large German city, the own name of
small American ones) is asked. A guess at a mistyped name is always asked.
"""

import re
from collections.abc import Sequence
from dataclasses import replace

from bot.domain.places import Place
from bot.parsing.places.fuzzy import allowed_edits, closest, neighbouring_keys
from bot.parsing.places.hints import Hint, Reading, readings
from bot.parsing.places.index import PlaceIndex, Row
from bot.parsing.places.keys import name_key
from bot.parsing.places.matches import KIND_OF_NAME, Match, MatchKind, decide, ranked
from bot.parsing.places.ordinary import is_ordinary
from bot.parsing.places.schema import Feature, How
from bot.parsing.places.scripts import home_of_script
from bot.parsing.places.suffixes import CaseSuffix, lower, split_case
from bot.parsing.places.weights import (
    AROUND,
    AT_HOME,
    CLEARLY,
    COUNTRY,
    NATIVE,
    NEGLIGIBLE,
    NOTABLE,
    SHORT,
    SPELLED,
    UNMARKED_SUFFIX,
    WELL_KNOWN,
    foreign_weight,
    mistyped_weight,
)

_WORD = re.compile(r"[^\s,;/()]+")
_LONGEST = 120  # characters; no name of a place with its country is longer
_LIKELIEST = 8  # namesakes that are looked at; with a hint, all
_WORTH_GUESSING = 1_000_000.0  # no guess at a typo weighs more
_OF_A_COUNTRY = 0.1  # of its people, how many one of its largest cities has
_TELLING = 5  # letters: a shorter name is one mistake away from too many others
_GUESSES = 24  # names that a mistyped one may stand for, whose places are looked at


def look_up(
    index: PlaceIndex, text: str, *, language: str | None = "en", home_country: str | None = None
) -> Place | None:
    """The place that ``text`` names, or None when nothing has this name.

    ``text`` may be a bare id, the text of a ``WhichPlace`` choice. ``language`` is the reader's (None: any of the
    product's), ``home_country`` the team's (a place of that name there counts double). Raises ``WhichPlace`` when
    several are about as likely, when the name is also an ordinary word, or when it is only a guess.
    """
    return decide(find_all(index, text, language=language, home_country=home_country), text)


def find_all(
    index: PlaceIndex, text: str, *, language: str | None = "en", home_country: str | None = None, strict: bool = False
) -> tuple[Match, ...]:
    """Every place that ``text`` can name, the likeliest first; () when nothing has this name.

    Only when no exact name fits are mistyped ones guessed, and parts that nothing knows are left out; not
    when ``strict``: then the text must be a name and its country, to the last word.
    """
    text = text.strip()
    if len(text) > _LONGEST:
        return ()
    if row := index.row(text):
        return (Match(row, COUNTRY, MatchKind.ID),)
    search = _Search(index, language, home_country)
    ordinary = is_ordinary(text)
    tried: list[Reading] = []
    found: tuple[Match, ...] = ()
    for reading in readings(index, text, strict=strict):
        tried.append(reading)
        if found := search.exact(reading):
            break
    if ordinary or (found and _obscure(found[0], text)):
        found = tuple(replace(match, sure=False) for match in found)
    if ordinary or strict:
        return found
    if found and not _doubtful(found[0]):
        return _or_mistyped(found, search, tried[-1])
    around = search.around(tried)
    # The last reading is the one in which countries and offices were understood.
    for reading in reversed(tried):
        if guesses := search.mistyped(reading):
            return ranked([*found, *around, *guesses])
    return ranked([*found, *around])


def country_around(index: PlaceIndex, text: str) -> tuple[str, str] | None:
    """The name and the country's code of "Gazi Baba (Makedonya)", where nothing but the country need be known."""
    for reading in readings(index, text.strip()[:_LONGEST]):
        codes = {code for hint in reading.hints for code, _ in hint.areas}
        if reading.name and len(codes) == 1:
            return reading.name, codes.pop()
    return None


def _or_mistyped(found: tuple[Match, ...], search: "_Search", reading: Reading) -> tuple[Match, ...]:
    """With guesses at a typo before them that are far likelier: "Melbourn" is a village, and rather Melbourne."""
    best = found[0]
    enough = {MatchKind.EXACT: NEGLIGIBLE, MatchKind.ALTERNATE: NEGLIGIBLE / CLEARLY}.get(best.how)
    if enough is None or reading.hints or reading.case or len(reading.name) < _TELLING:
        return found
    if best.score * enough > _WORTH_GUESSING:
        return found
    guesses = [guess for guess in search.mistyped(reading) if guess.score > enough * best.score]
    return ranked([*(replace(match, sure=False) for match in found), *guesses]) if guesses else found


def _obscure(match: Match, text: str) -> bool:
    """Whether a lone word without a capital is as likely no name at all: of the names that a well-known place calls its
    own only those of some length are believed, and case suffixes only behind such a name that is no word itself."""
    if len(text.split()) > 1 or match.marked or any(letter.isupper() for letter in text):
        return False
    if match.how in (MatchKind.EXACT, MatchKind.ALIAS):
        return match.score < WELL_KNOWN
    if match.how is MatchKind.SUFFIX:
        stems = [form.stem for form in split_case(text)]
        return match.score < WELL_KNOWN or len(min(stems, key=len, default="")) <= SHORT or any(map(is_ordinary, stems))
    return match.how is MatchKind.ALTERNATE


def _doubtful(match: Match) -> bool:
    """Whether a typo is as likely as this: "Brelin" is rather Berlin than "in Brel"."""
    return match.how is MatchKind.SUFFIX and match.score < NOTABLE and not match.marked


class _Search:
    """One reader's question to the index."""

    def __init__(self, index: PlaceIndex, language: str | None, home: str | None) -> None:
        self._index = index
        self._language = language
        self._home = home

    def exact(self, reading: Reading) -> tuple[Match, ...]:
        limit = -1 if reading.hints else _LIKELIEST
        native = home_of_script(reading.name)
        found = [
            self._match(row, self._own_letters(row, reading.name, native))
            for row in self._index.named(name_key(reading.name), limit)
        ]
        if not any(match.score >= WELL_KNOWN and match.how is not MatchKind.ALTERNATE for match in found):
            for inflected in split_case(reading.name):
                doubt = 1.0 if inflected.marked or not found else UNMARKED_SUFFIX
                rows = self._index.named(name_key(inflected.stem), limit)
                # Without an apostrophe only a place's own names are inflected: "table" is no dative of Ţabl.
                known = [row for row in rows if inflected.marked or row.how != How.ALTERNATE]
                found += [self._match(row, doubt, inflected) for row in known]
        return _in_case(ranked(_hinted(found, reading.hints)), reading)

    def mistyped(self, reading: Reading) -> tuple[Match, ...]:
        forms: list[CaseSuffix | None] = [None, *split_case(reading.name)]
        if len(forms) == 2 and forms[1] and forms[1].marked:
            forms = forms[1:]
        found: list[Match] = []
        for inflected in forms:
            folded = name_key(inflected.stem if inflected else reading.name)
            if not allowed_edits(folded):
                continue
            names = closest(folded, self._index.buckets(neighbouring_keys(folded)))
            doubt = 1.0 if inflected is None or inflected.marked else UNMARKED_SUFFIX
            factors = {name: doubt * mistyped_weight(folded, name, mistakes) for name, mistakes in names.items()}
            for name in sorted(factors, key=lambda name: -factors[name])[:_GUESSES]:
                rows = self._index.named(name, -1 if reading.hints else _LIKELIEST)
                found += [self._guess(row, factors[name], inflected) for row in rows]
        guesses = _hinted(found, reading.hints)
        return _in_case(ranked(guesses), reading)

    def around(self, tried: Sequence[Reading]) -> tuple[Match, ...]:
        """Known cities whose quarters may be meant: Bakü of "Bakü Nesimi / Azerbaycan", Seul of "Gangnam (Seul)"."""
        hinted = [reading for reading in tried if reading.hints]
        for reading in hinted or tried:
            if near := next((hint.near for hint in reading.hints if hint.near), None):
                both = [self._match(near), *self.exact(replace(reading, hints=()))]
                return tuple(replace(match, how=MatchKind.AROUND, sure=False) for match in ranked(both))
            words = _WORD.findall(reading.name)
            for count in range(len(words) - 1, 0, -1):
                for part in (words[:count], words[-count:]):
                    rows = self._index.named(name_key(" ".join(part)), _LIKELIEST)
                    cities = [self._match(row) for row in rows if row.how not in (How.COUNTRY, How.ALTERNATE)]
                    known = ranked(_hinted(cities, reading.hints))
                    if known and known[0].score >= WELL_KNOWN:
                        score = known[0].score * AROUND
                        return (replace(known[0], score=score, how=MatchKind.AROUND, sure=False),)
        return ()

    def _match(self, row: Row, factor: float = 1.0, inflected: CaseSuffix | None = None) -> Match:
        score = factor * self._weight(row)
        sure = row.how != How.SHARED
        if inflected:
            return Match(row, score, MatchKind.SUFFIX, sure, inflected.case, inflected.marked)
        return Match(row, score, KIND_OF_NAME[How(row.how)], sure)

    def _guess(self, row: Row, factor: float, inflected: CaseSuffix | None) -> Match:
        # A country is no likelier to be mistyped than its largest cities.
        weight = row.population * _OF_A_COUNTRY if row.feature == Feature.COUNTRY else self._weight(row)
        return Match(row, factor * weight, MatchKind.FUZZY, False, inflected.case if inflected else None)

    @staticmethod
    def _own_letters(row: Row, typed: str, native: frozenset[str]) -> float:
        if row.country in native:
            return NATIVE
        return SPELLED if _spelled(row, typed) else 1.0

    def _weight(self, row: Row) -> float:
        if self._language and row.language not in (None, self._language):
            return foreign_weight(row.feature, row.population)
        if row.country == self._home and row.how != How.ALTERNATE:
            return AT_HOME * row.weight
        return row.weight


def _spelled(row: Row, name: str) -> bool:
    """Whether a place is shown with the very letters beyond ASCII that were typed: Niš is "Niş", and Nice is "Nis"."""
    if name.isascii():
        return False
    return bool(row.names and f'"{lower(name)}"' in lower(row.names))


def _hinted(found: Sequence[Match], hints: Sequence[Hint]) -> Sequence[Match]:
    """Those where the hints say; else those that only somebody's map has there, which are then asked."""
    if not hints:
        return found
    allowed = [match for match in found if all(hint.allows(match.row) for hint in hints)]
    if any(hint.near for hint in hints):  # two towns, or a town's quarter
        return [replace(match, sure=False) for match in allowed]
    owned = [match for match in found if all(hint.owns(match.row) for hint in hints)]
    disputed = [match for match in found if all(hint.disputed(match.row) for hint in hints)]
    return allowed or owned or [replace(match, sure=False) for match in disputed]


def _in_case(found: tuple[Match, ...], reading: Reading) -> tuple[Match, ...]:
    """With the case that stood on what was taken off: "Tiran Belediyesi'nden"."""
    case = reading.case or next((hint.case for hint in reading.hints if hint.case), None)
    return tuple(replace(match, case=match.case or case) for match in found) if case else found
