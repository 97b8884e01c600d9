"""Occasions in words: a line in a list, and the button that drafts the letter."""

from collections.abc import Iterable
from itertools import islice

from bot.cards.terms import TERMS
from bot.domain.contacts import Contact
from bot.domain.occasions import Ahead, Occasion
from bot.domain.partners import Partner
from bot.i18n import Translator
from bot.message import Invocation
from bot.national_days import State, national_day
from bot.parsing.dates import format_period
from bot.parsing.places import country_name
from bot.parsing.references import reference_of
from bot.reply import Button

_NAMED = 3


def ahead_line(ahead: Ahead, t: Translator, *, year: int | None = None) -> str:
    """ "17 May 2026 · Norway: Constitution Day (Oslo)"; without the year where it is ``year``."""
    when = format_period(ahead.period, t.language, weekday=False)
    if year == ahead.period.start.year == ahead.period.end.year and str(year) != when:
        when = when.replace(f" {year}", "")
    return f"{when} · {_what(ahead, t)}"


def _what(ahead: Ahead, t: Translator) -> str:
    names = _names(ahead.partners, t)
    match ahead.occasion:
        case Occasion.NATIONAL_DAY:
            country = country_name(ahead.country, t.language)
            others = "" if names == country else f" ({names})"
            return f"{country}: {national_day_name(ahead.country, t)}{others}"
        case Occasion.ANNIVERSARY:
            short_id = ahead.record.short_id if ahead.record else ""
            return t("{partner}: signed {years} years ago ({id})", partner=names, years=ahead.years, id=short_id)
        case Occasion.ELECTION:
            return t("{partner}: election", partner=names)
        case Occasion.TERM_END:
            return t("{partner}: end of term, {person}", partner=names or "–", person=_person(ahead))


def national_day_name(country: str, t: Translator) -> str:
    """What it is called, with a word where it is not kept in the whole country."""
    known = national_day(country)
    if known is None:
        return ""
    name = known.name_in(t.language) or known.name_in("en")
    return t("{day}, unconfirmed", day=name) if known.state is State.UNCONFIRMED else name


def national_day_unknown(country: str, t: Translator) -> str:
    """What is not known about a country's national day; "" where it is known."""
    known = national_day(country)
    name = country_name(country, t.language)
    if known is None:
        return t("The national day of {country} is not known to me.", country=name)
    if known.state is State.UNKNOWN:
        day = known.name_in(t.language) or known.name_in("en")
        return t("{country}: {day} is set anew each year; its date is not known to me.", country=name, day=day)
    return ""


def _person(ahead: Ahead) -> str:
    details = ahead.record.record.details if ahead.record else None
    if not isinstance(details, Contact) or ahead.record is None:
        return ""
    title = f", {details.title}" if details.title else ""
    return f"{details.name}{title} ({ahead.record.short_id})"


def _names(partners: tuple[Partner, ...], t: Translator) -> str:
    names = [partner.name_in(t.language) for partner in partners[:_NAMED]]
    more = len(partners) - len(names)
    return ", ".join([*names, f"+{more}"] if more else names)


def draft_buttons(found: Iterable[Ahead], t: Translator, *, limit: int) -> tuple[Button, ...]:
    """A button for each letter to a partner; at most ``limit``."""
    buttons = (_draft_button(ahead, partner, t) for ahead in found for partner in ahead.partners)
    return tuple(islice(buttons, limit))


def _draft_button(ahead: Ahead, partner: Partner, t: Translator) -> Button:
    letter = f"{partner.name_in(t.language)} · {t(TERMS[ahead.occasion])}"
    about = f" {ahead.record.short_id}" if ahead.record else ""
    arguments = f"{reference_of(partner)} {ahead.occasion.value}{about}"
    return Button(t("Draft: {letter}", letter=letter), Invocation("draft", arguments))
