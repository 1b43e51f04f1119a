"""Suppressions with their duties, files of alerts, merged and discounted alerts."""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

revision = "0006"
down_revision = "0005"


def upgrade() -> None:
    """The first table of suppressions was never written to; it makes room for the one in use."""
    op.drop_table("suppressions")
    _suppressions()
    op.create_table(
        "suppressed_alerts",
        sa.Column("alert_id", sa.String(length=26), nullable=False),
        sa.Column("suppression_id", sa.String(length=26), nullable=False),
        sa.Column("at", sa.BigInteger(), nullable=False),
        sa.Column("shown_again_at", sa.BigInteger(), nullable=True),
        sa.ForeignKeyConstraint(["alert_id"], ["alerts.id"], name=op.f("fk_suppressed_alerts_alert_id")),
        sa.ForeignKeyConstraint(
            ["suppression_id"], ["suppressions.id"], name=op.f("fk_suppressed_alerts_suppression_id")
        ),
        sa.PrimaryKeyConstraint("alert_id", "suppression_id", name=op.f("pk_suppressed_alerts")),
    )
    with op.batch_alter_table("suppressed_alerts", schema=None) as batch_op:
        batch_op.create_index(
            batch_op.f("ix_suppressed_alerts_suppression_id_at"), ["suppression_id", "at"], unique=False
        )
    op.create_table(
        "alert_files",
        sa.Column("id", sa.String(length=26), nullable=False),
        sa.Column("alert_id", sa.String(length=26), nullable=False),
        sa.Column("name", sa.Text(), nullable=False),
        sa.Column("media_type", sa.Text(), nullable=False),
        sa.Column("size", sa.BigInteger(), nullable=False),
        sa.Column("sha256", sa.String(length=64), nullable=False),
        sa.Column("by", sa.Text(), nullable=False),
        sa.Column("at", sa.BigInteger(), nullable=False),
        sa.Column("content", sa.LargeBinary(), nullable=False),
        sa.ForeignKeyConstraint(["alert_id"], ["alerts.id"], name=op.f("fk_alert_files_alert_id")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_alert_files")),
    )
    with op.batch_alter_table("alert_files", schema=None) as batch_op:
        batch_op.create_index(batch_op.f("ix_alert_files_alert_id_id"), ["alert_id", "id"], unique=False)
    with op.batch_alter_table("alerts", schema=None) as batch_op:
        batch_op.add_column(sa.Column("merged_into", sa.String(length=26), nullable=True))
        batch_op.add_column(sa.Column("discount", sa.Text(), nullable=True))


def _suppressions() -> None:
    """Known false positives."""
    texts = ("rules", "entries", "words", "sources", "fingerprints")
    op.create_table(
        "suppressions",
        sa.Column("id", sa.String(length=26), nullable=False),
        sa.Column("alert_id", sa.String(length=26), nullable=False),
        *(sa.Column(name, sa.Text(), nullable=False) for name in texts),
        sa.Column("points", sa.Integer(), nullable=False),
        sa.Column("reason", sa.Text(), nullable=False),
        sa.Column("note", sa.Text(), nullable=False),
        sa.Column("owner", sa.Text(), nullable=False),
        sa.Column("created_by", sa.Text(), nullable=False),
        sa.Column("created_at", sa.BigInteger(), nullable=False),
        sa.Column("until", sa.BigInteger(), nullable=False),
        sa.Column("starts_at", sa.BigInteger(), nullable=True),
        sa.Column("approved_by", sa.Text(), nullable=True),
        sa.Column("reviewed_by", sa.Text(), nullable=True),
        sa.Column("reviewed_at", sa.BigInteger(), nullable=True),
        sa.Column("ended_as", sa.Text(), nullable=True),
        sa.Column("ended_by", sa.Text(), nullable=True),
        sa.Column("ended_at", sa.BigInteger(), nullable=True),
        sa.Column("ended_because", sa.Text(), nullable=True),
        sa.ForeignKeyConstraint(["alert_id"], ["alerts.id"], name=op.f("fk_suppressions_alert_id")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_suppressions")),
    )
    with op.batch_alter_table("suppressions", schema=None) as batch_op:
        batch_op.create_index(batch_op.f("ix_suppressions_ended_at_until"), ["ended_at", "until"], unique=False)
