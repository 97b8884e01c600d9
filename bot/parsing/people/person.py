"""A contact from what somebody typed or pasted: nobody remembers an order of fields, so each is known by its shape.

One line with commas and a five-line e-mail signature are read the same way: e-mails and phones are taken out first,
what is left falls into pieces, and each piece is a label's value, a place, a title, an organisation, a part of an
address or the name. What is none of these is part of the title, since titles contain commas.
"""

import re
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from itertools import pairwise

from bot.errors import MissingName
from bot.folding import fold
from bot.parsing.people.contact_points import take_emails, take_phones
from bot.parsing.people.honorifics import looks_like_a_name, split_name, unswapped
from bot.parsing.people.offices import places_in_organisation, places_in_title
from bot.parsing.people.pieces import LONGEST_NAME, Entry, Kind, Partners, Sorter
from bot.parsing.people.signature import Piece, places_in_address, signature_lines, split_pieces

_MOST_PIECES = 200
_FROM = re.compile(r"(?P<who>.+) (?:from|of) (?P<place>.+)")


@dataclass(frozen=True, slots=True)
class PersonText:
    """What a contact's text says, before the partner is looked up.

    ``phones`` are in international print form ("+90 312 507 10 00 ext. 112"), ``languages`` ISO 639-1, ``partner``
    is as written (a known one, or whatever stood behind "city:").
    """

    name: str
    title: str | None = None
    organisation: str | None = None
    emails: tuple[str, ...] = ()
    phones: tuple[str, ...] = ()
    languages: tuple[str, ...] = ()
    form_of_address: str | None = None
    partner: str | None = None


def read_person(text: str, *, is_partner: Callable[[str], bool], region: str | None) -> PersonText:
    """The person in ``text``. ``region`` (ISO 3166) is the country of phone numbers without a country code.

    ``is_partner`` says whether some words, with a Turkish case suffix or without, name a partner of the team. Raises
    ``NotAnEmail`` and ``NotAPhone`` for a broken one, ``MissingName`` if no piece can be a name.
    """
    emails: list[str] = []
    phones: list[str] = []
    pieces: list[Piece] = []
    for number, line in enumerate(signature_lines(text)):
        rest, found = take_emails(unswapped(line))
        emails += found
        rest, found = take_phones(rest, region)
        phones += found
        pieces += split_pieces(rest, number)
    sorter = Sorter(Partners(is_partner))
    for piece in pieces[:_MOST_PIECES]:
        sorter.add(piece)
    named = _name_entry(sorter.entries)
    name, title = _read_name(named.text, sorter)
    if not name:
        raise MissingName
    sorter.entries.remove(named)
    _spread_addresses(sorter.entries, named.piece.line)
    partner = _partner(sorter)
    return PersonText(
        name=name,
        title=_title(title, named.piece, partner, sorter.entries) or None,
        organisation=", ".join(_distinct(_texts(sorter.entries, Kind.ORGANISATION))) or None,
        emails=tuple(dict.fromkeys(emails)),
        phones=tuple(dict.fromkeys(phones)),
        languages=tuple(dict.fromkeys(sorter.languages)),
        form_of_address=sorter.form_of_address,
        partner=partner,
    )


def _name_entry(entries: list[Entry]) -> Entry:
    """A labelled name; else the first words, if nothing is known of them; else the first that look like a name."""
    if named := next((entry for entry in entries if entry.kind is Kind.NAME), None):
        return named
    others = [entry for entry in entries if entry.kind is Kind.OTHER and _may_be_a_name(entry.text)]
    if others:
        if others[0] is entries[0]:
            return others[0]
        return next((entry for entry in others if looks_like_a_name(split_name(entry.text)[0])), others[0])
    places = [entry for entry in entries if entry.kind is Kind.PARTNER]
    if len(places) > 1:  # "Sofia, Tirana": the first is a person who is called like a partner
        return places[0]
    raise MissingName


def _may_be_a_name(text: str) -> bool:
    name = split_name(text)[0]
    return bool(name) and len(name) <= LONGEST_NAME and not any(character.isdigit() for character in name)


def _read_name(text: str, sorter: Sorter) -> tuple[str, str]:
    """The name and the rank in front of it; the place in "Ayşe Demir from Tirana" becomes the partner."""
    name, rank = split_name(text)
    place = ""
    if (match := _FROM.fullmatch(name)) and match["place"] in sorter.partners:
        name, place = match["who"], match["place"]
    words = name.split()
    for end, others in ((words[-1:], words[:-1]), (words[:1], words[1:])):
        if others and re.search("['’]", end[0]) and end[0] in sorter.partners:  # "Tiran'dan Ayşe Demir"
            name, place = " ".join(others), end[0]
            break
    sorter.partner = sorter.partner or place or None
    return name.strip(), rank


def _spread_addresses(entries: list[Entry], name_line: int) -> None:
    """A line below the name with a street or postal code in it is an address as a whole, but for what is known."""
    lines = {entry.piece.line for entry in entries if entry.kind is Kind.ADDRESS} - {name_line}
    for entry in entries:
        if entry.piece.line in lines and entry.kind in (Kind.OTHER, Kind.COUNTRY):
            entry.kind = Kind.ADDRESS


def _partner(sorter: Sorter) -> str | None:
    """The partner: a label's or a whole piece, with its country where it is known so, else the likeliest words."""
    if sorter.partner:
        return sorter.partner
    for entry, following in pairwise([*sorter.entries, None]):
        if entry and entry.kind is Kind.PARTNER:
            whole = f"{entry.text}, {following.text}" if following and following.kind is Kind.COUNTRY else ""
            return whole if whole in sorter.partners else entry.text
    return sorter.partners.first(_places(sorter.entries))


def _places(entries: list[Entry]) -> Iterator[str]:
    """Words in the other pieces that may be a place."""
    for kind, places_in in (
        (Kind.ORGANISATION, places_in_organisation),
        (Kind.TITLE, places_in_title),
        (Kind.ADDRESS, places_in_address),
    ):
        for text in _texts(entries, kind):
            yield from places_in(text)


def _title(rank: str, name: Piece, partner: str | None, entries: list[Entry]) -> str:
    """All that is title in one line, with the commas and dashes that stood there."""
    kinds = {Kind.TITLE, Kind.OTHER, Kind.NAME, Kind.PARTNER}
    if not partner:
        kinds.add(Kind.COUNTRY)  # of a town that nobody knows
    title, last = rank, name
    seen = {fold(rank), *map(fold, (partner or "").split(", "))}
    for entry in entries:
        if entry.kind not in kinds or fold(entry.text) in seen:
            continue
        seen.add(fold(entry.text))
        glue = entry.piece.glue if last is not name and last.line == entry.piece.line else ", "
        title = f"{title}{glue}{entry.text}" if title else entry.text
        last = entry.piece
    return title


def _texts(entries: list[Entry], kind: Kind) -> list[str]:
    return [entry.text for entry in entries if entry.kind is kind]


def _distinct(texts: Iterable[str]) -> list[str]:
    """``texts`` without those that say the same."""
    distinct: dict[str, str] = {}
    for text in texts:
        distinct.setdefault(fold(text), text)
    return list(distinct.values())
