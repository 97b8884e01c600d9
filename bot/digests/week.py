"""This week's visits and events: each on a line of its own."""

from bot.cards.digest import week_line
from bot.digests.section import FRIDAY, Edition, Part
from bot.storage.ahead import Window, find_ahead
from bot.storage.records import load_records


def this_week(edition: Edition) -> Part | None:
    """What begins or goes on by Sunday, the nearest first."""
    t = edition.t
    window = Window(first=edition.today, last=edition.until, member_id=edition.member_id)
    ids = find_ahead(edition.db, edition.team.id, window)
    if not ids:
        return None
    found = load_records(edition.db, edition.team.id, ids[: edition.most])
    view = edition.view(found)
    heading = t("This week") if edition.today.weekday() < FRIDAY else t("This and next week")
    return Part(heading, tuple(week_line(stored, view) for stored in found), more=len(ids) - len(found))
