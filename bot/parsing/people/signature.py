"""A pasted e-mail signature, or one line of a chat, as the pieces that people separate with line breaks and commas.

What belongs to the letter and not to the person is left out: the text above "Best regards", the legal notice below,
rules and logos. Postal addresses are recognised here and marked, since a comma takes them apart.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from bot.folding import fold
from bot.parsing.words import word_set

_MOST_PIECES = 80

_CLOSINGS = (
    "saygilarimla", "saygilarimizla", "saygilar", "en derin saygilarimla", "saygi ve selamlarimla", "selamlar",
    "selamlarimla", "iyi calismalar", "iyi gunler", "sevgiler", "sevgi ve saygilarimla", "kolay gelsin",
    "best", "best regards", "kind regards", "warm regards", "with best regards", "with kind regards", "regards",
    "many thanks", "thanks", "thank you", "yours sincerely", "sincerely", "sincerely yours", "yours faithfully",
    "best wishes", "cordially", "respectfully", "mit freundlichen grussen", "mit freundlichem gruss",
    "freundliche grusse", "beste grusse", "viele grusse", "mfg", "cordialement", "bien cordialement", "me respekt",
    "me nderime", "pershendetje", "te fala", "s postovanjem", "srdacan pozdrav",
)  # fmt: skip
_CLOSING_SET = frozenset(_CLOSINGS)
_NOTICE = re.compile(
    r"this (?:e ?mail|message|communication|electronic)\b|the information (?:contained|in this)|confidential"
    r"|disclaimer|please (?:consider|think before|do not print)|if you (?:are not the|have received)|legal notice"
    r"|(?:bu|isbu) (?:e ?posta|elektronik posta|mesaj|ileti)|yasal uyari|gizlilik|uyari |lutfen bu e|kisisel veriler"
    r"|diese (?:e ?mail|nachricht)|vertraulich|der inhalt dieser|bitte (?:denken|prufen) sie"
    r"|ce (?:message|courriel)|ky (?:email|mesazh)|kjo (?:poste|e ?mail)|sent from my "
    r"|gesendet von|\w+ ?umdan gonderildi"
)
_RULE = re.compile(r"[\W_]*$")
_BREAK = re.compile(r"(?P<bar>[,;|\t•·●▪■]+)|(?P<dash> (?:[-–—/]|::) )")
_SPACES = re.compile(r"\s+")

_STREETS = word_set(
    """cad caddesi cd caddes sok sokak sokagi mah mahallesi bulvari blv blvd bulv meydani street avenue road
    boulevard rruga rr sheshi strasse allee rue viale piazza ulica ul via str platz weg trg calle square sk
    ave st rd apt kat floor no bina plaza box cho chome ku pk sarayi"""
)
_SURE_STREETS = word_set(
    "cad caddesi sokak sokagi mahallesi bulvari street avenue boulevard rruga sheshi strasse ulica meydani"
)
_GERMAN_STREET = re.compile(r"(?:strasse|platz|allee|str) \d+\w?$")
_POSTAL_CODE = re.compile(
    r"(?<![\w.])(?:[A-Z]{1,2}-)?(?!(?:19|20)\d\d\b)\d{4,6}(?![\w.])|(?<!\d)\d{3}-\d{4}(?!\d)"
    r"|\b[A-Z]{1,2}\d[A-Z\d]? \d[A-Z]{2}\b"
)
_ASIAN = re.compile(r"\w-(?:ku|shi|cho|gun|ken|machi|gu|dong|ro|si)$|^\d+(?:-\d+){1,2} [^\W\d]", re.IGNORECASE)
_CODE_AND_COUNTRY = re.compile(r"\b(?:[A-Z]{1,2}-)?\d{3,7}(?:-\d{3,4})?\b")


@dataclass(frozen=True, slots=True)
class Piece:
    """Some words between two separators. ``glue`` is what stood before them (", " or " – "), ``line`` counts."""

    text: str
    glue: str
    line: int


def signature_lines(text: str) -> list[str]:
    """The lines of ``text`` that can say something about the person, with single spaces."""
    lines = [_SPACES.sub(" ", line).strip(" >\u200b") for line in text.splitlines()]
    lines = [line for line in lines if not _RULE.match(line) or "@" in line or "+" in line]
    for number in range(len(lines) - 1, -1, -1):
        if is_closing(lines[number]):
            # Above it is the letter, unless the closing is all that stands below the person.
            lines = lines[number + 1 :] or lines[:number]
            break
    for number, line in enumerate(lines):
        if number and _NOTICE.match(fold(line[:80])):
            return lines[:number]
    return lines


def is_closing(text: str) -> bool:
    """Whether ``text`` is a "Best regards," or "Saygılarımla" and nothing else."""
    return len(text) < 60 and fold(text) in _CLOSING_SET


def split_pieces(line: str, number: int) -> Iterator[Piece]:
    """The pieces of one line; those without a letter or digit are left out."""
    start, glue = 0, ", "
    for count, match in enumerate(_BREAK.finditer(line)):
        if count >= _MOST_PIECES:
            break
        yield from _piece(line[start : match.start()], glue, number)
        start, glue = match.end(), match["dash"] or ", "
    yield from _piece(line[start:], glue, number)


def _piece(text: str, glue: str, number: int) -> Iterator[Piece]:
    text = text.strip(' ,:;–—-*_"“”„«»')
    text = text.removeprefix(")").removesuffix("(").strip()  # what stood in the brackets was taken out
    if any(character.isalnum() for character in text):
        yield Piece(text, glue, number)


def is_address(text: str) -> bool:
    """Whether ``text`` is part of a postal address: a street, a house number with a floor, a postal code."""
    words = fold(text).split()
    numbered = any(character.isdigit() for character in text)
    if numbered and (any(word in _STREETS for word in words) or _GERMAN_STREET.search(" ".join(words))):
        return True
    return (len(words) > 1 and any(word in _SURE_STREETS for word in words)) or bool(
        _POSTAL_CODE.search(text) or _ASIAN.search(text)
    )


def places_in_address(text: str) -> Iterator[str]:
    """What may be the town in a part of an address: "1001 Tirana" → "Tirana"; "06100 Ankara / Türkiye" → both."""
    for part in re.split(r"[/,]", _CODE_AND_COUNTRY.sub("", text)):
        if name := part.strip(" -–."):
            yield name
            words = name.split()[:6]
            if len(words) > 1:
                yield from reversed(words)
