"""What articles on the same event have in common."""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

revision = "0004"
down_revision = "0003"


def upgrade() -> None:
    """Make the tables of stories anew; nothing wrote to them before."""
    op.drop_table("story_keys")
    op.drop_table("story_articles")
    op.create_table(
        "story_articles",
        sa.Column("article_id", sa.Text(), nullable=False),
        sa.Column("revision", sa.Integer(), autoincrement=False, nullable=False),
        sa.Column("story_id", sa.Text(), nullable=False),
        sa.Column("signature", sa.LargeBinary(), nullable=False),
        sa.Column("sha256", sa.String(length=64), nullable=False),
        sa.Column("rules", sa.Text(), nullable=False),
        sa.Column("facts", sa.Text(), nullable=False),
        sa.Column("told_on", sa.Integer(), nullable=False),
        sa.Column("duplicate_of", sa.Text(), nullable=True),
        sa.Column("similarity", sa.Integer(), nullable=True),
        sa.Column("reason", sa.Text(), nullable=True),
        sa.PrimaryKeyConstraint("article_id", "revision", name=op.f("pk_story_articles")),
    )
    op.create_index(op.f("ix_story_articles_story_id"), "story_articles", ["story_id"])
    op.create_table(
        "story_keys",
        sa.Column("key", sa.String(length=64), nullable=False),
        sa.Column("article_id", sa.Text(), nullable=False),
        sa.Column("revision", sa.Integer(), autoincrement=False, nullable=False),
        sa.Column("told_on", sa.Integer(), nullable=False),
        sa.PrimaryKeyConstraint("key", "article_id", "revision", name=op.f("pk_story_keys")),
    )
    op.create_index(op.f("ix_story_keys_key_told_on"), "story_keys", ["key", "told_on"])
