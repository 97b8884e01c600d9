"""Partners without contact for long: a count, once a month."""

from bot.digests.section import Edition, Part
from bot.domain.health import QUIET_MONTHS, months_before
from bot.message import Invocation
from bot.reply import Button
from bot.storage.contacts_made import gone_quiet as counted


def gone_quiet(edition: Edition) -> Part | None:
    """Nothing in the other weeks of a month, nor where only one's own is wanted.

    A partner of which no contact has a date, and one that is expected soon, has not gone quiet.
    """
    if not edition.first_of_month or edition.member_id is not None:
        return None
    after = months_before(edition.today, QUIET_MONTHS)
    count = counted(edition.db, edition.team.id, after=after, today=edition.today)
    if not count:
        return None
    t = edition.t
    text = t.plural("Quiet for a year: {n} partner", "Quiet for a year: {n} partners", count)
    return Part("", (text,), buttons=(Button(t("Who is quiet"), Invocation("quiet")),))
