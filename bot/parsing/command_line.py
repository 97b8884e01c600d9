"""The first look at what a person sent: without what cannot be seen, and with its command told from the rest."""

import re
import unicodedata

from bot.errors import BotError
from bot.i18n import N_

LONGEST = 4096
"""Characters of the longest message that is read: as long as Telegram's longest."""

_COMMAND = re.compile(r"\s*[/／]\s?([^\s@/]{1,64})(?:@(\S+))?[ \t]*(.*)", re.DOTALL)
_SPACES = re.compile(r"[^\S\n]+")
_BLANK_LINES = re.compile(r"\s*\n\s*")


class TooLong(BotError):
    """More text than a message can hold."""

    text = N_("That is too long: {length} characters, and {longest} fit. Nothing was stored.")
    advice = N_("Send it in parts, for example as notes: /log note Tirana: text.")


def clean(text: str) -> str:
    """``text`` in NFC, without control characters and the marks that turn text around; spaces are single.

    Line breaks stay. Raises ``TooLong``.
    """
    if len(text) > LONGEST:
        raise TooLong(length=len(text), longest=LONGEST)
    text = unicodedata.normalize("NFC", text.replace("\r\n", "\n").replace("\r", "\n").replace("\u2028", "\n"))
    # Cc: control; Cf: bidi marks and zero-width signs; Cs: halves of characters that no database stores.
    kept = "".join(c for c in text if c == "\n" or unicodedata.category(c) not in ("Cc", "Cf", "Cs") or c == "\t")
    return _BLANK_LINES.sub("\n", _SPACES.sub(" ", kept)).strip()


def split_command(text: str) -> tuple[str, str, str] | None:
    """The name, the bot it is for ("" is any) and the arguments of "/name@bot arguments"; None for plain text."""
    found = _COMMAND.fullmatch(text)
    return (found[1], found[2] or "", found[3].strip()) if found else None
