"""The tables that group articles into stories."""

from __future__ import annotations

from sqlalchemy import BigInteger, Column, Index, Integer, LargeBinary, String, Table, Text

from service.store.tables import metadata

story_bands = Table(  # near-duplicate search: articles that share a band of their signature are compared
    "story_bands",
    metadata,
    Column("band", BigInteger, primary_key=True, autoincrement=False),  # hash of band number and its values
    Column("article_id", Text, primary_key=True),
    Column("revision", Integer, primary_key=True, autoincrement=False),
    sqlite_with_rowid=False,
)

story_articles = Table(  # articles with a hit, or near-duplicates of one, and the story that they tell
    "story_articles",
    metadata,
    Column("article_id", Text, primary_key=True),
    Column("revision", Integer, primary_key=True, autoincrement=False),
    Column("story_id", Text, nullable=False),
    Column("signature", LargeBinary, nullable=False),  # 64 x 32 bits
    Column("sha256", String(64), nullable=False),  # of the words alone
    Column("rules", Text, nullable=False),  # JSON
    Column("facts", Text, nullable=False),  # JSON
    Column("told_on", Integer, nullable=False),  # day of publication, else of arrival: its ordinal
    Column("duplicate_of", Text),
    Column("similarity", Integer),  # per cent shared with `duplicate_of`
    Column("reason", Text),  # why it tells the same event
    Index(None, "story_id"),
)

story_keys = Table(  # same event: what articles with the same rule and particulars, close in time, have in common
    "story_keys",
    metadata,
    Column("told_on", Integer, primary_key=True, autoincrement=False),  # first: what comes in touches few pages
    Column("key", BigInteger, primary_key=True, autoincrement=False),  # hash of rule and particular
    Column("article_id", Text, primary_key=True),
    Column("revision", Integer, primary_key=True, autoincrement=False),
    sqlite_with_rowid=False,
)
