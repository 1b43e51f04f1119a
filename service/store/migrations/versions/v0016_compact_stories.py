"""Rows of stories: particulars by day and in numbers, without a second copy of each row in SQLite."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Iterator

import sqlalchemy as sa
from alembic import op

revision = "0016"
down_revision = "0015"
BATCH = 1000


def upgrade() -> None:
    """Make both tables anew and fill them from what is kept."""
    connection = op.get_bind()
    op.drop_index(op.f("ix_story_keys_key_told_on"), "story_keys")
    op.drop_table("story_keys")
    keys = op.create_table(
        "story_keys",
        sa.Column("told_on", sa.Integer(), autoincrement=False, nullable=False),
        sa.Column("key", sa.BigInteger(), autoincrement=False, nullable=False),
        sa.Column("article_id", sa.Text(), nullable=False),
        sa.Column("revision", sa.Integer(), autoincrement=False, nullable=False),
        sa.PrimaryKeyConstraint("told_on", "key", "article_id", "revision", name=op.f("pk_story_keys")),
        sqlite_with_rowid=False,
    )
    for rows in _keys(connection):
        connection.execute(keys.insert(), rows)
    if connection.dialect.name == "sqlite":
        _without_rowid()


def _keys(connection: sa.Connection) -> Iterator[list[dict[str, object]]]:
    """The rows of particulars, by the articles of stories."""
    told = sa.table("story_articles", *map(sa.column, ("article_id", "revision", "rules", "facts", "told_on")))
    last = ("", -1)
    while True:
        place = sa.tuple_(told.c.article_id, told.c.revision)
        order = (told.c.article_id, told.c.revision)
        found = connection.execute(sa.select(told).where(place > sa.tuple_(*last)).order_by(*order).limit(BATCH)).all()
        if not found:
            return
        last = (found[-1].article_id, found[-1].revision)
        rows: list[dict[str, object]] = [
            {"told_on": row.told_on, "key": key, "article_id": row.article_id, "revision": row.revision}
            for row in found
            for key in {_key(rule, fact) for rule in json.loads(row.rules) for fact in json.loads(row.facts)}
        ]
        if rows:
            yield rows


def _key(rule: str, fact: str) -> int:
    """The number of a rule and a particular, as at the time of this migration."""
    return int.from_bytes(hashlib.blake2b(f"{rule}|{fact}".encode(), digest_size=16).digest()[:8], "big") >> 1


def _without_rowid() -> None:
    """Keep the bands in one tree instead of two."""
    op.rename_table("story_bands", "story_bands_before")
    op.create_table(
        "story_bands",
        sa.Column("band", sa.BigInteger(), autoincrement=False, nullable=False),
        sa.Column("article_id", sa.Text(), nullable=False),
        sa.Column("revision", sa.Integer(), autoincrement=False, nullable=False),
        sa.PrimaryKeyConstraint("band", "article_id", "revision", name=op.f("pk_story_bands")),
        sqlite_with_rowid=False,
    )
    op.execute("INSERT INTO story_bands SELECT band, article_id, revision FROM story_bands_before")
    op.drop_table("story_bands_before")
