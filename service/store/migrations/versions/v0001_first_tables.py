"""The first tables."""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

revision = "0001"
down_revision = None


def upgrade() -> None:
    """The first tables."""
    op.create_table(
        "alerts",
        sa.Column("id", sa.String(length=26), nullable=False),
        sa.Column("version", sa.Integer(), nullable=False),
        sa.Column("state", sa.Text(), nullable=False),
        sa.Column("band", sa.Text(), nullable=False),
        sa.Column("severity", sa.Text(), nullable=False),
        sa.Column("points", sa.Integer(), nullable=False),
        sa.Column("regime", sa.Text(), nullable=False),
        sa.Column("story_id", sa.Text(), nullable=False),
        sa.Column("summary", sa.Text(), nullable=False),
        sa.Column("search", sa.Text(), nullable=False),
        sa.Column("created_at", sa.BigInteger(), nullable=False),
        sa.Column("updated_at", sa.BigInteger(), nullable=False),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_alerts")),
    )
    with op.batch_alter_table("alerts", schema=None) as batch_op:
        batch_op.create_index(batch_op.f("ix_alerts_state_updated_at_id"), ["state", "updated_at", "id"], unique=False)
        batch_op.create_index(batch_op.f("ix_alerts_story_id"), ["story_id"], unique=False)
        batch_op.create_index(batch_op.f("ix_alerts_updated_at_id"), ["updated_at", "id"], unique=False)

    op.create_table(
        "articles",
        sa.Column("id", sa.Text(), nullable=False),
        sa.Column("revision", sa.Integer(), autoincrement=False, nullable=False),
        sa.Column("sha256", sa.String(length=64), nullable=False),
        sa.Column("title", sa.Text(), nullable=False),
        sa.Column("language", sa.Text(), nullable=True),
        sa.Column("source", sa.Text(), nullable=True),
        sa.Column("url", sa.Text(), nullable=True),
        sa.Column("published", sa.Text(), nullable=True),
        sa.Column("content", sa.LargeBinary(), nullable=False),
        sa.Column("received_at", sa.BigInteger(), nullable=False),
        sa.PrimaryKeyConstraint("id", "revision", name=op.f("pk_articles")),
        sa.UniqueConstraint("id", "sha256", name=op.f("uq_articles_id_sha256")),
    )
    with op.batch_alter_table("articles", schema=None) as batch_op:
        batch_op.create_index(batch_op.f("ix_articles_received_at"), ["received_at"], unique=False)

    heads = op.create_table(
        "audit_head",
        sa.Column("id", sa.Integer(), autoincrement=False, nullable=False),
        sa.Column("seq", sa.BigInteger(), nullable=False),
        sa.Column("hash", sa.String(length=64), nullable=False),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_audit_head")),
    )
    op.create_table(
        "blobs",
        sa.Column("sha256", sa.String(length=64), nullable=False),
        sa.Column("size", sa.BigInteger(), nullable=False),
        sa.Column("content", sa.LargeBinary(), nullable=False),
        sa.PrimaryKeyConstraint("sha256", name=op.f("pk_blobs")),
    )
    op.create_table(
        "events",
        sa.Column("seq", sa.BigInteger(), autoincrement=False, nullable=False),
        sa.Column("at", sa.BigInteger(), nullable=False),
        sa.Column("actor", sa.Text(), nullable=False),
        sa.Column("type", sa.Text(), nullable=False),
        sa.Column("subject", sa.Text(), nullable=False),
        sa.Column("from", sa.Text(), nullable=True),
        sa.Column("to", sa.Text(), nullable=True),
        sa.Column("note", sa.Text(), nullable=True),
        sa.Column("data", sa.Text(), nullable=True),
        sa.Column("prev_hash", sa.String(length=64), nullable=False),
        sa.Column("hash", sa.String(length=64), nullable=False),
        sa.PrimaryKeyConstraint("seq", name=op.f("pk_events")),
    )
    with op.batch_alter_table("events", schema=None) as batch_op:
        batch_op.create_index(batch_op.f("ix_events_subject_seq"), ["subject", "seq"], unique=False)

    op.create_table(
        "idempotency",
        sa.Column("actor", sa.Text(), nullable=False),
        sa.Column("key", sa.Text(), nullable=False),
        sa.Column("request_sha256", sa.String(length=64), nullable=False),
        sa.Column("status", sa.Integer(), nullable=True),
        sa.Column("response", sa.LargeBinary(), nullable=True),
        sa.Column("claimed_at", sa.BigInteger(), nullable=False),
        sa.PrimaryKeyConstraint("actor", "key", name=op.f("pk_idempotency")),
    )
    with op.batch_alter_table("idempotency", schema=None) as batch_op:
        batch_op.create_index(batch_op.f("ix_idempotency_claimed_at"), ["claimed_at"], unique=False)

    op.create_table(
        "snapshots",
        sa.Column("sha256", sa.String(length=64), nullable=False),
        sa.Column("kept_at", sa.BigInteger(), nullable=False),
        sa.PrimaryKeyConstraint("sha256", name=op.f("pk_snapshots")),
    )
    op.create_table(
        "alert_facets",
        sa.Column("alert_id", sa.String(length=26), nullable=False),
        sa.Column("kind", sa.Text(), nullable=False),
        sa.Column("value", sa.Text(), nullable=False),
        sa.ForeignKeyConstraint(["alert_id"], ["alerts.id"], name=op.f("fk_alert_facets_alert_id")),
        sa.PrimaryKeyConstraint("alert_id", "kind", "value", name=op.f("pk_alert_facets")),
    )
    with op.batch_alter_table("alert_facets", schema=None) as batch_op:
        batch_op.create_index(
            batch_op.f("ix_alert_facets_kind_value_alert_id"), ["kind", "value", "alert_id"], unique=False
        )

    op.create_table(
        "screenings",
        sa.Column("article_id", sa.Text(), nullable=False),
        sa.Column("revision", sa.Integer(), autoincrement=False, nullable=False),
        sa.Column("snapshot", sa.String(length=64), nullable=False),
        sa.Column("sha256", sa.String(length=64), nullable=False),
        sa.Column("band", sa.Text(), nullable=False),
        sa.Column("body", sa.LargeBinary(), nullable=False),
        sa.Column("screened_at", sa.BigInteger(), nullable=False),
        sa.ForeignKeyConstraint(
            ["article_id", "revision"],
            ["articles.id", "articles.revision"],
            name=op.f("fk_screenings_article_id_revision"),
        ),
        sa.ForeignKeyConstraint(["snapshot"], ["snapshots.sha256"], name=op.f("fk_screenings_snapshot")),
        sa.PrimaryKeyConstraint("article_id", "revision", "snapshot", name=op.f("pk_screenings")),
    )
    with op.batch_alter_table("screenings", schema=None) as batch_op:
        batch_op.create_index(batch_op.f("ix_screenings_snapshot"), ["snapshot"], unique=False)

    op.create_table(
        "snapshot_blobs",
        sa.Column("snapshot", sa.String(length=64), nullable=False),
        sa.Column("name", sa.Text(), nullable=False),
        sa.Column("blob", sa.String(length=64), nullable=False),
        sa.ForeignKeyConstraint(["blob"], ["blobs.sha256"], name=op.f("fk_snapshot_blobs_blob")),
        sa.ForeignKeyConstraint(["snapshot"], ["snapshots.sha256"], name=op.f("fk_snapshot_blobs_snapshot")),
        sa.PrimaryKeyConstraint("snapshot", "name", name=op.f("pk_snapshot_blobs")),
    )
    with op.batch_alter_table("snapshot_blobs", schema=None) as batch_op:
        batch_op.create_index(batch_op.f("ix_snapshot_blobs_blob"), ["blob"], unique=False)

    op.create_table(
        "alert_articles",
        sa.Column("alert_id", sa.String(length=26), nullable=False),
        sa.Column("article_id", sa.Text(), nullable=False),
        sa.Column("revision", sa.Integer(), autoincrement=False, nullable=False),
        sa.Column("snapshot", sa.String(length=64), nullable=False),
        sa.Column("why_now", sa.Text(), nullable=False),
        sa.Column("joined_at", sa.BigInteger(), nullable=False),
        sa.ForeignKeyConstraint(["alert_id"], ["alerts.id"], name=op.f("fk_alert_articles_alert_id")),
        sa.ForeignKeyConstraint(
            ["article_id", "revision", "snapshot"],
            ["screenings.article_id", "screenings.revision", "screenings.snapshot"],
            name=op.f("fk_alert_articles_article_id_revision_snapshot"),
        ),
        sa.PrimaryKeyConstraint("alert_id", "article_id", "revision", name=op.f("pk_alert_articles")),
    )
    with op.batch_alter_table("alert_articles", schema=None) as batch_op:
        batch_op.create_index(batch_op.f("ix_alert_articles_article_id"), ["article_id"], unique=False)
    op.bulk_insert(heads, [{"id": 1, "seq": 0, "hash": "0" * 64}])  # the audit chain begins here
