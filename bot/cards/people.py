"""The people of a partner, one after the other: who they are, and how to reach them."""

from collections.abc import Sequence

from bot.cards.records import summary_of
from bot.cards.values import View
from bot.domain.contacts import Contact
from bot.domain.records import StoredRecord


def people_lines(contacts: Sequence[StoredRecord], view: View, *, private: bool) -> list[str]:
    """A line a person, and one with their mail and phone, unless others read along (``private`` is False)."""
    rows = []
    for stored in contacts:
        contact = stored.record.details
        if not isinstance(contact, Contact):
            continue
        rows.append(f"{stored.short_id} · {summary_of(stored, view)}")
        if private and (contact.emails or contact.phones):
            rows.append("  " + " · ".join([*contact.emails, *contact.phones]))
    return rows
