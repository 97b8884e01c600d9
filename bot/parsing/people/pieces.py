"""The pieces of a contact's text, each sorted by its shape: place, title, organisation, address or name."""

import re
from collections.abc import Callable, Iterable
from dataclasses import dataclass, field
from enum import Enum, auto
from functools import lru_cache

from bot.errors import NotAnEmail
from bot.folding import fold
from bot.i18n import CLDR_LOCALES
from bot.parsing.people.abbreviations import write_out
from bot.parsing.people.honorifics import looks_like_a_name, split_name
from bot.parsing.people.labels import Field, is_form_of_address, read_label
from bot.parsing.people.languages import is_stated, languages_in, only_languages
from bot.parsing.people.offices import has_rank, is_organisation, is_title, split_office
from bot.parsing.people.signature import Piece, is_address, is_closing

LONGEST_NAME = 80
_LONGEST_PLACE = 60
_MOST_PLACES_TRIED = 60  # ``is_partner`` may be slow, and a contact has one partner
_WEB = re.compile(r"[\w-]{2,}(?:\.[\w-]{2,})*\.(?:com|org|net|edu|gov|eu|info|int|[a-z]{2})(?:/\S*)?", re.ASCII)
_IN_BRACKETS = re.compile(r"(?P<who>[^()]+) \((?P<title>[^()]+)\)")
_BEFORE_PLACE = re.compile(r"(?:from|in|of|at) (?:the )?", re.IGNORECASE)


class Kind(Enum):
    """What a piece is."""

    NAME = auto()  # labelled, or behind an office ("Mayor Erion Veliaj")
    PARTNER = auto()
    TITLE = auto()
    ORGANISATION = auto()
    ADDRESS = auto()
    COUNTRY = auto()
    OTHER = auto()


@dataclass(slots=True)
class Entry:
    """One piece and what it is; ``text`` is what it says, with its abbreviations written out."""

    kind: Kind
    text: str
    piece: Piece


class Partners:
    """``is_partner`` with a memory and a limit."""

    def __init__(self, is_partner: Callable[[str], bool]) -> None:
        self._is_partner = is_partner
        self._known: dict[str, bool] = {}

    def __contains__(self, text: str) -> bool:
        if text not in self._known:
            if not text or len(text) > _LONGEST_PLACE or len(self._known) >= _MOST_PLACES_TRIED:
                return False
            self._known[text] = self._is_partner(text)
        return self._known[text]

    def first(self, texts: Iterable[str]) -> str | None:
        """The first of ``texts`` that is a partner."""
        return next((text for text in texts if text in self), None)


@dataclass(slots=True)
class Sorter:
    """Says of each piece what it is. What is found once only is kept beside the ``entries``."""

    partners: Partners
    entries: list[Entry] = field(default_factory=list)
    languages: list[str] = field(default_factory=list)
    form_of_address: str | None = None
    partner: str | None = None
    _after_languages: bool = False

    def add(self, piece: Piece) -> None:
        """Sort one piece in."""
        after_languages, self._after_languages = self._after_languages, False
        what, label, value = read_label(piece.text)
        if what is not None:
            self._labelled(what, value, piece)
        elif label and label in self.partners:  # "Prizren: Ayşe Demir"
            self.partner = self.partner or label
            self.add(Piece(value, piece.glue, piece.line))
        elif after_languages and (codes := only_languages(piece.text, with_codes=True)):
            self._speaks(codes)
        else:
            self._shaped(piece)

    def _labelled(self, what: Field, value: str, piece: Piece) -> None:
        if not value:
            return
        match what:
            case Field.NAME:
                self._append(Kind.NAME, value, piece)
            case Field.TITLE:
                self._append(Kind.TITLE, write_out(value), piece)
            case Field.ORGANISATION:
                self._append(Kind.ORGANISATION, write_out(value), piece)
            case Field.PARTNER:
                self.partner = value
            case Field.LANGUAGES:
                self._speaks(languages_in(value))
            case Field.FORM_OF_ADDRESS:
                self.form_of_address = write_out(value)
            case Field.ADDRESS:
                self._append(Kind.ADDRESS, value, piece)
            case Field.EMAIL if "." in value and " " not in value:
                raise NotAnEmail(text=value[:LONGEST_NAME])
            case _:
                pass  # a web site, or a label whose number was taken out before

    def _speaks(self, codes: tuple[str, ...]) -> None:
        self.languages += codes
        self._after_languages = True

    def _shaped(self, piece: Piece) -> None:
        text = piece.text
        written = write_out(text)
        if is_closing(text) or fold(text) in {"t c", ""} or (written == text and _WEB.fullmatch(text)):
            return
        if is_form_of_address(written):
            self.form_of_address = self.form_of_address or written
            return
        if is_stated(text) and (codes := only_languages(text)):
            self._speaks(codes)
            return
        first = not self.entries
        name, rank = split_name(text)
        if not name and not rank:
            return  # "i. A."
        bracket = _IN_BRACKETS.fullmatch(text) if first and "(" in name else None
        if bracket and looks_like_a_name(split_name(bracket["who"])[0]) and not is_title(bracket["who"]):
            for part in bracket.groups():  # Ayşe Demir (protocol officer)
                self._shaped(Piece(part, piece.glue, piece.line))
            return
        if rank and looks_like_a_name(name) and not is_title(name) and not is_organisation(name):
            self._append(Kind.NAME, text, piece)
        elif any(entry.kind is Kind.PARTNER for entry in self.entries) and fold(text) in _countries():
            self._append(Kind.COUNTRY, text, piece)  # "Durrës, Albania", though Albania is a place as well
        elif not has_rank(written) and (place := self._place(text)):
            if is_organisation(written):
                self._append(Kind.ORGANISATION, written, piece)
            self._append(Kind.PARTNER, place, piece)
        elif not has_rank(written) and is_address(text):
            self._append(Kind.ADDRESS, text, piece)
        elif is_organisation(written):
            title, organisation = split_office(written)
            for kind, part in ((Kind.TITLE, title), (Kind.ORGANISATION, organisation)):
                if part:
                    self._append(kind, part, piece)
        elif is_title(written):
            self._append(Kind.TITLE, written, piece)
        elif self._continues_address(piece):
            self._append(Kind.ADDRESS, text, piece)
        elif not first and len(text) <= LONGEST_NAME and (codes := only_languages(text)):
            self._speaks(codes)
        elif not first and fold(text) in _countries():
            self._append(Kind.COUNTRY, text, piece)
        else:
            self._append(Kind.OTHER, text, piece)

    def _append(self, kind: Kind, text: str, piece: Piece) -> None:
        self.entries.append(Entry(kind, text, piece))

    def _place(self, text: str) -> str | None:
        return self.partners.first([text, _BEFORE_PLACE.sub("", text, count=1)])

    def _continues_address(self, piece: Piece) -> bool:
        last = self.entries[-1] if self.entries else None
        return (
            last is not None
            and last.kind is Kind.ADDRESS
            and last.piece.line == piece.line
            and len(piece.text.split()) <= 2
            and any(entry.kind in (Kind.NAME, Kind.OTHER) for entry in self.entries)
        )


@lru_cache(maxsize=1)
def _countries() -> frozenset[str]:
    """The folded names of all countries in the languages of the product (CLDR)."""
    from babel import Locale

    return frozenset(
        fold(name)
        for locale in CLDR_LOCALES.values()
        for code, name in Locale.parse(locale).territories.items()
        if len(code) == 2 and code.isalpha()
    )
