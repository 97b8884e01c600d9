"""How the parts share one screen of a phone: what is nearest in time gets a few lines, every other part its nearest
line, then each in turn another.
"""

from collections.abc import Collection, Sequence
from dataclasses import dataclass, replace
from functools import lru_cache
from textwrap import wrap

from bot.digests.section import Part

SCREEN = 20
"""Lines of a phone without scrolling."""
WIDTH = 36
"""Characters of a line."""
INDENT = "  "
NEAR = 3
"""Lines that a leading part gets before others get any."""


@dataclass(frozen=True, slots=True)
class Fitted:
    """A part as it will stand. ``is_count`` says that there was room for its number only."""

    part: Part
    is_count: bool = False

    @property
    def total(self) -> int:
        """How many it has to tell of."""
        return len(self.part.lines) + self.part.more


@lru_cache(maxsize=1024)
def height(text: str) -> int:
    """The lines that a text takes on a phone, where words are not broken unless they must."""
    return max(len(wrap(text, WIDTH, break_on_hyphens=False)), 1)


def fit(parts: Sequence[Part], room: int, leading: Collection[int] = ()) -> list[Fitted]:
    """As many lines of each part as there is room for; ``room`` is how many lines there are, ``leading`` which parts
    (by their place) go before others.

    Where not even one line of each fits, the last ones are told as a count; nothing is left out without a number.
    """
    fitted = [Fitted(_cut(part, NEAR if at in leading else 1)) for at, part in enumerate(parts)]
    last_first = sorted(range(len(parts)), key=lambda at: (at in leading, -at))
    shorter = [(at, Fitted(parts[at], is_count=True)) for at in last_first if at not in leading]
    shorter += [(at, Fitted(_cut(parts[at], 1))) for at in last_first if at in leading]
    shorter += [(at, Fitted(parts[at], is_count=True)) for at in last_first if at in leading]
    for at, less in shorter:
        if _height(fitted) <= room:
            break
        if parts[at].heading:
            fitted[at] = less
    growing = [at for at, one in enumerate(fitted) if not one.is_count]
    while growing:
        for at in list(growing):
            longer = _longer(parts[at], len(fitted[at].part.lines))
            tried = [*fitted[:at], Fitted(longer or parts[at]), *fitted[at + 1 :]]
            if longer is None or _height(tried) > room:
                growing.remove(at)
            else:
                fitted = tried
    return fitted


def _longer(part: Part, shown: int) -> Part | None:
    """With one line more; with all of them where only one is left, since "and 1 more" takes a line as well."""
    left = len(part.lines) - shown
    if left <= 0:
        return None
    return _cut(part, shown + (2 if left == 2 and not part.more else 1))


def _cut(part: Part, count: int) -> Part:
    hidden = len(part.lines[count:])
    return replace(part, lines=part.lines[:count], more=part.more + hidden)


def _height(fitted: Sequence[Fitted]) -> int:
    return sum(height_of(one) for one in fitted)


def height_of(fitted: Fitted) -> int:
    """The lines of a part with its heading and the number of those that are not shown."""
    part = fitted.part
    if fitted.is_count:
        return height(f"{part.heading}: {fitted.total}")
    if not part.heading:
        return sum(map(height, part.lines))
    return height(part.heading) + sum(height(INDENT + line) for line in part.lines) + bool(part.more)
