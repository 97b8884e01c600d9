"""The next three weeks: how many of what, and a button that shows them."""

from datetime import timedelta

from bot.cards.digest import kinds_line
from bot.digests.section import Edition, Part
from bot.domain.periods import Period
from bot.message import Invocation
from bot.parsing.dates import format_period
from bot.reply import Button
from bot.storage.ahead import Window, kinds_ahead

WEEKS = 3


def next_weeks(edition: Edition) -> Part | None:
    """What comes behind this week, as a count with the kinds."""
    t = edition.t
    first, last = edition.until + timedelta(days=1), edition.until + timedelta(weeks=WEEKS)
    window = Window(first=first, last=last, after=edition.until, member_id=edition.member_id)
    counts = kinds_ahead(edition.db, edition.team.id, window)
    if not counts:
        return None
    days = format_period(Period(first, last), t.language, weekday=False)
    show = Button(t("Next three weeks"), Invocation("upcoming", days))
    return Part("", (t("Next three weeks: {what}", what=kinds_line(counts, t)),), buttons=(show,))
