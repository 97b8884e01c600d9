"""The steps that an agreement or a membership needs before it counts, which of them are on record, and what is amiss.

In Türkiye: a decision of the municipal council (Law 5393 art. 18/1(p)) and the permission of the ministry (art. 74),
which is to come first. Registers have them in any order, so any order can be stored; what is amiss is shown, never
refused.
"""

from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from bot.domain.periods import Period

COUNCIL = "council"
PERMISSION = "permission"
"""The two steps of Law 5393; a step of any other name is the team's own, and called as the team wrote it."""

CHAINS: Mapping[str, tuple[str, ...]] = {"TR": (COUNCIL, PERMISSION)}
"""The chain of a team that has set none, by its country."""

MOST_STEPS = 6
LONGEST_STEP = 40


class ApprovalState(StrEnum):
    """What is known of a step. A step of which nothing is stored is a missing record, not a missing approval."""

    REQUESTED = "requested"
    """Asked for and awaited; date and number are those of our letter."""
    RECORDED = "recorded"
    ON_FILE = "on_file"
    """The paper is there, its number is not known."""
    NOT_REQUIRED = "not_required"


@dataclass(frozen=True, slots=True, kw_only=True)
class Approval:
    """One step. ``number`` is text as it stands on the paper: 171, 2020/75, 12301/50000, E-12345678-000-9876."""

    step: str
    state: ApprovalState
    day: date | None = None
    number: str = ""


class Problem(StrEnum):
    """What is amiss with a step."""

    MISSING = "missing"
    AWAITED = "awaited"
    LATE = "late"
    """Dated after the signing (a membership: after it began)."""
    OUT_OF_ORDER = "out_of_order"
    """Dated before the step that it should follow."""


@dataclass(frozen=True, slots=True)
class Gap:
    """A step and what is amiss with it."""

    step: str
    problem: Problem
    follows: str = ""
    """The step that should have come before it, where it is out of order."""


def chain_of(own: tuple[str, ...] | None, country: str) -> tuple[str, ...]:
    """A team's chain: its own, else that of its country."""
    return CHAINS.get(country, ()) if own is None else own


def needed_steps(chain: tuple[str, ...], team_country: str, countries: Collection[str | None]) -> tuple[str, ...]:
    """The steps for partners of these countries: two municipalities of one country need no ministry.

    Circular 2005/36 of the Ministry of the Interior, as quoted by Bodrum's council decision 2020-93.
    """
    at_home = bool(countries) and bool(team_country) and all(country == team_country for country in countries)
    return tuple(step for step in chain if not (at_home and step == PERMISSION))


def with_approval(approvals: Sequence[Approval], approval: Approval) -> tuple[Approval, ...]:
    """``approvals`` with one step's record put in its place, or added."""
    if any(one.step == approval.step for one in approvals):
        return tuple(approval if one.step == approval.step else one for one in approvals)
    return (*approvals, approval)


def without_step(approvals: Sequence[Approval], step: str) -> tuple[Approval, ...]:
    """``approvals`` without the record of a step."""
    return tuple(one for one in approvals if one.step != step)


def lacks_approval(approvals: Sequence[Approval], steps: Sequence[str]) -> bool:
    """Whether a needed step has no record, or is only asked for."""
    settled = {one.step for one in approvals if one.state is not ApprovalState.REQUESTED}
    return not settled.issuperset(steps)


def find_gaps(approvals: Sequence[Approval], steps: Sequence[str], begun: Period | None) -> tuple[Gap, ...]:
    """What is amiss, in the order of ``steps``. ``begun`` is the signing, or since when one is a member."""
    stored = {one.step: one for one in approvals}
    gaps: list[Gap] = []
    latest: tuple[date, str] | None = None
    for step in steps:
        approval = stored.get(step)
        if approval is None:
            gaps.append(Gap(step, Problem.MISSING))
        elif approval.state is ApprovalState.REQUESTED:
            gaps.append(Gap(step, Problem.AWAITED))
        elif approval.state is ApprovalState.RECORDED and approval.day is not None:
            if begun and approval.day > begun.end:
                gaps.append(Gap(step, Problem.LATE))
            if latest and approval.day < latest[0]:
                gaps.append(Gap(step, Problem.OUT_OF_ORDER, follows=latest[1]))
            latest = max(latest or (approval.day, step), (approval.day, step))
    return tuple(gaps)
