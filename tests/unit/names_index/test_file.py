"""The index file is mapped, shared, and refused when anything about it is wrong."""

from __future__ import annotations

from pathlib import Path

import numpy as np
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from service.errors import IndexFileError
from service.names.index.build import build_tables
from service.names.index.file import open_index, save_index
from service.names.index.scanner import Scanner
from service.names.index.shelf import index_key, load_index
from service.names.index.tables import Tables
from tests.unit.names_index.fixtures import ARTICLE, NAMES, PERSONS

TEXT = ARTICLE.replace("\n", " ")


@pytest.fixture(scope="module")
def tables() -> Tables:
    return build_tables(NAMES, PERSONS)


@pytest.fixture(scope="module")
def saved(tables: Tables, tmp_path_factory: pytest.TempPathFactory) -> bytes:
    path = tmp_path_factory.mktemp("index") / "names.idx"
    save_index(tables, path, versions={"un": "abc"})
    return path.read_bytes()


def test_what_is_opened_is_what_was_saved(tables: Tables, saved: bytes, tmp_path: Path) -> None:
    """Every array comes back with its type and values, cannot be written, and scans alike."""
    path = tmp_path / "names.idx"
    path.write_bytes(saved)
    opened = open_index(path)
    for before, after in zip(tables, opened, strict=True):
        assert before.dtype == after.dtype
        assert np.array_equal(before, after)
        assert not after.flags.writeable
    assert Scanner(opened).scan(TEXT.lower(), TEXT) == Scanner(tables).scan(TEXT.lower(), TEXT)


def test_the_same_names_give_the_same_bytes(saved: bytes, tmp_path: Path) -> None:
    """Building twice writes the same file."""
    path = tmp_path / "names.idx"
    save_index(build_tables(NAMES, PERSONS), path, versions={"un": "abc"})
    assert path.read_bytes() == saved


@settings(max_examples=60, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(data=st.data())
def test_a_changed_byte_is_refused(saved: bytes, tmp_path: Path, data: st.DataObject) -> None:
    """Whatever byte is changed, the file is refused with a remedy, and nothing is read from it."""
    place = data.draw(st.one_of(st.integers(0, 400), st.integers(0, len(saved) - 1)))
    changed = bytearray(saved)
    changed[place] ^= data.draw(st.integers(1, 255))
    path = tmp_path / "changed.idx"
    path.write_bytes(bytes(changed))
    with pytest.raises(IndexFileError, match="delete the file"):
        open_index(path)


@settings(max_examples=30, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(data=st.data())
def test_a_cut_file_is_refused(saved: bytes, tmp_path: Path, data: st.DataObject) -> None:
    """A file that ends early is refused, wherever it ends."""
    path = tmp_path / "cut.idx"
    path.write_bytes(saved[: data.draw(st.integers(0, len(saved) - 1))])
    with pytest.raises(IndexFileError, match="delete the file"):
        open_index(path)


def test_other_files_are_refused(saved: bytes, tmp_path: Path) -> None:
    """No file, a file of something else, and one of another format are refused by name."""
    with pytest.raises(IndexFileError, match="cannot be read"):
        open_index(tmp_path / "none.idx")
    other = tmp_path / "other.idx"
    other.write_bytes(b"x" * 1000)
    with pytest.raises(IndexFileError, match="not a name index"):
        open_index(other)
    other.write_bytes(saved[:8] + b"\xff\0\0\0" + saved[12:])
    with pytest.raises(IndexFileError, match="format 255"):
        open_index(other)


def test_the_shelf_mends_itself(tmp_path: Path) -> None:
    """An index is kept under a key of its names; a damaged file is built anew."""
    first = load_index(NAMES, PERSONS, tmp_path)
    path = tmp_path / f"names-{index_key(NAMES, PERSONS)}.idx"
    whole = path.read_bytes()
    path.write_bytes(whole[:-10])
    again = load_index(NAMES, PERSONS, tmp_path)
    assert path.read_bytes() == whole
    assert all(np.array_equal(one, two) for one, two in zip(first, again, strict=True))
    assert index_key(NAMES[1:], PERSONS[1:]) != index_key(NAMES, PERSONS)
