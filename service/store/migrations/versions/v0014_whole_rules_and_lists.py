"""Suppressions of whole rules and lists."""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

revision = "0014"
down_revision = "0013"


def upgrade() -> None:
    """One column; what is kept means none."""
    op.add_column("suppressions", sa.Column("scopes", sa.Text(), nullable=False, server_default="[]"))
