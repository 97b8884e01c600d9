"""How a relationship with a partner stands: a grade, and the reasons for it, each a fact of the records.

A contact is a visit, an event, a letter or a call that has begun; what is planned, and an edit, is none. A period
that is no exact day ("2016") counts as of its last day, today at the latest: nobody is called quiet on a guess.
Undated contacts, and those of a decade that is not over, are counted and never dated.
"""

from calendar import monthrange
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from enum import IntEnum, StrEnum

from bot.domain.agreement_terms import status_on
from bot.domain.agreements import Agreement, AgreementStatus
from bot.domain.periods import Period, Precision

QUIET_MONTHS = 12
"""Months without a contact after which a partner is quiet; also the length of what is recent."""
FRESH_MONTHS = 6
"""Months within which a contact is fresh."""
YEARS_BEFORE = 4
"""With how many years before the recent one a partner is compared."""


class Grade(IntEnum):
    """Worst first. UNKNOWN is no verdict: no contact with a date is on record."""

    UNKNOWN = 0
    QUIET = 1
    COOLING = 2
    STEADY = 3
    ACTIVE = 4


class AgreementState(StrEnum):
    """Where the best of a partner's agreements stands."""

    STANDING = "standing"
    PENDING = "pending"
    DORMANT = "dormant"
    SUSPENDED = "suspended"
    OVER = "over"
    NONE = "no_agreement"


_STATES = {
    **dict.fromkeys(
        (AgreementStatus.IDEA, AgreementStatus.NEGOTIATING, AgreementStatus.APPROVED), AgreementState.PENDING
    ),
    **dict.fromkeys(
        (AgreementStatus.SIGNED, AgreementStatus.IN_FORCE, AgreementStatus.RENEWED), AgreementState.STANDING
    ),
    AgreementStatus.DORMANT: AgreementState.DORMANT,
    AgreementStatus.SUSPENDED: AgreementState.SUSPENDED,
}


def agreement_state(agreements: Iterable[tuple[Agreement, date | None]], today: date) -> AgreementState:
    """The best state among them, each with its day of signing; one that is to be signed later is pending."""
    found = {_state(agreement, signed_on, today) for agreement, signed_on in agreements}
    return next((state for state in AgreementState if state in found), AgreementState.NONE)


def _state(agreement: Agreement, signed_on: date | None, today: date) -> AgreementState:
    state = _STATES.get(status_on(agreement, today) or AgreementStatus.SIGNED, AgreementState.OVER)
    if state is AgreementState.STANDING and signed_on and signed_on > today:
        return AgreementState.PENDING
    return state


@dataclass(frozen=True, slots=True, kw_only=True)
class Dealings:
    """What the records say of one partner.

    ``last`` is the newest dated contact that has begun. ``recent`` counts the contacts of the last 12 months,
    ``before`` those of the four years before; ``incoming`` and ``outgoing`` the visits and culture days in all five
    whose direction is known. ``overdue`` tasks are among the ``open_tasks``.
    """

    last: Period | None = None
    undated: int = 0
    recent: int = 0
    before: int = 0
    incoming: int = 0
    outgoing: int = 0
    agreement: AgreementState = AgreementState.NONE
    open_tasks: int = 0
    overdue: int = 0


@dataclass(frozen=True, slots=True)
class LastContact:
    """The newest dated contact, so many whole months ago at most."""

    period: Period
    months: int

    @property
    def weight(self) -> int:
        """1 where it is fresh."""
        return int(self.months < FRESH_MONTHS)


@dataclass(frozen=True, slots=True)
class NoDatedContact:
    """No contact has a date; so many are undated."""

    undated: int
    weight = 0


@dataclass(frozen=True, slots=True)
class Frequency:
    """Contacts of the last 12 months, and of the four years before."""

    recent: int
    before: int

    @property
    def weight(self) -> int:
        """-1 where it is less than half of what was usual in a year."""
        return -int(2 * YEARS_BEFORE * self.recent < self.before)


@dataclass(frozen=True, slots=True)
class Reciprocity:
    """How often they came, and we went, in five years."""

    incoming: int
    outgoing: int

    @property
    def weight(self) -> int:
        """1 where both have travelled. A further visit of the busier side takes nothing away."""
        return int(self.incoming > 0 and self.outgoing > 0)


@dataclass(frozen=True, slots=True)
class AgreementReason:
    """Where the best agreement stands."""

    state: AgreementState

    @property
    def weight(self) -> int:
        """1 for one that stands, -1 for one that is dormant or suspended."""
        if self.state in (AgreementState.DORMANT, AgreementState.SUSPENDED):
            return -1
        return int(self.state is AgreementState.STANDING)


@dataclass(frozen=True, slots=True)
class OpenTasks:
    """Tasks that are not done, some of them overdue."""

    open: int
    overdue: int

    @property
    def weight(self) -> int:
        """-1 where something is overdue."""
        return -int(self.overdue > 0)


Reason = LastContact | NoDatedContact | Frequency | Reciprocity | AgreementReason | OpenTasks


@dataclass(frozen=True, slots=True)
class Health:
    """A grade and what it comes from, when the last contact was always first. There is none without a reason."""

    grade: Grade
    reasons: tuple[Reason, ...]


def health_of(dealings: Dealings, today: date) -> Health:
    """The health. A contact of the last 12 months never lowers it, whatever it is.

    Only a contact that is recorded late, of an earlier year, can: it raises what was usual, and the reason says so.
    """
    reasons: list[Reason] = [_last(dealings, today)]
    if dealings.last and (dealings.recent or dealings.before):
        reasons.append(Frequency(dealings.recent, dealings.before))
    if dealings.incoming or dealings.outgoing:
        reasons.append(Reciprocity(dealings.incoming, dealings.outgoing))
    reasons.append(AgreementReason(dealings.agreement))
    if dealings.open_tasks:
        reasons.append(OpenTasks(dealings.open_tasks, dealings.overdue))
    return Health(_grade(reasons), tuple(reasons))


def _last(dealings: Dealings, today: date) -> Reason:
    if dealings.last is None:
        return NoDatedContact(dealings.undated)
    return LastContact(dealings.last, months_between(as_of(dealings.last, today), today))


def _grade(reasons: list[Reason]) -> Grade:
    last = reasons[0]
    if not isinstance(last, LastContact):
        return Grade.UNKNOWN
    if last.months >= QUIET_MONTHS:
        return Grade.QUIET
    points = sum(reason.weight for reason in reasons)
    if points >= 2:
        return Grade.ACTIVE
    is_rarer = any(isinstance(reason, Frequency) and reason.weight < 0 for reason in reasons)
    return Grade.COOLING if points < 0 or (points == 0 and is_rarer) else Grade.STEADY


def as_of(period: Period, today: date) -> date:
    """The day as of which a contact that has begun counts: its last one, today at the latest."""
    return min(period.end, today)


def is_dated(period: Period | None, today: date) -> bool:
    """Whether a contact can be said to have been at some time: a decade that is not over says nothing."""
    if period is None or period.start > today:
        return False
    return period.precision is not Precision.DECADE or period.end <= today


def months_between(earlier: date, later: date) -> int:
    """Whole months from one day to a later one."""
    months = (later.year - earlier.year) * 12 + later.month - earlier.month
    return months - (months_before(later, months) < earlier)


def months_before(day: date, months: int) -> date:
    """The same day so many months before; the month's last where it is shorter."""
    year, month = divmod(day.year * 12 + day.month - 1 - months, 12)
    return date(year, month + 1, min(day.day, monthrange(year, month + 1)[1]))
