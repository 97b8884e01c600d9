"""How the words of dates may be written: accents missing, one letter mistyped, Turkish vowels in harmony."""

from bot.folding import fold

SHORTEST_MISTYPED = 5  # letters; shorter names have too many neighbours
TURKISH_LETTERS = frozenset("çğıöşüâîû")
FRONT_VOWELS = frozenset("eiöü")
_VOWELS = FRONT_VOWELS | frozenset("aıou")
_LOWER = str.maketrans({"İ": "i", "I": "ı"})


def turkish_lower(text: str) -> str:
    """``text`` in small letters, as Turkish has them."""
    return text.translate(_LOWER).lower()


def may_stand_for(typed: str, letter: str) -> bool:
    """Whether a typed letter may mean this one: accents are left out, never added; the dot of an i comes and goes."""
    return typed == letter or {typed, letter} == {"i", "ı"} or (typed.isascii() and fold(letter) == typed)


def last_vowel(word: str) -> str:
    """The vowel that a suffix goes with; a space where there is none."""
    return next((letter for letter in reversed(word) if letter in _VOWELS), " ")


def one_mistake(typed: str, name: str) -> bool:
    """Whether ``typed`` is ``name`` with one letter wrong, missing, too many, or in the place of its neighbour.

    Of the shortest names only letters that changed places, or one typed twice: "marsh" is no March. A letter added at
    the end makes another word ("Augusta"), unless it is the last one again.
    """
    same = zip(typed, name, strict=False)
    at = next((n for n, (a, b) in enumerate(same) if a != b), min(len(typed), len(name)))
    rest, right = typed[at:], name[at:]
    if len(rest) > 1 and rest[:2] == right[1::-1] and rest[2:] == right[2:]:
        return True
    long = len(name) > SHORTEST_MISTYPED
    if rest and rest[1:] == right:
        return rest[0] == typed[at - 1] or (long and bool(right))
    return long and (rest == right[1:] or (rest[1:] == right[1:] and len(right) > 1))
