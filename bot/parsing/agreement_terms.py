"""How long an agreement runs and where it stands, in words: "until 2029", "5 yıllığına", "iptal edildi"."""

import re
from dataclasses import dataclass
from datetime import date, timedelta

from bot.domain.agreements import Agreement, AgreementStatus
from bot.domain.durations import Duration
from bot.domain.periods import Period, Precision
from bot.errors import EndBeforeStart, NotADate
from bot.parsing.adjacent_dates import Beside, date_before, date_behind
from bot.parsing.agreement_renewal import duration_of
from bot.parsing.context import Context
from bot.parsing.dates import Term, find_date, find_term, read_date, read_term
from bot.parsing.pieces import CUT, Pieces
from bot.parsing.vocabulary import AGREEMENT_STATUSES, find_phrase, read_meaning

_LONGEST_SIGNING = timedelta(days=31)
"""A range of days that is longer is no signing but a term."""

_UNTIL = re.compile(
    r"(?<!\w)(?:valid )?(?:until|till|up to|through|ends?(?: on)?|ending|expires?(?: on)?|expiring|expiry"
    r"|bitiş(?: tarihi)?)(?:\s*:\s*|\s+)(?:the )?(?:end of )?",
    re.IGNORECASE,
)
_BY_THEN = re.compile(
    r"(?:(?:yılı |yılının )?(?:sonuna|tarihine|yılına) )?(?:kadar|dek|değin)(?!\w)"
    r"|(?:(?:yılı |yılının )?(?:sonunda|tarihinde) )?(?:bit(?:er|iyor|ecek)|sona er(?:er|iyor|ecek))(?!\w)",
    re.IGNORECASE,
)
OPEN_ENDED = re.compile(
    r"(?<!\w)(?:open[- ]ended|indefinite(?:ly)?|no end(?: date)?|(?:until|till) further notice|süresiz|suresiz"
    r"|belirsiz süreli)(?!\w)",
    re.IGNORECASE,
)
_SIGNED = re.compile(
    r"(?<!\w)(?:(?:to be )?signed(?: on| in)?|signing(?: date)?|date of signing|imza(?:landı|lanma)?(?: tarihi)?)"
    r"(?:\s*:\s*|\s+)",
    re.IGNORECASE,
)
_SINCE = re.compile(rf"(?:[^\S{CUT}]|\b(?:on|since|in|as of|from)\b|:(?=\s*\d))*", re.IGNORECASE)
_ON_THAT_DAY = re.compile(r"(?:tarihinde|günü)\s*$", re.IGNORECASE)
_AT_THAT_TIME = re.compile(r"['’]?[dt][ae](?:n beri)?$", re.IGNORECASE)
_REASON = re.compile(rf"[^,;\n{CUT}]*")

STOPS = frozenset(
    (
        AgreementStatus.DORMANT,
        AgreementStatus.SUSPENDED,
        AgreementStatus.EXPIRED,
        AgreementStatus.ENDED,
        AgreementStatus.TERMINATED,
        AgreementStatus.CANCELLED,
    )
)
"""Behind these words stands when and why it came to that; behind the others, for how long it runs."""

_STATUSES = {phrase: status for phrase, status in AGREEMENT_STATUSES.items() if status is not AgreementStatus.SIGNED}
_SIGNED_WORDS = frozenset(AGREEMENT_STATUSES) - frozenset(_STATUSES)


@dataclass(frozen=True, slots=True)
class Standing:
    """A status, when it was reached, and why."""

    status: AgreementStatus
    day: date | None = None
    reason: str = ""


def cut_signing(pieces: Pieces, context: Context) -> Beside | None:
    """Take "signed 14 March 2024" out of what is left."""
    for marker in _SIGNED.finditer(pieces.left):
        if found := date_behind(pieces.left, marker.end(), context.dates):
            pieces.cut(marker.start(), found.span[1])
            return found
    return None


def cut_end(pieces: Pieces, context: Context) -> date | None:
    """Take "until 2029", "2029 sonuna kadar" or "open-ended" out of what is left; the last day, if one is said."""
    if pieces.cut_match(OPEN_ENDED):
        return None
    for marker in _UNTIL.finditer(pieces.left):
        if (found := date_behind(pieces.left, marker.end(), context.dates)) and found.period:
            pieces.cut(marker.start(), found.span[1])
            return found.period.end
    for marker in _BY_THEN.finditer(pieces.left):
        found = date_before(pieces.left, marker.start(), context.dates)
        # "from 14 March 2024 to 13 March 2029" is both ends, and is read as one date
        if found and found.period and signing_and_end(found.period)[1] is None:
            pieces.cut(found.span[0], marker.end())
            return found.period.end
    return None


def cut_term(pieces: Pieces, signed: Period | None) -> tuple[Duration | None, date | None]:
    """Take "for 5 years" out of what is left; how long, and the last day, counted from the signing where it is known.

    Raises ``NotADate``.
    """
    if not (found := find_term(pieces.left)):
        return None, None
    term, span = found
    words = pieces.cut(*span)
    try:
        return duration_of(term), term.end_after(signed.start) if signed else None
    except (ValueError, OverflowError):
        raise NotADate(text=words) from None


def find_lasting(pieces: Pieces) -> Term | None:
    """A term that is said: the dates around it may be read as one with it ("14 March 2024 for 5 years")."""
    found = find_term(pieces.left)
    return found[0] if found else None


def _ends(term: Term, signed: Period) -> date | None:
    try:
        return term.end_after(signed.start)
    except (ValueError, OverflowError):
        return None


def term_between(signed: Period | None, ends_on: date | None, *, said: Term | None, renews: bool) -> Duration | None:
    """How long it runs: the term that was ``said``, if it ends then; else whole months or days, if it ``renews``."""
    if said and signed and ends_on and _ends(said, signed) == ends_on:
        return duration_of(said)
    if not renews or signed is None or ends_on is None or not signed.is_one_day:
        return None
    months = (ends_on.year - signed.start.year) * 12 + ends_on.month - signed.start.month
    for whole in (months, months + 1):
        if whole > 0 and _ends(Term(months=whole), signed) == ends_on:
            return Duration(months=whole)
    return Duration(days=(ends_on - signed.start).days + 1)


def signing_and_end(period: Period) -> tuple[Period, date | None]:
    """A range that is no day of signing but a term ("2014–2019"), taken apart; its end is None for any other."""
    start, end = period.start, period.end
    match period.precision:
        case Precision.DAY if end - start > _LONGEST_SIGNING:
            return Period.day(start), end
        case Precision.MONTH if (start.year, start.month) != (end.year, end.month):
            following = date(start.year + start.month // 12, start.month % 12 + 1, 1)
            return Period(start, following - timedelta(days=1), Precision.MONTH), end
        case Precision.YEAR if start.year != end.year:
            return Period(start, date(start.year, 12, 31), Precision.YEAR), end
        case _:
            return period, None


def check_end(signed: Period | None, ends_on: date | None) -> None:
    """Raises ``EndBeforeStart`` for an agreement that ends before it is signed."""
    if signed and ends_on and ends_on < signed.start:
        start = signed.start if signed.is_one_day else signed
        raise EndBeforeStart(start=start, end=ends_on)


def cut_standing(pieces: Pieces, context: Context, *, signed: bool, reason_follows: bool) -> Standing | None:
    """Take the status out of what is left, with its own date and, where it follows, the reason.

    ``signed`` says that the day of signing was found already; without it, the only date there is belongs to the
    signing, unless it stands behind a word of ``STOPS``.
    """
    found = find_phrase(pieces.left, _STATUSES)
    if found is None:
        return None
    phrase, (start, end) = found
    status = _STATUSES[phrase]
    pieces.cut(start, end)
    when, reason = _date_of_status(pieces, context, start, end, status=status, signed=signed)
    if status in STOPS and reason_follows and (match := _REASON.match(pieces.left, _after(pieces, end))):
        reason = " ".join(filter(None, [reason, pieces.cut(*match.span()).strip(" :.–—-")]))
    return Standing(status, when, reason)


def cut_signed_word(pieces: Pieces) -> bool:
    """Take "signed" out of what is left; whether it was there."""
    found = find_phrase(pieces.left, _SIGNED_WORDS)
    if found:
        pieces.cut(*found[1])
    return found is not None


def read_end(text: str, signed: Period | None, context: Context) -> date | None:
    """A text that has to be an end: a date, "until …", a term, "open-ended".

    Raises ``NotADate`` and ``EndBeforeStart``.
    """
    pieces = Pieces(text)
    if OPEN_ENDED.fullmatch(text.strip()):
        return None
    ends_on = cut_end(pieces, context)
    if ends_on is None or pieces.rest():
        try:
            period = read_date(text, context.dates)
            ends_on = period.end if period else None
        except NotADate:
            if signed is None:
                raise
            try:
                ends_on = read_term(text).end_after(signed.start)
            except (ValueError, OverflowError):
                raise NotADate(text=text[:60]) from None
    check_end(signed, ends_on)
    return ends_on


def read_told_end(text: str, signed: Period | None, context: Context) -> tuple[date | None] | None:
    """As ``read_end`` for a text that may be something else: None unless it says itself that it is an end."""
    stripped = text.strip()
    says_so = OPEN_ENDED.fullmatch(stripped) or _UNTIL.match(stripped) or _BY_THEN.search(stripped)
    term = find_term(stripped) if signed else None
    if says_so or (term and term[1] == (0, len(stripped))):
        return (read_end(stripped, signed, context),)
    return None


def read_standing(text: str, context: Context, *, loosely: bool) -> Standing | None:
    """A text that begins with a status: "cancelled 15 March 2017: no interest"; None for any other.

    The reason stands behind a colon; ``loosely``, it may just follow.
    """
    if status := read_meaning(text, AGREEMENT_STATUSES):
        return Standing(status)
    pieces = Pieces(text)
    found = find_phrase(text, AGREEMENT_STATUSES)
    if found is None or text[: found[1][0]].strip():
        return None
    phrase, (start, end) = found
    status = AGREEMENT_STATUSES[phrase]
    pieces.cut(start, end)
    when, reason = _date_of_status(pieces, context, start, end, status=status, signed=True)
    rest = pieces.left[_after(pieces, end) :].strip()
    said = rest.strip(f" {CUT}:,;.–—-\n")
    if said and not loosely and not rest.startswith(":"):
        return None
    return Standing(status, when, " ".join(filter(None, [reason, said])))


def status_values(standing: Standing, before: Agreement) -> dict[str, object]:
    """What a new status changes: the date and the reason of the old one go with it."""
    same = before.status in (None, standing.status)
    return {
        "status": standing.status,
        "status_date": standing.day or (before.status_date if same else None),
        "reason": standing.reason or (before.reason if same else ""),
    }


def _after(pieces: Pieces, at: int) -> int:
    """The first place from ``at`` on that was not cut."""
    while at < len(pieces.left) and pieces.left[at] == CUT:
        at += 1
    return at


def _date_of_status(
    pieces: Pieces, context: Context, start: int, end: int, *, status: AgreementStatus, signed: bool
) -> tuple[date | None, str]:
    """The status's day, cut out, if it has one; a date that is less exact is a part of the reason instead."""
    since = _SINCE.match(pieces.left, end)
    behind = date_behind(pieces.left, since.end() if since else end, context.dates)
    if behind and (status in STOPS or signed or _has_other_date(pieces, behind, context)):
        return _taken(pieces, (end, behind.span[1]), behind)
    gap = _ON_THAT_DAY.search(pieces.left, 0, start)
    before = date_before(pieces.left, gap.start() if gap else start, context.dates)
    if before is None:
        return None, ""
    belongs = bool(gap) or bool(_AT_THAT_TIME.search(pieces.text[slice(*before.span)]))
    if belongs or signed or _has_other_date(pieces, before, context):
        return _taken(pieces, (before.span[0], start), before)
    return None, ""


def _taken(pieces: Pieces, span: tuple[int, int], found: Beside) -> tuple[date | None, str]:
    words = pieces.cut(*span).strip()
    if found.period and found.period.is_one_day:
        return found.period.start, ""
    return None, words


def _has_other_date(pieces: Pieces, found: Beside, context: Context) -> bool:
    rest = Pieces(pieces.text)
    rest.left = pieces.left
    rest.cut(*found.span)
    cut_end(rest, context)
    return find_date(rest.left, context.dates) is not None
