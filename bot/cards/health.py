"""How a relationship stands, in words: the grade, its reasons, and what would help."""

from collections.abc import Mapping
from datetime import date
from typing import assert_never

from bot.cards.elapsed import elapsed
from bot.domain.health import (
    QUIET_MONTHS,
    AgreementReason,
    AgreementState,
    Frequency,
    Grade,
    Health,
    LastContact,
    NoDatedContact,
    OpenTasks,
    Reason,
    Reciprocity,
)
from bot.domain.periods import Period, Precision
from bot.i18n import N_, MessageId, Translator
from bot.parsing.dates import format_period

GRADES: Mapping[Grade, MessageId] = {
    Grade.UNKNOWN: N_("not known"),
    Grade.QUIET: N_("quiet"),
    Grade.COOLING: N_("cooling"),
    Grade.STEADY: N_("steady"),
    Grade.ACTIVE: N_("active"),
}
_AGREEMENTS: Mapping[AgreementState, MessageId] = {
    AgreementState.STANDING: N_("agreement in place"),
    AgreementState.PENDING: N_("agreement in preparation"),
    AgreementState.DORMANT: N_("agreement dormant"),
    AgreementState.SUSPENDED: N_("agreement suspended"),
    AgreementState.OVER: N_("agreement over"),
    AgreementState.NONE: N_("no agreement"),
}


def health_line(health: Health, today: date, t: Translator) -> str:
    """Short, for a list or a card: "quiet: no contact for 14 months"; "steady: last contact 2 months ago"."""
    told = [reason for reason in health.reasons if reason.weight < 0]
    if health.grade in (Grade.UNKNOWN, Grade.QUIET) or not told:
        told = [health.reasons[0]]
    reason = " · ".join(reason_words(reason, today, t) for reason in told[:2])
    return t("{grade}: {reason}", grade=t(GRADES[health.grade]), reason=reason)


def reasons_line(health: Health, today: date, t: Translator) -> str:
    """All reasons, one after the other."""
    return " · ".join(reason_words(reason, today, t) for reason in health.reasons)


def reason_words(reason: Reason, today: date, t: Translator) -> str:
    """One reason; a period that is no exact day is named, not counted from."""
    match reason:
        case LastContact():
            return _last(reason, today, t)
        case NoDatedContact():
            if reason.undated:
                return t.plural("{n} contact without a date", "{n} contacts without a date", reason.undated)
            return t("no contact is recorded")
        case Frequency():
            counted = {"recent": reason.recent, "before": reason.before}
            if reason.weight < 0:
                return t("less often: {recent} in 12 months, {before} in the 4 years before", **counted)
            return t("{recent} in 12 months, {before} in the 4 years before", **counted)
        case Reciprocity():
            counted = {"incoming": reason.incoming, "outgoing": reason.outgoing}
            if not reason.outgoing:
                return t("in 5 years only they came ({incoming}×)", **counted)
            if not reason.incoming:
                return t("in 5 years only we went ({outgoing}×)", **counted)
            return t("in 5 years they came {incoming}×, we went {outgoing}×", **counted)
        case AgreementReason():
            return t(_AGREEMENTS[reason.state])
        case OpenTasks():
            tasks = t.plural("{n} open task", "{n} open tasks", reason.open)
            return f"{tasks}, " + t.plural("{n} overdue", "{n} overdue", reason.overdue) if reason.overdue else tasks
        case _:
            assert_never(reason)


def _last(reason: LastContact, today: date, t: Translator) -> str:
    if not _is_exact(reason.period):
        return t("last contact {when}", when=format_period(reason.period, t.language, weekday=False))
    if reason.months >= 2 * QUIET_MONTHS:
        return t.plural("no contact for {n} year", "no contact for {n} years", reason.months // 12)
    if reason.months >= QUIET_MONTHS:
        return t.plural("no contact for {n} month", "no contact for {n} months", reason.months)
    return t("last contact {when}", when=elapsed(reason.period, today, t))


def _is_exact(period: Period) -> bool:
    return period.precision in (Precision.DAY, Precision.WEEK)


def advice(health: Health, t: Translator, *, planned: bool, undated: str = "") -> list[str]:
    """What would help next, at most two lines; nothing where nothing is wrong. ``undated`` is a record without date."""
    texts = []
    for reason in health.reasons:
        match reason:
            case NoDatedContact() if undated:
                texts.append(t("A date would tell: /edit {id} date: 2016", id=undated))
            case LastContact() | NoDatedContact() if health.grade <= Grade.QUIET and not planned:
                texts.append(t("A visit, a letter or a call would wake it."))
            case Frequency() if reason.weight < 0 and health.grade > Grade.QUIET and not planned:
                texts.append(t("A call is a contact, too."))
            case Reciprocity(_, 0):
                texts.append(t("It is our turn to go there."))
            case Reciprocity(0, _):
                texts.append(t("It is their turn: an invitation would help."))
            case AgreementReason(AgreementState.DORMANT | AgreementState.SUSPENDED):
                texts.append(t("The agreement waits for a decision."))
            case OpenTasks() if reason.overdue:
                texts.insert(0, t("What is overdue comes first."))
            case _:
                pass
    return texts[:2]
