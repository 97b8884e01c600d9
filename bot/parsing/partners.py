"""Names that people write, read as partners: the team's own names first, then the gazetteer.

An answer to a question, and a button, carries a reference instead of a name: "geo:2910831" (a place), "geo:281184@PS"
(with the country to show), "partner:7" (a partner without a place), "new:Fairfax_County" (a name to be taken as it is).
A place that was asked about keeps the case of its name: "geo:2910831'dan".
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace

from sqlalchemy import Connection

from bot.domain.country_labels import contested, shipped_label, shipped_labels
from bot.domain.partners import NewPartner, Partner, PartnerRef
from bot.domain.places import Place, PlaceKind
from bot.domain.teams import Team
from bot.errors import Choice, Question, WhichPlace
from bot.folding import fold
from bot.parsing.partner_questions import AsWritten, Country, UnknownPlace, WhichCountryLabel
from bot.parsing.places import (
    NORTHERN_CYPRUS,
    Case,
    CaseSuffix,
    Match,
    MatchKind,
    PlaceIndex,
    decide,
    find_all,
    find_in,
    split_case,
)
from bot.parsing.places.ordinary import ordinary_words
from bot.parsing.places.weights import NOTABLE
from bot.parsing.small_talk import may_be_a_name
from bot.storage.partners import find_by_alias, find_by_place, load_partners

_REFERENCE = re.compile(
    r"(?P<id>(?:geo|country|own|partner):[\w-]+)(?:@(?P<label>\w*))?(?:'(?P<case>dan|e))?(?![\w'@-])", re.ASCII
)
_LONGEST_NAME = 60
_NEW = "new:"
_APOSTROPHE = re.compile("['’‘ʼ`´]")
_OWN = "partner:"
_CASES = {"dan": Case.ABLATIVE, "e": Case.DATIVE}
_ENDINGS = {case: f"'{ending}" for ending, case in _CASES.items()}


@dataclass(frozen=True, slots=True)
class Named:
    """A partner as it was named; ``case`` is the Turkish case of the name, which says who went where."""

    partner: PartnerRef
    case: Case | None = None


def reference_of(partner: Partner) -> str:
    """What a button carries in place of the partner's name."""
    return partner.place_id or f"{_OWN}{partner.id}"


@dataclass(frozen=True, slots=True)
class PartnerFinder:
    """Reads names for one team in one transaction."""

    db: Connection
    team: Team
    places: PlaceIndex
    language: str

    def known(self, name: str) -> Named | None:
        """The team's own partner of that name or reference, with or without a case suffix; no other place."""
        if reference := _REFERENCE.fullmatch(name.strip()):
            own = self._own(reference["id"])
            return Named(own, _CASES.get(reference["case"])) if own else None
        for stem, case in _readings(name):
            if found := find_by_alias(self.db, self.team.id, fold(stem)):
                return Named(found, case)
        return None

    def certain(self, name: str) -> bool:
        """Whether some words surely name a partner: one of the team's, or one place alone and no village.

        For texts where a place is only one of many things that may stand; nothing is asked.
        """
        name = name.strip()
        if _REFERENCE.fullmatch(name) or name.startswith(_NEW) or self.known(name):
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
        if reference := _REFERENCE.fullmatch(name):
            return self._by_reference(reference)
        if name.startswith(_NEW):
            case = next((case for case, ending in _ENDINGS.items() if name.endswith(ending)), None)
            kept = name.removeprefix(_NEW).removesuffix(_ENDINGS[case] if case else "")
            return Named(NewPartner(kept.replace("_", " "), PlaceKind.REGION), case)
        if found := self.known(name):
            return found
        try:
            place = decide(self._all(name), name)
        except WhichPlace as question:
            raise self._labelled(question, name) from None
        return self._named(place, name) if place else None

    def look_up(self, name: str) -> PartnerRef | None:
        """The partner that a look-up means, else the place; None where nothing has exactly this name.

        Of several places with the name, one that is a partner is meant. Raises ``WhichPlace``; never asks for a label.
        """
        if named := self.known(name):
            return named.partner
        if (reference := _REFERENCE.fullmatch(name.strip())) and (place := self.places.get(reference["id"])):
            return partner_at(place, self.team)
        matches = self._all(name, strict=True)
        for match in matches:
            if found := find_by_place(self.db, self.team.id, match.row.key):
                return found
        try:
            place = decide(matches, name)
        except WhichPlace as question:
            raise self._labelled(question, name) from None
        return partner_at(place, self.team) if place else None

    def is_named(self, text: str) -> bool:
        """Whether a short text is nothing but the name of a partner, or of a place that everybody knows."""
        if len(text) > _LONGEST_NAME or not fold(text):
            return False
        return self.known(text) is not None or (text[0].isupper() and self.certain(text))

    def find_in(self, text: str) -> tuple[Named, tuple[int, int]] | None:
        """The partner named somewhere in ``text``, and where: the longest run of words that is one."""
        if (reference := _REFERENCE.search(text)) and (found := self._by_reference(reference)):
            return found, reference.span()
        words = list(re.finditer(r"[^\s,;]+", text))
        for size in range(min(len(words), 5), 0, -1):
            for first in range(len(words) - size + 1):
                start, end = words[first].start(), words[first + size - 1].end()
                if found := self.known(text[start:end]):
                    return found, (start, end)
        try:
            in_index = find_in(self.places, text, language=self.language, home_country=self.team.country or None)
        except WhichPlace as question:
            raise self._labelled(question, text[slice(*question.hole)] if question.hole else text) from None
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
            inflected = _marked(name)
            name = inflected.stem if inflected else name
            shown = name if len(name) <= _LONGEST_NAME else name[: _LONGEST_NAME - 1] + "…"
            ending = _ENDINGS.get(inflected.case, "") if inflected else ""
            kept = Choice(AsWritten(shown), _NEW + "_".join(name.split()) + ending)
            raise UnknownPlace(hole=hole, choices=[kept] if may_be_a_name(name) else [], text=shown)
        return found

    def _by_reference(self, reference: re.Match[str]) -> Named | None:
        case = _CASES.get(reference["case"])
        if found := self._own(reference["id"]):
            return Named(found, case)
        place = self.places.get(reference["id"])
        if place is None:
            return None
        code = reference["label"]
        if code is None:
            return Named(self._named(place, "").partner, case)
        label = shipped_label(self.team.country, code) if code else ""
        return Named(replace(partner_at(place, self.team), country=code or None, label=label), case)

    def _own(self, reference: str) -> Partner | None:
        if reference.startswith(_OWN):
            number = reference.removeprefix(_OWN)
            partner_id = int(number) if number.isdigit() and len(number) < 10 else 0
            return load_partners(self.db, self.team.id, [partner_id]).get(partner_id)
        return find_by_place(self.db, self.team.id, reference)

    def _named(self, place: Place, typed: str) -> Named:
        case = self._case(place, typed)
        if found := find_by_place(self.db, self.team.id, place.id):
            return Named(found, case)
        if codes := contested(self.team.country, place.id):
            ending = _ENDINGS.get(case, "") if case else ""
            choices = [
                Choice(Country(code, shipped_label(self.team.country, code)), f"{place.id}@{code}{ending}")
                for code in codes
            ]
            raise WhichCountryLabel(choices=choices, place=place.name_in(self.language))
        return Named(partner_at(place, self.team, typed), case)

    def _labelled(self, question: WhichPlace, typed: str) -> WhichPlace:
        """The question with its places as the team labels them, each choice in the case in which it was typed."""
        choices = []
        for choice in question.choices:
            if isinstance(choice.label, Place):
                place = choice.label
                case = self._case(place, typed)
                shown = partner_at(place, self.team)
                plain = shown.country == place.country and shown.label is None
                ending = _ENDINGS.get(case, "") if case else ""
                choices.append(Choice(place if plain else shown, choice.text + ending))
            else:
                choices.append(choice)
        return WhichPlace(
            hole=question.hole, choices=choices, text=marked.stem if (marked := _marked(typed)) else typed
        )

    def _case(self, place: Place, typed: str) -> Case | None:
        """The case in which the place was named: "Tirana" is a name, "tirandan" is inflected."""
        for reading in split_case(typed):
            if reading.marked:
                return reading.case
            if any(match.place.id == place.id and match.how != MatchKind.SUFFIX for match in self._all(typed)):
                return None
            if any(match.place.id == place.id for match in self._all(reading.stem)):
                return reading.case
        return None

    def _all(self, name: str, *, strict: bool = False) -> tuple[Match, ...]:
        home = self.team.country or None
        return find_all(self.places, name, language=self.language, home_country=home, strict=strict)


def partner_at(place: Place, team: Team, typed: str = "") -> NewPartner:
    """The partner that a place would become for a team, with the country line that the team starts with."""
    country = "KKTC" if team.country == "TR" and place.id in NORTHERN_CYPRUS else place.country
    label = shipped_label(team.country, country)
    if contested(team.country, place.id):  # never filled in
        country, label = None, ""
    names = dict(place.names)
    if label and place.kind is PlaceKind.COUNTRY:  # the country itself: the label is its name
        names |= shipped_labels(team.country, country)
        label = None
    return NewPartner(
        name=place.name,
        kind=place.kind,
        place_id=place.id,
        country=country,
        label=label,
        timezone=place.timezone,
        names=names,
        typed=typed,
    )


def _readings(name: str) -> Iterator[tuple[str, Case | None]]:
    """The name as it stands, and its stems. Folded, "Tiran'a" is "tirana": a marked stem comes before the whole."""
    if marked := _marked(name):
        yield marked.stem, marked.case
    yield name, None
    for reading in split_case(name):
        if reading != marked:
            yield reading.stem, reading.case


def _marked(text: str) -> CaseSuffix | None:
    """ "San Jose" and its case, of "San Jose'den"; None where no apostrophe marks a suffix."""
    if not _APOSTROPHE.search(text):
        return None
    return next((reading for reading in split_case(text) if reading.marked), None)
