"""What is changed about an agreement or a membership beyond its text: end, renewal, notice, approvals, what is due."""

import re
from collections.abc import Mapping
from datetime import date
from typing import Any

from bot.domain.agreements import Agreement
from bot.domain.approvals import with_approval, without_step
from bot.domain.edits import Field
from bot.domain.memberships import Membership
from bot.domain.records import StoredRecord
from bot.errors import BotError, NotADate
from bot.folding import fold
from bot.i18n import N_
from bot.parsing.agreement_renewal import cut_notice, cut_renewal, duration_of, read_duration
from bot.parsing.agreement_terms import read_end
from bot.parsing.approvals import NotAnApproval, cut_approvals, read_approval, read_named_step
from bot.parsing.context import Context
from bot.parsing.dates import find_term, read_date
from bot.parsing.pieces import Pieces
from bot.parsing.signing import read_names

_NOTHING = frozenset({"", "-", "–", "—", "none", "no", "yok", "hayir", "not renewed", "uzamaz"})
_YES = frozenset({"yes", "evet", "by itself", "automatic", "automatically", "kendiliginden", "otomatik", "uzar"})
_STEP = re.compile(r"\s*[^:\n]{3,40}:")


class NotADuration(BotError):
    """A text in the place of a length of time that is none."""

    text = N_("I cannot read “{text}” as a length of time. Nothing was changed.")
    advice = N_("For example: 3 months, 90 days; – for none.")


class SetByRenewal(BotError):
    """What links two agreements is set on both at once."""

    text = N_("That is set by /renew, on both agreements at once. Nothing was changed.")
    advice = N_("For example: /renew A7 by A9.")


def read_step(text: str, stored: StoredRecord, context: Context) -> Mapping[str, Any] | None:
    """ "council: 1 July 2011 no 171": the approvals with this step in; None for any other text.

    Raises ``NotAnApproval`` and what dates raise.
    """
    details = stored.record.details
    if not isinstance(details, Agreement | Membership) or not _STEP.match(text):
        return None
    named = read_named_step(text, context.team.approval_steps)
    if named is None:
        return None
    step, said = named
    approval = read_approval(said, step, context)
    if approval is None:
        return {"approvals": without_step(details.approvals, step)}
    return {"approvals": with_approval(details.approvals, approval)}


def read_told(text: str, stored: StoredRecord, context: Context) -> tuple[Field, Any] | None:
    """What tells its field by itself: approvals with their numbers, "renews by itself", "3 months' notice"."""
    details = stored.record.details
    if not isinstance(details, Agreement | Membership):
        return None
    pieces = Pieces(text)
    if approvals := cut_approvals(pieces, context):
        if pieces.rest():
            return None
        merged = details.approvals
        for approval in approvals:
            merged = with_approval(merged, approval)
        return Field.APPROVALS, {"approvals": merged}
    if isinstance(details, Membership):
        return None
    renews, term = cut_renewal(pieces)
    if renews and not pieces.rest():
        return Field.RENEWS, _renewing(details, term)
    pieces = Pieces(text)
    notice = cut_notice(pieces)
    return (Field.NOTICE, notice) if notice and not pieces.rest() else None


def _renewing(details: Agreement, term: Any) -> Mapping[str, Any]:
    return {"renews": True, "term": term or details.term}


def read_agreement_value(field: Field, text: str, stored: StoredRecord, context: Context) -> tuple[Any] | None:
    """The value of one of these fields, in a tuple; None for all other fields.

    Raises ``NotADuration``, ``SetByRenewal``, ``NotADate``, ``EndBeforeStart``.
    """
    details = stored.record.details
    none = fold(text) in _NOTHING
    match field:
        case Field.ENDS_ON if isinstance(details, Agreement):
            return (end_values(text, stored, details, context),)
        case Field.RENEWS if isinstance(details, Agreement):
            return ({"renews": False} if none else _read_renewal(text, details),)
        case Field.NOTICE:
            return (None if none else _need_duration(text),)
        case Field.SUPERSEDES | Field.RENEWED_BY:
            raise SetByRenewal()
        case Field.SIGNATORIES:
            return (() if none else read_names(text),)
        case Field.FEE_DUE:
            return (None if none else _read_day(text, context),)
        case Field.PLACE | Field.REPRESENTATIVE if none:
            return ("",)
        case Field.APPROVALS:
            return ({"approvals": _read_approvals(text, details, context)},)
        case _:
            return None


def end_values(text: str, stored: StoredRecord, details: Agreement, context: Context) -> Mapping[str, Any]:
    """The end that a text says, and how long the agreement runs where it says that."""
    term = find_term(text)
    lasting = duration_of(term[0]) if term and text.strip(" .").endswith(text[slice(*term[1])].strip(" .")) else None
    signed = stored.record.period
    if lasting and signed is None:
        return {"term": lasting}
    ends_on = read_end(text, signed, context)
    if ends_on is None:
        return {"ends_on": None, "term": None, "renews": False}
    return {"ends_on": ends_on, "term": lasting or (details.term if details.renews else None)}


def _read_renewal(text: str, details: Agreement) -> Mapping[str, Any]:
    renews, term = cut_renewal(Pieces(text))
    if not renews and fold(text) not in _YES:
        term = _need_duration(re.sub(r"^\s*(?:by|for|every)\s+", "", text))
    return _renewing(details, term)


def _need_duration(text: str) -> Any:
    duration = cut_notice(Pieces(text)) or read_duration(text)
    if duration is None:
        raise NotADuration(text=text[:60])
    return duration


def _read_day(text: str, context: Context) -> date:
    period = read_date(text, context.dates)
    if period is None or not period.is_one_day:
        raise NotADate(text=text[:60])
    return period.start


def _read_approvals(text: str, details: Any, context: Context) -> Any:
    merged = details.approvals
    found = cut_approvals(Pieces(text), context)
    if not found:
        raise NotAnApproval(text=text[:60])
    for approval in found:
        merged = with_approval(merged, approval)
    return merged
