"""Cuts the partners of a visit or an agreement out of what is left of its text when the rest has been read."""

from bot.errors import BotError, NotADate, Question, WhichPlace
from bot.folding import fold
from bot.i18n import N_
from bot.parsing.context import Context
from bot.parsing.dates import read_date
from bot.parsing.partners import Named
from bot.parsing.pieces import Pieces, unquote, without_numbers
from bot.parsing.places.ordinary import is_ordinary
from bot.parsing.several_partners import FILLERS, find_partners
from bot.parsing.small_talk import is_small_talk


class MissingPartner(Question):
    """No partner was named."""

    field = "partner"
    text = N_("Which city? For example: Tirana.")


def cut_partners(pieces: Pieces, context: Context) -> tuple[list[Named], str]:
    """Take all partners out of what is left: a list of sure names, or one partner as ``cut_partner`` finds it."""
    for start, end in pieces.fragments():
        if listed := find_partners(pieces.left[start:end], start, context):
            pieces.cut(listed[0][1][0], listed[-1][1][1])
            return [named for named, _ in listed], without_fillers(pieces.rest())
    named, left_over = cut_partner(pieces, context)
    return [named], left_over


def cut_partner(pieces: Pieces, context: Context) -> tuple[Named, str]:
    """Take the partner out of what is left; the partner, and the words that stood beside it.

    A second date, small talk and everyday words are none. Raises ``MissingPartner``, ``UnknownPlace`` and what a name
    with several readings raises.
    """
    fragments = [(start, end) for start, end in pieces.fragments() if _may_name(pieces.text[start:end], context)]
    if not fragments:
        raise MissingPartner()
    start, end = fragments[0]
    end = start + len(without_numbers(pieces.text[start:end]))
    inside = None
    if len(fragments) == 1:
        try:
            found = _whole(pieces.text[start:end], (start, end), context)
        except WhichPlace:  # "Tirana meeting" has a place in it
            if not _beside_words(pieces.text[start:end]) or not (inside := context.partners.find_in(pieces.left)):
                raise
            found = None
        if found:
            pieces.cut(start, end)
            left_over = without_fillers(pieces.rest())
            return found, left_over if fold(left_over) else ""  # quotes, for one
    name = unquote(pieces.text[start:end])
    if len(fragments) == 1 and context.partners.is_elsewhere(name):
        return context.partners.need(name, (start, end)), ""
    if inside := inside or context.partners.find_in(pieces.left):
        named, span = inside
        pieces.cut(*span)
        return named, without_fillers(pieces.rest())
    if is_ordinary(name):
        raise MissingPartner()
    return context.partners.need(name, (start, end)), ""


def without_fillers(text: str) -> str:
    """``text`` without the words beside a partner that say nothing."""
    return " ".join(word for word in text.split() if fold(word) not in FILLERS)


def is_date(text: str, context: Context) -> bool:
    """Whether all of ``text`` is a date, or one that has to be asked about."""
    try:
        read_date(text, context.dates)
    except NotADate:
        return False
    except BotError:
        return True
    return True


def _may_name(text: str, context: Context) -> bool:
    name = without_fillers(text)
    return bool(fold(name)) and not is_small_talk(name) and not is_date(name, context)


def _beside_words(text: str) -> bool:
    """Whether everyday words begin or end a text of several words."""
    words = text.split()
    return len(words) > 1 and any(is_ordinary(word) or is_small_talk(word) for word in (words[0], words[-1]))


def _whole(text: str, hole: tuple[int, int], context: Context) -> Named | None:
    try:
        return context.partners.find(unquote(text))
    except Question as question:
        question.hole = hole
        raise
