"""A gift in words. What it is worth is for nobody but the one who asks alone."""

from bot.cards.terms import TERMS
from bot.cards.values import View, partner_line
from bot.domain.edits import Field
from bot.domain.gifts import CURRENCY, Gift, GiftDirection, Obligation, Standing, obligation
from bot.domain.records import StoredRecord
from bot.i18n import Translator
from bot.parsing.dates import format_day, format_period
from bot.parsing.gift_law import net_minimum_wages

PRIVATE = frozenset((Field.VALUE,))
"""The fields that are shown in a direct message only."""


def gift_head(gift: Gift, t: Translator) -> str:
    """ "Gift received"."""
    return t(TERMS[gift.direction])


def gift_lines(stored: StoredRecord, gift: Gift, view: View) -> list[str]:
    """The card below its head: what, from whom, when, its value where nobody reads along, and what the law asks for."""
    t = view.t
    period = stored.record.period
    partners = [view.partners[link.partner_id] for link in stored.record.links if link.partner_id in view.partners]
    who = "; ".join(filter(None, [gift.who, *(partner_line(partner, t) for partner in partners)]))
    received = gift.direction is GiftDirection.RECEIVED
    whom = (t("From: {who}", who=who) if received else t("To: {who}", who=who)) if who else ""
    due = obligation(
        gift,
        period.start if period else None,
        net_minimum_wages(),
        team_country=view.team.country,
        giver_country=partners[0].country if partners else None,
    )
    return [
        gift.what,
        " · ".join(filter(None, [whom, gift.about])),
        format_period(period, t.language),
        _value(gift, view),
        *(_law(due, view) if due else ()),
    ]


def _value(gift: Gift, view: View) -> str:
    t = view.t
    if view.shared:
        return t("Its value is shown in a direct message only.")
    if gift.value is None:
        return t("Value not assessed")
    return t("Value: {amount}", amount=t.money(gift.value, gift.currency))


def _law(due: Obligation, view: View) -> list[str]:
    """What Law 3628 art. 3 asks for above ten net minimum wages of the year; in a group nothing tells the value."""
    t = view.t
    by = format_day(due.hand_over_by, t.language, weekday=False)
    standing = Standing.UNKNOWN if view.shared else due.standing
    if due.threshold is None:
        limit = t("ten net minimum wages of that time")
    else:
        amount = t.money(due.threshold.amount, CURRENCY)
        limit = t("{amount} ({year})", amount=amount, year=due.threshold.year)
    match standing:
        case Standing.ABOVE:
            rows = [t("⚠ Hand it over to the institution by {date}", date=by)]
            rows.append(t("Law 3628 art. 3: above {limit}", limit=limit))
        case Standing.BELOW:
            rows = [t("Law 3628 art. 3: not above {limit}", limit=limit)]
        case _:
            rows = [t("Law 3628 art. 3: if above {limit}, to the institution by {date}", limit=limit, date=by)]
    if due.value_by and not view.shared:
        rows.append(t("Valuation by {date}", date=format_day(due.value_by, t.language, weekday=False)))
    return rows
