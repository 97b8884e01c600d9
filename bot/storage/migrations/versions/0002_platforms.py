"""Chats that cannot be reached, buttons that were pressed, files and their contents."""

import sqlalchemy as sa
from alembic import op

from bot.storage.columns import UtcDateTime

revision = "0002"
down_revision = "0001"
branch_labels = None
depends_on = None


def upgrade() -> None:
    """Add columns to chats and inbox; make the tables of files anew, which nothing has written so far."""
    op.add_column("chats", sa.Column("unreachable_since", UtcDateTime(), nullable=True))
    op.add_column("inbox", sa.Column("post_id", sa.String(length=128), nullable=True))
    op.add_column("inbox", sa.Column("button", sa.Text(), nullable=True))
    op.create_index(
        op.f("ix_inbox_chat_id_post_id_button"),
        "inbox",
        ["chat_id", "post_id", "button"],
        unique=False,
        sqlite_where=sa.text("button IS NOT NULL"),
        postgresql_where=sa.text("button IS NOT NULL"),
    )
    op.drop_index(op.f("ix_files_record_id"), "files")
    op.drop_table("files")
    op.create_table(
        "contents",
        sa.Column("team_id", sa.BigInteger(), nullable=False),
        sa.Column("sha256", sa.String(length=64), nullable=False),
        sa.Column("content", sa.LargeBinary(), nullable=False),
        sa.ForeignKeyConstraint(["team_id"], ["teams.id"], name=op.f("fk_contents_team_id_teams")),
        sa.PrimaryKeyConstraint("team_id", "sha256", name=op.f("pk_contents")),
    )
    op.create_table(
        "files",
        sa.Column("id", sa.BigInteger().with_variant(sa.Integer(), "sqlite"), autoincrement=True, nullable=False),
        sa.Column("team_id", sa.BigInteger(), nullable=False),
        sa.Column("record_id", sa.BigInteger(), nullable=False),
        sa.Column("platform", sa.String(length=16), nullable=False),
        sa.Column("account", sa.String(length=64), nullable=False),
        sa.Column("reference", sa.Text(), nullable=False),
        sa.Column("name", sa.Text(), nullable=False),
        sa.Column("media_type", sa.String(length=128), nullable=False),
        sa.Column("size", sa.BigInteger(), nullable=False),
        sa.Column("sha256", sa.String(length=64), nullable=True),
        sa.Column("attempts", sa.Integer(), nullable=False),
        sa.Column("due_at", UtcDateTime(), nullable=True),
        sa.Column("voided_at", UtcDateTime(), nullable=True),
        sa.ForeignKeyConstraint(["record_id"], ["records.id"], name=op.f("fk_files_record_id_records")),
        sa.ForeignKeyConstraint(["team_id"], ["teams.id"], name=op.f("fk_files_team_id_teams")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_files")),
    )
    op.create_index(op.f("ix_files_record_id"), "files", ["record_id"], unique=False)
    op.create_index(op.f("ix_files_due_at"), "files", ["due_at"], unique=False)
