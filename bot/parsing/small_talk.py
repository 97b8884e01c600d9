"""Words that people say to anybody, which are no names to be kept."""

from bot.folding import fold
from bot.parsing.places.ordinary import is_ordinary
from bot.parsing.words import word_set

_SMALL_TALK = word_set(
    """hi hello hey thanks thank thx bye ok okay please sorry yes no great good cool merhaba selam slm tesekkurler
    teşekkürler tesekkur teşekkür sagol sağol sagolun sağolun tamam gunaydin günaydın evet hayir hayır lutfen lütfen"""
)
_MOST_WORDS = 5
_LONGEST = 60


def is_small_talk(text: str) -> bool:
    """Whether a text is made of words that people say to anybody."""
    return all(word in _SMALL_TALK for word in fold(text).split())


def may_be_a_name(text: str) -> bool:
    """Whether a text that no place has for a name may be one: short, of words, and no everyday word alone."""
    words = text.split()
    if len(words) == 1 and (is_ordinary(text) or text in _SMALL_TALK):
        return False
    return 0 < len(words) <= _MOST_WORDS and len(text) <= _LONGEST and all(word[0].isalpha() for word in words)
