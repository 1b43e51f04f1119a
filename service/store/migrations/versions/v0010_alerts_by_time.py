"""Alerts by the time of their opening, for figures of a stretch of time."""

from __future__ import annotations

from alembic import op

revision = "0010"
down_revision = "0009"


def upgrade() -> None:
    """One index."""
    op.create_index(op.f("ix_alerts_created_at"), "alerts", ["created_at"])
