"""Terms of office, elections, templates of letters."""

import sqlalchemy as sa
from alembic import op

revision = "0008"
down_revision = "0007"
branch_labels = None
depends_on = None


def upgrade() -> None:
    """Add columns to contacts, and two tables."""
    op.add_column("contacts", sa.Column("term_starts_on", sa.Date(), nullable=True))
    op.add_column("contacts", sa.Column("term_ends_on", sa.Date(), nullable=True))
    op.add_column("contacts", sa.Column("term_precision", sa.String(length=8), nullable=True))
    op.create_index(op.f("ix_contacts_team_id_term_ends_on"), "contacts", ["team_id", "term_ends_on"])
    op.create_table(
        "elections",
        sa.Column(
            "partner_id", sa.BigInteger().with_variant(sa.Integer(), "sqlite"), autoincrement=False, nullable=False
        ),
        sa.Column("team_id", sa.BigInteger(), nullable=False),
        sa.Column("starts_on", sa.Date(), nullable=False),
        sa.Column("ends_on", sa.Date(), nullable=False),
        sa.Column("precision", sa.String(length=8), nullable=False),
        sa.ForeignKeyConstraint(["partner_id"], ["partners.id"], name=op.f("fk_elections_partner_id_partners")),
        sa.ForeignKeyConstraint(["team_id"], ["teams.id"], name=op.f("fk_elections_team_id_teams")),
        sa.PrimaryKeyConstraint("partner_id", name=op.f("pk_elections")),
    )
    op.create_index(op.f("ix_elections_team_id_ends_on"), "elections", ["team_id", "ends_on"])
    op.create_table(
        "letter_templates",
        sa.Column("team_id", sa.BigInteger(), nullable=False),
        sa.Column("occasion", sa.String(length=16), nullable=False),
        sa.Column("language", sa.String(length=8), nullable=False),
        sa.Column("text", sa.Text(), nullable=False),
        sa.ForeignKeyConstraint(["team_id"], ["teams.id"], name=op.f("fk_letter_templates_team_id_teams")),
        sa.PrimaryKeyConstraint("team_id", "occasion", "language", name=op.f("pk_letter_templates")),
    )
