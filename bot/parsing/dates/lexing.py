"""Text to tokens: words with their senses, numbers, numeric dates, signs, suffixes; with their place in the text."""

import re
import unicodedata
from functools import lru_cache
from typing import Any, NamedTuple

from bot.parsing.dates.cardinals import COMPOUND
from bot.parsing.dates.numbers import OTHER, marked_year, number_kinds, ordinal_kinds
from bot.parsing.dates.numeric import NUMERIC, numeric_kinds
from bot.parsing.dates.suffixes import splits
from bot.parsing.dates.vocabulary import Kinds, Vocabulary

_APOSTROPHES = "'’‘ʼ`´ʹ"
# Vowels and accents that are written onto letters, in Latin and Cyrillic, Hebrew, Arabic, and the scripts of India
# and South-East Asia, whose digits are numbers all the same.
_MARKS = "\u0300-\u036f\u0483-\u0487\u0591-\u05c7\u0610-\u061a\u064b-\u065f\u0670"
MARK = rf"[{_MARKS}]|(?!\d)[\u0900-\u0dff\u0e31-\u0e4e\u0eb1-\u0ece\u102b-\u109d\u17b4-\u17d3]"
WORD = rf"[^\W\d_](?:[^\W\d_]|{MARK})*"
_LEXEME = re.compile(
    # Words first: most of a text are words.
    rf"(?P<word>(?!https?://|www\.){WORD})(?:[{_APOSTROPHES}](?P<case>{WORD}))?"
    r'|(?P<quoted>"[^"]*"|“[^”]*”|«[^»]*»|„[^“”]*[“”])'
    # Links, themes, people, commands, +6, sums of money, times of day: whatever number is in them is no date's.
    rf"|(?P<other>https?://\S+|www\.\S+|(?<!\w)[#@/]{WORD}\w*|(?<!\w)[+€$£₺#№%]\s?\d[\d ().-]*|\d+:\d+(?::\d+)?)"
    rf"|(?P<numeric>{NUMERIC})"
    r"|(?P<number>\d+)(?P<nth>\.?[ºª])?"
    rf"|[{_APOSTROPHES}](?P<short>\d\d)\b"
    rf"|(?P<suffix>[{_APOSTROPHES}]{WORD})"
    r"|(?P<dots>\.\.+|…)"
    r"|(?P<dash>[-–—‒―−‐‑~→]+)"
    r"|(?P<comma>[,،、])|(?P<full_stop>[.׳])|(?P<slash>/)|(?P<open>\()|(?P<close>\))"
    r"|(?P<stop>[!?;:])|(?P<and>&)"
    r"|(?P<sign>[^\s\w]|_)"
)
# Marks of the direction of writing, digits of other scripts, full-width signs.
_UNUSUAL = re.compile("(?![0-9])\\d|[\u00ad\u061c\u200b-\u200f\u202a-\u202e\u2060-\u206f\ufeff\uff01-\uff5e]")
SIGNS = ("dots", "dash", "comma", "full_stop", "slash", "open", "close", "stop", "and")
ORDINAL: dict[str, Any] = {"ordinal": None}
COMPOUND_NUMBER: dict[str, Any] = {"cardinal": None}
_ORDINAL_ENDS = ("ordinal_sign", "ordinal_end")


class Lexeme(NamedTuple):
    """[start, end) in the text, and what it can be."""

    start: int
    end: int
    kinds: dict[str, Any]


class Lexer:
    """Cuts texts up by the words of one vocabulary."""

    def __init__(self, vocabulary: Vocabulary) -> None:
        self._vocabulary = vocabulary
        self._word_kinds = lru_cache(maxsize=4096)(self._read_word)
        self._end_of_number = lru_cache(maxsize=1024)(self._read_end_of_number)
        self._may_have_phrases = _first_words(vocabulary)
        pieces = "|".join(map(re.escape, vocabulary.pieces))
        self._pieces = re.compile(pieces) if pieces else None
        self._only_pieces = re.compile(f"(?:{pieces})+") if pieces else None

    def lexemes(self, text: str, most: int) -> list[Lexeme]:
        """Each word, suffix, number and sign of ``text``, about the first ``most`` of them; spaces are left out."""
        if text.isascii() or not _UNUSUAL.search(text):
            return self._cut(text, most)
        kept = [at for at, letter in enumerate(text) if unicodedata.category(letter) != "Cf"]
        plain = "".join([_plain(text[at]) for at in kept])
        if len(kept) == len(text):
            return self._cut(plain, most)
        return [Lexeme(kept[one.start], kept[one.end - 1] + 1, one.kinds) for one in self._cut(plain, most)]

    def _cut(self, text: str, most: int) -> list[Lexeme]:
        found: list[Lexeme] = []
        for match in _LEXEME.finditer(text):
            if len(found) >= most:
                break
            start, end = match.span()
            kind = "word" if match["word"] else match.lastgroup or "sign"
            last = found[-1] if found and found[-1].end == start else None
            if kind == "word":
                self._add_word(found, last, match)
            elif kind == "suffix":
                self._add_end(found, last, start, end, match[0][1:])
            elif kind in ("number", "nth"):
                _add_number(found, last, match)
            elif kind == "short":
                found.append(Lexeme(start, end, marked_year(int(match["short"]))))
            elif kind in SIGNS:
                found.append(Lexeme(start, end, {kind: None}))
            elif match["numeric"]:
                if last is not None and last.kinds is OTHER and text[start - 1].isalpha():
                    found[-1] = Lexeme(last.start, end, OTHER)
                else:
                    found.append(Lexeme(start, end, numeric_kinds(match)))
            else:
                found.append(Lexeme(start, end, OTHER))
        return self._with_phrases(text, found) if self._may_have_phrases.search(text) else _with_abbreviations(found)

    def _read_word(self, word: str) -> tuple[Kinds, Kinds | None, int]:
        """The senses of a word, of its case suffix if it has one, and that suffix's number of letters."""
        folded = self._vocabulary.fold(word)
        words = self._vocabulary
        known = words.spelled(word) or words.senses.get(folded)
        if known is not None and words.written(word, folded):
            return known, None, 0
        if words.stems:
            for stem, case in splits(folded):
                known = words.stems.get(stem)
                suffix = folded[len(stem) :]
                if known is not None and words.takes(stem, suffix, case) and words.written(word[: len(stem)], stem):
                    return known, case, len(folded) - len(stem)
            if len(folded) > 3 and not COMPOUND.sub("", folded):
                return COMPOUND_NUMBER, None, 0
        return words.mistyped(folded) or OTHER, None, 0

    def _read_end_of_number(self, letters: str) -> Kinds | None:
        """What the letters right behind a number are: a suffix, ``ORDINAL`` (3rd, 3üncü), or nothing known."""
        folded = self._vocabulary.fold(letters)
        if any(kind in self._vocabulary.senses.get(folded, {}) for kind in _ORDINAL_ENDS):
            return ORDINAL
        if "plural" in self._vocabulary.senses.get(folded, {}):
            return {"plural": None}
        return self._vocabulary.suffixes.get(folded)

    def _add_word(self, found: list[Lexeme], last: Lexeme | None, match: re.Match[str]) -> None:
        start, stem_end = match.span("word")
        letters = match["word"]
        kinds, case, length = self._word_kinds(letters)
        if last is not None and not last.kinds.keys().isdisjoint(("count", "numeric", "numeric_month")):
            if self._add_end(found, last, start, stem_end, letters) or (kinds is OTHER and self._pieces is None):
                return
        elif _hyphenated_number(found, last) and self._end_of_number(letters) is ORDINAL:  # "15-го"
            number = found[-2]
            found[-2:] = [Lexeme(number.start, stem_end, ordinal_kinds(number.kinds["count"]))]
            return
        if match["case"] is not None:
            suffix = self._vocabulary.suffixes.get(self._vocabulary.fold(match["case"]))
            if not self._vocabulary.suffixes:
                self._add_elided(found, match)
            elif suffix is None or case is not None:
                found.append(Lexeme(start, match.end(), OTHER))
            else:
                found += Lexeme(start, stem_end, kinds), Lexeme(stem_end, match.end(), suffix)
        elif case is not None:
            found += Lexeme(start, stem_end - length, kinds), Lexeme(stem_end - length, stem_end, case)
        elif kinds is OTHER and self._only_pieces is not None and self._only_pieces.fullmatch(letters.lower()):
            assert self._pieces is not None
            for piece in self._pieces.finditer(letters.lower()):
                at, end = start + piece.start(), start + piece.end()
                found.append(Lexeme(at, end, self._word_kinds(match.string[at:end])[0]))
        else:
            found.append(Lexeme(start, stem_end, kinds))

    def _add_elided(self, found: list[Lexeme], match: re.Match[str]) -> None:
        """Add both words of "d'octobre"; where they have a meaning only as one ("aujourd'hui"), that."""
        whole = self._word_kinds(match[0])[0]
        if whole is not OTHER:
            found.append(Lexeme(match.start(), match.end(), whole))
            return
        found += [Lexeme(*match.span(part), self._word_kinds(match[part])[0]) for part in ("word", "case")]

    def _add_end(self, found: list[Lexeme], last: Lexeme | None, start: int, end: int, letters: str) -> bool:
        """Add what is written onto a number or a word; a number with unknown letters ("12km") is none any more."""
        name = self._end_of_number(letters)
        if last is None:
            found.append(Lexeme(start, end, OTHER))
            return False
        if name is ORDINAL and "count" in last.kinds:
            found[-1] = Lexeme(last.start, end, ordinal_kinds(last.kinds["count"]))
            return True
        if name is not None and name is not ORDINAL:
            found.append(Lexeme(start, end, name))
            return True
        if self._word_kinds(letters)[0] is OTHER and self._pieces is None:
            found[-1] = Lexeme(last.start, end, OTHER)
        return False

    def _with_phrases(self, text: str, lexemes: list[Lexeme]) -> list[Lexeme]:
        """``lexemes`` with each run of words that has a meaning of its own ("il y a") made one, the longest first."""
        fold, phrases = self._vocabulary.fold, self._vocabulary.phrases
        words = [fold(text[start:end]) for start, end, _ in lexemes]
        joined: list[Lexeme] = []
        at = 0
        while at < len(lexemes):
            start, end, kinds = lexemes[at]
            length = 1
            for phrase, meaning in phrases.get(words[at], ()):
                if tuple(words[at : at + len(phrase)]) == phrase:
                    length = len(phrase)
                    end, kinds = lexemes[at + length - 1].end, meaning
                    break
            joined.append(Lexeme(start, end, kinds))
            at += length
        return _with_abbreviations(joined)


def _first_words(vocabulary: Vocabulary) -> re.Pattern[str]:
    """What a text with a phrase has: in English and Turkish, where phrases are few, its first word with any accents."""
    if not vocabulary.stems:
        return re.compile("")
    accents = {"c": "cç", "g": "gğ", "i": "iıİ", "o": "oö", "s": "sş", "u": "uü"}
    words = ("".join(f"[{accents.get(letter, letter)}]" for letter in word) for word in vocabulary.phrases)
    return re.compile(rf"\b(?:{'|'.join(words)})\b", re.IGNORECASE)


def _with_abbreviations(lexemes: list[Lexeme]) -> list[Lexeme]:
    """``lexemes`` with the full stop of an abbreviated month or weekday joined to it."""
    joined: list[Lexeme] = []
    for lexeme in lexemes:
        if "full_stop" in lexeme.kinds and joined:
            start, end, kinds = joined[-1]
            if end == lexeme.start and ("month" in kinds or "weekday" in kinds):
                joined[-1] = Lexeme(start, lexeme.end, kinds)
                continue
        joined.append(lexeme)
    return joined


def _hyphenated_number(found: list[Lexeme], last: Lexeme | None) -> bool:
    """Whether what was found ends with a number and a dash that touches it."""
    return (
        last is not None
        and "dash" in last.kinds
        and len(found) > 1
        and found[-2].end == last.start
        and "count" in found[-2].kinds
    )


@lru_cache(maxsize=1024)
def _plain(letter: str) -> str:
    """A digit of any script as an ASCII one, a full-width sign as the usual one (NFKC), anything else as it is."""
    if letter.isdecimal():
        return str(unicodedata.decimal(letter))
    plain = unicodedata.normalize("NFKC", letter)
    return plain if len(plain) == 1 else letter


def _add_number(found: list[Lexeme], last: Lexeme | None, match: re.Match[str]) -> None:
    start, end = match.span()
    if last is not None and last.kinds is OTHER and match.string[start - 1].isalpha():
        found[-1] = Lexeme(last.start, end, OTHER)  # "v12"
        return
    digits = match["number"]
    number = int(digits[:5])
    if match["nth"]:
        found.append(Lexeme(start, end, ordinal_kinds(number)))
    else:
        found.append(Lexeme(start, end, number_kinds(number, len(digits))))
