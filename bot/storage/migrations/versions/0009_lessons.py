"""Lessons and calls beside notes, a team's own names of themes, and an index of last days."""

import sqlalchemy as sa
from alembic import op

revision = "0009"
down_revision = "0008"
branch_labels = None
depends_on = None


def upgrade() -> None:
    """Every note so far is a plain one."""
    op.add_column("notes", sa.Column("kind", sa.String(length=16), nullable=False, server_default="note"))
    op.create_index(op.f("ix_notes_team_id_kind"), "notes", ["team_id", "kind"])
    op.create_index(op.f("ix_records_team_id_ends_on"), "records", ["team_id", "ends_on"])
    op.create_table(
        "theme_names",
        sa.Column("team_id", sa.BigInteger(), nullable=False),
        sa.Column("folded", sa.String(length=128), nullable=False),
        sa.Column("name", sa.Text(), nullable=False),
        sa.Column("theme", sa.String(length=128), nullable=False),
        sa.ForeignKeyConstraint(["team_id"], ["teams.id"], name=op.f("fk_theme_names_team_id_teams")),
        sa.PrimaryKeyConstraint("team_id", "folded", name=op.f("pk_theme_names")),
    )
