"""The letters that ship, in English and, through the catalogue, in Turkish; and what stands around a draft."""

from collections.abc import Mapping

from bot.cards.terms import TERMS
from bot.domain.drafts import Slot
from bot.domain.occasions import Occasion
from bot.i18n import LANGUAGES, N_, MessageId, Translator, translator

LETTERS: Mapping[Occasion, MessageId] = {
    Occasion.NATIONAL_DAY: N_(
        "[form of address],\n"
        "On the occasion of your national day ([day], [date]) I congratulate you and the people of [partner], in the "
        "name of the people of [our city].\n"
        "I trust that the friendship of our cities will go on growing, and wish you and your fellow citizens peace and "
        "prosperity.\n"
        "Yours sincerely,\n"
        "Mayor of [our city]"
    ),
    Occasion.ANNIVERSARY: N_(
        "[form of address],\n"
        "[years] years have passed since [our city] and [partner] signed the agreement that ties our cities "
        "(anniversary: [date]).\n"
        "I thank you and all who have kept this friendship alive, and look forward to what we shall do together.\n"
        "Yours sincerely,\n"
        "Mayor of [our city]"
    ),
    Occasion.ELECTION: N_(
        "[form of address],\n"
        "I congratulate you on your election as [office] in [partner], and wish you success in serving its people.\n"
        "I look forward to carrying on the cooperation of our cities with you.\n"
        "Yours sincerely,\n"
        "Mayor of [our city]"
    ),
    Occasion.TERM_END: N_(
        "[form of address],\n"
        "As your term of office in [partner] comes to its end ([date]), I thank you for what you have done for the "
        "friendship of our cities.\n"
        "You will always be welcome in [our city]. I wish you all the best.\n"
        "Yours sincerely,\n"
        "Mayor of [our city]"
    ),
}

SLOTS: Mapping[Slot, MessageId] = {
    Slot.FORM_OF_ADDRESS: N_("form of address"),
    Slot.NAME: N_("name"),
    Slot.OFFICE: N_("office"),
    Slot.PARTNER: N_("partner"),
    Slot.COUNTRY: N_("country"),
    Slot.DAY: N_("name of the day"),
    Slot.DATE: N_("date"),
    Slot.YEARS: N_("years"),
    Slot.OUR_CITY: N_("our city"),
}


def shipped_letter(occasion: Occasion, language: str) -> str | None:
    """The letter that comes with the desk, if there is one in that language."""
    return translator(language)(LETTERS[occasion]) if language in LANGUAGES else None


def occasion_word(occasion: Occasion, t: Translator) -> str:
    """ "National day"."""
    return t(TERMS[occasion])


def slot_words(slots: tuple[Slot, ...], t: Translator) -> str:
    """The slots by name, for the line that says what stayed blank."""
    return ", ".join(t(SLOTS[slot]) for slot in slots)
