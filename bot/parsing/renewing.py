"""``/renew A7 5 years | until DATE | open-ended | by A9 [on DATE] [reason]``; ``/end A7 [status] [DATE] [reason]``."""

import re
from dataclasses import dataclass
from datetime import date

from bot.domain.agreement_statuses import ENDINGS
from bot.domain.agreements import AgreementStatus
from bot.domain.durations import Duration
from bot.domain.records import Kind, read_short_id
from bot.errors import BotError, Question
from bot.folding import fold
from bot.i18n import N_
from bot.parsing.adjacent_dates import date_behind
from bot.parsing.agreement_terms import OPEN_ENDED, cut_end, cut_term, read_standing
from bot.parsing.context import Context
from bot.parsing.dates import find_date
from bot.parsing.pieces import Pieces, unquote
from bot.parsing.vocabulary import AGREEMENT_STATUSES

_BY = re.compile(r"(?<!\w)(?:(?:by|with|through)\s+)?(a\s?-?\d{1,9})(?:\s+(?:ile|yerine))?(?!\w)", re.IGNORECASE)
_ON = re.compile(r"(?<!\w)(?:on|from|as of|since|tarihinde|itibaren)(?!\w)", re.IGNORECASE)
_REASON = re.compile(r"^(?:reason|because|neden|gerekçe)\s*:?\s*", re.IGNORECASE)


class MissingRenewal(Question):
    """For how long, or by which agreement, was not said."""

    field = "value"
    text = N_("For how long is {id} renewed? For example: 5 years, until 2031, open-ended, or by A9.")


class NotARenewal(BotError):
    """Neither a term nor an end nor another agreement."""

    text = N_("I cannot read “{text}” as a new term. Nothing was changed.")
    advice = N_("For example: /renew {id} 5 years, /renew {id} until 2031, /renew {id} by A9.")


@dataclass(frozen=True, slots=True, kw_only=True)
class Renewal:
    """One of ``term``, ``ends_on``, ``by`` (a number) is set, or ``open_ended``; none of them: by the same term.

    ``on`` is since when, where that was said.
    """

    term: Duration | None = None
    ends_on: date | None = None
    by: int | None = None
    open_ended: bool = False
    on: date | None = None
    reason: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Ending:
    """How it came to an end, on which day where that was said, and why."""

    status: AgreementStatus
    on: date | None = None
    reason: str = ""


def read_renewal(text: str, short_id: str, context: Context) -> Renewal:
    """Raises ``NotARenewal`` and what dates raise; nothing at all is a renewal by the same term."""
    pieces = Pieces(text)
    by = _cut_agreement(pieces)
    open_ended = bool(pieces.cut_match(OPEN_ENDED))
    ends_on = None if open_ended or by else cut_end(pieces, context)
    term = None if open_ended or by or ends_on else cut_term(pieces, None)[0]
    on = None
    if dated := find_date(pieces.left, context.dates):
        period = dated.period
        if not (by or open_ended or ends_on or term):
            ends_on = period.end if period else None
            pieces.cut(*dated.span)
        elif period and period.is_one_day:
            on = period.start
            pieces.cut(*dated.span)
            pieces.cut_match(_ON)
    reason = _REASON.sub("", pieces.rest().strip(" :"))
    if reason and not (by or open_ended or ends_on or term):
        raise NotARenewal(text=text[:60], id=short_id)
    return Renewal(term=term, ends_on=ends_on, by=by, open_ended=open_ended, on=on, reason=unquote(reason))


def _cut_agreement(pieces: Pieces) -> int | None:
    if found := _BY.search(pieces.left):
        short_id = read_short_id(found[1])
        if short_id and short_id[0] is Kind.AGREEMENT:
            pieces.cut(*found.span())
            return short_id[1]
    return None


def read_ending(text: str, context: Context, *, status: AgreementStatus) -> Ending:
    """The rest of the arguments; ``status`` is what it is without a word for it. Raises what dates raise."""
    standing = read_standing(text, context, loosely=True) if text else None
    if standing and standing.status in ENDINGS:
        return Ending(status=standing.status, on=standing.day, reason=_REASON.sub("", standing.reason))
    pieces = Pieces(text)
    on = None
    beside = date_behind(pieces.left, len(text) - len(text.lstrip()), context.dates) if text else None
    if beside and beside.period and beside.period.is_one_day:
        on = beside.period.start
        pieces.cut(*beside.span)
    rest = pieces.rest().strip(" :")
    after = read_standing(rest, context, loosely=True) if on and rest else None
    if after and after.status in ENDINGS:
        return Ending(status=after.status, on=after.day or on, reason=_REASON.sub("", after.reason))
    return Ending(status=_said_last(rest) or status, on=on, reason=_REASON.sub("", unquote(rest)))


def _said_last(text: str) -> AgreementStatus | None:
    """Turkish says how it ended behind the reason: "meclis kararıyla iptal"."""
    last = AGREEMENT_STATUSES.get(fold(text.rpartition(" ")[2].rstrip(".")))
    return last if last in ENDINGS else None
