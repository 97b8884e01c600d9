"""``/partners [country | kind of agreement | cities, countries, regions] [page N]``."""

from collections.abc import Mapping
from dataclasses import dataclass

from bot.domain.agreements import AgreementKind
from bot.domain.places import PlaceKind
from bot.errors import BotError
from bot.folding import fold
from bot.i18n import N_
from bot.parsing.context import Context
from bot.parsing.pages import cut_page
from bot.parsing.places import find_all
from bot.parsing.vocabulary import AGREEMENT_KINDS, read_meaning

_PLACE_KINDS: Mapping[str, PlaceKind] = {
    **dict.fromkeys(("city", "cities", "kent", "kentler", "sehir", "sehirler"), PlaceKind.CITY),
    **dict.fromkeys(("country", "countries", "ulke", "ulkeler"), PlaceKind.COUNTRY),
    **dict.fromkeys(("region", "regions", "province", "provinces", "bolge", "bolgeler"), PlaceKind.REGION),
}
_PLURALS = ("ler", "lar", "s", "leri", "lari")


class NoSuchFilter(BotError):
    """A word that narrows no list of partners."""

    text = N_("“{text}” is no country and no kind of agreement.")
    advice = N_(
        "For example: /partners Albania, /partners sister city, /partners countries. One partner: /partner NAME."
    )


@dataclass(frozen=True, slots=True)
class PartnerFilter:
    """At most one of ``country`` (a code), ``agreement`` and ``kind`` is set; ``text`` is what said so."""

    text: str = ""
    country: str | None = None
    agreement: AgreementKind | None = None
    kind: PlaceKind | None = None
    page: int = 1


def read_partner_filter(text: str, context: Context) -> PartnerFilter:
    """Raises ``NoSuchFilter``."""
    text, page = cut_page(text)
    if not text:
        return PartnerFilter(page=page)
    if kind := _PLACE_KINDS.get(fold(text)):
        return PartnerFilter(text, kind=kind, page=page)
    for form in (fold(text), *(fold(text).removesuffix(plural) for plural in _PLURALS)):
        if agreement := read_meaning(form, AGREEMENT_KINDS):
            return PartnerFilter(text, agreement=agreement, page=page)
    if country := find_country(text, context):
        return PartnerFilter(text, country=country, page=page)
    raise NoSuchFilter(text=text[:60])


def find_country(text: str, context: Context) -> str | None:
    """The code of the country that ``text`` names in any language, or of which it is the code; None for others."""
    for match in find_all(context.partners.places, text, language=context.language, strict=True):
        if match.place.kind is PlaceKind.COUNTRY:
            return match.place.country
    return None
