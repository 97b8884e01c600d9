"""``/log agreement PARTNER KIND DATE [until DATE | for N years] [STATUS [reason]]``, in any order.

With it may stand that it renews by itself, the notice, the approvals, the place of signing and the signatories.

Commas and line breaks separate; a colon behind the kind or the status begins the reason.
"""

import re
from dataclasses import dataclass

from bot.domain.agreements import Agreement, AgreementKind, AgreementStatus
from bot.domain.approvals import Approval
from bot.domain.partners import PartnerRef
from bot.domain.periods import Period
from bot.errors import Choice, Question
from bot.i18n import N_
from bot.parsing.adjacent_dates import Beside
from bot.parsing.agreement_renewal import cut_notice, cut_renewal
from bot.parsing.agreement_terms import (
    STOPS,
    check_end,
    cut_end,
    cut_signed_word,
    cut_signing,
    cut_standing,
    cut_term,
    find_lasting,
    signing_and_end,
    term_between,
)
from bot.parsing.approvals import cut_approvals
from bot.parsing.context import Context
from bot.parsing.cut_partners import MissingPartner, cut_partner, cut_partners
from bot.parsing.dates import find_date, read_date
from bot.parsing.partners import Named
from bot.parsing.pieces import CUT, Pieces, unquote
from bot.parsing.signing import cut_place, cut_signatories
from bot.parsing.themes import cut_themes
from bot.parsing.visits import COLON
from bot.parsing.vocabulary import AGREEMENT_KINDS, AGREEMENT_STATUSES, cut_meaning, find_phrase, read_meaning

_LABEL = re.compile(
    r"(?:^|[,;\n])\s*(?:partner|city|country|kent|şehir|ülke|kind|type|tür|date|tarih|status|durum|term|duration|süre(?:si)?)"
    r"\s*:\s*",
    re.IGNORECASE,
)
_REASON_LABEL = re.compile(r"(?<!\w)(?:reason|neden|gerekçe|remark|açıklama)\s*$", re.IGNORECASE)
_DATE_LABEL = re.compile(
    r"(?<!\w)(?:signed(?: on)?|signing(?: date)?|date of signing|imza(?:landı|lanma)?(?: tarihi)?|until|till|ends?"
    r"|expir(?:es|y)|bitiş(?: tarihi)?|term|duration|süre(?:si)?|notice(?: period)?|renewal|bildirimi?)\s*$",
    re.IGNORECASE,
)
_FILLER = re.compile(
    r"(?<!\w)(?:agreement|protocol|protokol(?:ü|u)?|anlaşma(?:sı)?|with|ile|signed|signature|imza|imzalanan|tarihli"
    r"|tarihinde|valid|süre(?:li|si)?|geçerli|term|duration)(?!\w)(?:\s*:)?",
    re.IGNORECASE,
)
_YEAR = re.compile(r"(?<![\w.,/’'-])(?:19|20)\d\d(?![\w/’'-])")
_CLAUSE = re.compile(r"[^,;:\n]*(?::[^\n]*)?")
_STOPPED = frozenset(phrase for phrase, status in AGREEMENT_STATUSES.items() if status in STOPS)
_AND = re.compile(r"\s(?:and|ve|&|\+)\s", re.IGNORECASE)
_OFFERED = (
    (AgreementKind.TOWN_TWINNING, "town twinning agreement"),
    (AgreementKind.COOPERATION_PROTOCOL, "cooperation protocol"),
    (AgreementKind.MEMORANDUM, "memorandum of understanding"),
    (AgreementKind.LETTER_OF_GOODWILL, "letter of goodwill"),
)


class MissingKind(Question):
    """No kind of agreement was named. The four of Law 5393 art. 18/1(p) are offered; others can be typed."""

    field = "kind"
    text = N_("Which kind of agreement is it?")


class MissingSigning(Question):
    """It was not said when the agreement was signed."""

    field = "date"
    text = N_("When was it signed? For example: 14 March 2024, 2019, undated.")


@dataclass(frozen=True, slots=True)
class LogAgreement:
    """What ``/log agreement`` was given. ``period`` is the signing; None is "undated", which was stated."""

    partner: PartnerRef
    period: Period | None
    agreement: Agreement
    themes: tuple[str, ...]
    others: tuple[PartnerRef, ...] = ()
    """The partners behind the first: "Tirana and Skopje"."""


def read_agreement(text: str, context: Context) -> LogAgreement:
    """Read the arguments.

    Raises ``MissingPartner``, ``MissingKind``, ``MissingSigning``, ``EndBeforeStart``, and what dates and places raise.
    """
    try:
        return _read(text, context, reason_follows=True)
    except MissingPartner:  # "cancelled Rotterdam, twinning, 2005": what follows a status is its reason, mostly
        return _read(text, context, reason_follows=False)


def _read(text: str, context: Context, *, reason_follows: bool) -> LogAgreement:
    pieces = Pieces(text)
    themes = cut_themes(pieces)
    place, signatories = cut_place(pieces), cut_signatories(pieces)
    approvals = _cut_approvals(pieces, context)
    while pieces.cut_match(_LABEL):
        pass
    why, before_why = _cut_explanation(pieces)
    try:
        kind = cut_meaning(pieces, AGREEMENT_KINDS)
        renews, again = cut_renewal(pieces)
        notice = cut_notice(pieces)
        lasting = find_lasting(pieces)
        signing = cut_signing(pieces, context)
        standing = cut_standing(pieces, context, signed=signing is not None, reason_follows=reason_follows)
        ends_on = cut_end(pieces, context)
        dated = signing or _cut_date(pieces, context)
        period = dated.period if dated else None
        if period:
            period, last_day = signing_and_end(period)
            ends_on = ends_on or last_day
        term = None
        if ends_on is None:
            term, ends_on = cut_term(pieces, period)
        signed_word = cut_signed_word(pieces)
        while pieces.cut_match(_FILLER):
            pass
        named, left_over = _cut_partners(pieces, context)
        if kind is None:
            raise MissingKind(choices=[Choice(choice, words) for choice, words in _OFFERED])
        if dated is None:
            raise MissingSigning()
    except Question as question:
        if question.hole is None and before_why is not None:
            question.hole = (before_why, before_why)
        raise
    check_end(period, ends_on)
    status = standing.status if standing else None
    if signed_word and period is None:
        status = status or AgreementStatus.SIGNED
    reason = ": ".join(filter(None, [standing.reason if standing else "", why]))
    agreement = Agreement(
        kind=kind,
        ends_on=ends_on,
        status=status,
        status_date=standing.day if standing else None,
        reason="; ".join(filter(None, [reason, left_over])),
        term=again or term or term_between(period, ends_on, said=lasting, renews=renews),
        renews=renews,
        notice=notice,
        place=place,
        signatories=signatories,
        approvals=approvals,
    )
    first, *others = dict.fromkeys(one.partner for one in named)
    return LogAgreement(first, period, agreement, themes, tuple(others))


def _cut_partners(pieces: Pieces, context: Context) -> tuple[list[Named], str]:
    """Several partners where a conjunction says so: registers write "Nicosia, Cyprus/KKTC" for one."""
    if _AND.search(pieces.left):
        return cut_partners(pieces, context)
    named, left_over = cut_partner(pieces, context)
    return [named], left_over


def _cut_date(pieces: Pieces, context: Context) -> Beside | None:
    """Take the date out of what is left; a year alone is one here."""
    if found := find_date(pieces.left, context.dates):
        pieces.cut(*found.span)
        return Beside(found.period, found.span)
    if year := pieces.cut_match(_YEAR):
        return Beside(read_date(year[0], context.dates), year.span())
    return None


def _cut_approvals(pieces: Pieces, context: Context) -> tuple[Approval, ...]:
    """Take the approvals out of what is left; a council's decision that ended it is the reason, and is left alone."""
    found = find_phrase(pieces.left, _STOPPED)
    if found is None:
        return cut_approvals(pieces, context)
    start, end = found[1]
    clause = _CLAUSE.match(pieces.left, end)
    end = clause.end() if clause else end
    kept = pieces.left[start:end]
    pieces.left = pieces.left[:start] + CUT * (end - start) + pieces.left[end:]
    approvals = cut_approvals(pieces, context)
    pieces.left = pieces.left[:start] + kept + pieces.left[end:]
    return approvals


def _cut_explanation(pieces: Pieces) -> tuple[str, int | None]:
    """Take what follows the first colon behind the kind or the status, up to the end of its line, and where it was.

    Other colons ("Bishkek: twinning …", "signed: 14 March 2024") only separate.
    """
    for colon in COLON.finditer(pieces.left):
        head = pieces.left[: colon.start()]
        if _DATE_LABEL.search(head):
            continue
        label = _REASON_LABEL.search(head)
        start = label.start() if label else colon.start()
        kind_first = read_meaning(head, AGREEMENT_KINDS)
        said = find_phrase(head, AGREEMENT_KINDS) or find_phrase(head, AGREEMENT_STATUSES)
        if kind_first or not (label or said):
            pieces.cut(*colon.span())
            continue
        end = pieces.left.find("\n", colon.end())
        end = len(pieces.left) if end < 0 else end
        free = Pieces(pieces.left[colon.end() : end])
        pieces.cut(start, end)
        return unquote(" ".join(free.rest().split())), start
    return "", None
