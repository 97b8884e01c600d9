"""Names that people write, read as partners: the team's own names first, then the gazetteer.

An answer to a question, and a button, carries a ``Reference`` instead of a name, with the case in which the name stood
and the spelling that was asked about: a choice is learnt as the team's alias.
"""

import re
from collections.abc import Iterable
from dataclasses import dataclass, replace

from sqlalchemy import Connection

from bot.domain.country_labels import contested, shipped_label
from bot.domain.partners import Partner, PartnerRef
from bot.domain.places import Place
from bot.domain.teams import Team
from bot.errors import Choice, Question, WhichPlace
from bot.folding import fold
from bot.parsing.close_partners import close_partners
from bot.parsing.new_partners import marked_case, partner_at, readings_of, written_partner
from bot.parsing.partner_questions import AsWritten, Country, UnknownPlace, WhichCountryLabel
from bot.parsing.pieces import CUT
from bot.parsing.places import (
    Case,
    CaseSuffix,
    Match,
    MatchKind,
    PlaceIndex,
    country_around,
    decide,
    find_all,
    find_in,
    is_name_of,
    split_case,
)
from bot.parsing.places.ordinary import ordinary_words
from bot.parsing.places.weights import NOTABLE
from bot.parsing.references import Reference, reference_of
from bot.parsing.small_talk import may_be_a_name
from bot.storage.partners import find_by_alias, find_by_place, load_partners

_LONGEST_NAME = 60
_CHOICES = 4
_NAME_AND_COUNTRY = re.compile(rf"[^\s,;:(){CUT}]+(?: [^\s,;:(){CUT}]+){{0,4}} ?\([^(){CUT}]+\)")


@dataclass(frozen=True, slots=True)
class Named:
    """A partner as it was named; ``case`` is the Turkish case of the name, which says who went where."""

    partner: PartnerRef
    case: Case | None = None


@dataclass(frozen=True, slots=True)
class PartnerFinder:
    """Reads names for one team in one transaction."""

    db: Connection
    team: Team
    places: PlaceIndex
    language: str

    def known(self, name: str) -> Named | None:
        """The team's own partner of that name or reference, with or without a case suffix; no other place."""
        if reference := Reference.read(name.strip()):
            own = self._own(reference)
            return Named(own, reference.case) if own else None
        for stem, case in readings_of(name):
            if found := find_by_alias(self.db, self.team.id, fold(stem)):
                return Named(found, case)
        return None

    def certain(self, name: str) -> bool:
        """Whether some words surely name a partner: one of the team's, or one place alone and no village.

        For texts where a place is only one of many things that may stand; nothing is asked.
        """
        name = name.strip()
        if Reference.read(name) or self.known(name):
            return True
        if fold(name) in ordinary_words():  # "Nice: …" begins a sentence as well
            return False
        matches = self._all(name, strict=True)
        try:
            return decide(matches, name) is not None and matches[0].score >= NOTABLE
        except WhichPlace:
            return False

    def find(self, name: str) -> Named | None:
        """The partner, or the place that would become one; None if nothing has the name.

        Raises ``WhichPlace`` where several have, and ``WhichCountryLabel`` where the country has to be asked.
        """
        name = name.strip()
        if not fold(name):
            return None
        if reference := Reference.read(name):
            return self._by_reference(reference)
        if found := self.known(name):
            return found
        matches = self._all(name)
        try:
            place = decide(matches, name)
        except WhichPlace as question:
            raise self._asked(question, name, guessed=not any(is_name_of(match) for match in matches)) from None
        if place:
            return self._named(place, name)
        unknown = self._asked(WhichPlace(text=name), name, guessed=True)
        if any(not isinstance(choice.label, AsWritten) for choice in unknown.choices):
            raise unknown
        return None

    def look_up(self, name: str) -> PartnerRef | None:
        """The partner that a look-up means, else the place; None where nothing has exactly this name.

        Of several places with the name, one that is a partner is meant. Raises ``WhichPlace``; never asks for a label.
        """
        if named := self.known(name):
            return named.partner
        if (reference := Reference.read(name.strip())) and (place := self.places.get(reference.id)):
            return partner_at(place, self.team)
        matches = self._all(name, strict=True)
        for match in matches:
            if found := find_by_place(self.db, self.team.id, match.row.key):
                return found
        try:
            place = decide(matches, name)
        except WhichPlace as question:
            raise self._asked(question, name) from None
        return partner_at(place, self.team) if place else None

    def is_named(self, text: str) -> bool:
        """Whether a short text is nothing but the name of a partner, or of a place that everybody knows."""
        if len(text) > _LONGEST_NAME or not fold(text):
            return False
        return self.known(text) is not None or (text[0].isupper() and self.certain(text))

    def find_in(self, text: str) -> tuple[Named, tuple[int, int]] | None:
        """The partner named somewhere in ``text``, and where: the longest run of words that is one."""
        if (reference := Reference.search(text)) and (found := self._by_reference(reference[0])):
            return found, reference[1]
        words = list(re.finditer(r"[^\s,;]+", text))
        for size in range(min(len(words), 5), 0, -1):
            for first in range(len(words) - size + 1):
                start, end = words[first].start(), words[first + size - 1].end()
                if found := self.known(text[start:end]):
                    return found, (start, end)
        if (written := _NAME_AND_COUNTRY.search(text)) and self._is_only_in(written[0]):
            return self.need(written[0], written.span()), written.span()
        try:
            in_index = find_in(self.places, text, language=self.language, home_country=self.team.country or None)
        except WhichPlace as question:
            raise self._asked(question, text[slice(*question.hole)] if question.hole else text) from None
        if in_index is None:
            return None
        try:
            return self._named(in_index.place, text[slice(*in_index.span)]), in_index.span
        except WhichCountryLabel as question:
            question.hole = in_index.span
            raise

    def need(self, name: str, hole: tuple[int, int] | None) -> Named:
        """As ``find``, for a name that has to be a place; ``hole`` is where it stands in the arguments.

        Raises ``UnknownPlace``, ``WhichPlace``, ``WhichCountryLabel``, each with ``hole``.
        """
        try:
            found = self.find(name)
        except Question as question:
            question.hole = hole
            raise
        if found is None:
            inflected = marked_case(name)
            name = inflected.stem if inflected else name
            shown = name if len(name) <= _LONGEST_NAME else name[: _LONGEST_NAME - 1] + "…"
            kept = self._as_written(name, inflected.case if inflected else None)
            raise UnknownPlace(hole=hole, choices=[kept] if kept else [], text=shown)
        return found

    def _as_written(self, name: str, case: Case | None) -> Choice | None:
        """To take a name as it is, in the country that stands with it; None for what cannot be one."""
        bare, country = country_around(self.places, name) or (name, None)
        if not may_be_a_name(bare):
            return None
        reference = Reference(f"new:{bare}", country, case=case)
        return Choice(AsWritten(bare, country), str(reference))

    def _is_only_in(self, text: str) -> bool:
        """Whether "X (country)" names a place that nobody knows in a country that everybody knows."""
        return (
            country_around(self.places, text) is not None and not self.known(text) and not self._all(text, strict=True)
        )

    def _by_reference(self, reference: Reference) -> Named | None:
        if reference.written is not None:
            return Named(written_partner(reference.written, reference.country, self.team), reference.case)
        if found := self._own(reference):
            return Named(replace(found, spelling=reference.spelling), reference.case)
        place = self.places.get(reference.id)
        if place is None:
            return None
        partner = partner_at(place, self.team)
        if reference.country is not None:
            code = reference.country
            partner = replace(
                partner, country=code or None, label=shipped_label(self.team.country, code) if code else ""
            )
        elif codes := contested(self.team.country, place.id):
            raise self._which_label(place, codes, reference)
        return Named(replace(partner, spelling=reference.spelling), reference.case)

    def _own(self, reference: Reference) -> Partner | None:
        if reference.partner_id is not None:
            return load_partners(self.db, self.team.id, [reference.partner_id]).get(reference.partner_id)
        return find_by_place(self.db, self.team.id, reference.id)

    def _named(self, place: Place, typed: str) -> Named:
        inflected = self._inflected(place, typed)
        case = inflected.case if inflected else None
        if found := find_by_place(self.db, self.team.id, place.id):
            return Named(found, case)
        if codes := contested(self.team.country, place.id):
            raise self._which_label(place, codes, Reference(place.id, case=case))
        return Named(partner_at(place, self.team), case)

    def _which_label(self, place: Place, codes: Iterable[str], reference: Reference) -> WhichCountryLabel:
        """The question that leaves everything but the country as ``reference`` has it."""
        choices = [
            Choice(Country(code, shipped_label(self.team.country, code)), str(replace(reference, country=code)))
            for code in codes
        ]
        return WhichCountryLabel(choices=choices, place=place.name_in(self.language))

    def _asked(self, question: WhichPlace, typed: str, *, guessed: bool = False) -> WhichPlace:
        """The question with its places as the team labels them, each choice with the spelling and case as typed.

        Where all are ``guessed``, the team's own partners of a similar name come first, and the name may be kept.
        """
        choices = [self._choice(choice, typed) for choice in question.choices]
        marked = marked_case(typed)
        name = marked.stem if marked else typed
        if guessed:
            own = [self._own_choice(partner, name, marked) for partner in close_partners(self.db, self.team.id, name)]
            taken = {Reference.read(choice.text) for choice in own}
            ids = {reference.id for reference in taken if reference}
            others = [choice for choice in choices if (read := Reference.read(choice.text)) and read.id not in ids]
            kept = self._as_written(name, marked.case if marked else None)
            choices = [*own, *others][:_CHOICES] + ([kept] if kept else [])
        return WhichPlace(hole=question.hole, choices=choices, text=name)

    def _choice(self, choice: Choice, typed: str) -> Choice:
        if not isinstance(choice.label, Place):
            return choice
        place = choice.label
        inflected = self._inflected(place, typed)
        shown = partner_at(place, self.team)
        plain = shown.country == place.country and shown.label is None
        spelling = inflected.stem if inflected else typed
        reference = Reference(place.id, spelling=spelling, case=inflected.case if inflected else None)
        return Choice(place if plain else shown, str(reference))

    @staticmethod
    def _own_choice(partner: Partner, name: str, marked: CaseSuffix | None) -> Choice:
        reference = Reference(reference_of(partner), spelling=name, case=marked.case if marked else None)
        return Choice(partner, str(reference))

    def _inflected(self, place: Place, typed: str) -> CaseSuffix | None:
        """How the name of a place is inflected: "Tirana" is a name, "tirandan" has a case."""
        for reading in split_case(typed):
            if reading.marked:
                return reading
            if any(match.place.id == place.id and match.how != MatchKind.SUFFIX for match in self._all(typed)):
                return None
            if any(match.place.id == place.id for match in self._all(reading.stem)):
                return reading
        return None

    def _all(self, name: str, *, strict: bool = False) -> tuple[Match, ...]:
        home = self.team.country or None
        return find_all(self.places, name, language=self.language, home_country=home, strict=strict)
