"""Whether what a person typed before choosing a partner is a spelling of it, so that it can be learnt.

"Tirrna" is one, and so is a name that no index has; "Tirana and Skopje", "the mayor of Tirana" and "Skopje Easter"
are a name and other words, which would be lost for good.
"""

import re

from bot.domain.partners import Partner
from bot.folding import fold
from bot.parsing.context import Context
from bot.parsing.places import split_case
from bot.parsing.places.fuzzy import allowed_edits, closest, neighbouring_keys, pack
from bot.parsing.places.keys import name_key
from bot.parsing.places.ordinary import is_ordinary
from bot.storage.partners import aliases_of

_WORD = re.compile(r"[^\W\d_]+(?:[-'’.][^\W\d_]+)*\.?")
_MOST_WORDS = 2
"""Of a name that nobody knew."""


def is_spelling_of(typed: str, partner: Partner, context: Context) -> bool:
    """Whether ``typed`` is a name of ``partner``, one with a typo, or one or two words that may be another name."""
    names = {fold(name) for name in (partner.name, *partner.names.values(), *_aliases(partner, context))}
    if _is_name(typed, names, partner, context):
        return True
    words = typed.split()
    if not all(map(_WORD.fullmatch, words)):
        return False
    if len(words) > 1 and any(len(fold(word)) < 2 or is_ordinary(word.lower()) for word in words):
        return False
    if _is_mistyped(typed, names, partner, context):
        return True
    return len(words) <= _MOST_WORDS and not (
        len(words) > 1 and any(_has_name(word, names, partner, context) for word in words)
    )


def _aliases(partner: Partner, context: Context) -> list[str]:
    return list(aliases_of(context.partners.db, context.team.id, partner.id))


def _has_name(word: str, names: set[str], partner: Partner, context: Context) -> bool:
    """Whether one of the words is a name by itself, of the partner or of another place."""
    forms = (word, *(form.stem for form in split_case(word)))
    return context.partners.certain(word) or any(
        _is_name(form, names, partner, context) or _is_mistyped(form, names, partner, context) for form in forms
    )


def _is_name(text: str, names: set[str], partner: Partner, context: Context) -> bool:
    rows = context.partners.places.named(name_key(text))
    return fold(text) in names or any(row.key == partner.place_id for row in rows)


def _is_mistyped(text: str, names: set[str], partner: Partner, context: Context) -> bool:
    key, places = name_key(text), context.partners.places
    if not allowed_edits(key):
        return False
    if closest(key, [pack(names)]):
        return True
    found = closest(key, places.buckets(neighbouring_keys(key)))
    return any(row.key == partner.place_id for name in found for row in places.named(name))
