"""Who sent a message, so that an answer that concerns one person is shown to them alone."""

import sqlalchemy as sa
from alembic import op

revision = "0003"
down_revision = "0002"
branch_labels = None
depends_on = None


def upgrade() -> None:
    """Add a column to inbox."""
    op.add_column("inbox", sa.Column("sender", sa.String(length=128), nullable=True))
