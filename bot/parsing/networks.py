"""Networks of cities, read from what people write: a name, an acronym, or both.

"Asian Mayors Forum (AMF)", "ICLEI – Local Governments for Sustainability", "UCLG-MEWA". What a person writes wins over
what we know; what they leave out is filled in for the networks of ``bot/domain/networks.py``.
"""

import re

from bot.domain.networks import NETWORKS, Network
from bot.folding import fold
from bot.parsing.context import Context
from bot.parsing.pieces import unquote
from bot.storage.memberships import list_networks

_BRACKETS = re.compile(r"(.+?)\s*[(\[]\s*([^()\[\]]+?)\s*[)\]]")
_SEPARATED = re.compile(r"(\S+)\s*(?:\s[–—-]\s|[,:])\s*(.+)")
_SEPARATED_BEHIND = re.compile(r"(.+?)\s*(?:\s[–—-]\s|[,:])\s*(\S+)")
_ACRONYM = re.compile(r"[^\W_](?:[\w&/.-]{0,14}\w)?")
_WORD = re.compile(r"[^\s,;:()\"“”]+")
_ENDING = re.compile(r"['’]\w+$")

_BY_NAME = {
    fold(name): network for network in NETWORKS for name in (network.acronym, *network.names.values(), *network.also)
}


def known_network(name: str) -> Network | None:
    """The network that has this name or acronym."""
    folded = fold(name)
    return _BY_NAME.get(folded) or _BY_NAME.get(folded.removeprefix("the "))


def read_network(text: str, language: str) -> tuple[str, str]:
    """The name and the acronym ("" where there is none) of a network; both may be the same word."""
    text = unquote(" ".join(text.split()))
    name, acronym = _apart(text)
    known = known_network(acronym or name)
    if acronym and not name:
        name = known.name_in(language) if known else acronym
    if known and fold(known.acronym) == fold(acronym):
        acronym = known.acronym  # WEGO, wego
    return name, acronym or (known.acronym if known else "")


def _apart(text: str) -> tuple[str, str]:
    if is_acronym(text):
        return "", text
    for pattern in (_BRACKETS, _SEPARATED, _SEPARATED_BEHIND):
        if found := pattern.fullmatch(text):
            first, second = found[1], found[2]
            if is_acronym(second):
                return first, second
            if is_acronym(first):
                return second, first
    return text, ""


def is_acronym(text: str) -> bool:
    """Whether a word is written like one (ICLEI, WeGO, UCLG-MEWA, C40), or is a known one."""
    if not _ACRONYM.fullmatch(text):
        return False
    if known := known_network(text):
        return fold(known.acronym) == fold(text)
    letters = [character for character in text if character.isalpha()]
    capitals = sum(character.isupper() for character in letters)
    return capitals >= 2 and capitals * 2 >= len(letters)


def same_network(one: tuple[str, str], other: tuple[str, str]) -> bool:
    """Whether two pairs of name and acronym are one network: in any language, with the acronym or the name alone."""
    return bool(_keys(*one) & _keys(*other))


def _keys(name: str, acronym: str) -> set[str]:
    keys = {fold(name).removeprefix("the "), fold(acronym)}
    for known in (known_network(name), known_network(acronym)):
        if known:
            keys.add(fold(known.acronym))
    return keys - {""}


def find_network(title: str, context: Context) -> str:
    """The network among the team's memberships that a title names, the longest name first; "" if none.

    An acronym counts as it is written, or after "of": "act" in a title is no ACT.
    """
    words = [_ENDING.sub("", match[0]) for match in _WORD.finditer(title)]
    run = f" {' '.join(filter(None, map(fold, words)))} "
    best = ("", "")
    for _, network, acronym in list_networks(context.partners.db, context.team.id):
        known = known_network(acronym or network)
        names = [network, *(known.names.values() if known else ()), *(known.also if known else ())]
        for name in map(fold, names):
            name = name.removeprefix("the ")
            if name and f" {name} " in run and len(name) > len(best[0]):
                best = (name, network)
        short = fold(acronym)
        if short and not best[0] and (acronym in words or f" of {short} " in run or f" of the {short} " in run):
            best = ("", network)
    return best[1]
