"""What one person has, most urgent first, and what waits by the day of opening, along indexes."""

from __future__ import annotations

from alembic import op

revision = "0012"
down_revision = "0011"


def upgrade() -> None:
    """An index more, and one that also tells when an alert was opened."""
    op.create_index(op.f("ix_alerts_assignee_state_priority_id"), "alerts", ["assignee", "state", "priority", "id"])
    op.drop_index(op.f("ix_alerts_state_due_at"), "alerts")
    op.create_index(op.f("ix_alerts_state_due_at_created_at"), "alerts", ["state", "due_at", "created_at"])
