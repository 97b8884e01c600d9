"""``/log contact …``: one line or a pasted signature; ``read_person`` reads it, the partner is looked up here."""

import re
from dataclasses import dataclass

from bot.domain.contacts import Contact
from bot.domain.partners import PartnerRef
from bot.domain.teams import Team
from bot.errors import NotAnEmail, NotAPhone
from bot.parsing.context import Context
from bot.parsing.people import read_person
from bot.parsing.people.contact_points import take_emails, take_phones
from bot.parsing.pieces import Pieces

_THEME = re.compile(r"(?<![\w#])#([^\W\d_][\w-]*)")
"""A theme begins with a letter here: "#112" is an extension of a phone."""
_EDGES = " ,;\n"


@dataclass(frozen=True, slots=True)
class LogContact:
    """What ``/log contact`` was given; a person may belong to no partner."""

    contact: Contact
    partner: PartnerRef | None
    themes: tuple[str, ...]


def read_contact(text: str, context: Context) -> LogContact:
    """Read the arguments. Raises what ``read_person`` raises, and what places raise for a partner that is labelled."""
    pieces = Pieces(text)
    themes: list[str] = []
    while found := pieces.cut_match(_THEME):
        themes.append(found[1])
    said = "".join(" " if left != typed else typed for left, typed in zip(pieces.left, text, strict=True))
    person = read_person(said, is_partner=context.partners.certain, region=phone_region(context.team))
    partner = None
    if person.partner:
        start = text.find(person.partner)
        hole = (start, start + len(person.partner)) if start >= 0 else None
        partner = context.partners.need(person.partner, hole).partner
    contact = Contact(
        name=person.name,
        title=person.title or "",
        organisation=person.organisation or "",
        emails=person.emails,
        phones=person.phones,
        languages=person.languages,
        form_of_address=person.form_of_address or "",
    )
    return LogContact(contact, partner, tuple(dict.fromkeys(themes)))


def phone_region(team: Team) -> str | None:
    """The country of phone numbers without a country code: the team's, else that of its time zone."""
    if team.country:
        return team.country
    from babel.core import get_global  # its data is slow to load

    territory = get_global("zone_territories").get(team.timezone, "")
    return territory if len(territory) == 2 else None


def read_emails(text: str) -> tuple[str, ...]:
    """A text that has to be e-mail addresses; () for an empty one. Raises ``NotAnEmail``."""
    rest, emails = take_emails(text)
    if rest.strip(_EDGES):
        raise NotAnEmail(text=text[:60])
    return emails


def read_phones(text: str, context: Context) -> tuple[str, ...]:
    """A text that has to be phone numbers; () for an empty one. Raises ``NotAPhone``."""
    rest, phones = take_phones(f"tel: {text}", phone_region(context.team))
    if text.strip(_EDGES) and rest.strip(_EDGES):
        raise NotAPhone(text=text[:60])
    return phones


def read_points(text: str, context: Context) -> tuple[tuple[str, ...], tuple[str, ...]]:
    """The e-mails and the phones of a text that is nothing else; both () for any other text.

    Raises ``NotAnEmail`` and ``NotAPhone``.
    """
    rest, emails = take_emails(text)
    rest, phones = take_phones(rest, phone_region(context.team))
    return ((), ()) if rest.strip(_EDGES) else (emails, phones)
