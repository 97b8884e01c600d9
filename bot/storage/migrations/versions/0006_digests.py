"""When each chat gets its digest, and how far a delivery has come."""

from alembic import op

revision = "0006"
down_revision = "0005"
branch_labels = None
depends_on = None


def upgrade() -> None:
    """An index with the last day of a record."""
    op.drop_index(op.f("ix_records_team_id_starts_on"), "records")
    op.create_index(op.f("ix_records_team_id_starts_on_ends_on"), "records", ["team_id", "starts_on", "ends_on"])
