"""What a delivery says, made when it is sent first."""

from datetime import datetime

from sqlalchemy import Connection

from bot.digests.editions import edition_of, weekly_digest
from bot.digests.reminders import build_reminder
from bot.message import ChatKind
from bot.reply import Reply
from bot.storage.deliveries import REMINDER, DueDelivery
from bot.storage.schedules import load_schedule
from bot.storage.teams import load_team


def build_delivery(db: Connection, due: DueDelivery, now: datetime) -> Reply | None:
    """A digest or a reminder, as its chat's schedule has it; None where there is nothing to say."""
    schedule = load_schedule(db, due.team_id, due.chat_id)
    if schedule is None:
        return None
    team, shared = load_team(db, due.team_id), due.chat.kind is ChatKind.GROUP
    if due.kind == REMINDER:
        return build_reminder(edition_of(db, team, schedule, now, shared=shared), due.record_id)
    return weekly_digest(db, team, schedule, now, shared=shared)
