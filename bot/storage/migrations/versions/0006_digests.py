"""When each chat gets its digest, and how far a delivery has come."""

from dataclasses import replace
from datetime import UTC, datetime

import sqlalchemy as sa
from alembic import op

from bot.domain.reminders import next_pass
from bot.domain.schedules import Schedule, next_slot, week_before
from bot.storage.columns import UtcDateTime

revision = "0006"
down_revision = "0005"
branch_labels = None
depends_on = None


_KNOWN = sa.text(
    "SELECT chats.id, chats.team_id, chats.platform, chats.kind, teams.timezone "
    "FROM chats JOIN teams ON teams.id = chats.team_id "
    "ORDER BY chats.kind DESC, chats.id"  # groups, then direct chats
)


def upgrade() -> None:
    """Make the table of schedules, and that of deliveries anew, which nothing has written so far.

    An index with the last day of a record; and records that are not to be reminded of for a while.
    """
    op.create_table(
        "schedules",
        sa.Column("id", sa.BigInteger().with_variant(sa.Integer(), "sqlite"), autoincrement=True, nullable=False),
        sa.Column("team_id", sa.BigInteger(), nullable=False),
        sa.Column("chat_id", sa.BigInteger(), nullable=False),
        sa.Column("next_at", UtcDateTime(), nullable=True),
        sa.Column("weekday", sa.Integer(), nullable=False),
        sa.Column("at_time", sa.String(length=5), nullable=False),
        sa.Column("timezone", sa.String(length=64), nullable=True),
        sa.Column("language", sa.String(length=8), nullable=True),
        sa.Column("sections", sa.JSON(), nullable=False),
        sa.Column("lead_days", sa.JSON(none_as_null=True), nullable=True),
        sa.Column("says_empty", sa.Boolean(), nullable=False),
        sa.Column("member_id", sa.BigInteger(), nullable=True),
        sa.Column("last_week", sa.String(length=8), nullable=True),
        sa.Column("reminders_at", UtcDateTime(), nullable=True),
        sa.Column("reminded_on", sa.Date(), nullable=True),
        sa.ForeignKeyConstraint(["chat_id"], ["chats.id"], name=op.f("fk_schedules_chat_id_chats")),
        sa.ForeignKeyConstraint(["member_id"], ["members.id"], name=op.f("fk_schedules_member_id_members")),
        sa.ForeignKeyConstraint(["team_id"], ["teams.id"], name=op.f("fk_schedules_team_id_teams")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_schedules")),
        sa.UniqueConstraint("chat_id", name=op.f("uq_schedules_chat_id")),
    )
    op.create_index(op.f("ix_schedules_next_at"), "schedules", ["next_at"], unique=False)
    op.create_index(op.f("ix_schedules_reminders_at"), "schedules", ["reminders_at"], unique=False)
    op.drop_index(op.f("ix_deliveries_state_due_at"), "deliveries")
    op.drop_table("deliveries")
    op.create_table(
        "deliveries",
        sa.Column("id", sa.BigInteger().with_variant(sa.Integer(), "sqlite"), autoincrement=True, nullable=False),
        sa.Column("team_id", sa.BigInteger(), nullable=False),
        sa.Column("chat_id", sa.BigInteger(), nullable=False),
        sa.Column("key", sa.String(length=255), nullable=False),
        sa.Column("kind", sa.String(length=16), nullable=False),
        sa.Column("record_id", sa.BigInteger(), nullable=True),
        sa.Column("due_at", UtcDateTime(), nullable=False),
        sa.Column("planned_at", UtcDateTime(), nullable=False),
        sa.Column("state", sa.String(length=16), nullable=False),
        sa.Column("lease_until", UtcDateTime(), nullable=True),
        sa.Column("attempts", sa.Integer(), nullable=False),
        sa.Column("reply", sa.Text(), nullable=True),
        sa.Column("posts", sa.JSON(), nullable=False),
        sa.Column("error", sa.Text(), nullable=False),
        sa.Column("created_at", UtcDateTime(), nullable=False),
        sa.Column("sent_at", UtcDateTime(), nullable=True),
        sa.ForeignKeyConstraint(["chat_id"], ["chats.id"], name=op.f("fk_deliveries_chat_id_chats")),
        sa.ForeignKeyConstraint(["record_id"], ["records.id"], name=op.f("fk_deliveries_record_id_records")),
        sa.ForeignKeyConstraint(["team_id"], ["teams.id"], name=op.f("fk_deliveries_team_id_teams")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_deliveries")),
        sa.UniqueConstraint("key", name=op.f("uq_deliveries_key")),
    )
    op.create_index(op.f("ix_deliveries_state_due_at"), "deliveries", ["state", "due_at"], unique=False)
    op.create_index(op.f("ix_deliveries_chat_id_state"), "deliveries", ["chat_id", "state"], unique=False)
    op.drop_index(op.f("ix_records_team_id_starts_on"), "records")
    op.create_index(op.f("ix_records_team_id_starts_on_ends_on"), "records", ["team_id", "starts_on", "ends_on"])
    op.create_table(
        "snoozes",
        sa.Column(
            "record_id", sa.BigInteger().with_variant(sa.Integer(), "sqlite"), autoincrement=False, nullable=False
        ),
        sa.Column("team_id", sa.BigInteger(), nullable=False),
        sa.Column("until", sa.Date(), nullable=True),
        sa.Column("counted_to", sa.Date(), nullable=False),
        sa.Column("member_id", sa.BigInteger(), nullable=False),
        sa.ForeignKeyConstraint(["member_id"], ["members.id"], name=op.f("fk_snoozes_member_id_members")),
        sa.ForeignKeyConstraint(["record_id"], ["records.id"], name=op.f("fk_snoozes_record_id_records")),
        sa.ForeignKeyConstraint(["team_id"], ["teams.id"], name=op.f("fk_snoozes_team_id_teams")),
        sa.PrimaryKeyConstraint("record_id", name=op.f("pk_snoozes")),
    )
    _schedule_known_chats(op.get_bind(), datetime.now(UTC))


def _schedule_known_chats(db: sa.Connection, now: datetime) -> None:
    """Chats of before get the usual schedule, as ``storage/schedules.py`` gives it to new ones."""
    served: set[int] = set()
    for row in db.execute(_KNOWN).all():
        is_on = row.kind == "group" or row.platform == "console" or row.team_id not in served
        if is_on and row.platform != "console":
            served.add(row.team_id)
        schedule = Schedule(row.team_id, row.id, is_on=is_on, default_timezone=row.timezone)
        if is_on:
            slot = next_slot(schedule, now, lambda _day: False)  # whether it is a holiday is asked when it is due
            schedule = replace(schedule, next_at=slot.at, last_week=week_before(slot.week))
        table = sa.table(
            "schedules",
            *map(sa.column, ("team_id", "chat_id", "weekday", "at_time", "says_empty", "last_week")),
            sa.column("sections", sa.JSON()),
            sa.column("next_at", UtcDateTime()),
            sa.column("reminders_at", UtcDateTime()),
        )
        db.execute(
            sa.insert(table).values(
                team_id=schedule.team_id,
                chat_id=schedule.chat_id,
                next_at=schedule.next_at,
                weekday=schedule.weekday,
                at_time=schedule.at_time,
                sections=[],
                says_empty=True,
                last_week=schedule.last_week,
                reminders_at=next_pass(schedule, now),
            )
        )
