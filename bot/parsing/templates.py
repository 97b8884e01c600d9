"""``/template [OCCASION [LANGUAGE]][: text]``: the team's own letters, with slots in brackets: "[form of address]"."""

import re
from collections.abc import Mapping
from dataclasses import dataclass

from bot.domain.drafts import Letter, Slot
from bot.domain.occasions import Occasion
from bot.errors import BotError
from bot.folding import fold
from bot.i18n import N_
from bot.parsing.occasions import cut_language, cut_occasion
from bot.parsing.pieces import Pieces

LONGEST = 2000
_SLOT = re.compile(r"[\[{]([^\[\]{}\n]{1,40})[\]}]")
_HEAD = re.compile(r"[:\n]")
_USUAL = frozenset({"usual", "default", "olagan"})
_SLOTS: Mapping[str, Slot] = {
    **dict.fromkeys(("form of address", "address", "hitap"), Slot.FORM_OF_ADDRESS),
    **dict.fromkeys(("name", "ad", "isim"), Slot.NAME),
    **dict.fromkeys(("office", "title", "unvan"), Slot.OFFICE),
    **dict.fromkeys(("partner", "city", "kent"), Slot.PARTNER),
    **dict.fromkeys(("country", "ulke"), Slot.COUNTRY),
    **dict.fromkeys(("day", "national day", "gun", "milli gun"), Slot.DAY),
    **dict.fromkeys(("date", "tarih"), Slot.DATE),
    **dict.fromkeys(("years", "yil"), Slot.YEARS),
    **dict.fromkeys(("our city", "kentimiz", "belediyemiz"), Slot.OUR_CITY),
}


class NoSuchSlot(BotError):
    """Brackets around something that cannot be filled in."""

    text = N_("I cannot fill in “[{text}]”. Nothing was changed.")
    advice = N_(
        "There are: [form of address], [name], [office], [partner], [country], [day], [date], [years], [our city]."
    )


class LongTemplate(BotError):
    """A letter that would not fit a message any more."""

    text = N_("That letter is too long: {length} characters, and {longest} fit. Nothing was changed.")


class NoSuchOccasion(BotError):
    """No occasion was named that has a letter."""

    text = N_("Which letter? “{text}” names none. Nothing was changed.")
    advice = N_("For example: /template national day English, or /template anniversary: and the new text.")


@dataclass(frozen=True, slots=True)
class TemplateText:
    """Which letter, all of them where ``occasion`` is None; ``text`` None shows it, "" brings the usual one back.

    ``language`` is an ISO 639-1 code; None is the reader's.
    """

    occasion: Occasion | None = None
    language: str | None = None
    text: str | None = None


def read_template(text: str) -> TemplateText:
    """Raises ``NoSuchOccasion``, ``NoSuchSlot`` and ``LongTemplate``."""
    head, rest = text, None
    if at := _HEAD.search(text):
        head, rest = text[: at.start()], text[at.end() :].strip(" :\n")
    if not fold(head) and not rest:
        return TemplateText()
    pieces = Pieces(head)
    occasion = cut_occasion(pieces)
    language = cut_language(pieces)
    if occasion is None or fold(pieces.rest()):
        raise NoSuchOccasion(text=head.strip()[:60])
    if rest is None:
        return TemplateText(occasion, language)
    if fold(rest) in _USUAL:
        rest = ""
    if len(rest) > LONGEST:
        raise LongTemplate(length=len(rest), longest=LONGEST)
    read_letter(rest)
    return TemplateText(occasion, language, rest)


def read_letter(text: str) -> Letter:
    """A letter with its slots. Raises ``NoSuchSlot``."""
    parts: list[str | Slot] = []
    end = 0
    for found in _SLOT.finditer(text):
        slot = _SLOTS.get(fold(found[1]))
        if slot is None:
            raise NoSuchSlot(text=found[1])
        parts += [text[end : found.start()], slot]
        end = found.end()
    return (*parts, text[end:])
