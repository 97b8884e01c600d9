"""The few lines of a vCard (RFC 6350) that a shared contact may bring besides name and phone."""

import re

_FOLDED = re.compile(r"\r?\n[ \t]")
_LINE = re.compile(r"(?:[\w-]+\.)?(TITLE|ORG|EMAIL)(?:;[^:]*)?:(.*)", re.IGNORECASE)
_ESCAPED = re.compile(r"\\([\\,;nN])")


def read_vcard(text: str) -> dict[str, str]:
    """Title, organisation and e-mail where they are given; the first of several."""
    found: dict[str, str] = {}
    for line in _FOLDED.sub("", text).splitlines():
        if match := _LINE.fullmatch(line.strip()):
            parts = (_ESCAPED.sub(_unescaped, part).strip() for part in re.split(r"(?<!\\);", match[2]))
            found.setdefault(match[1].upper(), ", ".join(filter(None, parts)))
    return found


def _unescaped(match: re.Match[str]) -> str:
    return " " if match[1] in "nN" else match[1]
