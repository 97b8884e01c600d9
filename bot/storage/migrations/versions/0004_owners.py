"""Who looks after a record."""

import sqlalchemy as sa
from alembic import op

revision = "0004"
down_revision = "0003"
branch_labels = None
depends_on = None


def upgrade() -> None:
    """Add a column to records."""
    with op.batch_alter_table("records") as records:
        records.add_column(sa.Column("owner_id", sa.BigInteger(), nullable=True))
        records.create_foreign_key(op.f("fk_records_owner_id_members"), "members", ["owner_id"], ["id"])
    op.create_index(op.f("ix_records_owner_id"), "records", ["owner_id"])
