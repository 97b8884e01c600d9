"""Renewal and notice in words: "renews by itself for 1 year", "kendiliğinden uzar", "3 ay önceden bildirim"."""

import re
from collections.abc import Iterator

from bot.domain.durations import Duration
from bot.parsing.dates import Term, find_term
from bot.parsing.pieces import CUT, Pieces

_RENEWS = re.compile(
    r"(?<!\w)(?:(?:is |are |will be )?(?:automatically|tacitly) (?:renew(?:s|ed|able)?|extended)"
    r"|(?:automatic|tacit) (?:renewal|extension)|renew(?:s|ed)? (?:by itself|itself|automatically|tacitly)"
    r"|auto[- ]?renew(?:s|al|ed|ing)?"
    r"|(?:kendiliğinden|kendiliginden|otomatik(?: olarak)?)"
    r" (?:uzar|uzuyor|uzatılır|uzatilir|uzayan|yenilenir|yenileniyor))"
    r"(?!\w)",
    re.IGNORECASE,
)
_YEARLY = re.compile(rf"[\s{CUT}]*(?:every|each|per)\s+year|[\s{CUT}]*(?:yearly|annually)(?!\w)", re.IGNORECASE)
_EACH = re.compile(r"\s*(?:each(?: time)?|at a time)(?!\w)", re.IGNORECASE)
_YEARLY_BEFORE = re.compile(r"(?:her|birer)\s+(?:yıl|yil|sene)(?:lık|lık|lığına|ligina)?\s*$", re.IGNORECASE)
_TERM_BEHIND = re.compile(r"\s*(?:by|for|every|of)?\s*", re.IGNORECASE)
_NOTICE_BEHIND = re.compile(
    r"['’]?s?\s*(?:of\s+)?(?:prior\s+|written\s+|advance\s+)*notice(?!\w)"
    r"|\s*(?:önceden|önce|onceden|once|öncesinden)\s+(?:yazılı\s+|yazili\s+|fesih\s+)*"
    r"(?:bildirim(?:le|i|de)?|bildirilir|bildirilmeli|bildirilmesi|bildirmek|haber|fesih)(?!\w)"
    r"|\s*(?:lık|lik)?\s*(?:fesih\s+)?bildirim(?:\s+süresi)?(?!\w)",
    re.IGNORECASE,
)
_NOTICE_BEFORE = re.compile(
    r"(?<!\w)(?:notice(?:\s+(?:period|of))*|(?:fesih\s+)?bildirim(?:i)?(?:\s+süresi)?)\s*:?\s*$", re.IGNORECASE
)
_UNPARTED = re.compile(rf"[^,;\n{CUT}]+")
_AHEAD = re.compile(r"\s*(?:önceden|önce|onceden|once|ahead|before(?: the end)?)(?!\w)", re.IGNORECASE)


def duration_of(term: Term) -> Duration:
    """The same as whole months and days."""
    return Duration(months=term.years * 12 + term.months, days=term.days)


def cut_renewal(pieces: Pieces) -> tuple[bool, Duration | None]:
    """Take "renews by itself" out of what is left; whether it was there, and by how long it says that it renews."""
    found = _RENEWS.search(pieces.left)
    if found is None:
        return False, None
    start, end = found.span()
    if yearly := _YEARLY.match(pieces.left, end):
        pieces.cut(start, yearly.end())
        return True, Duration(months=12)
    if before := _YEARLY_BEFORE.search(pieces.left, 0, start):
        pieces.cut(before.start(), end)
        return True, Duration(months=12)
    behind = _TERM_BEHIND.match(pieces.left, end)
    at = behind.end() if behind else end
    term = find_term(pieces.left[end:])
    if term and end + term[1][0] <= at:
        stop = end + term[1][1]
        each = _EACH.match(pieces.left, stop)
        pieces.cut(start, each.end() if each else stop)
        return True, duration_of(term[0])
    pieces.cut(start, end)
    return True, None


def cut_notice(pieces: Pieces) -> Duration | None:
    """Take "3 months' notice" out of what is left."""
    for term, start, end in _terms(pieces.left):
        if behind := _NOTICE_BEHIND.match(pieces.left, end):
            pieces.cut(start, behind.end())
            return duration_of(term)
        if before := _NOTICE_BEFORE.search(pieces.left, 0, start):
            ahead = _AHEAD.match(pieces.left, end)
            pieces.cut(before.start(), ahead.end() if ahead else end)
            return duration_of(term)
    return None


def read_duration(text: str) -> Duration | None:
    """A text that is a length and, at most, how it is meant: "3 months", "3 ay önceden"; None for any other."""
    found = find_term(text)
    if found is None or text[: found[1][0]].strip(" ,.:"):
        return None
    rest = text[found[1][1] :]
    ahead = _AHEAD.match(rest) or _NOTICE_BEHIND.match(rest)
    return None if (rest[ahead.end() :] if ahead else rest).strip(" ,.:'’") else duration_of(found[0])


def _terms(text: str) -> Iterator[tuple[Term, int, int]]:
    """Every term and where it stands; what a comma parts is not one term."""
    for piece in _UNPARTED.finditer(text):
        at = piece.start()
        while found := find_term(text[at : piece.end()]):
            term, (start, end) = found
            yield term, at + start, at + end
            at += end
