"""Values that tell their field in records of one kind only: an end of an agreement, an e-mail of a contact."""

from typing import Any

from bot.domain.agreements import Agreement
from bot.domain.contacts import Contact
from bot.domain.edits import Field
from bot.domain.gifts import Gift
from bot.domain.notes import Note
from bot.domain.records import StoredRecord
from bot.domain.tasks import Task
from bot.errors import NotADate
from bot.parsing.agreement_edits import end_values, read_told
from bot.parsing.agreement_terms import read_standing, read_told_end, status_values
from bot.parsing.contacts import read_points
from bot.parsing.context import Context
from bot.parsing.pieces import unquote
from bot.parsing.terms_of_office import read_told_term


def read_own(text: str, stored: StoredRecord, context: Context) -> tuple[Field, Any] | None:
    """The field that such a value is for, and what it says; None for any other text.

    Raises ``EndBeforeStart``, ``NotAnEmail`` and ``NotAPhone``.
    """
    if told_of := read_told(text, stored, context):
        return told_of
    match stored.record.details:
        case Agreement() as agreement:
            try:
                told = read_told_end(text, stored.record.period, context)
                if told:
                    return Field.ENDS_ON, end_values(text, stored, agreement, context)
            except NotADate:  # "end of the visit …"
                pass
            standing = read_standing(text, context, loosely=False)
            return (Field.STATUS, status_values(standing, stored.record.details)) if standing else None
        case Contact():
            if (term := read_told_term(text, context)) is not None:
                return Field.TERM_OF_OFFICE, term
            emails, phones = read_points(text, context)
            if emails:
                return Field.EMAILS, emails
            return (Field.PHONES, phones) if phones else None
    return None


def read_loosely(text: str, stored: StoredRecord, context: Context) -> tuple[Field, Any] | None:
    """What only tells its field where it is known that something is to be changed."""
    match stored.record.details:
        case Agreement() if standing := read_standing(text, context, loosely=True):
            return Field.STATUS, status_values(standing, stored.record.details)
        case Note() | Task():
            return Field.TEXT, unquote(text)
        case Gift():
            return Field.WHAT, unquote(text)
    return None
