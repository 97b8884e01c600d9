"""Who may send an answer, and until when; who is a member by the platform's word."""

import sqlalchemy as sa
from alembic import op

from bot.storage.columns import UtcDateTime

revision = "0010"
down_revision = "0009"
branch_labels = None
depends_on = None


def upgrade() -> None:
    """Add a column to inbox, and one to identities."""
    op.add_column("inbox", sa.Column("sending_until", UtcDateTime(), nullable=True))
    op.add_column("identities", sa.Column("is_vouched", sa.Boolean(), nullable=False, server_default=sa.false()))
