"""A contact in words. Where others read along, only what stands on a door plate."""

from bot.cards.values import View, partner_line
from bot.domain.contacts import Contact
from bot.domain.edits import Field
from bot.domain.records import StoredRecord
from bot.i18n import Translator
from bot.parsing.dates import format_period

PRIVATE = frozenset((Field.EMAILS, Field.PHONES, Field.LANGUAGES, Field.FORM_OF_ADDRESS))
"""The fields that are shown in a direct message only."""


def contact_lines(stored: StoredRecord, contact: Contact, view: View) -> list[str]:
    """The card below its head: who, what they are, and how to reach them."""
    t = view.t
    partners = [view.partners[link.partner_id] for link in stored.record.links if link.partner_id in view.partners]
    known = [contact.name, contact.title, contact.organisation, *(partner_line(partner, t) for partner in partners)]
    if contact.term:
        term = format_period(contact.term, t.language, weekday=False)
        known.append(t("Term of office: {term}", term=term))
    if view.shared:
        return [*known, t("E-mail and phone: ask me in a direct message.")]
    return [
        *known,
        *contact.emails,
        *contact.phones,
        t("Speaks: {languages}", languages=_languages(contact, t)) if contact.languages else "",
        t("Form of address: {form}", form=contact.form_of_address) if contact.form_of_address else "",
    ]


def _languages(contact: Contact, t: Translator) -> str:
    return ", ".join(t.language_name(code) for code in contact.languages)
