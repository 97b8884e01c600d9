"""What a button carries in place of a partner's name.

"geo:2910831" is a place, "geo:281184@PS" one with the country to show, "partner:7" a partner of the team,
"new:Fairfax_County@US" a name to be taken as it is, with its country if one was named. What had been typed before the
choice goes along ("geo:2910831=ei…"), spelled in letters that nothing else in the arguments can be taken for, so that
it can be learnt; and the Turkish case of the name, which says who went where ("geo:2910831'dan").
"""

import re
from dataclasses import dataclass
from typing import Self

from bot.domain.partners import Partner
from bot.parsing.places import Case

_OWN = "partner:"
_NEW = "new:"
_CASES = {"dan": Case.ABLATIVE, "e": Case.DATIVE}
_ENDINGS = {case: f"'{ending}" for ending, case in _CASES.items()}
_SHAPE = r"(?:@(?P<country>[A-Z]*))?(?:=(?P<spelling>[a-p]+))?(?:'(?P<case>dan|e))?"
_REFERENCE = re.compile(rf"(?P<id>(?:geo|country|own|partner):[\w-]+){_SHAPE}(?![\w'@=-])", re.ASCII)
_WRITTEN = re.compile(rf"new:(?P<id>.+?){_SHAPE}")
_TO_LETTERS = str.maketrans("0123456789", "ghijklmnop")
_TO_HEX = str.maketrans("ghijklmnop", "0123456789")


@dataclass(frozen=True, slots=True)
class Reference:
    """``id`` is a place's or a partner's, or "new:" and a name. ``country`` None leaves it as it is, "" is none."""

    id: str
    country: str | None = None
    spelling: str = ""
    case: Case | None = None

    @classmethod
    def read(cls, text: str) -> Self | None:
        """The reference that all of ``text`` is."""
        match = _REFERENCE.fullmatch(text) or _WRITTEN.fullmatch(text)
        return cls._of(match) if match else None

    @classmethod
    def search(cls, text: str) -> tuple[Self, tuple[int, int]] | None:
        """The first reference to a place or a partner in ``text``, and where it stands."""
        match = _REFERENCE.search(text)
        return (cls._of(match), match.span()) if match else None

    @classmethod
    def _of(cls, match: re.Match[str]) -> Self:
        written = match[0].startswith(_NEW)
        name = _NEW + match["id"].replace("_", " ") if written else match["id"]
        return cls(name, match["country"], _spelling(match["spelling"] or ""), _CASES.get(match["case"] or ""))

    def __str__(self) -> str:
        country = "" if self.country is None else f"@{self.country}"
        spelling = f"={self.spelling.encode().hex().translate(_TO_LETTERS)}" if self.spelling else ""
        ending = _ENDINGS.get(self.case, "") if self.case else ""
        return "_".join(self.id.split()) + country + spelling + ending

    @property
    def written(self) -> str | None:
        """The name of a partner that is to be taken as it is."""
        return self.id.removeprefix(_NEW) if self.id.startswith(_NEW) else None

    @property
    def partner_id(self) -> int | None:
        """The number of a partner of the team; 0 for one that cannot be."""
        if not self.id.startswith(_OWN):
            return None
        number = self.id.removeprefix(_OWN)
        return int(number) if number.isdigit() and len(number) < 10 else 0


def _spelling(letters: str) -> str:
    try:
        return bytes.fromhex(letters.translate(_TO_HEX)).decode()
    except ValueError:  # somebody typed it
        return ""


def reference_of(partner: Partner) -> str:
    """What a button carries in place of the partner's name."""
    return partner.place_id or f"{_OWN}{partner.id}"
