"""Themes of a record: "#solid-waste", and for phones without the sign "theme: solid waste", "konu: katı atık"."""

import re

from bot.parsing.pieces import Pieces

_CHANNEL = re.compile(r"<#[^|>]*\|([^>]+)>")  # what Slack makes of a #word that is also a channel
_HASH = re.compile(r"(?<![\w#])#([^\W_][\w-]*)")
_LABEL = re.compile(r"\b(?:themes?|konu(?:lar|su)?|tema)\s*:\s*([^:;#\n]+)(?=$|[;#\n])", re.IGNORECASE)


def cut_themes(pieces: Pieces) -> tuple[str, ...]:
    """Take all themes out of a text; each once, as typed."""
    found: list[str] = []
    for pattern in (_CHANNEL, _HASH, _LABEL):
        while match := pieces.cut_match(pattern):
            found.extend(theme.strip() for theme in match[1].split(",") if theme.strip())
    return tuple(dict.fromkeys(found))
