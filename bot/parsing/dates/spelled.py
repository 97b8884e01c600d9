"""Numbers in words to number tokens, before anything else is read: "twenty-first", "iki bin on sekiz"."""

from collections.abc import Iterator

from bot.folding import fold
from bot.parsing.dates.cardinals import COMPOUND, read_cardinal
from bot.parsing.dates.lexing import COMPOUND_NUMBER, Lexeme
from bot.parsing.dates.numbers import OTHER, number_kinds, ordinal_kinds
from bot.parsing.dates.vocabulary import Senses


def kind_sets(senses: Senses) -> Iterator[frozenset[str]]:
    """Every set of kinds that ``join_numbers`` can give a token."""
    for kinds in senses.values():
        if "cardinal" in kinds:
            yield frozenset(_alone(kinds))
        if "ordinal_word" in kinds:
            yield frozenset(_ordinal(kinds))
    yield from (frozenset(_in_words(number)) for number in (1, 40, 2000, 5000))


def join_numbers(text: str, lexemes: list[Lexeme]) -> list[Lexeme]:
    """``lexemes`` with the words of each number made one number; a word that has other senses keeps them."""
    if not any("cardinal" in lexeme.kinds or "ordinal_word" in lexeme.kinds for lexeme in lexemes):
        return lexemes
    joined: list[Lexeme] = []
    at = 0
    while at < len(lexemes):
        lexeme = lexemes[at]
        if "cardinal" in lexeme.kinds:
            joined_one, at = _cardinal(text, lexemes, at)
            joined.append(joined_one)
            continue
        if "ordinal_word" in lexeme.kinds:
            lexeme = lexeme._replace(kinds=_ordinal(lexeme.kinds))
        joined.append(lexeme)
        at += 1
    return joined


def _cardinal(text: str, lexemes: list[Lexeme], at: int) -> tuple[Lexeme, int]:
    """The number that begins at ``at``, and the place behind it."""
    words: list[str] = []
    places: list[int] = []  # of each word, which lexeme it came from
    for n in range(at, min(at + 12, len(lexemes))):
        kinds = lexemes[n].kinds
        if "cardinal" in kinds or "and" in kinds:
            folded = fold(text[lexemes[n].start : lexemes[n].end])
            parts = COMPOUND.findall(folded) if kinds is COMPOUND_NUMBER else [folded]
            words += parts
            places += [n] * len(parts)
        elif "dash" not in kinds or lexemes[n].end - lexemes[n].start > 1 or not _glued(lexemes, n):
            break
    read = read_cardinal(words, 0)
    first = lexemes[at]
    if read is None:
        return first, at + 1
    number, used = read
    end = places[used - 1] + 1
    following = lexemes[end] if end < len(lexemes) else None
    if following is not None and "dash" in following.kinds and _glued(lexemes, end):
        following = lexemes[end + 1]
    if following is not None and number % 10 == 0:
        unit = following.kinds.get("ordinal_word", following.kinds.get("ordinal", 0))
        if 0 < unit < 10:
            return Lexeme(first.start, following.end, ordinal_kinds(number + unit)), lexemes.index(following, end) + 1
    if used > 1:
        return Lexeme(first.start, lexemes[end - 1].end, _in_words(number)), end
    if words[0] == "on" and not _is_turkish(following):
        return first, at + 1
    return first._replace(kinds=_alone(first.kinds) if first.kinds is not COMPOUND_NUMBER else OTHER), at + 1


def _glued(lexemes: list[Lexeme], n: int) -> bool:
    return n + 1 < len(lexemes) and lexemes[n - 1].end == lexemes[n].start and lexemes[n].end == lexemes[n + 1].start


def _is_turkish(following: Lexeme | None) -> bool:
    """Whether the word behind shows that "on" is ten: "on gün", "on Mayıs", "onu"."""
    if following is None:
        return False
    return not following.kinds.keys().isdisjoint(("turkish", "unit", "acc", "loc", "abl"))


def _alone(kinds: dict[str, object]) -> dict[str, object]:
    number = kinds["cardinal"]
    if not isinstance(number, int):
        return kinds
    read = number_kinds(number)
    read.pop("year", None)
    return {**kinds, **read}


def _ordinal(kinds: dict[str, object]) -> dict[str, object]:
    number = kinds["ordinal_word"]
    assert isinstance(number, int)
    return {**kinds, **ordinal_kinds(number)}


def _in_words(number: int) -> dict[str, object]:
    return dict(number_kinds(number))
