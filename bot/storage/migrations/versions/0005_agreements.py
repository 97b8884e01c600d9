"""Approvals, terms and notice of agreements, and of memberships."""

from typing import Any

import sqlalchemy as sa
from alembic import op

revision = "0005"
down_revision = "0004"
branch_labels = None
depends_on = None

LACKING: dict[str, Any] = {"sqlite_where": sa.text("lacks_approval = 1"), "postgresql_where": sa.text("lacks_approval")}


def upgrade() -> None:
    """Add columns; what is there already lacks its approvals where its team's country asks for them."""
    op.add_column("teams", sa.Column("approval_chain", sa.JSON(none_as_null=True), nullable=True))
    op.drop_index(op.f("ix_agreements_ends_on"), "agreements")
    for column in (
        _text("place"),
        _list("signatories"),
        sa.Column("term", sa.JSON(none_as_null=True), nullable=True),
        _no("renews"),
        sa.Column("notice", sa.JSON(none_as_null=True), nullable=True),
        _list("supersedes"),
        sa.Column("renewed_by", sa.Integer(), nullable=True),
        _list("approvals"),
        sa.Column("notice_on", sa.Date(), nullable=True),
        _no("lacks_approval"),
    ):
        op.add_column("agreements", column)
    for column in (
        _text("representative"),
        sa.Column("fee_due", sa.Date(), nullable=True),
        _list("approvals"),
        _no("lacks_approval"),
    ):
        op.add_column("memberships", column)
    _mark_lacking()
    op.create_index(op.f("ix_agreements_team_id_ends_on"), "agreements", ["team_id", "ends_on"])
    op.create_index(op.f("ix_agreements_team_id_notice_on"), "agreements", ["team_id", "notice_on"])
    op.create_index(op.f("ix_agreements_team_id_renews_ends_on"), "agreements", ["team_id", "renews", "ends_on"])
    op.create_index(op.f("ix_memberships_team_id_fee_due"), "memberships", ["team_id", "fee_due"])
    op.create_index("ix_agreements_lacks_approval", "agreements", ["team_id"], **LACKING)
    op.create_index("ix_memberships_lacks_approval", "memberships", ["team_id"], **LACKING)


def _text(name: str) -> "sa.Column[str]":
    return sa.Column(name, sa.Text(), nullable=False, server_default="")


def _list(name: str) -> "sa.Column[list[object]]":
    return sa.Column(name, sa.JSON(), nullable=False, server_default="[]")


def _no(name: str) -> "sa.Column[bool]":
    return sa.Column(name, sa.Boolean(), nullable=False, server_default=sa.false())


def _mark_lacking() -> None:
    teams = sa.table("teams", sa.column("id"), sa.column("country"))
    records = sa.table("records", sa.column("id"), sa.column("voided_at"))
    for name in ("agreements", "memberships"):
        table = sa.table(name, *map(sa.column, ("team_id", "record_id", "status", "lacks_approval")))
        lacking = (
            sa.update(table)
            .values(lacks_approval=sa.true())
            .where(
                table.c.team_id.in_(sa.select(teams.c.id).where(teams.c.country == "TR")),
                table.c.record_id.in_(sa.select(records.c.id).where(records.c.voided_at.is_(None))),
            )
        )
        if name == "agreements":
            planned = sa.func.coalesce(table.c.status, "").in_(["idea", "negotiating"])
            lacking = lacking.where(~planned)
        op.execute(lacking)
