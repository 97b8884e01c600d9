"""Tasks, letters and gifts; programme and outcome of visits; what usually follows them."""

import sqlalchemy as sa
from alembic import op

revision = "0007"
down_revision = "0006"
branch_labels = None
depends_on = None


def upgrade() -> None:
    """Add three tables, and columns to visits and teams."""
    op.add_column("teams", sa.Column("usual_tasks", sa.JSON(none_as_null=True), nullable=True))
    for name in ("programme", "outcome"):
        op.add_column("visits", sa.Column(name, sa.Text(), nullable=False, server_default=""))
    with op.batch_alter_table("visits") as visits:
        for name in ("programme", "outcome"):
            visits.alter_column(name, server_default=None)
    op.create_table(
        "tasks",
        *_keys("tasks"),
        sa.Column("text", sa.Text(), nullable=False),
        sa.Column("about", sa.String(length=16), nullable=False),
        sa.Column("done_on", sa.Date(), nullable=True),
        sa.Column("done_by", sa.Text(), nullable=False),
    )
    lacking = "kind IN ('technical', 'study') AND (programme = '' OR purpose = '' OR outcome = '')"
    op.create_index(
        "ix_visits_lacks_papers",
        "visits",
        ["team_id", "record_id"],
        sqlite_where=sa.text(lacking),
        postgresql_where=sa.text(lacking),
    )
    op.create_index(
        op.f("ix_tasks_open"),
        "tasks",
        ["team_id"],
        sqlite_where=sa.text("done_on IS NULL"),
        postgresql_where=sa.text("done_on IS NULL"),
    )
    op.create_table(
        "gifts",
        *_keys("gifts"),
        sa.Column("direction", sa.String(length=16), nullable=False),
        sa.Column("what", sa.Text(), nullable=False),
        sa.Column("who", sa.Text(), nullable=False),
        sa.Column("value", sa.Numeric(18, 2).with_variant(sa.String(24), "sqlite"), nullable=True),
        sa.Column("currency", sa.String(length=3), nullable=False),
        sa.Column("about", sa.String(length=16), nullable=False),
        sa.Column("returned_on", sa.Date(), nullable=True),
    )
    op.create_table(
        "letters",
        *_keys("letters"),
        sa.Column("direction", sa.String(length=16), nullable=False),
        sa.Column("occasion", sa.Text(), nullable=False),
        sa.Column("kind", sa.String(length=16), nullable=True),
    )


def _keys(table: str) -> tuple[sa.schema.SchemaItem, ...]:
    return (
        sa.Column(
            "record_id", sa.BigInteger().with_variant(sa.Integer(), "sqlite"), autoincrement=False, nullable=False
        ),
        sa.Column("team_id", sa.BigInteger(), nullable=False),
        sa.ForeignKeyConstraint(["record_id"], ["records.id"], name=op.f(f"fk_{table}_record_id_records")),
        sa.ForeignKeyConstraint(["team_id"], ["teams.id"], name=op.f(f"fk_{table}_team_id_teams")),
        sa.PrimaryKeyConstraint("record_id", name=op.f(f"pk_{table}")),
    )
