"""How far stored articles have been searched for a changed list, apart from the lease of its refresh."""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

revision = "0015"
down_revision = "0014"


def upgrade() -> None:
    """A row for each list that is being searched for."""
    op.create_table(
        "list_searches",
        sa.Column("list", sa.Text(), nullable=False),
        sa.Column("version", sa.String(length=64), nullable=False),
        sa.Column("since", sa.Text(), nullable=False),
        sa.Column("began_at", sa.BigInteger(), nullable=False),
        sa.Column("searched_at", sa.BigInteger(), nullable=False),
        sa.Column("searched_id", sa.Text(), nullable=False),
        sa.Column("changed", sa.Integer(), nullable=False),
        sa.Column("held_by", sa.Text(), nullable=True),
        sa.Column("held_until", sa.BigInteger(), nullable=True),
        sa.PrimaryKeyConstraint("list", name=op.f("pk_list_searches")),
    )
