"""When each chat gets its digest, and how far a delivery has come."""

import sqlalchemy as sa
from alembic import op

revision = "0006"
down_revision = "0005"
branch_labels = None
depends_on = None


def upgrade() -> None:
    """An index with the last day of a record; records that are not to be reminded of for a while."""
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
