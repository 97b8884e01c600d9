"""What ``/edit V12 …`` and a correction say: "date: 4 May", or "4 May" alone where the value tells its field."""

import re
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Any

from bot.domain.agreements import Agreement
from bot.domain.edits import Edit, Field, Named, fields_of
from bot.domain.events import Event
from bot.domain.memberships import Membership
from bot.domain.partners import Partner, PartnerRef
from bot.domain.periods import Period
from bot.domain.projects import Project
from bot.domain.records import Kind, StoredRecord
from bot.errors import BotError, EndBeforeStart, ImpossibleDate, NotADate, Question, WhichDate
from bot.folding import fold
from bot.i18n import N_
from bot.parsing.agreement_edits import read_agreement_value, read_step
from bot.parsing.agreement_terms import check_end, read_standing, status_values
from bot.parsing.amounts import find_amount
from bot.parsing.contacts import read_emails, read_phones
from bot.parsing.context import Context
from bot.parsing.date_or_town import ask_which
from bot.parsing.dates import read_date
from bot.parsing.delegation import find_people
from bot.parsing.edit_values import LED, LETTER_KINDS, READERS, is_nothing, read_led
from bot.parsing.edits_by_shape import read_loosely, read_own
from bot.parsing.field_names import FIELD_NAMES
from bot.parsing.gifts import DIRECTIONS as GIFT_DIRECTIONS
from bot.parsing.memberships import without_since
from bot.parsing.note_kinds import NOTE_KINDS
from bot.parsing.owners import WhichMember
from bot.parsing.partner_lists import read_partners
from bot.parsing.partners import Named as NamedPartner
from bot.parsing.people.languages import languages_in
from bot.parsing.pieces import CUT, Pieces, unquote
from bot.parsing.sides import is_home, side_of
from bot.parsing.terms_of_office import read_term
from bot.parsing.themes import cut_themes
from bot.parsing.vocabulary import (
    AGREEMENT_KINDS,
    AGREEMENT_STATUSES,
    ATTENDANCE,
    DIRECTIONS,
    EVENT_KINDS,
    VISIT_KINDS,
    read_meaning,
)

_NAMED = re.compile(r"\s*([^\W\d_][\w \-]{0,24}?)\s*:\s*(.*)", re.DOTALL)
_LEAD = re.compile(
    r"(?:no|sorry|pardon|yok|hayır|hayir|düzeltme|duzeltme|correction)\b[\s,;:.!–—-]*"
    r"(?:(?:it|that|there|they|we) (?:was|were|is|are|should (?:be|have been))\b\s*|(?:it|that|there)['’]s\b\s*"
    r"|I meant?\b\s*)?",
    re.IGNORECASE,
)


class NoSuchField(BotError):
    """The record's kind has no field of that name, or the value does not tell which one is meant."""

    text = N_("I cannot tell what to change about {id}.")
    advice = N_("Name the field: /edit {id} date: 4 May 2025. Fields: {fields}.")


class NotAValue(BotError):
    """The value does not fit its field."""

    text = N_("“{text}” does not fit “{field}”.")
    advice = N_("It can be: {values}.")


class MissingValue(Question):
    """Which record is known, and not what to change."""

    field = "value"
    text = N_("What should change about {id}? For example: 4 May 2025, or purpose: waste plant.")


@dataclass(frozen=True, slots=True)
class EditText:
    """What was said: the field and its new value.

    For PARTNER the value is a ``PartnerRef`` or several of them; for GUEST and HOST one, or the name of our own city.
    """

    field: Field
    value: Any

    @property
    def partners(self) -> tuple[PartnerRef, ...]:
        """Those that are named, if the field is one of partners."""
        if not self._of_partners or isinstance(self.value, str):
            return ()
        return self.value if isinstance(self.value, tuple) else (self.value,)

    def edit(self, partners: Sequence[Partner]) -> Edit:
        """The change itself; ``partners`` are those that are named, stored."""
        if not self._of_partners:
            return Edit(self.field, self.value)
        named = tuple(Named(partner.id, partner.name) for partner in partners)
        return Edit(self.field, named or (Named(None, self.value),))

    @property
    def _of_partners(self) -> bool:
        return self.field in (Field.PARTNER, Field.GUEST, Field.HOST)


def without_lead(text: str) -> tuple[str, bool]:
    """``text`` without the word that announces a correction ("pardon", "yok", "sorry"), and whether there was one."""
    found = _LEAD.match(text)
    return (text[found.end() :], True) if found else (text, False)


def read_edit(text: str, stored: StoredRecord, context: Context) -> EditText:
    """What to change. Raises ``NoSuchField``, ``NotAValue``, and what dates and places raise."""
    context = _near(stored, context)
    allowed = fields_of(stored.record.kind)
    if stored.record.kind is Kind.MEMBERSHIP:
        text = without_since(text).strip(CUT + " ") or text
    if (approvals := read_step(text, stored, context)) is not None:
        return EditText(Field.APPROVALS, approvals)
    named = _NAMED.fullmatch(text)
    if named and (field := FIELD_NAMES.get(fold(named[1]))):
        if field is Field.PARTICIPANTS and isinstance(stored.record.details, Event | Project):
            field = Field.PARTNER
        if field is Field.ENDS_ON and stored.record.kind is Kind.CONTACT:
            field = Field.TERM_OF_OFFICE
        if field not in allowed:
            raise NoSuchField(id=stored.short_id, fields=allowed)
        return EditText(field, _read_value(field, named[2].strip(), stored, context, named.span(2)))
    if (led := read_led(text)) and led[0] in allowed:
        return EditText(led[0], _read_value(*led, stored, context, (text.rindex(led[1]), len(text))))
    if told := read_telling(text, stored, context):
        return told
    if loose := read_loosely(text, stored, context):
        return EditText(*loose)
    raise NoSuchField(id=stored.short_id, fields=allowed)


def read_telling(text: str, stored: StoredRecord, context: Context) -> EditText | None:
    """A value that tells its field by itself: a direction, a date, a number of people, a kind, a place."""
    context = _near(stored, context)
    allowed = fields_of(stored.record.kind)
    if told := read_own(text, stored, context):
        return EditText(*told)
    for field, vocabulary in _vocabularies(stored.record.kind).items():
        if field in allowed and (meaning := read_meaning(text, vocabulary)):
            return EditText(field, meaning)
    try:
        period = _read_date(text, stored, context)
        if Field.PARTNER in allowed:
            ask_which(context.partners.places, text, period)
        return EditText(Field.DATE, period)
    except (ImpossibleDate, EndBeforeStart, WhichDate):
        raise
    except NotADate:
        pass
    if Field.PEOPLE in allowed and (found := find_people(text)) and found[1] == (0, len(text)):
        return EditText(Field.PEOPLE, found[0])
    pieces = Pieces(text)
    if (themes := cut_themes(pieces)) and not pieces.rest():
        return EditText(Field.THEMES, themes)
    if Field.BUDGET in allowed and (amount := find_amount(text, currency=None)) and amount[1] == (0, len(text)):
        return EditText(Field.BUDGET, _read_budget(text, context))
    if Field.PARTNER in allowed and (named := _read_name(unquote(text), context)):
        return EditText(Field.PARTNER, named.partner)
    return None


def _read_name(text: str, context: Context) -> NamedPartner | None:
    """A partner's name; of several words only one that is sure, since a guess would find a village in any sentence."""
    if len(text.split()) > 1 and "," not in text and not context.partners.certain(text):
        return None
    return context.partners.find(text)


def _read_date(text: str, stored: StoredRecord, context: Context) -> Period | None:
    period = read_date(text, context.dates)
    if isinstance(stored.record.details, Agreement):
        check_end(period, stored.record.details.ends_on)
    return period


def _near(stored: StoredRecord, context: Context) -> Context:
    """A date without a year is meant near the record's own, not near today."""
    period = stored.record.period
    return replace(context, dates=replace(context.dates, today=period.start)) if period else context


def _vocabularies(kind: Kind) -> Mapping[Field, Mapping[str, Any]]:
    kinds: Mapping[Kind, Mapping[str, Any]] = {
        Kind.AGREEMENT: AGREEMENT_KINDS,
        Kind.EVENT: EVENT_KINDS,
        Kind.NOTE: NOTE_KINDS,
        Kind.LETTER: LETTER_KINDS,
    }
    return {
        Field.DIRECTION: GIFT_DIRECTIONS if kind is Kind.GIFT else DIRECTIONS,
        Field.KIND: kinds.get(kind, VISIT_KINDS),
        Field.STATUS: AGREEMENT_STATUSES,
        Field.ATTENDANCE: ATTENDANCE,
    }


def _read_value(
    field: Field, text: str, stored: StoredRecord, context: Context, span: tuple[int, int] | None = None
) -> Any:
    """The value of a field; ``span`` is where it stands, for a question about it."""
    details = stored.record.details
    if isinstance(details, Agreement | Membership) and (read := read_agreement_value(field, text, stored, context)):
        return read[0]
    standing = read_standing(text, context, loosely=True) if field is Field.STATUS else None
    if isinstance(details, Agreement) and standing:
        return status_values(standing, details)
    if field is Field.DATE:
        return _read_date(text, stored, context)
    vocabulary = _vocabularies(stored.record.kind).get(field)
    if vocabulary is not None:
        meaning = read_meaning(text, vocabulary)
        if meaning is None:
            raise NotAValue(text=text[:60], field=field, values=tuple(dict.fromkeys(vocabulary.values())))
        return meaning
    try:
        if field in _READERS:
            return _READERS[field](text, context)
    except WhichMember as question:
        question.hole = span
        raise
    return "" if field in LED and is_nothing(text) else unquote(text)


def _read_partners(text: str, context: Context) -> tuple[PartnerRef, ...]:
    return read_partners(text, context) or (_read_partner(text, context),)


def _read_partner(text: str, context: Context) -> PartnerRef:
    return context.partners.need(unquote(text), None).partner


def _read_side(text: str, context: Context) -> PartnerRef | str:
    if is_home(text, context):
        return context.team.home_city
    side = side_of(_read_partner(text, context), context)
    return side.partner or side.name


def _read_people(text: str, _context: Context) -> int:
    found = find_people(text) or find_people(f"+{text}")
    if found is None:
        raise NotAValue(text=text[:60], field=Field.PEOPLE, values=("6",))
    return found[0]


def _read_languages(text: str, _context: Context) -> tuple[str, ...]:
    codes = languages_in(text)
    if text and not codes:
        raise NotAValue(text=text[:60], field=Field.LANGUAGES, values=("English, French",))
    return codes


def _read_budget(text: str, _context: Context) -> Any:
    found = find_amount(text, currency=None)
    if found is None:
        raise NotAValue(text=text[:60], field=Field.BUDGET, values=("250000 EUR",))
    return {"budget": found[0].value, "currency": found[0].currency}


def _read_value_of_gift(text: str, context: Context) -> Any:
    values = READERS[Field.VALUE](text, context)
    if values is None:
        raise NotAValue(text=text[:60], field=Field.VALUE, values=("5000 TL",))
    return values


def _read_list(text: str, _context: Context) -> tuple[str, ...]:
    return tuple(filter(None, (part.strip() for part in re.split(r"[,;]", text))))


def _read_themes(text: str, _context: Context) -> tuple[str, ...]:
    return tuple(filter(None, (part.strip(" #") for part in re.split(r"[,;#]", text))))


_READERS: Mapping[Field, Callable[[str, Context], Any]] = {
    Field.PARTNER: _read_partners,
    Field.GUEST: _read_side,
    Field.HOST: _read_side,
    Field.PEOPLE: _read_people,
    Field.BUDGET: _read_budget,
    Field.THEMES: _read_themes,
    Field.PARTICIPANTS: _read_list,
    Field.EMAILS: lambda text, context: read_emails(text),
    Field.PHONES: read_phones,
    Field.LANGUAGES: _read_languages,
    **READERS,
    Field.VALUE: _read_value_of_gift,
    Field.TERM_OF_OFFICE: read_term,
}
