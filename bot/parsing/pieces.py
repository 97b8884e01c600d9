"""A text from which recognised pieces are cut out, while every position stays what it was.

Positions matter: a question that is asked about a piece puts the answer where the piece stood.
"""

import re

CUT = "\ue000"
"""Stands for each character that was cut: in no word, and in no message (``clean`` leaves private use alone, but
nobody types it)."""

_FRAGMENT = re.compile(f"[^{CUT}]+")
_EDGES = " \t\n,;.–—-"
_QUOTES = {'"': '"', "“": "”", "„": "”", "«": "»", "‘": "’"}


class Pieces:
    """``text`` as typed; ``left`` is what is left of it, as long as the whole."""

    def __init__(self, text: str) -> None:
        self.text = text
        self.left = text

    def cut(self, start: int, end: int) -> str:
        """Cut [start, end) out; what stood there."""
        self.left = self.left[:start] + CUT * (end - start) + self.left[end:]
        return self.text[start:end]

    def cut_match(self, pattern: re.Pattern[str]) -> re.Match[str] | None:
        """Cut out the first match in what is left."""
        found = pattern.search(self.left)
        if found:
            self.cut(*found.span())
        return found

    def fragments(self) -> list[tuple[int, int]]:
        """Where something is left, without commas, dashes and spaces at its edges, in order."""
        spans = []
        for found in _FRAGMENT.finditer(self.left):
            start, end = found.span()
            while start < end and self.text[start] in _EDGES:
                start += 1
            while end > start and self.text[end - 1] in _EDGES:
                end -= 1
            if start < end:
                spans.append((start, end))
        return spans

    def rest(self) -> str:
        """What is left, as one text."""
        return " ".join(self.text[start:end] for start, end in self.fragments())


_NUMBER = re.compile(r"\s*[\s,;]\s*(?=\d)")


def without_numbers(name: str) -> str:
    """``name`` up to its first word that begins with a digit, which is rather a date: "Tirana 3 or" → "Tirana"."""
    return _NUMBER.split(name, maxsplit=1)[0]


def unquote(text: str) -> str:
    """``text`` without a pair of quotes around it, or a single quote that was opened and never closed."""
    text = text.strip()
    if text[:1] in _QUOTES:
        text = text[1:].removesuffix(_QUOTES[text[0]])
    return text.strip()
