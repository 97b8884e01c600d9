"""An agreement in words."""

from bot.cards.terms import TERMS
from bot.cards.values import View, first_upper, partner_line
from bot.domain.agreements import Agreement, AgreementStatus
from bot.domain.periods import Period
from bot.domain.records import StoredRecord
from bot.i18n import Translator
from bot.parsing.dates import format_day, format_period

_NOT_SIGNED = (AgreementStatus.IDEA, AgreementStatus.NEGOTIATING, AgreementStatus.APPROVED)

_OVER = (
    AgreementStatus.EXPIRED,
    AgreementStatus.ENDED,
    AgreementStatus.TERMINATED,
    AgreementStatus.CANCELLED,
)


def agreement_head(agreement: Agreement, t: Translator) -> str:
    """ "Town twinning agreement"."""
    return t(TERMS[agreement.kind])


def agreement_lines(stored: StoredRecord, agreement: Agreement, view: View) -> list[str]:
    """The card below its head: with whom, where it stands, for how long, since when, and why."""
    t = view.t
    partners = [view.partners[link.partner_id] for link in stored.record.links if link.partner_id in view.partners]
    state = [standing(agreement, t), _term(agreement, t), _signing(stored.record.period, agreement, view)]
    return [
        *(partner_line(partner, t) for partner in partners),
        first_upper(" · ".join(filter(None, state)), t.language),
        _reason(agreement, t),
    ]


def standing(agreement: Agreement, t: Translator) -> str:
    """ "cancelled, 15 March 2017"; "" where nobody has said more than that it is signed."""
    return "" if agreement.status is AgreementStatus.SIGNED else status_line(agreement, t)


def status_line(agreement: Agreement, t: Translator) -> str:
    """ "cancelled, 15 March 2017"; "" for none."""
    if agreement.status is None:
        return ""
    status = t(TERMS[agreement.status])
    if agreement.status_date is None:
        return status
    day = format_day(agreement.status_date, t.language, weekday=False)
    return t("{status}, {date}", status=status, date=day)


def _term(agreement: Agreement, t: Translator) -> str:
    if agreement.ends_on:
        return t("until {date}", date=format_day(agreement.ends_on, t.language, weekday=False))
    return "" if agreement.status in _OVER else t("open-ended")


def _signing(period: Period | None, agreement: Agreement, view: View) -> str:
    t = view.t
    if period is None:
        unsigned = agreement.status in _NOT_SIGNED
        return "" if unsigned else t("signed, date not recorded")
    when = format_period(period, t.language, weekday=False)
    if period.start > view.today:
        return t("to be signed {date}", date=when)
    return when if agreement.status in _NOT_SIGNED else t("signed {date}", date=when)


def _reason(agreement: Agreement, t: Translator) -> str:
    if not agreement.reason:
        return ""
    if standing(agreement, t):
        return t("Reason: {reason}", reason=agreement.reason)
    return t("Remark: {text}", text=agreement.reason)
