"""Themes of a record: "#solid-waste", and for phones without the sign "theme: solid waste", "konu: katı atık".

"#sdg 11", and "SDG 11" or "SKA 11" between commas, are goals.
"""

import re

from bot.parsing.pieces import CUT, Pieces

_CHANNEL = re.compile(r"<#[^|>]*\|([^>]+)>")  # what Slack makes of a #word that is also a channel
_GOAL = re.compile(r"(?<![\w#])#((?:sdg|ska|skh)[ \-]?0?(?:1[0-7]|[1-9]))(?!\w)", re.IGNORECASE)
_HASH = re.compile(r"(?<![\w#])#([^\W_][\w-]*)")
_LABEL = re.compile(r"\b(?:themes?|konu(?:lar|su)?|tema)\s*:\s*([^:;#\n]+)(?=$|[;#\n])", re.IGNORECASE)
_ALONE = re.compile(
    rf"(?:^|(?<=[,;\n{CUT}]))[ \t]*((?:sdg|ska|skh)[ \-]?0?(?:1[0-7]|[1-9]))[ \t]*(?=$|[,;\n{CUT}])", re.IGNORECASE
)


def cut_themes(pieces: Pieces) -> tuple[str, ...]:
    """Take all themes out of a text; each once, as typed."""
    found: list[str] = []
    for pattern in (_CHANNEL, _GOAL, _HASH, _LABEL, _ALONE):
        while match := pieces.cut_match(pattern):
            found.extend(theme.strip() for theme in match[1].split(",") if theme.strip())
    return tuple(dict.fromkeys(found))
