"""Files that came with an open question, kept for the record that its answer makes."""

import sqlalchemy as sa
from alembic import op

revision = "0011"
down_revision = "0010"
branch_labels = None
depends_on = None


def upgrade() -> None:
    """Add a column to questions; those that are open have no files."""
    op.add_column("questions", sa.Column("attachments", sa.JSON(), nullable=False, server_default="[]"))
