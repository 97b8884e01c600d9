"""``/draft``: the letter for an occasion, filled in as far as things are known."""

from datetime import date, timedelta

from bot.cards.drafts import LETTERS, occasion_word, shipped_letter, slot_words
from bot.cards.values import View
from bot.digests.occasions import Whose, occasions_in
from bot.domain.contacts import Contact
from bot.domain.drafts import Slot, fill
from bot.domain.occasions import Ahead, Occasion, Windows, taking_place
from bot.domain.partners import Partner
from bot.domain.records import Kind, StoredRecord
from bot.errors import Choice, Question
from bot.handlers.letter_words import Subject, letter_languages, letter_values
from bot.handlers.partnership import view_of
from bot.i18n import LANGUAGES, N_
from bot.message import Invocation
from bot.parsing.occasions import DraftWanted, read_draft
from bot.parsing.people.heads import leads_house
from bot.parsing.references import reference_of
from bot.parsing.templates import read_letter
from bot.permissions import Permission
from bot.reply import Block, Button, Buttons, Reply, Span, Style, bold, lines
from bot.request import Request
from bot.router import Command
from bot.storage.occasions import own_templates
from bot.storage.records import load_records
from bot.storage.search import Search, find_records

_CONTACTS = 50
_BACK = timedelta(days=30)
_ON = timedelta(days=366)
_FAR = timedelta(days=5 * 366)
_CHOICES = 4
_NOBODY = N_("No contact is known to lead the house: /contact adds one.")
_NOBODY_ELECTED = N_("Who was elected is not known to me: /contact adds them, then name them here, for example C3.")


class WhichOccasion(Question):
    """Nothing is near that would call for a letter."""

    field = "occasion"
    text = N_("Which occasion? Nothing is near for {partner}.")


def draft(request: Request, wanted: DraftWanted) -> Reply:
    """The letter as text to copy. Raises ``WhichOccasion``."""
    t, partner = request.t, wanted.partner
    letter = _subject(request, wanted)
    to = _addressees(request, wanted, letter)
    addressee = to[0] if len(to) == 1 else None
    own = own_templates(request.db, request.team_id)
    written = {language for occasion, language in own if occasion is letter.occasion} | set(LANGUAGES)
    wished = letter_languages(partner, _contact(addressee), request.team)
    language = wanted.language or next((code for code in wished if code in written), "en")
    notes: list[str] = []
    if language not in written:
        notes.append(
            t("There is no letter in {language} yet: this is the English one.", language=t.language_name(language))
        )
        language = "en"
    text = own.get((letter.occasion, language)) or shipped_letter(letter.occasion, language) or ""
    view = view_of(request, [])
    values = letter_values(letter, partner, _contact(addressee), language, request, shared=view.shared)
    filled = fill(read_letter(text), values)
    notes += _notes(letter, filled.blanks, addressee, to, view)
    head = " · ".join([t("Draft"), occasion_word(letter.occasion, t), partner.name_in(t.language)])
    person = _contact(addressee)
    for_whom = t("to {person}", person=f"{person.name} ({addressee.short_id})") if person and addressee else ""
    about = letter.agreement.short_id if letter.agreement else ""
    above = " · ".join(filter(None, [t.language_name(language), about, for_whom]))
    blocks: list[Block] = [lines([bold(head), Span(above, Style.DIM)]), lines(["\n\n".join(filled.paragraphs)])]
    if notes:
        blocks.append(lines([Span(note, Style.DIM) for note in notes]))
    blocks.append(Buttons(tuple(_buttons(request, wanted, letter, to, language, sorted(written)))))
    return Reply(tuple(blocks))


def _name(stored: StoredRecord) -> str:
    person = _contact(stored)
    return person.name if person else stored.short_id


def _contact(stored: StoredRecord | None) -> Contact | None:
    return stored.record.details if stored and isinstance(stored.record.details, Contact) else None


def _subject(request: Request, wanted: DraftWanted) -> Subject:
    """The occasion that is meant: the nearest of its sort, or of any; one of which nothing is known has blanks."""
    today = request.today
    if wanted.occasion is None:
        near = _known(request, wanted, taking_place(today - timedelta(days=7), today + timedelta(days=180)))
        if near:
            return Subject(near[0].occasion, near[0])
        choices = [Choice(occasion, occasion.value) for occasion in LETTERS]
        raise WhichOccasion(choices=choices, partner=wanted.partner)
    back = timedelta(days=7) if wanted.occasion is Occasion.NATIONAL_DAY else _BACK
    ahead = _ON if wanted.occasion is Occasion.NATIONAL_DAY else _FAR
    found = [
        one
        for one in _known(request, wanted, taking_place(today - back, today + ahead))
        if one.occasion is wanted.occasion
    ]
    return Subject(wanted.occasion, next(iter(found), None))


def _known(request: Request, wanted: DraftWanted, windows: Windows) -> list[Ahead]:
    found = occasions_in(request.db, request.team_id, windows, Whose(wanted.partner))
    named = [one for one in found if one.record and one.record.short_id in wanted.ids]
    return named or found


def _addressees(request: Request, wanted: DraftWanted, letter: Subject) -> list[StoredRecord]:
    """Whom it is for: who was named, else whose term ends, else whoever leads the partner's house on that day.

    After an election that is nobody that the desk knows, unless a term of office says so.
    """
    search = Search(kinds=(Kind.CONTACT,), partner_id=wanted.partner.id)
    ids = find_records(request.db, request.team_id, search, limit=_CONTACTS)
    contacts = load_records(request.db, request.team_id, ids)
    if named := [stored for stored in contacts if stored.short_id in wanted.ids]:
        return named
    if letter.occasion is Occasion.TERM_END and letter.ahead and letter.ahead.record:
        return [letter.ahead.record]
    return [stored for stored in contacts if _leads(stored, letter, request.today)]


def _leads(stored: StoredRecord, letter: Subject, today: date) -> bool:
    contact = _contact(stored)
    if contact is None or not leads_house(contact.title):
        return False
    if letter.occasion is Occasion.ELECTION:
        return bool(contact.term and letter.ahead and contact.term.start >= letter.ahead.period.start)
    day = max(letter.ahead.period.start, today) if letter.ahead else today
    return contact.holds_office(day)


def _notes(
    letter: Subject, blanks: tuple[Slot, ...], addressee: StoredRecord | None, to: list[StoredRecord], view: View
) -> list[str]:
    t, notes = view.t, []
    if blanks:
        notes.append(t("Left blank: {fields}", fields=slot_words(blanks, t)))
    if len(to) > 1:
        notes.append(t("To whom? Several lead the house."))
    elif addressee is None and {Slot.FORM_OF_ADDRESS, Slot.NAME, Slot.OFFICE} & set(blanks):
        notes.append(t(_NOBODY_ELECTED if letter.occasion is Occasion.ELECTION else _NOBODY))
    elif Slot.FORM_OF_ADDRESS in blanks and addressee:
        if view.shared:
            notes.append(t("The form of address is filled in in a direct chat."))
        else:
            notes.append(t("To add it: /edit {id} form of address: …", id=addressee.short_id))
    return notes


def _buttons(
    request: Request, wanted: DraftWanted, letter: Subject, to: list[StoredRecord], language: str, written: list[str]
) -> list[Button]:
    t, occasion = request.t, letter.occasion.value
    about = f" {letter.agreement.short_id}" if letter.agreement else ""
    people = "".join(f" {one}" for one in wanted.ids if one.startswith("C"))
    start = f"{reference_of(wanted.partner)} {occasion}{about}"
    buttons = []
    if len(to) > 1:
        buttons += [
            Button(_name(stored), Invocation("draft", f"{start} {stored.short_id}")) for stored in to[:_CHOICES]
        ]
    languages = [t.language_name(code) for code in written if code != language]
    buttons += [Button(name, Invocation("draft", f"{start}{people} {name}")) for name in languages]
    if request.actor.may(Permission.WRITE):
        buttons.append(Button(t("Sent: log it"), _log_letter(request, wanted.partner, letter)))
    buttons.append(Button(t("The letter's text"), Invocation("template", f"{occasion} {t.language_name(language)}")))
    return buttons


def _log_letter(request: Request, partner: Partner, letter: Subject) -> Invocation:
    """The letter of this draft as a record, of the day on which the button is pressed."""
    t = request.t
    occasion = occasion_word(letter.occasion, t)
    if letter.occasion is not Occasion.TERM_END:  # that is a farewell
        occasion = t("{occasion} congratulation", occasion=occasion)
    return Invocation("log", f"letter to {reference_of(partner)}: {occasion} {t('today')}")


DRAFT = Command(
    name="draft",
    names={"tr": ("taslak",)},
    help=N_("Draft a congratulation, to copy"),
    usage=N_(
        "/draft Tirana national day\n/draft Tirana anniversary A7\n/draft Tirana election C3 in English\n"
        "/draft Tirana takes what is nearest"
    ),
    parse=lambda text, request: read_draft(text, request.context),
    handle=draft,
)
