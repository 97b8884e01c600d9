"""When an agreement ends, as of a day: computed, so that one which renews by itself never looks expired.

What renews by itself moves its end on by its term; nothing has to run for that.
"""

from dataclasses import dataclass
from datetime import date, timedelta

from bot.domain.agreements import Agreement, AgreementStatus
from bot.domain.periods import Period

OVER = frozenset(
    (AgreementStatus.EXPIRED, AgreementStatus.ENDED, AgreementStatus.TERMINATED, AgreementStatus.CANCELLED)
)
"""It no longer runs, so neither an end nor a notice lies ahead."""

AHEAD = frozenset((AgreementStatus.IDEA, AgreementStatus.NEGOTIATING))
"""Nothing has been decided yet, so no approval can be missing."""

_SAYS_NOTHING_OF_THE_END = frozenset((None, AgreementStatus.APPROVED, AgreementStatus.SIGNED, AgreementStatus.RENEWED))


@dataclass(frozen=True, slots=True)
class Turn:
    """The end of one term, and the last day to give notice before it (None where no notice was agreed)."""

    ends_on: date
    notice_on: date | None


def end_of_term(agreement: Agreement, signed: Period | None) -> date | None:
    """The last day of a first term that begins with the signing; None where either is not known."""
    if agreement.term is None or signed is None or signed.start == date.min:
        return None
    return agreement.term.end_after(signed.start - timedelta(days=1))


def notice_day(agreement: Agreement, ends_on: date | None) -> date | None:
    """The last day to give notice for an end on ``ends_on``."""
    return agreement.notice.before(ends_on) if agreement.notice and ends_on else None


def turn_on(agreement: Agreement, today: date) -> Turn | None:
    """The term that runs today, or the last one. None where there is no end, or it is over or renewed by another."""
    if agreement.ends_on is None or agreement.status in OVER or agreement.renewed_by is not None:
        return None
    ends_on = end_from(agreement, today)
    return Turn(ends_on, notice_day(agreement, ends_on)) if ends_on else None


def end_from(agreement: Agreement, day: date) -> date | None:
    """The first end on or after ``day`` of an agreement that renews by itself; the end itself of any other.

    Where it is not known by how long it renews, its only end is the one that was stated.
    """
    first, term = agreement.ends_on, agreement.term
    if first is None or day <= first or not agreement.renews or term is None or not (term.months or term.days):
        return first
    length = term.months * 30.436875 + term.days
    times = max(int((day - first).days / length) - 1, 0)
    while True:
        end = term.end_after(first, times) if times else first
        if end is None or end >= day:
            return end
        times += 1


def day_between(agreement: Agreement, start: date, until: date) -> tuple[date, bool] | None:
    """The first last day of notice or end from ``start`` to ``until`` (inclusive), and whether it is one of notice."""
    if agreement.status in OVER or agreement.renewed_by is not None:
        return None
    ends_on = end_from(agreement, start)
    found: tuple[date, bool] | None = None
    while ends_on is not None:
        notice_on = notice_day(agreement, ends_on)
        days = [(day, is_notice) for day, is_notice in ((notice_on, True), (ends_on, False)) if day]
        within = [pair for pair in days if start <= pair[0] <= until]
        found = min([*([found] if found else []), *within], default=None)
        following = agreement.term.end_after(ends_on) if agreement.renews and agreement.term else None
        if following is None or following <= ends_on or (notice_day(agreement, following) or following) > until:
            return found
        ends_on = following
    return found


def status_on(agreement: Agreement, today: date) -> AgreementStatus | None:
    """Its status today: the one that was stated; expired where its end has passed and nobody stated otherwise."""
    if (
        agreement.status not in _SAYS_NOTHING_OF_THE_END
        or agreement.renewed_by is not None
        or agreement.ends_on is None
    ):
        return agreement.status
    return AgreementStatus.EXPIRED if is_past_its_end(agreement, today) else agreement.status


def is_past_its_end(agreement: Agreement, today: date) -> bool:
    """Whether the end has passed. What renews by itself has none behind it, even if its term is not known."""
    return agreement.ends_on is not None and agreement.ends_on < today and not agreement.renews
