"""How many agreements and memberships lack the record of an approval: once a month, as a count."""

from bot.digests.section import Edition, Part
from bot.message import Invocation
from bot.reply import Button
from bot.storage.agreements import count_lacking_approval


def approvals_missing(edition: Edition) -> Part | None:
    """Nothing in a digest of what is somebody's own: the papers are the desk's."""
    if not edition.first_of_month or edition.member_id is not None:
        return None
    t = edition.t
    count = count_lacking_approval(edition.db, edition.team.id)
    if not count:
        return None
    show = Button(t("Missing approvals"), Invocation("agreements", "missing"))
    return Part("", (t("Approval records missing: {n}", n=count),), buttons=(show,))
