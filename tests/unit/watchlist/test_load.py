"""Loading: formats are told by content; what cannot be a list is refused with place and remedy."""

from __future__ import annotations

import gzip
import io
import time
import tracemalloc
import zipfile
from pathlib import Path

import pytest

from service.errors import ListError
from service.watchlist.load import load_watchlist, read_watchlist, slug
from service.watchlist.source import Source, decode
from tests.unit.watchlist.test_un_xml import UN


@pytest.mark.parametrize(
    ("data", "message"),
    [
        (b"", "the file is empty"),
        (b" \r\n", "the file is empty"),
        (b"\x7fELF\x00\x00\x01", "a binary file"),
        (b"<!DOCTYPE html><html><body>Not found</body></html>", "an HTML page instead of a list"),
        (b"<html><p>Sorry", "an HTML page instead of a list"),
        (b"<?xml version='1.0'?><feed><entry/></feed>", "root element <feed>"),
        (b"<CONSOLIDATED_LIST></CONSOLIDATED_LIST>", "no entries"),
        (b"\x1f\x8b\x07\x00cut", "the gzip file is damaged"),
        (gzip.compress(b"name\nAldo\n" * 99, mtime=0)[:-20], "cut off"),
        (b"PK\x03\x04 not a zip", "the zip file is damaged"),
    ],
)
def test_what_is_no_list_is_refused(data: bytes, message: str) -> None:
    """Each refusal names the file and says what it is."""
    with pytest.raises(ListError, match=f"^broken: .*{message}"):
        read_watchlist(Source("broken", data))


def test_a_missing_file_is_named(tmp_path: Path) -> None:
    """The path stands in the message."""
    with pytest.raises(ListError, match="absent.xml: cannot be read"):
        load_watchlist(tmp_path / "absent.xml")


def test_a_packed_list_is_unpacked() -> None:
    """gzip and zip with one file are read as what they hold."""
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("un.xml", UN)
    for packed in (gzip.compress(UN.encode()), buffer.getvalue()):
        assert read_watchlist(Source("un.xml", packed)).name == "un"


@pytest.mark.parametrize("kind", ["gzip", "zip"])
def test_a_bomb_is_refused_at_once(kind: str) -> None:
    """Under a second and under 50 MB more memory."""
    blank = b" " * (200 * 1024 * 1024)
    if kind == "gzip":
        bomb = gzip.compress(blank, 1, mtime=0)
    else:
        buffer = io.BytesIO()
        with zipfile.ZipFile(buffer, "w", zipfile.ZIP_DEFLATED) as archive:
            archive.writestr("un.xml", blank)
        bomb = buffer.getvalue()
    del blank
    tracemalloc.start()
    begun = time.perf_counter()
    with pytest.raises(ListError, match="bomb"):
        read_watchlist(Source("bomb", bomb))
    elapsed, peak = time.perf_counter() - begun, tracemalloc.get_traced_memory()[1]
    tracemalloc.stop()
    assert elapsed < 1
    assert peak < 50 * 1024 * 1024


def test_several_files_in_a_zip_are_refused() -> None:
    """Which of them is the list is for the caller to say."""
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w") as archive:
        archive.writestr("a.xml", UN)
        archive.writestr("b.xml", UN)
    with pytest.raises(ListError, match="2 files in the zip"):
        read_watchlist(Source("two.zip", buffer.getvalue()))


def test_encodings_are_told_apart() -> None:
    """UTF-8 with and without mark, UTF-16, windows-1252 and its holes."""
    assert decode("né".encode()) == decode("né".encode("utf-8-sig")) == decode("né".encode("utf-16")) == "né"
    assert decode("né’".encode("cp1252")) == "né’"
    assert decode(b"\x92n\xe9\x81") == "’né\x81"


def test_slug() -> None:
    """Short names are fit for ids and policies."""
    assert (slug("My Own_List 2"), slug("***")) == ("my-own-list-2", "list")
