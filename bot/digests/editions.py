"""What a chat's schedule makes of the digest: whose, in which language, on which day, with which sections."""

from datetime import date, datetime, timedelta

from sqlalchemy import Connection

from bot.digests.content import build_digest
from bot.digests.section import Edition, Section
from bot.digests.sections import SECTIONS
from bot.domain.reminders import LEAD_DAYS
from bot.domain.schedules import Schedule
from bot.domain.teams import Team
from bot.i18n import translator
from bot.reply import Reply


def weekly_digest(db: Connection, team: Team, schedule: Schedule, now: datetime, *, shared: bool) -> Reply | None:
    """What is delivered to the chat; None where an empty week says nothing. ``now`` is aware."""
    edition = edition_of(db, team, schedule, now, shared=shared)
    return build_digest(edition, sections=sections_of(schedule), says_empty=schedule.says_empty)


def edition_of(db: Connection, team: Team, schedule: Schedule, now: datetime, *, shared: bool) -> Edition:
    """The edition of ``now``, by the chat's clock."""
    today = now.astimezone(schedule.zone).date()
    return Edition(
        db=db,
        team=team,
        now=now,
        today=today,
        t=translator(schedule.spoken),
        lead_days=LEAD_DAYS if schedule.lead_days is None else schedule.lead_days,
        member_id=schedule.member_id,
        shared=shared,
        first_of_month=is_first_of_month(today),
    )


def is_first_of_month(today: date) -> bool:
    """Whether the week of a day is its month's first. A week belongs to the month of its Thursday, so that one digest a
    month is the first, even if a holiday moves it."""
    thursday = today + timedelta(days=3 - today.weekday())
    return thursday.day <= 7


def sections_of(schedule: Schedule) -> tuple[Section, ...]:
    """Those that are not switched off."""
    return tuple(section for section in SECTIONS if section.name not in schedule.sections)
