"""State and order of single alerts from an index, for facets that few alerts have."""

from __future__ import annotations

from alembic import op

revision = "0013"
down_revision = "0012"
COLUMNS = ["id", "state", "priority", "due_at", "updated_at"]


def upgrade() -> None:
    """One index."""
    op.create_index(op.f("ix_alerts_id_state_priority_due_at_updated_at"), "alerts", COLUMNS)
