"""What can be changed about a record: its fields, each with a name, and the changed copy."""

from collections.abc import Mapping
from dataclasses import dataclass, fields, replace
from enum import StrEnum
from typing import Any

from bot.domain.events import EventKind
from bot.domain.records import DETAILS, Kind, Link, Record, Role


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
    PEOPLE = "people"
    PARTICIPANTS = "participants"
    TITLE = "title"
    PLACE = "place"
    ATTENDANCE = "attendance"
    NETWORK = "network"
    ENDS_ON = "ends_on"
    STATUS = "status"
    REASON = "reason"
    NAME = "name"
    ORGANISATION = "organisation"
    EMAILS = "emails"
    PHONES = "phones"
    LANGUAGES = "languages"
    FORM_OF_ADDRESS = "form_of_address"
    ACRONYM = "acronym"
    FUNDER = "funder"
    BUDGET = "budget"
    TEXT = "text"


_COMMON = (Field.DATE, Field.PARTNER, Field.THEMES)


@dataclass(frozen=True, slots=True)
class Edit:
    """One field and its new value. For PARTNER, GUEST and HOST the value is a partner's id.

    A mapping has the values of all attributes that change together: an amount and its currency, a status and its date.
    """

    field: Field
    value: Any


def fields_of(kind: Kind) -> tuple[Field, ...]:
    """The fields that a record of the kind has, the common ones first."""
    own = {field.name for field in fields(DETAILS[kind])}
    return (*_COMMON, *(field for field in Field if field.value in own))


def changed(record: Record, edit: Edit) -> Record:
    """The record with one field changed. Raises ``ValueError`` for a field that its kind does not have."""
    match edit.field:
        case Field.DATE:
            return replace(record, period=edit.value)
        case Field.THEMES:
            return replace(record, themes=edit.value)
        case Field.PARTNER:
            return replace(record, links=_with_partner(record, edit.value))
        case Field.GUEST | Field.HOST if isinstance(edit.value, int):
            role = Role(edit.field.value)
            others = tuple(link for link in record.links if link.role is not role)
            return replace(record, links=(*others, Link(edit.value, role)))
        case _ if edit.field in fields_of(record.kind):
            values = edit.value if isinstance(edit.value, Mapping) else {edit.field.value: edit.value}
            return replace(record, details=replace(record.details, **values))
        case _:
            raise ValueError(f"a {record.kind} has no {edit.field}")


def _with_partner(record: Record, partner_id: int) -> tuple[Link, ...]:
    """The new partner takes the place of the one there is; culture days keep its role."""
    if getattr(record.details, "kind", None) is EventKind.CULTURE_DAYS and record.links:
        return (Link(partner_id, record.links[0].role), *record.links[1:])
    return (Link(partner_id),)
