"""The tables of the desk: suppressions, files. `tables.py` holds the others."""

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

__all__ = ["alert_files", "metadata", "suppressed_alerts", "suppressions"]

suppressions = Table(  # known false positives
    "suppressions",
    metadata,
    Column("id", String(26), primary_key=True),
    Column("alert_id", String(26), ForeignKey("alerts.id"), nullable=False),  # the alert that it was written for
    Column("rules", Text, nullable=False),  # JSON, as are the next four, `scopes` and `leaves`
    Column("entries", Text, nullable=False),
    Column("words", Text, nullable=False),
    Column("sources", Text, nullable=False),
    Column("fingerprints", Text, nullable=False),
    Column("points", Integer, nullable=False),
    Column("reason", Text, nullable=False),
    Column("note", Text, nullable=False),
    Column("owner", Text, nullable=False),
    Column("created_by", Text, nullable=False),
    Column("created_at", BigInteger, nullable=False),
    Column("until", BigInteger, nullable=False),
    Column("starts_at", BigInteger),  # NULL while it waits for a second person
    Column("approved_by", Text),
    Column("reviewed_by", Text),
    Column("reviewed_at", BigInteger),
    Column("ended_as", Text),  # expired, revoked, voided
    Column("ended_by", Text),
    Column("ended_at", BigInteger),
    Column("ended_because", Text),
    Column("scopes", Text, nullable=False, server_default="[]"),  # whole rules and lists
    Column("leaves", Text, nullable=False, server_default="[]"),  # rules of its alert that it does not cover
    Index(None, "ended_at", "until"),
)

suppressed_alerts = Table(  # which alerts a suppression covers or has covered
    "suppressed_alerts",
    metadata,
    Column("alert_id", String(26), ForeignKey("alerts.id"), primary_key=True),
    Column("suppression_id", String(26), ForeignKey("suppressions.id"), primary_key=True),
    Column("at", BigInteger, nullable=False),
    Column("shown_again_at", BigInteger),
    Index(None, "suppression_id", "at"),
)

alert_files = Table(  # files that people put with an alert
    "alert_files",
    metadata,
    Column("id", String(26), primary_key=True),
    Column("alert_id", String(26), ForeignKey("alerts.id"), nullable=False),
    Column("name", Text, nullable=False),
    Column("media_type", Text, nullable=False),
    Column("size", BigInteger, nullable=False),
    Column("sha256", String(64), nullable=False),
    Column("by", Text, nullable=False),
    Column("at", BigInteger, nullable=False),
    Column("content", LargeBinary, nullable=False),
    Index(None, "alert_id", "id"),
)

test_rounds = Table(  # when test articles were planted
    "test_rounds",
    metadata,
    Column("id", String(26), primary_key=True),
    Column("slot", BigInteger),  # of the schedule, so that one process of many does it; NULL: by hand
    Column("at", BigInteger, nullable=False),
    UniqueConstraint("slot"),
    Index(None, "at"),
)

test_results = Table(  # what came of them
    "test_results",
    metadata,
    Column("round_id", String(26), ForeignKey("test_rounds.id"), primary_key=True),
    Column("item", Text, primary_key=True),
    Column("expected_band", Text, nullable=False),
    Column("expected_rule", Text),
    Column("band", Text, nullable=False),
    Column("passed", Integer, nullable=False),
    Column("detail", Text, nullable=False),
    Column("micros", BigInteger, nullable=False),
)
