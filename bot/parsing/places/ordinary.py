"""Words of everyday messages that are also villages: "nice", "may", "ziyaret", "of". Never taken silently."""

from functools import lru_cache
from pathlib import Path

from bot.folding import fold

PATH = Path(__file__).with_name("ordinary_words.txt")
SMALL_PATH = Path(__file__).with_name("small_words.txt")


@lru_cache
def ordinary_words(path: Path = PATH) -> frozenset[str]:
    """The words of the file, folded. Lines that start with # are comments."""
    lines = path.read_text("utf-8").splitlines()
    return frozenset(fold(word) for line in lines if not line.startswith("#") for word in line.split())


@lru_cache
def _small_words() -> frozenset[str]:
    return ordinary_words() | ordinary_words(SMALL_PATH)


def is_ordinary(text: str) -> bool:
    """Whether ``text`` is made of ordinary words only, without a capital that would make it a name ("Nice")."""
    if any(character.isupper() for character in text):
        return False
    words = fold(text).split()
    return bool(words) and all(word in _small_words() or word.isdigit() for word in words)
