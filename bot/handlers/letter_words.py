"""What is put into a letter, in the letter's language, and which languages a partner reads."""

import re
from dataclasses import dataclass
from datetime import date

from bot.cards.values import country_line
from bot.domain.contacts import Contact
from bot.domain.drafts import Slot
from bot.domain.occasions import Ahead, Occasion
from bot.domain.partners import Partner
from bot.domain.periods import Period, Precision
from bot.domain.records import StoredRecord
from bot.domain.teams import Team
from bot.i18n import LANGUAGES, translator
from bot.national_days import national_day
from bot.parsing.dates import format_period
from bot.parsing.places import KKTC
from bot.request import Request

_OFFICIAL = {KKTC: ("tr",)}


@dataclass(frozen=True, slots=True)
class Subject:
    """What a letter is about; ``ahead`` None where nothing is known of it but its sort."""

    occasion: Occasion
    ahead: Ahead | None = None

    @property
    def agreement(self) -> StoredRecord | None:
        """The agreement whose anniversary it is."""
        return self.ahead.record if self.ahead and self.occasion is Occasion.ANNIVERSARY else None


def letter_languages(partner: Partner, contact: Contact | None, team: Team) -> list[str]:
    """ISO 639-1 codes, the likeliest first: what the reader speaks, what the country does, English, the team's."""
    from babel.languages import get_official_languages

    country = partner.country or ""
    official = _OFFICIAL.get(country) or tuple(get_official_languages(country, de_facto=True))
    spoken = contact.languages if contact else ()
    return list(dict.fromkeys([*spoken, *(code.partition("_")[0] for code in official), "en", team.language]))


def letter_values(
    letter: Subject, partner: Partner, contact: Contact | None, language: str, request: Request, *, shared: bool
) -> dict[Slot, str]:
    """What is known; a slot that is not is missing or "". Where others read along, so is the form of address."""
    ahead = letter.ahead
    home = request.places.get(request.team.home_place_id or "")
    values = {
        Slot.PARTNER: partner.name_in(language),
        Slot.COUNTRY: _country(partner, language),
        Slot.OUR_CITY: home.name_in(language) if home else request.team.home_city,
        Slot.YEARS: str(ahead.years or "") if ahead else "",
        Slot.DATE: _date(ahead.period, language) if ahead else "",
    }
    if letter.occasion is Occasion.NATIONAL_DAY and (known := national_day(partner.country)):
        values[Slot.DAY] = known.name_in(language)
    if contact:
        values |= {Slot.NAME: contact.name, Slot.OFFICE: contact.title}
        values[Slot.FORM_OF_ADDRESS] = "" if shared else contact.form_of_address.rstrip(" ,;")
    return values


def _country(partner: Partner, language: str) -> str:
    """In the words of the desk where it has set some, else CLDR's."""
    if language in LANGUAGES or partner.label is not None or not partner.country or partner.country == KKTC:
        return country_line(partner, translator(language)) or partner.name_in(language)
    from babel import Locale, UnknownLocaleError

    try:
        return str(Locale.parse(language).territories.get(partner.country, ""))
    except (ValueError, UnknownLocaleError):
        return ""


def _date(period: Period, language: str) -> str:
    if language in LANGUAGES:
        return format_period(period, language, weekday=False)
    if period.precision is Precision.YEAR:
        return str(period.start.year)
    return _day(period.start, language) if period.is_one_day else ""


def _day(day: date, language: str) -> str:
    from babel import UnknownLocaleError
    from babel.dates import format_date

    try:
        return re.sub(r"\s", " ", format_date(day, "long", locale=language))  # CLDR's spaces may not break
    except (ValueError, UnknownLocaleError):
        return ""
