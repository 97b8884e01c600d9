"""A membership in words."""

from bot.cards.approvals import approval_lines
from bot.cards.values import View
from bot.domain.memberships import Membership
from bot.domain.records import StoredRecord
from bot.parsing.dates import format_day, format_period


def membership_lines(stored: StoredRecord, membership: Membership, view: View) -> list[str]:
    """The card below its head: which network, since when, what is due, and its approvals."""
    t = view.t
    acronym = "" if membership.acronym in ("", membership.network) else membership.acronym
    period, fee_due = stored.record.period, membership.fee_due
    return [
        membership.network,
        t("Acronym: {acronym}", acronym=acronym) if acronym else "",
        t("Since: {date}", date=format_period(period, t.language, weekday=False)) if period else "",
        t("Fee due: {date}", date=format_day(fee_due, t.language, weekday=False)) if fee_due else "",
        t("Representative: {name}", name=membership.representative) if membership.representative else "",
        *approval_lines(stored, membership, view),
    ]
