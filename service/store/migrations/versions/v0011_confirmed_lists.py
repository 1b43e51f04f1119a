"""Which version of a list its publisher was last seen to have."""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

revision = "0011"
down_revision = "0010"


def upgrade() -> None:
    """One column."""
    op.add_column("list_states", sa.Column("confirmed", sa.String(length=64), nullable=True))
