"""What a person typed, out of Slack's markup: links, channels, people, and the three escaped signs.

Source: docs.slack.dev, "Formatting message text", retrieving messages. The reverse is never needed: an answer is made
of rich_text elements, which have no markup.
"""

import re
from collections.abc import Mapping

_MARKED = re.compile(r"<([@#!]|(?=[a-z][a-z0-9+.-]*:))([^<>|\s]+)(?:\|([^<>\n]*))?>")
_SIGNS = {"&lt;": "<", "&gt;": ">", "&amp;": "&"}
_SIGN = re.compile("|".join(_SIGNS))
_USER = re.compile(r"<@([UW][A-Z0-9]+)(?:\|[^<>\n]*)?>")


def people_in(text: str) -> tuple[str, ...]:
    """The ids of the people who are mentioned without their name."""
    return tuple(dict.fromkeys(found[1] for found in _USER.finditer(text) if "|" not in found[0]))


def without_mention(text: str, user: str) -> str:
    """The text without our own name at its head; one that is said on the way goes as well."""
    return re.sub(rf"\s*<@{re.escape(user)}(?:\|[^<>\n]*)?>[,:]?\s*", " ", text).strip()


def plain(text: str, names: Mapping[str, str] | None = None) -> str:
    """What the person sees: "<#C012|çevre>" is "#çevre", so that it counts as the theme. ``names`` are people's."""
    return _unescaped(_MARKED.sub(lambda found: _shown(found, names or {}), text))


def _shown(found: "re.Match[str]", names: Mapping[str, str]) -> str:
    sign, target, label = found[1], found[2], found[3] or ""
    match sign:
        case "#":
            return f"#{label or target}"
        case "@":
            return label.removeprefix("@") or names.get(target) or f"@{target}"
        case "!":
            return label or f"@{target.partition('^')[0]}"
        case _:
            address = target.removeprefix("mailto:").removeprefix("tel:")
            # Slack makes links of bare names ("itc.com.tr"), which are the label; beside one's own the address stays.
            is_bare = label in address or target != address
            return (label or address) if is_bare else f"{label} ({address})"


def _unescaped(text: str) -> str:
    return _SIGN.sub(lambda found: _SIGNS[found[0]], text)


def escaped(text: str) -> str:
    """The other way round, for the plain text that stands beside blocks."""
    return text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;")
