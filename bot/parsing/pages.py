"""Which page of a long list: "page 2", "sayfa 2" at the end of the arguments, as a [More] button writes it."""

import re

_PAGE = re.compile(r"(?:^|\s)(?:page|sayfa)\s+([1-9]\d{0,3})\s*$", re.IGNORECASE)


def cut_page(text: str) -> tuple[str, int]:
    """The text without its page, and the page, counted from 1."""
    found = _PAGE.search(text)
    return (text[: found.start()].strip(), int(found[1])) if found else (text.strip(), 1)


def with_page(text: str, page: int) -> str:
    """The arguments that ask for a page."""
    return f"{text} page {page}".strip()
