"""Load any list: the format is found by looking at the content, not at the file's name."""

from __future__ import annotations

import csv
import dataclasses
import hashlib
import io
import re
from collections.abc import Callable, Mapping
from pathlib import Path

from service.errors import ListError
from service.model.entity import Watchlist
from service.watchlist import ofac_csv, table, un_xml
from service.watchlist.source import Reading, Source, decode, refuse
from service.watchlist.starter import load_starter as load_starter
from service.watchlist.unpack import MAX_BYTES, unpack
from service.watchlist.xml_stream import root_name

Reader = Callable[[Source], Reading]

_XML: dict[str, Reader] = {un_xml.ROOT: un_xml.read}
"""Root element -> reader."""

_HEADINGS: tuple[tuple[frozenset[str], Reader], ...] = ()
"""Headings that only one publisher's CSV has -> reader."""


def load_watchlist(path: Path | str, *, name: str | None = None, columns: Mapping[str, str] | None = None) -> Watchlist:
    """Read a list from a file.

    `name` is the list's short name, for a customer's own list its file's stem by default. `columns` maps fields
    (`table_columns.FIELDS`) to headings of a customer's table. Raises ListError with place and remedy.
    """
    path = Path(path)
    try:
        if path.stat().st_size > MAX_BYTES:
            raise ListError(f"{path.name}: larger than {MAX_BYTES // 1024**2} MB; this is no list that we know")
        data = path.read_bytes()
        beside = {} if path.suffix.lower() != ".csv" else _files_beside(path)
    except OSError as error:
        raise ListError(f"{path}: cannot be read ({error.strerror}); check path and permissions") from None
    return read_watchlist(Source(path.name, data, beside), name=name, columns=columns)


def _files_beside(path: Path) -> dict[str, bytes]:
    """The further files of OFAC's trio that lie in the same folder."""
    wanted = ofac_csv.siblings(path.stem.lower())
    found = {file.name.lower(): file for file in path.parent.iterdir() if file.name.lower() in wanted}
    return {name: found[name].read_bytes() for name in wanted if name in found}


def read_watchlist(source: Source, *, name: str | None = None, columns: Mapping[str, str] | None = None) -> Watchlist:
    """Read a list from bytes. Raises ListError with place and remedy."""
    opened = dataclasses.replace(source, data=unpack(source.label, source.data))
    reading = _read(opened, slug(name or re.sub(r"\.[A-Za-z.]+$", "", source.label)), columns)
    if not reading.entities:
        detail = f" ({reading.unread[0]})" if reading.unread else ""
        raise refuse(source, f"no entries in the list{detail}", "check that this is the complete list")
    sha256 = hashlib.sha256(b"".join([source.data, *(source.beside[file] for file in reading.used)])).hexdigest()
    entities = reading.entities
    if name and reading.name != slug(name):
        entities = tuple(dataclasses.replace(entity, list=slug(name)) for entity in entities)
    return Watchlist(
        name=slug(name) if name else reading.name,
        entities=entities,
        sha256=sha256,
        list_date=reading.list_date,
        version=reading.version or sha256[:12],
        title=reading.title or source.label,
        publisher=reading.publisher,
        source=source.label,
        custom=reading.custom,
        unread=reading.unread,
    )


def slug(name: str) -> str:
    """A short name of lower-case letters, digits and hyphens, for ids and policies."""
    return re.sub(r"[^a-z0-9]+", "-", name.lower()).strip("-") or "list"


def _read(source: Source, name: str, columns: Mapping[str, str] | None) -> Reading:
    """Choose the reader by what stands in the file."""
    head = source.data[:4096].lstrip(b"\xef\xbb\xbf \t\r\n")
    wide = head[:2] in (b"\xff\xfe", b"\xfe\xff")
    if not head.rstrip(b"\0 \r\n\x1a"):
        raise refuse(source, "the file is empty", "download the list again")
    if b"\0" in head and not wide:
        raise refuse(source, "a binary file", "give the list as XML, CSV, JSON lines or XLSX")
    start = decode(source.data[:4096]).lstrip("\ufeff \t\r\n")
    if start.startswith("<"):
        return _read_xml(source, start)
    if start.startswith(("{", "[")):
        return table.read_json(source, name, columns)
    return _read_csv(source, name, columns)


def _read_xml(source: Source, start: str) -> Reading:
    """XML of one of the publishers."""
    if re.match(r"<(!doctype\s+)?html\b", start, re.IGNORECASE):
        raise refuse(source, "an HTML page instead of a list", "the address answers with a web page; check it")
    root = root_name(source)
    if root.lower() == "html":
        raise refuse(source, "an HTML page instead of a list", "the address answers with a web page; check it")
    if root not in _XML:
        raise refuse(source, f"unknown format: XML with root element <{root}>", f"known roots: {', '.join(_XML)}")
    return _XML[root](source)


def _read_csv(source: Source, name: str, columns: Mapping[str, str] | None) -> Reading:
    """A publisher's CSV by its headings, OFAC's by its shape, else a customer's table."""
    text = decode(source.data[:65536])
    first = next(csv.reader(io.StringIO(text.split("\n", 1)[0])), [])
    if len(first) > 1 and first[0].isdigit():
        if len(first) == ofac_csv.WIDTH:
            return ofac_csv.read(source)
        if len(first) in (5, 6):
            raise refuse(
                source, "a part of OFAC's CSV trio", "give sdn.csv; alt.csv and add.csv beside it are read too"
            )
    for headings, reader in _HEADINGS:
        if headings <= set(first):
            return reader(source)
    return table.read_csv(source, name, columns)
