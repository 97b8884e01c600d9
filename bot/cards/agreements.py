"""An agreement in words."""

from bot.cards.terms import TERMS
from bot.cards.values import View, first_upper, partner_line
from bot.domain.agreements import Agreement
from bot.domain.records import StoredRecord
from bot.i18n import Translator
from bot.parsing.dates import format_day, format_period


def agreement_head(agreement: Agreement, t: Translator) -> str:
    """ "Town twinning agreement"."""
    return t(TERMS[agreement.kind])


def agreement_lines(stored: StoredRecord, agreement: Agreement, view: View) -> list[str]:
    """The card below its head: with whom, where it stands, for how long, since when."""
    t = view.t
    partners = [view.partners[link.partner_id] for link in stored.record.links if link.partner_id in view.partners]
    period = stored.record.period
    state = [t(TERMS[agreement.status])] if agreement.status else []
    if agreement.status_date:
        state.append(format_day(agreement.status_date, t.language, weekday=False))
    term = (
        t("until {date}", date=format_day(agreement.ends_on, t.language, weekday=False))
        if agreement.ends_on
        else t("open-ended")
    )
    return [
        *(partner_line(partner, t) for partner in partners),
        first_upper(" · ".join([*state, term]), t.language),
        t("Signed: {date}", date=format_period(period, t.language)) if period else t("Signed: no date recorded"),
        t("Reason: {reason}", reason=agreement.reason) if agreement.reason else "",
    ]
