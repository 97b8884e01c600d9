"""The approvals of an agreement or a membership: what is on record, and what is amiss.

A missing record is called a missing record. "Not in force yet" is said only where the desk said that it waits.
"""

from bot.cards.values import View, first_upper
from bot.domain.agreement_terms import AHEAD, OVER
from bot.domain.agreements import Agreement
from bot.domain.approvals import (
    COUNCIL,
    PERMISSION,
    Approval,
    ApprovalState,
    Gap,
    Problem,
    find_gaps,
    needed_steps,
)
from bot.domain.authorities import authority
from bot.domain.memberships import Membership
from bot.domain.records import StoredRecord
from bot.i18n import N_, Translator
from bot.message import Invocation
from bot.parsing.dates import format_day
from bot.reply import Button

STEPS = {COUNCIL: N_("council decision"), PERMISSION: N_("ministry permission")}
_RECORD = {COUNCIL: N_("Record council decision"), PERMISSION: N_("Record permission")}


def step_name(step: str, t: Translator) -> str:
    """What a step is called; one of the team's own as the team wrote it."""
    return t(STEPS[step]) if step in STEPS else step


def approval_lines(stored: StoredRecord, details: Agreement | Membership, view: View) -> list[str]:
    """A line a step that is on record, then a line a gap."""
    steps = steps_of(stored, view)
    order = {step: place for place, step in enumerate(dict.fromkeys((*steps, COUNCIL, PERMISSION)))}
    known = sorted(details.approvals, key=lambda approval: order.get(approval.step, len(order)))
    said = [_line(approval, view) for approval in known]
    return [*said, *(_warning(gap, details, view.t) for gap in gaps_of(stored, view))]


def _line(approval: Approval, view: View) -> str:
    step = first_upper(step_name(approval.step, view.t), view.t.language)
    return f"{step}: {approval_words(approval, view)}{_authority(approval, view)}"


def steps_of(stored: StoredRecord, view: View) -> tuple[str, ...]:
    """The steps that a record needs."""
    ids = [link.partner_id for link in stored.record.links]
    countries = [view.partners[partner_id].country for partner_id in ids if partner_id in view.partners]
    return needed_steps(view.team.approval_steps, view.team.country, countries)


def gaps_of(stored: StoredRecord, view: View) -> tuple[Gap, ...]:
    """What is amiss; nothing is missing of what is only talked about, and nothing awaited of what is over."""
    details = stored.record.details
    if not isinstance(details, Agreement | Membership):
        return ()
    gaps = find_gaps(details.approvals, steps_of(stored, view), stored.record.period)
    if isinstance(details, Agreement) and details.status in AHEAD:
        return tuple(gap for gap in gaps if gap.problem is not Problem.MISSING)
    if isinstance(details, Agreement) and details.status in OVER:
        return tuple(gap for gap in gaps if gap.problem is not Problem.AWAITED)
    return gaps


def approval_words(approval: Approval, view: View) -> str:
    """ "23 December 2011, no 31750/50000"; "on file, number not known"; "not required"."""
    t = view.t
    day = format_day(approval.day, t.language, weekday=False) if approval.day else ""
    number = t("no {number}", number=approval.number) if approval.number else ""
    match approval.state:
        case ApprovalState.NOT_REQUIRED:
            return t("not required")
        case ApprovalState.ON_FILE:
            return ", ".join(filter(None, [t("on file, number not known"), day]))
        case ApprovalState.REQUESTED:
            return ", ".join(filter(None, [" ".join(filter(None, [t("requested"), day])), number]))
        case ApprovalState.RECORDED:
            return ", ".join([day or t("no date recorded"), number or t("no number recorded")])


def _authority(approval: Approval, view: View) -> str:
    """ " (Ministry of the Interior)", by the day of the paper."""
    if approval.state is not ApprovalState.RECORDED or approval.day is None:
        return ""
    who = authority(view.team.country, approval.step, approval.day, view.t.language)
    return f" ({who})" if who else ""


def _warning(gap: Gap, details: Agreement | Membership, t: Translator) -> str:
    step = first_upper(step_name(gap.step, t), t.language)
    match gap.problem:
        case Problem.MISSING:
            return t("⚠ {step}: no record", step=step)
        case Problem.AWAITED:
            if gap.step == PERMISSION:
                return t("⚠ Not in force yet, permission awaited")
            return t("⚠ Not in force yet, awaited: {step}", step=step_name(gap.step, t))
        case Problem.LATE:
            if isinstance(details, Membership):
                return t("⚠ {step}: dated after joining", step=step)
            return t("⚠ {step}: dated after the signing", step=step)
        case Problem.OUT_OF_ORDER:
            return t("⚠ {step}: dated before the {other}", step=step, other=step_name(gap.follows, t))


def approval_buttons(stored: StoredRecord, view: View) -> list[Button]:
    """A button for each of the two steps of the law that is missing or awaited."""
    wanted = {gap.step for gap in gaps_of(stored, view) if gap.problem in (Problem.MISSING, Problem.AWAITED)}
    return [
        Button(view.t(label), Invocation(step, stored.short_id)) for step, label in _RECORD.items() if step in wanted
    ]
