"""Which status may follow which, for ``/end`` and ``/renew``. Whoever types an old paper may state any (``/edit``)."""

from collections.abc import Mapping
from dataclasses import replace
from datetime import date

from bot.domain.agreement_terms import status_on
from bot.domain.agreements import Agreement, AgreementStatus

_PLANS = frozenset((AgreementStatus.IDEA, AgreementStatus.NEGOTIATING, AgreementStatus.APPROVED))
_RUNNING = frozenset(
    (
        AgreementStatus.SIGNED,
        AgreementStatus.IN_FORCE,
        AgreementStatus.DORMANT,
        AgreementStatus.SUSPENDED,
        AgreementStatus.RENEWED,
    )
)
ENDINGS = frozenset((AgreementStatus.ENDED, AgreementStatus.TERMINATED, AgreementStatus.CANCELLED))
"""Final: nothing follows but a new agreement."""

TRANSITIONS: Mapping[AgreementStatus, frozenset[AgreementStatus]] = {
    # A plan that comes to nothing is given up; there is nothing yet that could be terminated or expire.
    **{
        plan: (_PLANS | {AgreementStatus.SIGNED, AgreementStatus.IN_FORCE, *ENDINGS} - {AgreementStatus.TERMINATED})
        - {plan}
        for plan in _PLANS
    },
    **{
        running: (_RUNNING | ENDINGS | {AgreementStatus.EXPIRED}) - ({running} - {AgreementStatus.RENEWED})
        for running in _RUNNING
    },
    AgreementStatus.EXPIRED: ENDINGS | {AgreementStatus.RENEWED, AgreementStatus.IN_FORCE},
    **dict.fromkeys(ENDINGS, frozenset[AgreementStatus]()),
}
"""Every status and what may follow it."""


class NotAllowed(ValueError):
    """A status that cannot follow the one there is; both are attributes."""

    def __init__(self, before: AgreementStatus, after: AgreementStatus) -> None:
        super().__init__(f"{before} → {after}")
        self.before, self.after = before, after


def stands_as(agreement: Agreement, today: date) -> AgreementStatus:
    """Its status today; one of which nothing was said counts as signed."""
    return status_on(agreement, today) or AgreementStatus.SIGNED


def may_become(agreement: Agreement, status: AgreementStatus, today: date) -> bool:
    """Whether the status may follow. What was renewed by another agreement has been followed already."""
    return agreement.renewed_by is None and status in TRANSITIONS[stands_as(agreement, today)]


def moved(agreement: Agreement, status: AgreementStatus, *, on: date, today: date, reason: str = "") -> Agreement:
    """The agreement in its new status since ``on``, for ``reason``. Raises ``NotAllowed``."""
    if not may_become(agreement, status, today):
        raise NotAllowed(stands_as(agreement, today), status)
    return replace(agreement, status=status, status_date=on, reason=reason or _kept(agreement))


def _kept(agreement: Agreement) -> str:
    """A remark stays; the reason of a former status goes with it."""
    return agreement.reason if agreement.status in (None, AgreementStatus.SIGNED) else ""
