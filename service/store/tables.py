"""The tables. `migrations/` brings a database to exactly this; a test compares the two.

Times are microseconds (`times.py`), documents are JSON packed with zlib (`packing.py`).
"""

from __future__ import annotations

from sqlalchemy import (
    BigInteger,
    Column,
    ForeignKey,
    ForeignKeyConstraint,
    Index,
    Integer,
    LargeBinary,
    MetaData,
    String,
    Table,
    Text,
    UniqueConstraint,
)

metadata = MetaData(
    naming_convention={
        "pk": "pk_%(table_name)s",
        "ix": "ix_%(table_name)s_%(column_0_N_name)s",
        "uq": "uq_%(table_name)s_%(column_0_N_name)s",
        "fk": "fk_%(table_name)s_%(column_0_N_name)s",
    }
)

articles = Table(
    "articles",
    metadata,
    Column("id", Text, primary_key=True),
    Column("revision", Integer, primary_key=True, autoincrement=False),  # 1 for the first text of this id
    Column("sha256", String(64), nullable=False),
    Column("title", Text, nullable=False),
    Column("language", Text),
    Column("source", Text),
    Column("url", Text),
    Column("published", Text),
    Column("content", LargeBinary, nullable=False),  # the text, packed
    Column("received_at", BigInteger, nullable=False),
    UniqueConstraint("id", "sha256"),
    Index(None, "received_at"),
)

snapshots = Table(
    "snapshots",
    metadata,
    Column("sha256", String(64), primary_key=True),
    Column("kept_at", BigInteger, nullable=False),
    Column(
        "provenance", LargeBinary
    ),  # packed; what all screenings under it say of their versions, NULL until the first
)

blobs = Table(
    "blobs",
    metadata,
    Column("sha256", String(64), primary_key=True),
    Column("size", BigInteger, nullable=False),  # bytes before packing
    Column("content", LargeBinary, nullable=False),
)

snapshot_blobs = Table(
    "snapshot_blobs",
    metadata,
    Column("snapshot", String(64), ForeignKey("snapshots.sha256"), primary_key=True),
    Column("name", Text, primary_key=True),  # rules/un-dprk/overseas-workers.yaml, lists/un, ...
    Column("blob", String(64), ForeignKey("blobs.sha256"), nullable=False),
    Index(None, "blob"),
)

screenings = Table(
    "screenings",
    metadata,
    Column("article_id", Text, primary_key=True),
    Column("revision", Integer, primary_key=True, autoincrement=False),
    Column("snapshot", String(64), ForeignKey("snapshots.sha256"), primary_key=True),
    Column("sha256", String(64), nullable=False),  # of the canonical bytes
    Column("band", Text, nullable=False),
    Column("body", LargeBinary, nullable=False),  # `screening/1` without its article and what its snapshot says, packed
    Column("screened_at", BigInteger, nullable=False),
    ForeignKeyConstraint(["article_id", "revision"], ["articles.id", "articles.revision"]),
    Index(None, "snapshot"),
)

alerts = Table(
    "alerts",
    metadata,
    Column("id", String(26), primary_key=True),
    Column("version", Integer, nullable=False),  # counts changes; the ETag is made of it
    Column("state", Text, nullable=False),
    Column("band", Text, nullable=False),
    Column("severity", Text, nullable=False),
    Column("points", Integer, nullable=False),
    Column("regime", Text, nullable=False),  # the folder of its strongest rule: un-dprk
    Column("story_id", Text, nullable=False),
    Column("summary", Text, nullable=False),
    Column("search", Text, nullable=False),  # what `q` looks in: case-folded summary, titles, names
    Column("priority", Integer, nullable=False, server_default="0"),
    Column("assignee", Text),
    Column("due_at", BigInteger),
    Column("snoozed_until", BigInteger),
    Column("proposed_by", Text),  # whoever decided and waits for a second pair of eyes
    Column("outcome", Text),  # true_match, false_positive, no_action: proposed or final, as the state says
    Column("merged_into", String(26)),  # the alert that took its articles over
    Column("discount", Text),  # the rule that closed it by itself, or that it was drawn from as a sample
    Column("created_at", BigInteger, nullable=False),
    Column("updated_at", BigInteger, nullable=False),
    Index(None, "updated_at", "id"),
    Index(None, "state", "updated_at", "id"),
    Index(None, "state", "priority", "id"),
    Index(None, "assignee", "state", "updated_at"),
    Index(None, "assignee", "state", "priority", "id"),
    Index(None, "state", "due_at", "created_at"),
    Index(None, "created_at"),
    Index(None, "id", "state", "priority", "due_at", "updated_at"),  # alerts of a rare facet, without their rows
    Index(None, "story_id"),
)

alert_articles = Table(
    "alert_articles",
    metadata,
    Column("alert_id", String(26), ForeignKey("alerts.id"), primary_key=True),
    Column("article_id", Text, primary_key=True),
    Column("revision", Integer, primary_key=True, autoincrement=False),
    Column("snapshot", String(64), nullable=False),
    Column("why_now", Text, nullable=False),
    Column("joined_at", BigInteger, nullable=False),
    ForeignKeyConstraint(
        ["article_id", "revision", "snapshot"], ["screenings.article_id", "screenings.revision", "screenings.snapshot"]
    ),
    Index(None, "article_id"),
)

alert_facets = Table(  # what an alert can be filtered by, one row a value
    "alert_facets",
    metadata,
    Column("alert_id", String(26), ForeignKey("alerts.id"), primary_key=True),
    Column("kind", Text, primary_key=True),  # rule, tag, list, entity, language, source
    Column("value", Text, primary_key=True),
    Index(None, "kind", "value", "alert_id"),
)

list_versions = Table(  # each import of a list, never changed but for `active`
    "list_versions",
    metadata,
    Column("list", Text, primary_key=True),
    Column("sha256", String(64), primary_key=True),  # of the file as it was read
    Column("version", Text, nullable=False),
    Column("list_date", Text),
    Column("source", Text, nullable=False),
    Column("counts", Text, nullable=False),  # the import report, JSON
    Column("blob", String(64), ForeignKey("blobs.sha256"), nullable=False),
    Column("active", Integer, nullable=False),  # 1 for the version in use, at most one of a list
    Column("imported_at", BigInteger, nullable=False),
    Index(None, "blob"),
)

idempotency = Table(
    "idempotency",
    metadata,
    Column("actor", Text, primary_key=True),
    Column("key", Text, primary_key=True),
    Column("request_sha256", String(64), nullable=False),
    Column("status", Integer),  # NULL while the first request is under way
    Column("response", LargeBinary),
    Column("claimed_at", BigInteger, nullable=False),
    Index(None, "claimed_at"),
)

events = Table(  # appended to, never changed: the audit chain
    "events",
    metadata,
    Column("seq", BigInteger, primary_key=True, autoincrement=False),
    Column("at", BigInteger, nullable=False),
    Column("actor", Text, nullable=False),
    Column("type", Text, nullable=False),
    Column("subject", Text, nullable=False),  # alert/<id>, article/<id>, key/<id>, ...
    Column("from", Text),
    Column("to", Text),
    Column("note", Text),
    Column("data", Text),  # further facts, canonical JSON
    Column("prev_hash", String(64), nullable=False),
    Column("hash", String(64), nullable=False),
    Index(None, "subject", "seq"),
    Index(None, "to", "at"),
    Index(None, "at"),
)

audit_head = Table(  # one row: the end of the chain, so that a cut tail shows
    "audit_head",
    metadata,
    Column("id", Integer, primary_key=True, autoincrement=False),
    Column("seq", BigInteger, nullable=False),
    Column("hash", String(64), nullable=False),
)

users = Table(
    "users",
    metadata,
    Column("name", Text, primary_key=True),
    Column("role", Text, nullable=False),
    Column("password", Text),  # scrypt; NULL: no login at the desk
    Column("created_at", BigInteger, nullable=False),
    Column("disabled_at", BigInteger),
)

keys = Table(
    "keys",
    metadata,
    Column("id", String(12), primary_key=True),
    Column("user", Text, ForeignKey("users.name"), nullable=False),
    Column("hash", String(64), nullable=False),  # SHA-256 of the secret, which has 192 random bits
    Column("created_at", BigInteger, nullable=False),
    Column("expires_at", BigInteger),
    Column("revoked_at", BigInteger),
)

sessions = Table(
    "sessions",
    metadata,
    Column("hash", String(64), primary_key=True),  # SHA-256 of the cookie
    Column("user", Text, ForeignKey("users.name"), nullable=False),
    Column("csrf", String(64), nullable=False),
    Column("expires_at", BigInteger, nullable=False),
)

party_decisions = Table(
    "party_decisions",
    metadata,
    Column("alert_id", String(26), ForeignKey("alerts.id"), primary_key=True),
    Column("entity_id", Text, primary_key=True),
    Column("decision", Text, nullable=False),  # confirmed, rejected, unclear
    Column("reason", Text, nullable=False),
    Column("note", Text, nullable=False),
    Column("by", Text, nullable=False),
    Column("at", BigInteger, nullable=False),
)

comments = Table(
    "comments",
    metadata,
    Column("id", String(26), primary_key=True),
    Column("alert_id", String(26), ForeignKey("alerts.id"), nullable=False),
    Column("by", Text, nullable=False),
    Column("at", BigInteger, nullable=False),
    Column("text", Text, nullable=False),
    Index(None, "alert_id", "id"),
)
