"""Second looks at decisions, reports made by schedule, and the trail by outcome and by time."""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

revision = "0007"
down_revision = "0006"


def upgrade() -> None:
    """Two tables, two indexes."""
    op.create_table(
        "second_looks",
        sa.Column("alert_id", sa.String(length=26), nullable=False),
        sa.Column("decided_at", sa.BigInteger(), autoincrement=False, nullable=False),
        sa.Column("maker", sa.Text(), nullable=False),
        sa.Column("by", sa.Text(), nullable=False),
        sa.Column("at", sa.BigInteger(), nullable=False),
        sa.Column("agrees", sa.Integer(), nullable=False),
        sa.Column("note", sa.Text(), nullable=False),
        sa.ForeignKeyConstraint(["alert_id"], ["alerts.id"], name=op.f("fk_second_looks_alert_id")),
        sa.PrimaryKeyConstraint("alert_id", "decided_at", name=op.f("pk_second_looks")),
    )
    op.create_index(op.f("ix_second_looks_decided_at"), "second_looks", ["decided_at"])
    op.create_table(
        "kept_reports",
        sa.Column("id", sa.String(length=26), nullable=False),
        sa.Column("every", sa.Text(), nullable=False),
        sa.Column("since", sa.BigInteger(), nullable=False),
        sa.Column("until", sa.BigInteger(), nullable=False),
        sa.Column("made_at", sa.BigInteger(), nullable=False),
        sa.Column("figures", sa.LargeBinary(), nullable=False),
        sa.Column("page", sa.LargeBinary(), nullable=False),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_kept_reports")),
        sa.UniqueConstraint("every", "since", name=op.f("uq_kept_reports_every_since")),
    )
    op.create_index(op.f("ix_events_to_at"), "events", ["to", "at"])
    op.create_index(op.f("ix_events_at"), "events", ["at"])
