"""Test articles: rounds and results."""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

revision = "0009"
down_revision = "0008"


def upgrade() -> None:
    """Two tables."""
    op.create_table(
        "test_rounds",
        sa.Column("id", sa.String(length=26), nullable=False),
        sa.Column("slot", sa.BigInteger(), nullable=True),
        sa.Column("at", sa.BigInteger(), nullable=False),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_test_rounds")),
        sa.UniqueConstraint("slot", name=op.f("uq_test_rounds_slot")),
    )
    op.create_index(op.f("ix_test_rounds_at"), "test_rounds", ["at"])
    op.create_table(
        "test_results",
        sa.Column("round_id", sa.String(length=26), nullable=False),
        sa.Column("item", sa.Text(), nullable=False),
        sa.Column("expected_band", sa.Text(), nullable=False),
        sa.Column("expected_rule", sa.Text(), nullable=True),
        sa.Column("band", sa.Text(), nullable=False),
        sa.Column("passed", sa.Integer(), nullable=False),
        sa.Column("detail", sa.Text(), nullable=False),
        sa.Column("micros", sa.BigInteger(), nullable=False),
        sa.ForeignKeyConstraint(["round_id"], ["test_rounds.id"], name=op.f("fk_test_results_round_id")),
        sa.PrimaryKeyConstraint("round_id", "item", name=op.f("pk_test_results")),
    )
