"""Signatures and last days: agreements that end, or can be given up, within the lead times; those to be signed."""

from datetime import date, timedelta

from bot.cards.deadlines import LastDay, last_day_buttons, last_day_line
from bot.digests.section import Edition, Part
from bot.domain.agreement_terms import is_past_its_end
from bot.domain.agreements import Agreement
from bot.domain.reminders import JUST_OVER
from bot.storage.agreements import agreements_ending
from bot.storage.ahead import MOST, find_signings, which_are_theirs
from bot.storage.records import load_records
from bot.storage.snoozes import load_snoozes


def last_days(edition: Edition) -> Part | None:
    """What ended lately without anybody saying what became of it, then what is ahead, the nearest first."""
    found = _not_snoozed(edition, days_ahead(edition))
    if not found:
        return None
    shown = found[: edition.most]
    stored = {one.id: one for one in load_records(edition.db, edition.team.id, [each.record_id for each in shown])}
    view = edition.view(stored.values())
    rows = tuple(last_day_line(stored[each.record_id], each, view) for each in shown)
    buttons = last_day_buttons(stored[shown[0].record_id], shown[0], edition.t)
    return Part(edition.t("Signatures and last days"), rows, more=len(found) - len(shown), buttons=buttons)


def days_ahead(edition: Edition) -> list[LastDay]:
    """All of them, those of others too unless only what is theirs is wanted."""
    db, team_id, today = edition.db, edition.team.id, edition.today
    until = today + timedelta(days=max(edition.lead_days, default=0))
    found = [LastDay(record_id, day, "ended") for record_id, day in _just_over(edition)]
    ahead = agreements_ending(db, team_id, today, until)
    found += [LastDay(one.record_id, one.day, "notice" if one.is_notice else "end") for one in ahead]
    signings = find_signings(db, team_id, today, until, limit=MOST)
    found += [LastDay(record_id, day, "signing") for record_id, day in signings]
    if edition.member_id is not None and found:
        own = which_are_theirs(db, team_id, [each.record_id for each in found], edition.member_id)
        found = [each for each in found if each.record_id in own]
    nearest: dict[int, LastDay] = {}
    for each in sorted(found, key=lambda each: (each.day, each.record_id)):
        nearest.setdefault(each.record_id, each)
    return list(nearest.values())


def _just_over(edition: Edition) -> list[tuple[int, date]]:
    """Those whose end has passed lately without a word of what became of them. What renews by itself has not ended."""
    first, last = edition.today - JUST_OVER, edition.today - timedelta(days=1)
    lately = {
        one.record_id: one.day
        for one in agreements_ending(edition.db, edition.team.id, first, last)
        if not one.is_notice
    }
    return [
        (stored.id, lately[stored.id])
        for stored in load_records(edition.db, edition.team.id, list(lately))
        if isinstance(stored.record.details, Agreement) and is_past_its_end(stored.record.details, edition.today)
    ]


def _not_snoozed(edition: Edition, found: list[LastDay]) -> list[LastDay]:
    snoozes = load_snoozes(edition.db, edition.team.id, [each.record_id for each in found])
    return [
        each
        for each in found
        if each.record_id not in snoozes or not snoozes[each.record_id].is_silent(edition.today, each.day)
    ]
