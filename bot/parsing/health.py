"""``/health [PARTNER] [page N]``, ``/quiet [months]`` and ``/reciprocity [year | PARTNER]``."""

import re
from dataclasses import dataclass

from bot.domain.health import QUIET_MONTHS
from bot.domain.partners import Partner
from bot.errors import BotError
from bot.folding import fold
from bot.i18n import N_
from bot.parsing.context import Context
from bot.parsing.pages import cut_page
from bot.parsing.partner_lookup import read_partner

MOST_MONTHS = 600
_SPAN = re.compile(r"(\d{1,4})\s*(months?|ay(?:dir|lik)?|m|years?|yil(?:dir|lik)?|y)?")
_YEAR = re.compile(r"(?:in\s+)?((?:19|20)\d\d)(?:\s*(?:yil\w*|d[ae]))?")


class NotMonths(BotError):
    """Something that is no number of months."""

    text = N_("“{text}” is no number of months.")
    advice = N_("For example: /quiet, /quiet 6, /quiet 2 years.")


@dataclass(frozen=True, slots=True)
class AskHealth:
    """Of one partner, or of all."""

    partner: Partner | None = None
    page: int = 1


@dataclass(frozen=True, slots=True)
class AskQuiet:
    """Without a contact for so many months."""

    months: int = QUIET_MONTHS
    page: int = 1


@dataclass(frozen=True, slots=True)
class AskReciprocity:
    """Of one year, of one partner by year, or of all in the latest years."""

    year: int | None = None
    partner: Partner | None = None
    page: int = 1


def read_health(text: str, context: Context) -> AskHealth:
    """Raises what ``read_partner`` raises."""
    name, page = cut_page(text)
    return AskHealth(read_partner(name, context) if name else None, page)


def read_quiet(text: str, _context: Context) -> AskQuiet:
    """Raises ``NotMonths``."""
    said, page = cut_page(text)
    if not said:
        return AskQuiet(page=page)
    found = _SPAN.fullmatch(fold(said))
    if found is None:
        raise NotMonths(text=said[:60])
    months = int(found[1]) * (12 if (found[2] or "").startswith("y") else 1)
    if not 1 <= months <= MOST_MONTHS:
        raise NotMonths(text=said[:60])
    return AskQuiet(months, page)


def read_reciprocity(text: str, context: Context) -> AskReciprocity:
    """Raises what ``read_partner`` raises."""
    said, page = cut_page(text)
    if not said:
        return AskReciprocity(page=page)
    if found := _YEAR.fullmatch(fold(said)):
        return AskReciprocity(year=int(found[1]), page=page)
    return AskReciprocity(partner=read_partner(said, context), page=page)
