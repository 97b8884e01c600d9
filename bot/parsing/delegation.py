"""Who came along: how many people, and which names stand at the end of a visit's text.

Spans are [start, end) in the characters of the text as given. Names must be written with capitals: without them
"with ayşe demir" cannot be told from "with good results".
"""

import re

from bot.folding import fold
from bot.parsing.people.honorifics import looks_like_a_name, split_name
from bot.parsing.people.offices import is_organisation, is_title
from bot.parsing.words import word_set

_ENGLISH = [
    "one",
    "two",
    "three",
    "four",
    "five",
    "six",
    "seven",
    "eight",
    "nine",
    "ten",
    "eleven",
    "twelve",
    "thirteen",
    "fourteen",
    "fifteen",
]
_TURKISH = ["bir", "iki", "üç", "dört", "beş", "altı", "yedi", "sekiz", "dokuz", "on"]
_NUMBER_WORDS = {fold(word): number for words in (_ENGLISH, _TURKISH) for number, word in enumerate(words, 1)}
_IN_ENGLISH = "[0-9]{1,4}|" + "|".join(_ENGLISH)
_IN_TURKISH = "[0-9]{1,4}|" + "|".join(_TURKISH)
_PEOPLE = re.compile(
    rf"(?<![\w.,/:-])(?:(?:delegation|group|team|party) of (?:about )?(?P<of>{_IN_ENGLISH})"
    r"(?: (?:people|persons?|members|delegates|participants))?(?!\w)"
    rf"|(?P<english>{_IN_ENGLISH})[ -]?(?:people|persons?|participants|delegates|pax|members|visitors|guests)"
    r"(?:[ -](?:delegation|group|team))?(?!\w)"
    rf"|(?P<turkish>{_IN_TURKISH}) ?"
    r"(?:ki[şs]i(?:lik|li)?(?: (?:bir )?(?:heyet|grup|ekip))?|kat[ıi]l[ıi]mc[ıi])\w{0,6}"
    rf"|(?:heyet|kişi sayısı|people|delegation|katılımcı sayısı) ?: ?(?P<label>{_IN_TURKISH})(?: ?kişi)?(?![\w./-]))",
    re.IGNORECASE,
)
_PLUS = re.compile(r"(?<![\w+])\+ ?(?P<plus>[0-9]{1,3})(?![\w.,]?[0-9]|\w)")
_SEPARATED = re.compile(r"[,;\ue000\n]")
_BEFORE_OTHERS = word_set("for of with by to from on about over than at most the train trained")
"""Behind these a number of people belongs to the sentence."""
_TALKING = re.compile(
    r"\b(?:meet|met|meetings?|talks?|lunch|dinner|breakfast|calls?|interview|cooperation|agreement|protocol|contract"
    r"|spoke|worked|working)\s*$",
    re.IGNORECASE,
)
"""What one does with other people than those who came along."""
_DIGITS = re.compile(r"[0-9 ().-]{1,30}")
_DATE = re.compile(r"[ ]*(?:[0-9]{4}[-./][0-9]|[0-9]{1,2}[./-][0-9]{1,2}[./-][0-9]{2})")
_FEWEST_PHONE_DIGITS = 8

# Private use stands for what a caller has cut out already (bot/parsing/pieces.py).
_GAP = r"\s\ue000"
_END = re.compile(rf"[{_GAP}.,;+&]*$")
_WITH = re.compile(
    r"(?<!\w)(?:with|accompanied by|participants ?:|delegation ?:|names ?:|katılımcılar ?:|heyet ?:|heyette ?:)\s+",
    re.IGNORECASE,
)
_ILE = re.compile(r"(?: ile|['’]?(?<=['’])y?l[ae])(?: birlikte)?$", re.IGNORECASE)
_CLOSING = " \t\n.,;+&\ue000"
_BETWEEN = re.compile(r"\s*[,;&\ue000]\s*(?:(?:and|ve|und|dhe) )?|\s+(?:and|ve|und|dhe|ile)\s+")
_TRAILING_LINK = re.compile(r"(?:[\s,;&+]|\b(?:and|ve|und|plus|artı))+$", re.IGNORECASE)
_MOST_NAMES = 40
_LONGEST_TAIL = 1500
_WORDS_BEFORE_NAME = word_set(
    """monday tuesday wednesday thursday friday saturday sunday pazartesi sali carsamba persembe cuma cumartesi pazar
    ziyaret ziyareti teknik calisma nezaket heyet heyeti gorusme toplanti gelen giden visit meeting delegation"""
)
_MONTHS = word_set(
    """january february march april may june july august september october november december
    ocak subat mart nisan mayis haziran temmuz agustos eylul ekim kasim aralik"""
)


def find_people(text: str) -> tuple[int, tuple[int, int]] | None:
    """How many people ``text`` speaks of, and where: "+6", "6 people", "delegation of 6", "6 kişilik heyet"."""
    for match in _PEOPLE.finditer(text):
        written = next(filter(None, match.groups())).lower()
        count = int(written) if written.isdigit() else _NUMBER_WORDS[fold(written)]
        if count:
            return count, match.span()
    for match in _PLUS.finditer(text):
        following = _DIGITS.match(text, match.end())
        digits = len(match["plus"]) + sum(map(str.isdigit, following[0] if following else ""))
        if digits >= _FEWEST_PHONE_DIGITS and not _DATE.match(text, match.end()):
            continue  # a phone number
        if count := int(match["plus"]):
            return count, match.span()
    return None


def find_names(text: str) -> tuple[tuple[str, ...], tuple[int, int]] | None:
    """The names at the end of ``text``, and where they and the word that introduces them stand.

    "with Ayşe Demir, Mehmet Ak and Lena Fox", "participants: …", "Ayşe Demir ve Mehmet Ak ile". A number of people
    may follow ("… and 4 people"). At least one name must have two words, and none may be an organisation or a title:
    "with Tirana and Essen", "with Tirana Municipality" give nothing.
    """
    end = len(text)
    people = find_people(text)
    if people and _END.fullmatch(text, people[1][1]):
        end = people[1][0]
    end = _end_of(text, end)
    for match in list(_WITH.finditer(text, max(0, end - _LONGEST_TAIL), end))[:-20:-1]:
        if names := _names(_BETWEEN.split(text[match.end() : end])):
            return names, (match.start(), end)
    return _names_before_ile(text, end)


def cut_delegation(free: str) -> tuple[str, int | None, tuple[str, ...]]:
    """What is left of a purpose without the people and names at its end, and these.

    "training for 6 people" and "meeting with Ali Veli" are purposes.
    """
    people: int | None = None
    names: tuple[str, ...] = ()
    left = free.rstrip(_CLOSING)
    while True:
        last = max((match.end() for match in _SEPARATED.finditer(left)), default=0)
        found = find_people(left[last:]) if people is None else None
        if found and last + found[1][1] == len(left) and _is_said_alone(left[last : last + found[1][0]]):
            people, left = found[0], left[: last + found[1][0]]
        elif not names and (named := find_names(left)) and not _TALKING.search(left[: named[1][0]]):
            names, (start, end) = named
            left = left[:start] + left[end:]
        else:
            return (left if people or names else free), people, names
        left = left.rstrip(_CLOSING)


def _is_said_alone(before: str) -> bool:
    """Whether a number of people behind these words is the delegation's."""
    words = fold(before).split()
    return not words or words[-1] not in _BEFORE_OTHERS


def _end_of(text: str, end: int) -> int:
    """``end`` without what only links or closes."""
    start = max(0, end - _LONGEST_TAIL)
    while True:
        tail = text[start:end].rstrip(_CLOSING)
        shorter = _TRAILING_LINK.sub("", tail[-20:])
        tail = tail[:-20] + shorter if len(tail) > 20 else shorter
        if start + len(tail) == end:
            return end
        end = start + len(tail)


def _names(parts: list[str]) -> tuple[str, ...]:
    """``parts`` as names, or () if any of them is none."""
    names = [" ".join(part.split()) for part in parts if part.strip()]
    if not 0 < len(names) <= _MOST_NAMES or not all(map(_is_name, names)):
        return ()
    return tuple(names) if any(len(split_name(name)[0].split()) > 1 for name in names) else ()


def _is_name(text: str) -> bool:
    name, rank = split_name(text)
    return looks_like_a_name(name) and not is_organisation(name) and (bool(rank) or not is_title(name))


def _names_before_ile(text: str, end: int) -> tuple[tuple[str, ...], tuple[int, int]] | None:
    """Turkish puts the word behind the names, so that where they begin is only seen from their capitals."""
    start = max(0, end - _LONGEST_TAIL)
    match = _ILE.search(text, max(start, end - 20), end)
    if not match:
        return None
    tail = text[start : match.start()].rstrip("'’")
    separators = list(_BETWEEN.finditer(tail))
    begins = len(tail)
    names: list[str] = []
    for separator in [*reversed(separators), None]:
        at = separator.end() if separator else 0
        part = tail[at:begins]
        name_at = at + _first_of_name(part)
        name = tail[name_at:begins].strip()
        if not _is_name(name):
            break
        names.insert(0, name)
        first = name_at
        if name_at > at + len(part) - len(part.lstrip()) or not separator or len(names) >= _MOST_NAMES:
            break
        begins = separator.start()
    if not any(len(split_name(name)[0].split()) > 1 for name in names):
        return None
    return tuple(names), (start + first, end)


def _first_of_name(part: str) -> int:
    """Where the capitals begin that ``part`` ends with; a month, a weekday and a word with a case ending stop it."""
    words = list(re.finditer(r"\S+", part))
    first = len(part)
    for number in range(len(words) - 1, -1, -1):
        word = words[number][0]
        folded = fold(word)
        dated = number > 0 and words[number - 1][0].rstrip(".").isdigit() and folded in _MONTHS
        if not word[0].isalpha() or word[0].islower() or "'" in word or "’" in word or word.endswith((":", ")")):
            break
        if dated or folded in _WORDS_BEFORE_NAME or len(words) - number > 5:
            break
        first = words[number].start()
    return first
