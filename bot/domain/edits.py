"""What can be changed about a record: its fields, each with a name, and the changed copy."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, fields, replace
from enum import StrEnum
from typing import Any

from bot.domain.agreement_terms import end_of_term
from bot.domain.agreements import Agreement
from bot.domain.events import Event, EventKind
from bot.domain.periods import Period
from bot.domain.records import DETAILS, Details, Kind, Link, Record, Role


class Field(StrEnum):
    """A field by its name in the code; most are named like the attribute of the noun's details."""

    DATE = "date"
    PARTNER = "partner"
    GUEST = "guest"
    HOST = "host"
    THEMES = "themes"
    DIRECTION = "direction"
    KIND = "kind"
    PURPOSE = "purpose"
    PROGRAMME = "programme"
    OUTCOME = "outcome"
    PEOPLE = "people"
    PARTICIPANTS = "participants"
    TITLE = "title"
    PLACE = "place"
    ATTENDANCE = "attendance"
    NETWORK = "network"
    ENDS_ON = "ends_on"
    STATUS = "status"
    REASON = "reason"
    TERM = "term"
    RENEWS = "renews"
    NOTICE = "notice"
    SIGNATORIES = "signatories"
    APPROVALS = "approvals"
    SUPERSEDES = "supersedes"
    RENEWED_BY = "renewed_by"
    FEE_DUE = "fee_due"
    REPRESENTATIVE = "representative"
    NAME = "name"
    ORGANISATION = "organisation"
    EMAILS = "emails"
    PHONES = "phones"
    LANGUAGES = "languages"
    FORM_OF_ADDRESS = "form_of_address"
    TERM_OF_OFFICE = "term_ends_on"
    ACRONYM = "acronym"
    FUNDER = "funder"
    BUDGET = "budget"
    TEXT = "text"
    WHAT = "what"
    WHO = "who"
    VALUE = "value"
    OCCASION = "occasion"
    ABOUT = "about"
    RETURNED_ON = "returned_on"
    DONE_ON = "done_on"
    OWNER = "owner"


_COMMON = (Field.DATE, Field.PARTNER, Field.THEMES, Field.OWNER)


@dataclass(frozen=True, slots=True)
class Named:
    """A partner by its id, or our own city (None), with the name to show."""

    partner_id: int | None
    name: str


@dataclass(frozen=True, slots=True)
class Edit:
    """One field and its new value. For PARTNER, GUEST and HOST the value is a tuple of ``Named``.

    A mapping has the values of all attributes that change together: an amount and its currency, a status and its date.
    An owner is the member's id, or None.
    """

    field: Field
    value: Any


def fields_of(kind: Kind) -> tuple[Field, ...]:
    """The fields that a record of the kind has, the common ones first."""
    own = {field.name for field in fields(DETAILS[kind])}
    common = (field for field in _COMMON if field is not Field.PARTNER or kind is not Kind.MEMBERSHIP)
    return (*common, *(field for field in Field if field.value in own))


def changed(record: Record, edit: Edit) -> Record:
    """The record with one field changed. Raises ``ValueError`` for a field that its kind does not have."""
    match edit.field:
        case Field.DATE:
            return replace(record, period=edit.value, details=_dated_anew(record, edit.value))
        case Field.THEMES:
            return replace(record, themes=edit.value)
        case Field.OWNER:
            return replace(record, owner_id=edit.value)
        case Field.PARTNER:
            return _with_partners(record, edit.value)
        case Field.GUEST | Field.HOST if isinstance(record.details, Event):
            return _with_side(record, record.details, Role(edit.field.value), edit.value[0])
        case _ if edit.field in fields_of(record.kind):
            values = edit.value if isinstance(edit.value, Mapping) else {edit.field.value: edit.value}
            return replace(record, details=replace(record.details, **values))
        case _:
            raise ValueError(f"a {record.kind} has no {edit.field}")


def _dated_anew(record: Record, period: Period | None) -> Details:
    """The details with another day of signing: an end that was counted from it moves along."""
    details = record.details
    if not isinstance(details, Agreement) or period is None or details.ends_on != end_of_term(details, record.period):
        return details
    return replace(details, ends_on=end_of_term(details, period))


def _with_partners(record: Record, named: Sequence[Named]) -> Record:
    """The new partners take the place of those there are; in culture days the first one as the same side."""
    details = record.details
    if isinstance(details, Event) and details.kind is EventKind.CULTURE_DAYS:
        sides = [link.role for link in record.links if link.role is not Role.PARTNER]
        return _with_side(record, details, sides[0] if sides else Role.GUEST, named[0])
    ids = dict.fromkeys(one.partner_id for one in named if one.partner_id is not None)
    return replace(record, links=tuple(map(Link, ids)))


def _with_side(record: Record, event: Event, role: Role, named: Named) -> Record:
    """Culture days with another guest or host. Naming the one as the other turns them round."""
    other = Role.HOST if role is Role.GUEST else Role.GUEST
    sides = {link.role: Named(link.partner_id, _name(event, link.role)) for link in record.links}
    now = {side: sides.get(side, Named(None, _name(event, side))) for side in (Role.GUEST, Role.HOST)}
    turned = now[other].name and (now[other] == named or (named.partner_id or 0) == now[other].partner_id)
    if now[role] == named and not turned and event.kind is EventKind.CULTURE_DAYS:
        return record
    after = {role: named, other: now[role] if turned else now[other]}
    links = [link for link in record.links if link.role is Role.PARTNER]
    links[:0] = [
        Link(side.partner_id, at)
        for at, side in sorted(after.items(), key=lambda item: item[0] is Role.HOST)
        if side.partner_id is not None
    ]
    guest, host = after[Role.GUEST].name, after[Role.HOST].name
    details = replace(event, kind=EventKind.CULTURE_DAYS, guest=guest, host=host)
    return replace(record, links=tuple(links), details=details)


def _name(event: Event, role: Role) -> str:
    return event.guest if role is Role.GUEST else event.host
