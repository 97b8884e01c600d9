"""Culture days ahead: with a partner they are prepared for a quarter of a year."""

from datetime import timedelta

from bot.cards.digest import dated_line
from bot.digests.section import Edition, Part
from bot.storage.ahead import Window, find_ahead
from bot.storage.records import load_records

WEEKS = 13


def culture_days(edition: Edition) -> Part | None:
    """Those that begin after this week, within thirteen weeks from today."""
    window = Window(
        first=edition.until + timedelta(days=1),
        last=edition.today + timedelta(weeks=WEEKS),
        after=edition.until,
        member_id=edition.member_id,
        culture_days=True,
    )
    ids = find_ahead(edition.db, edition.team.id, window)
    if not ids:
        return None
    found = load_records(edition.db, edition.team.id, ids[: edition.most])
    view = edition.view(found)
    rows = tuple(dated_line(stored, view) for stored in found)
    return Part(edition.t("Culture days ahead"), rows, more=len(ids) - len(found))
