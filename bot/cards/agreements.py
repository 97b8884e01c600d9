"""An agreement in words."""

from collections.abc import Iterable

from bot.cards.approvals import approval_lines
from bot.cards.terms import TERMS
from bot.cards.values import View, first_upper, partner_line
from bot.domain.agreement_statuses import ENDINGS
from bot.domain.agreement_terms import OVER, Turn, is_past_its_end, status_on, turn_on
from bot.domain.agreements import Agreement, AgreementStatus
from bot.domain.durations import Duration
from bot.domain.periods import Period
from bot.domain.records import Kind, StoredRecord
from bot.i18n import Translator
from bot.parsing.dates import format_day, format_period

_NOT_SIGNED = (AgreementStatus.IDEA, AgreementStatus.NEGOTIATING, AgreementStatus.APPROVED)


def agreement_head(agreement: Agreement, t: Translator) -> str:
    """ "Town twinning agreement"."""
    return t(TERMS[agreement.kind])


def agreement_lines(stored: StoredRecord, agreement: Agreement, view: View) -> list[str]:
    """The card below its head: with whom, where it stands, for how long, since when, why, and its approvals."""
    t = view.t
    partners = [view.partners[link.partner_id] for link in stored.record.links if link.partner_id in view.partners]
    state = [standing(agreement, view), _term(agreement, view), _signing(stored.record.period, agreement, view)]
    return [
        *(partner_line(partner, t) for partner in partners),
        first_upper(" · ".join(filter(None, state)), t.language),
        _reason(agreement, view),
        *_notice(agreement, view),
        t("Place of signing: {place}", place=agreement.place) if agreement.place else "",
        t("Signed by: {names}", names=", ".join(agreement.signatories)) if agreement.signatories else "",
        t("Supersedes {id}", id=_ids(agreement.supersedes)) if agreement.supersedes else "",
        t("Renewed by {id}", id=_ids((agreement.renewed_by,))) if agreement.renewed_by else "",
        *approval_lines(stored, agreement, view),
    ]


def _ids(numbers: Iterable[int]) -> str:
    return ", ".join(f"{Kind.AGREEMENT.letter}{number}" for number in numbers)


def standing(agreement: Agreement, view: View) -> str:
    """ "cancelled, 15 March 2017"; "" where nobody has said more than that it is signed, and its end is not past."""
    t = view.t
    status = status_on(agreement, view.today)
    if status is AgreementStatus.EXPIRED and agreement.status is not status and agreement.ends_on:
        day = format_day(agreement.ends_on, t.language, weekday=False)
        return t("{status}, {date}", status=t(TERMS[status]), date=day)
    return "" if status is AgreementStatus.SIGNED else status_line(agreement, t)


def status_line(agreement: Agreement, t: Translator) -> str:
    """ "cancelled, 15 March 2017", as it was stated; "" for none."""
    if agreement.status is None:
        return ""
    status = t(TERMS[agreement.status])
    if agreement.status_date is None:
        return status
    day = format_day(agreement.status_date, t.language, weekday=False)
    return t("{status}, {date}", status=status, date=day)


def duration_words(duration: Duration, t: Translator) -> str:
    """ "5 years", "18 months", "90 days"."""
    years, months = divmod(duration.months, 12)
    if duration.months < 24 and months:
        years, months = 0, duration.months
    parts = [
        t.plural("{n} year", "{n} years", years) if years else "",
        t.plural("{n} month", "{n} months", months) if months else "",
        t.plural("{n} day", "{n} days", duration.days) if duration.days else "",
    ]
    return " ".join(filter(None, parts))


def _term(agreement: Agreement, view: View) -> str:
    t = view.t
    turn = turn_on(agreement, view.today)
    if status_on(agreement, view.today) is AgreementStatus.EXPIRED and agreement.status is not AgreementStatus.EXPIRED:
        return ""  # since when is said already
    if status_on(agreement, view.today) in ENDINGS:
        return ""  # what it would have run until is no longer of interest
    if ends_on := turn.ends_on if turn else agreement.ends_on:
        day = format_day(ends_on, t.language, weekday=False)
        until = t("until {date}", date=day)
        if not (agreement.renews and turn):
            return until
        return t("{until}, renews by itself", until=until)
    if agreement.term:
        lasting = t("for {time}", time=duration_words(agreement.term, t))
        return t("{until}, renews by itself", until=lasting) if agreement.renews else lasting
    if agreement.renews:
        return t("renews by itself")
    return "" if agreement.status in OVER else t("open-ended")


def _notice(agreement: Agreement, view: View) -> list[str]:
    """The last day to give notice, or how long before; and an end that has passed with nobody saying what then."""
    t = view.t
    turn = turn_on(agreement, view.today)
    rows = []
    if agreement.notice and agreement.status not in OVER and agreement.renewed_by is None:
        rows.append(_notice_line(agreement.notice, turn, view))
    stated = status_on(agreement, view.today)
    if turn and is_past_its_end(agreement, view.today) and stated is not AgreementStatus.EXPIRED:
        rows.append(t("⚠ Its end, {date}, has passed", date=format_day(turn.ends_on, t.language, weekday=False)))
    return rows


def _notice_line(notice: Duration, turn: Turn | None, view: View) -> str:
    t = view.t
    time = duration_words(notice, t)
    if turn is None or turn.notice_on is None or turn.ends_on < view.today:
        return t("Notice: {time} ahead", time=time)
    day = format_day(turn.notice_on, t.language, weekday=False)
    if turn.notice_on < view.today:
        return t("Last day to give notice was {date} ({time} ahead)", date=day, time=time)
    return t("Last day to give notice: {date} ({time} ahead)", date=day, time=time)


def _signing(period: Period | None, agreement: Agreement, view: View) -> str:
    t = view.t
    if period is None:
        unsigned = agreement.status in _NOT_SIGNED
        return "" if unsigned else t("signed, date not recorded")
    when = format_period(period, t.language, weekday=False)
    if period.start > view.today:
        return t("to be signed {date}", date=when)
    return when if agreement.status in _NOT_SIGNED else t("signed {date}", date=when)


def _reason(agreement: Agreement, view: View) -> str:
    t = view.t
    if not agreement.reason:
        return ""
    if status_line(agreement, t) and agreement.status is not AgreementStatus.SIGNED:
        return t("Reason: {reason}", reason=agreement.reason)
    return t("Remark: {text}", text=agreement.reason)
