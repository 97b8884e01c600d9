"""What stands around a person's name: "Sn.", "Mr", "Dr.", "H.E.", "Mayor", "Hanım", "(Mr.)"."""

import re

from bot.folding import fold
from bot.parsing.words import word_set

_DROPPED = word_set(
    "sn sayin mr mrs ms miss mx herr herrn frau monsieur madame mme mlle bay bayan zoti zonja znj gospodin gospodja "
    "sr sra senor senora signor signora sig hon honourable honorable ekselanslari excellency"
) | {"h e", "i a", "i v"}
_TWO_WORDS_DROPPED = frozenset({"his excellency", "her excellency", "the hon", "the honourable", "the honorable"})
_RANK_WITH_DOT = word_set("doc av ing eng arch mag op uzm mim muh yrd dipl")
_RANK = frozenset({"dr", "prof", "doç", "dipl ing", "dr ing", "prof dr", "doc dr", "op dr", "ord prof"})
_OFFICES = (
    "belediye baskani",
    "deputy mayor",
    "lord mayor",
    "consul general",
    "mayor",
    "ambassador",
    "governor",
    "minister",
    "councillor",
    "buyukelci",
    "baskonsolos",
    "oberburgermeisterin",
    "oberburgermeister",
    "burgermeisterin",
    "burgermeister",
    "vali",
    "baskan",
)
_BEHIND = re.compile(r"\s*\((?:mr|mrs|ms|miss|herr|frau|bay|bayan|she|he|they)[^()]{0,20}\)", re.IGNORECASE)
_TURKISH_BEHIND = frozenset({"bey", "hanim", "beyefendi", "hanimefendi"})
_SWAPPED = re.compile(r"^[\"“„']([^\"“”,]{1,60}), ?([^\"“”,]{1,60})[\"”“'](?=\s*(?:<|;|$))")
_GLUED = re.compile(r"(?<=\w\w\.)(?=[^\W\d_])")
_LETTER = re.compile(r"[^\W\d_]")
_PARTICLES = word_set("de da di do del della des du van von der den ten ter zu zum bin ibn al el e y i la le")
_MOST_WORDS = 6


def unswapped(line: str) -> str:
    """``line`` with a quoted "Demir, Ayşe" of a mail program in its spoken order."""
    return _SWAPPED.sub(r"\2 \1", line)


def split_name(text: str) -> tuple[str, str]:
    """The name and the rank in front of it; either may be empty.

    A rank is part of the title ("Dr. Lena Fox" → "Lena Fox", "Dr."; "Mayor Erion Veliaj" → …, "Mayor"). A form of
    politeness is dropped ("Sn.", "Mr", "H.E.", "Ayşe Hanım"). The name itself stays as it was typed: changing the
    case of DIAZ or MCDONALD would misspell it for good.
    """
    text = _BEHIND.sub("", text).strip(" ,;\"“”„«»'‘’()[]*_")
    words = _GLUED.sub(" ", text).split()  # Prof.Dr.Ayşe
    ranks: list[str] = []
    while words:
        office = next((name for name in _OFFICES if f"{fold(' '.join(words[:4]))} ".startswith(f"{name} ")), "")
        length = len(office.split())
        if len(words) > 2 and fold(" ".join(words[:2])) in _TWO_WORDS_DROPPED:
            words = words[2:]
        elif fold(words[0]) in _DROPPED:
            words = words[1:]
        elif _is_rank(words[0]):
            ranks.append(words[0])
            words = words[1:]
        elif office and len(words) >= length + 2:  # "Mayor Fox" may be all that is known of a name
            ranks.append(" ".join(words[:length]))
            words = words[length:]
        else:
            break
    while len(words) > 1 and fold(words[-1]) in _TURKISH_BEHIND:
        words = words[:-1]
    if words and len(words[-1]) > 3:  # not "Jr.", not an initial
        words[-1] = words[-1].rstrip(".")
    return " ".join(words), " ".join(ranks)


def _is_rank(word: str) -> bool:
    bare = word.rstrip(".").casefold()
    return bare in _RANK or (word.endswith(".") and (fold(bare) in _RANK_WITH_DOT or fold(bare) in _RANK))


def looks_like_a_name(text: str) -> bool:
    """Whether ``text`` is written as a name: a few words without digits that begin with capitals (or have none)."""
    words = text.split()
    return (
        0 < len(words) <= _MOST_WORDS
        and all(_LETTER.match(word) and not any(character.isdigit() for character in word) for word in words)
        and not any(sign in text for sign in "@:/=?!")
        and all(not word[0].islower() or word in _PARTICLES for word in words)
        and not words[0][0].islower()
    )
