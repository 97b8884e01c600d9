"""Names that people write, read as partners: the team's own names first, then the gazetteer.

An answer to a question arrives as a reference instead of a name: "geo:2910831" (a place), "geo:281184@PS" (with the
country to show), "new:Fairfax_County" (a name to be taken as it is).
"""

import re
from dataclasses import dataclass, replace

from sqlalchemy import Connection

from bot.domain.country_labels import contested, shipped_label
from bot.domain.partners import NewPartner, PartnerRef
from bot.domain.places import Place, PlaceKind
from bot.domain.teams import Team
from bot.errors import BotError, Choice, Question, WhichPlace
from bot.folding import fold
from bot.i18n import N_
from bot.parsing.places import (
    NORTHERN_CYPRUS,
    Case,
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
from bot.storage.partners import find_by_alias, find_by_place

_REFERENCE = re.compile(r"(?P<id>(?:geo|country|own):[\w-]+)(?:@(?P<label>\w*))?", re.ASCII)
_NEW = "new:"


class WhichCountryLabel(Question):
    """A place whose country is asked, never filled in."""

    field = "partner"
    text = N_("Which country should stand behind {place}?")


class UnknownPlace(Question):
    """No partner of the team and no place of the index has this name; it can be taken as it is."""

    field = "partner"
    text = N_("I do not know a place called “{text}”. Nothing was stored.")
    advice = N_("Check the spelling, or write it with its country: Hanover, Germany.")


class NoSuchPartner(BotError):
    """A look-up of a partner that the team does not have."""

    text = N_("There is no partner called “{text}”.")
    advice = N_("/partners lists them all; logging a visit or an event adds one.")


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
        """The team's own partner of that name, with or without a case suffix; nothing is looked up elsewhere."""
        if found := find_by_alias(self.db, self.team.id, fold(name)):
            return Named(found)
        for reading in split_case(name):
            if found := find_by_alias(self.db, self.team.id, fold(reading.stem)):
                return Named(found, reading.case)
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
        matches = find_all(
            self.places, name, language=self.language, home_country=self.team.country or None, guess=False
        )
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
            return self._by_reference(reference["id"], reference["label"])
        if name.startswith(_NEW):
            return Named(NewPartner(name.removeprefix(_NEW).replace("_", " "), PlaceKind.REGION))
        if found := self.known(name):
            return found
        place = decide(self._all(name), name)
        return self._named(place, name) if place else None

    def find_in(self, text: str) -> tuple[Named, tuple[int, int]] | None:
        """The partner named somewhere in ``text``, and where: the longest run of words that is one."""
        words = list(re.finditer(r"[^\s,;]+", text))
        for size in range(min(len(words), 5), 0, -1):
            for first in range(len(words) - size + 1):
                start, end = words[first].start(), words[first + size - 1].end()
                if found := self.known(text[start:end]):
                    return found, (start, end)
        in_index = find_in(self.places, text, language=self.language, home_country=self.team.country or None)
        if in_index is None:
            return None
        return self._named(in_index.place, text[slice(*in_index.span)]), in_index.span

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
            shown = name if len(name) <= 60 else name[:59] + "…"
            choices = [Choice(AsWritten(shown), _NEW + "_".join(name.split()))] if _may_be_a_name(name) else []
            raise UnknownPlace(hole=hole, choices=choices, text=shown)
        return found

    def _by_reference(self, place_id: str, label: str | None) -> Named | None:
        if found := find_by_place(self.db, self.team.id, place_id):
            return Named(found)
        place = self.places.get(place_id)
        if place is None:
            return None
        if label is None:
            return self._named(place, "")
        return Named(replace(_new_partner(place, self.team, ""), country=label or None, label=None if label else ""))

    def _named(self, place: Place, typed: str) -> Named:
        case = self._case(place, typed)
        if found := find_by_place(self.db, self.team.id, place.id):
            return Named(found, case)
        if codes := contested(self.team.country, place.id):
            choices = [Choice(Country(code), f"{place.id}@{code}") for code in codes]
            raise WhichCountryLabel(choices=choices, place=place)
        return Named(_new_partner(place, self.team, typed), case)

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

    def _all(self, name: str) -> tuple[Match, ...]:
        return find_all(self.places, name, language=self.language, home_country=self.team.country or None)


@dataclass(frozen=True, slots=True)
class AsWritten:
    """A name that no gazetteer has, to be taken as it is."""

    name: str


@dataclass(frozen=True, slots=True)
class Country:
    """A country to be named on a button; "" is none."""

    code: str


def _new_partner(place: Place, team: Team, typed: str) -> NewPartner:
    northern = team.country == "TR" and place.id in NORTHERN_CYPRUS
    return NewPartner(
        name=place.name,
        kind=place.kind,
        place_id=place.id,
        country="KKTC" if northern else place.country,
        label=shipped_label(team.country, place.country),
        timezone=place.timezone,
        names=dict(place.names),
        typed=typed,
    )


def _may_be_a_name(text: str) -> bool:
    words = text.split()
    return 0 < len(words) <= 5 and len(text) <= 60 and all(word[0].isalpha() for word in words)
