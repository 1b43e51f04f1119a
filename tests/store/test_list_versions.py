"""Imported lists: every version stays, one is in use."""

from __future__ import annotations

from datetime import UTC, datetime
from pathlib import Path

import pytest

from service.errors import NotFoundError
from service.store import list_versions
from service.store.database import open_store
from service.store.list_versions import ListVersion

NOW = datetime(2026, 5, 4, tzinfo=UTC)


def version(name: str, sha: str) -> ListVersion:
    return ListVersion(name, sha * 64, sha, "2026-05-04", "file.csv", {"entities": 1}, active=False, imported_at=0)


def test_the_newest_import_is_in_use_and_the_older_one_stays(tmp_path: Path) -> None:
    """A second import takes over; the first can be read and put back in use."""
    store = open_store(str(tmp_path / "a.db"))
    with store.write() as tx:
        assert list_versions.keep(tx, version("un", "a"), b"first", now=NOW)
        assert list_versions.keep(tx, version("un", "b"), b"second", now=NOW)
        assert list_versions.keep(tx, version("ofac", "c"), b"third", now=NOW)
    with store.read() as tx:
        assert list_versions.names_in_use(tx) == {"ofac": "c" * 64, "un": "b" * 64}
        assert {row.sha256[0]: row.active for row in list_versions.history(tx, "un")} == {"a": False, "b": True}
        assert list_versions.content(tx, "un", "a" * 64) == b"first"
    with store.write() as tx:
        list_versions.use(tx, "un", "a" * 64)
    with store.read() as tx:
        assert list_versions.names_in_use(tx) == {"ofac": "c" * 64, "un": "a" * 64}
    store.close()


def test_importing_the_version_in_use_changes_nothing(tmp_path: Path) -> None:
    """The same file twice is one version."""
    store = open_store(str(tmp_path / "a.db"))
    with store.write() as tx:
        assert list_versions.keep(tx, version("un", "a"), b"first", now=NOW)
        assert not list_versions.keep(tx, version("un", "a"), b"first", now=NOW)
        assert len(list_versions.history(tx)) == 1
    store.close()


def test_a_version_that_is_not_kept_is_named(tmp_path: Path) -> None:
    """The error says where the kept versions are shown."""
    store = open_store(str(tmp_path / "a.db"))
    with store.write() as tx, pytest.raises(NotFoundError, match="lists history un"):
        list_versions.use(tx, "un", "f" * 64)
    with store.read() as tx, pytest.raises(NotFoundError, match="no version ffffffffffff"):
        list_versions.content(tx, "un", "f" * 64)
    store.close()
