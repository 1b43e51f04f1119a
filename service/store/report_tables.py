"""The tables of quality and reports: second looks at closed alerts, reports made by schedule."""

from __future__ import annotations

from sqlalchemy import (
    BigInteger,
    Column,
    ForeignKey,
    Index,
    Integer,
    LargeBinary,
    String,
    Table,
    Text,
    UniqueConstraint,
)

from service.store.tables import metadata

__all__ = ["kept_reports", "metadata", "second_looks"]

second_looks = Table(  # whether somebody else would have decided a closed alert in the same way
    "second_looks",
    metadata,
    Column("alert_id", String(26), ForeignKey("alerts.id"), primary_key=True),
    Column("decided_at", BigInteger, primary_key=True, autoincrement=False),  # of the decision that was looked at
    Column("maker", Text, nullable=False),
    Column("by", Text, nullable=False),
    Column("at", BigInteger, nullable=False),
    Column("agrees", Integer, nullable=False),
    Column("note", Text, nullable=False),
    Index(None, "decided_at"),
)

kept_reports = Table(  # period reports made by schedule, never changed
    "kept_reports",
    metadata,
    Column("id", String(26), primary_key=True),
    Column("every", Text, nullable=False),  # day, week, month
    Column("since", BigInteger, nullable=False),
    Column("until", BigInteger, nullable=False),
    Column("made_at", BigInteger, nullable=False),
    Column("figures", LargeBinary, nullable=False),  # `period/1`, packed
    Column("page", LargeBinary, nullable=False),  # HTML, packed
    UniqueConstraint("every", "since"),
)
