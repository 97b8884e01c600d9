"""Who looks after a record, as people name a colleague: "sorumlu: ayşe", "owner: Ayşe Demir", "@ayşe".

A first name is enough where only one member has it. A button carries "member:7" in its place.
"""

import re
from dataclasses import dataclass

from bot.errors import Choice, Question
from bot.folding import fold
from bot.i18n import N_
from bot.parsing.context import Context
from bot.parsing.pieces import CUT
from bot.parsing.places import split_case
from bot.storage.members import Member, list_members

_LABEL = re.compile(r"(?<![\w@])(?:owner|sorumlu(?:su)?)\s*:\s*", re.IGNORECASE)
_AT = re.compile(r"(?<![\w.@/])@\s?(?=\w)")
_WORD = re.compile(rf"[^\s,;:#()\n{CUT}]+")
_REFERENCE = re.compile(r"member:([0-9]{1,9})")
_LONGEST = 4
_ME = frozenset({"me", "ben", "bana", "benim", "bende"})
_MOST = 8


class WhichMember(Question):
    """No member has the name, or several have."""

    field = "owner"
    text = N_("Who is “{text}”? I know these members.")


@dataclass(frozen=True, slots=True)
class Owner:
    """A member, and where they were named: [start, end) with the label."""

    member_id: int
    span: tuple[int, int]


def find_owner(text: str, context: Context, *, at_sign: bool = False, asks: bool = True) -> Owner | None:
    """The member named behind a label, or with ``at_sign`` behind @; None where none is.

    ``asks`` raises ``WhichMember`` for a name that is no member's; without it, it is left as a text.
    """
    for pattern in (_LABEL, _AT) if at_sign else (_LABEL,):
        for label in pattern.finditer(text):
            if found := _behind(text, label.end(), context, asks=asks):
                return Owner(found[0], (label.start(), found[1]))
    return None


def find_full_name(text: str, context: Context) -> Owner | None:
    """A member's whole name of several words, as a mention on a platform becomes."""
    folded = fold(text)
    for member in list_members(context.partners.db, context.team.id):
        words = member.name.split()
        if len(words) < 2 or fold(member.name) not in folded:
            continue
        spelled = r"\s+".join(re.escape(word) for word in words)
        if found := re.search(rf"(?<!\w)@?{spelled}(?!\w)", text, re.IGNORECASE):
            return Owner(member.id, found.span())
    return None


def read_owner(text: str, context: Context) -> int:
    """The member that the whole text names. Raises ``WhichMember``."""
    text = text.strip().lstrip("@").strip()
    if (id_ := _named(text, list_members(context.partners.db, context.team.id), context)) is not None:
        return id_
    raise _question(text, None, context)


def without_owner(text: str, owner: Owner) -> str:
    """The text, as long as it was, without the owner: positions stay what they were."""
    start, end = owner.span
    return text[:start] + " " * (end - start) + text[end:]


def _behind(text: str, start: int, context: Context, *, asks: bool) -> tuple[int, int] | None:
    """The member whose name begins at ``start``, and where it ends: the longest run of words that is one."""
    words: list[re.Match[str]] = []
    at = start
    while len(words) < _LONGEST and (word := re.compile(rf"[ \t]*({_WORD.pattern})").match(text, at)):
        words.append(word)
        at = word.end()
    everybody = list_members(context.partners.db, context.team.id)
    reference = _REFERENCE.match(text, start)
    if reference and (id_ := _named(reference[0], everybody, context)) is not None:
        return id_, reference.end()
    for size in range(len(words), 0, -1):
        end = words[size - 1].end()
        if (id_ := _named(text[start:end], everybody, context)) is not None:
            return id_, end
    if not asks or not words:
        return None
    raise _question(words[0][1], words[0].span(1), context)


def _named(name: str, everybody: list[Member], context: Context) -> int | None:
    """The one member that a name means; None for no member or several."""
    if reference := _REFERENCE.fullmatch(name):
        return next((member.id for member in everybody if member.id == int(reference[1])), None)
    if fold(name) in _ME and context.member_id is not None:
        return context.member_id
    for stem in dict.fromkeys([name, *(reading.stem for reading in split_case(name))]):
        found = _called(stem, everybody)
        if len(found) == 1:
            return found[0].id
    return None


def _called(name: str, everybody: list[Member]) -> list[Member]:
    """Members of that whole name, else of that first name."""
    folded = fold(name)
    if not folded:
        return []
    whole = [member for member in everybody if fold(member.name) == folded]
    return whole or [member for member in everybody if f"{fold(member.name)} ".startswith(f"{folded} ")]


def _question(name: str, hole: tuple[int, int] | None, context: Context) -> WhichMember:
    everybody = list_members(context.partners.db, context.team.id)
    offered = _called(name, everybody) or everybody
    choices = [Choice(member.name, f"member:{member.id}") for member in offered[:_MOST]]
    return WhichMember(hole=hole, choices=choices, text=name[:40])
