"""What all screenings of a snapshot say of their versions stands once, with the snapshot."""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

revision = "0008"
down_revision = "0007"


def upgrade() -> None:
    """Screenings of before keep saying it themselves."""
    op.add_column("snapshots", sa.Column("provenance", sa.LargeBinary(), nullable=True))
