"""The schema: the migrations bring any database to exactly the tables."""

from __future__ import annotations

import sqlite3
from pathlib import Path

import pytest
from alembic.autogenerate import compare_metadata
from alembic.runtime.migration import MigrationContext

from service.errors import ConfigError
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
