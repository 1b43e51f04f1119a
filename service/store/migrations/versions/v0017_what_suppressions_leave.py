"""What of its own alert a suppression leaves uncovered."""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

revision = "0017"
down_revision = "0016"


def upgrade() -> None:
    """One column; of what is kept it is not known, and counts as nothing."""
    op.add_column("suppressions", sa.Column("leaves", sa.Text(), nullable=False, server_default="[]"))
