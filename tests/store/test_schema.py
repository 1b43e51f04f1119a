"""The schema: the migrations bring any database to exactly the tables."""

from __future__ import annotations

import sqlite3
from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest
from alembic.autogenerate import compare_metadata
from alembic.runtime.migration import MigrationContext

from service.errors import ConfigError
from service.model.telling import Telling
from service.store import stories
from service.store.database import open_store
from service.store.schema import metadata


def test_migrations_make_the_tables(database: str) -> None:
    """After the last migration nothing differs from `tables.py`."""
    store = open_store(database)
    with store.read() as tx:
        assert compare_metadata(MigrationContext.configure(tx), metadata) == []
    store.close()


def test_opening_twice_changes_nothing(tmp_path: Path) -> None:
    """A store of the present schema is opened as it is; a bare path will do."""
    open_store(str(tmp_path / "a.db")).close()
    before = (tmp_path / "a.db").read_bytes()
    open_store(str(tmp_path / "a.db")).close()
    assert (tmp_path / "a.db").read_bytes() == before


def test_sqlite_is_durable(tmp_path: Path) -> None:
    """WAL, full synchronisation and foreign keys hold on every connection."""
    store = open_store(str(tmp_path / "a.db"))
    names = ("journal_mode", "synchronous", "foreign_keys")
    with store.read() as tx:
        said = [tx.exec_driver_sql(f"PRAGMA {name}").scalar() for name in names]
    assert said == ["wal", 2, 1]


def test_a_newer_schema_is_refused(tmp_path: Path) -> None:
    """A store written by a newer program is left alone."""
    open_store(str(tmp_path / "a.db")).close()
    with sqlite3.connect(tmp_path / "a.db") as connection:
        connection.execute("UPDATE alembic_version SET version_num = '9999'")
    with pytest.raises(ConfigError, match="9999, newer than this program"):
        open_store(str(tmp_path / "a.db"))


@pytest.mark.parametrize(("url", "words"), [("mysql://x/y", "not supported"), ("sqlite://", "needs a file")])
def test_other_urls_are_refused(url: str, words: str) -> None:
    """A URL that cannot be used says what can."""
    with pytest.raises(ConfigError, match=words):
        open_store(url)


def test_stories_of_an_older_store_find_their_kin(tmp_path: Path) -> None:
    """The rows of stories that migration 0016 makes anew are those that a new store would hold."""
    path = tmp_path / "a.db"
    store = open_store(str(path))
    told = Telling("a", 1, "0" * 64, date(2026, 1, 2), tuple(range(64)), frozenset({"r"}), frozenset({"name khasan"}))
    with store.write() as tx:
        stories.add(tx, told, "s", None)
    store.close()
    with sqlite3.connect(path) as connection:
        connection.execute("UPDATE alembic_version SET version_num = '0015'")
        connection.execute("DROP TABLE story_keys")
        connection.execute("CREATE TABLE story_keys (key TEXT, told_on INTEGER)")
        connection.execute("CREATE INDEX ix_story_keys_key_told_on ON story_keys (key, told_on)")
        connection.execute("ALTER TABLE suppressions DROP COLUMN leaves")  # of a later migration
    store = open_store(str(path))
    with store.write() as tx:
        later = replace(told, article_id="b", told_on=date(2026, 1, 4), signature=tuple(range(64, 128)))
        assert [one.article_id for one in stories.similar(tx, later, days=5)] == ["a"]
        copy = replace(told, article_id="c", told_on=date(2027, 1, 4), facts=frozenset())
        assert [one.article_id for one in stories.similar(tx, copy, days=5)] == ["a"]
    store.close()
