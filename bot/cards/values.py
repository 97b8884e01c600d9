"""One value in words: a period, a day, a place, a partner, a term. Parameters of sentences are described here."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
from enum import StrEnum

from bot.cards.terms import TERMS
from bot.domain.country_labels import label_in
from bot.domain.partners import NewPartner, Partner, PartnerRef
from bot.domain.periods import Period
from bot.domain.places import Place, PlaceKind
from bot.domain.teams import Team
from bot.i18n import MessageId, Translator
from bot.parsing.dates import format_day, format_period
from bot.parsing.partner_questions import AsWritten, Country
from bot.parsing.places import country_name


@dataclass(frozen=True, slots=True)
class View:
    """What a card depends on besides the record: the reader's language, the team, the day, the partners by id.

    ``members`` are the names of owners. ``shared`` says that a group reads along, where nobody's e-mail or phone is
    shown.
    """

    t: Translator
    team: Team
    today: date
    partners: Mapping[int, Partner]
    shared: bool = False
    members: Mapping[int, str] = field(default_factory=dict)


def describe(value: object, t: Translator, *, weekday: bool = True) -> str:
    """``value`` in words of the language, days with or without their weekday; a person's own words stay as they are."""
    match value:
        case MessageId():
            return t(value)
        case StrEnum():
            return t(TERMS[value]) if value in TERMS else value.value
        case Period():
            return format_period(value, t.language, weekday=weekday)
        case date():
            return format_day(value, t.language, weekday=weekday)
        case Place():
            return place_line(value, t)
        case Partner() | NewPartner():
            return partner_line(value, t)
        case Country():
            if value.label:
                return label_in(t.language, value.code, value.label)
            return country_name(value.code, t.language) if value.code else t("No country")
        case AsWritten():
            country = country_name(value.country, t.language) if value.country else ""
            return t("Keep “{name}” as it is", name=", ".join(filter(None, (value.name, country))))
        case tuple() | list():
            return ", ".join(describe(item, t, weekday=weekday) for item in value)
        case _:
            return str(value)


def place_line(place: Place, t: Translator) -> str:
    """A place with its country, and the region where it tells namesakes apart.

    "Tirana, Albania", "Hanover, NH, United States", "Pazar, Rize, Türkiye", "Toledo (Davao region), Philippines".
    """
    name = place.name_in(t.language)
    if place.around:
        name = t("{place} ({city} region)", place=name, city=place.around)
    if place.kind is PlaceKind.COUNTRY or not place.country:
        return name
    return ", ".join(filter(None, [name, place.region, country_name(place.country, t.language)]))


def country_line(partner: PartnerRef, t: Translator) -> str:
    """What stands behind a partner's name: the desk's label, else the country; "" for a country itself."""
    if partner.label is not None:
        return label_in(t.language, partner.country, partner.label)
    if partner.kind is PlaceKind.COUNTRY or not partner.country:
        return ""
    return country_name(partner.country, t.language)


def partner_line(partner: PartnerRef, t: Translator) -> str:
    """A partner with its country: "Tirana, Albania"; "Tiran, Arnavutluk"."""
    country = country_line(partner, t)
    return f"{partner.name_in(t.language)}, {country}" if country else partner.name_in(t.language)


def first_upper(text: str, language: str) -> str:
    """``text`` with a capital at its head, by the language's rule (i → İ in Turkish)."""
    if not text:
        return text
    head = "İ" if language == "tr" and text[0] == "i" else text[0].upper()
    return head + text[1:]


def first_lower(text: str, language: str) -> str:
    """The reverse of ``first_upper`` (İ → i and I → ı in Turkish): a term in the middle of a line."""
    if language == "tr" and text[:1] in ("İ", "I"):
        return ("i" if text[0] == "İ" else "ı") + text[1:]
    return text[:1].lower() + text[1:]
