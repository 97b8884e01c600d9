"""A set of words, written as one text."""


def word_set(text: str) -> frozenset[str]:
    """The words of ``text``, which are written in folded form."""
    return frozenset(text.split())
