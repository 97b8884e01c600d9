"""How long something lasts: "for 5 years", "5 yıllığına", "18 months". A term is never a date."""

import re
from calendar import monthrange
from dataclasses import dataclass
from datetime import MAXYEAR, date, timedelta

from bot.errors import NotADate
from bot.folding import fold
from bot.parsing.dates.cardinals import read_cardinal

_UNITS = {
    **dict.fromkeys(("year", "years", "yr", "yrs", "yil", "sene"), "years"),
    **dict.fromkeys(("month", "months", "ay"), "months"),
    **dict.fromkeys(("week", "weeks", "hafta"), "weeks"),
    **dict.fromkeys(("day", "days", "gun"), "days"),
}
# yıllık, yıllığına, aylığına, senelik, süreyle: what makes a unit say how long
_LASTING = re.compile("(?:l[iu](?:k|g[iu]na|g[iu]n[ae]?))?")
_WORD = re.compile(r"\d+|[^\W\d_]+(?:['’][^\W\d_]+)?")
_BEFORE = frozenset(("for", "of", "lasting", "term", "a"))
_AFTER = frozenset(
    ("sureyle", "sureli", "suresince", "boyunca", "icin", "sure", "suresi", "term", "long", "lik", "ligina", "luk")
)
_AND = frozenset(("and", "ve"))


@dataclass(frozen=True, slots=True)
class Term:
    """So many years, months and days, counted in this order."""

    years: int = 0
    months: int = 0
    days: int = 0

    def end_after(self, start: date) -> date:
        """The last day of a term that begins with ``start``: five years from 14 March 2024 end on 13 March 2029.

        Raises ``ValueError`` for an end after the year 9999.
        """
        year, month = divmod(start.year * 12 + start.month - 1 + self.years * 12 + self.months, 12)
        if year > MAXYEAR:
            raise ValueError(f"{self} from {start} ends after the calendar")
        last = monthrange(year, month + 1)[1]
        if start.day > last:  # a month from 31 January ends with February
            return date(year, month + 1, last) + timedelta(days=self.days)
        return date(year, month + 1, start.day) + timedelta(days=self.days - 1)


def find_term(text: str) -> tuple[Term, tuple[int, int]] | None:
    """The first term in ``text``, and its [start, end) with the words that belong to it; None if there is none."""
    places = [match.span() for match in _WORD.finditer(text)]
    words = [fold(text[start:end]) for start, end in places]
    at = 0
    while at < len(words):
        read = _term(words, at)
        if read is None:
            at += 1
            continue
        term, end = read
        while end < len(words) and words[end] in _AFTER:
            end += 1
        first = at
        while first and words[first - 1] in _BEFORE:
            first -= 1
        return term, (places[first][0], places[end - 1][1])
    return None


def read_term(text: str) -> Term:
    """The term that ``text``, all of it, states. Raises ``NotADate``."""
    found = find_term(text)
    if found is None or text[: found[1][0]].strip(" .,;") or text[found[1][1] :].strip(" .,;"):
        raise NotADate(text=text.strip())
    return found[0]


def _term(words: list[str], at: int) -> tuple[Term, int] | None:
    """The term that begins with the number at ``at``, and the place behind it."""
    amounts = {"years": 0, "months": 0, "weeks": 0, "days": 0}
    end = at
    while True:
        start = end + 1 if end > at and end < len(words) and words[end] in _AND else end
        part = _part(words, start)
        if part is None:
            break
        number, unit, end = part
        amounts[unit] += number
    if end == at:
        return None
    return Term(amounts["years"], amounts["months"], amounts["weeks"] * 7 + amounts["days"]), end


def _part(words: list[str], at: int) -> tuple[int, str, int] | None:
    if at >= len(words):
        return None
    if words[at].isdecimal():
        number, place = int(words[at][:6]), at + 1
    else:
        read = (1, at + 1) if words[at] in ("a", "an") else read_cardinal(words, at)
        if read is None:
            return None
        number, place = read
    if place >= len(words):
        return None
    for length in range(len(words[place]), 1, -1):
        unit = _UNITS.get(words[place][:length])
        if unit is not None and _LASTING.fullmatch(words[place][length:]):
            return number, unit, place + 1
    return None
