"""Load any list: the format is found by looking at the content, not at the file's name."""

from __future__ import annotations

import csv
import dataclasses
import hashlib
import io
import itertools
import re
from collections.abc import Callable, Mapping
from pathlib import Path

from service.errors import ListError
from service.model.entity import Watchlist
from service.watchlist import (
    au_dfat,
    ca_sema,
    ch_seco,
    eu_csv,
    eu_xml,
    jp_mof,
    ofac_advanced,
    ofac_csv,
    ofac_enhanced,
    ofac_xml,
    opensanctions,
    table,
    uk_csv,
    uk_xml,
    un_xml,
    us_csl,
    workbook,
)
from service.watchlist.json_stream import JsonFile, objects_of, several_objects
from service.watchlist.source import Reading, Source, decode, foreign_letters, no_garbage, refuse
from service.watchlist.starter import load_starter as load_starter
from service.watchlist.table_head import known_columns
from service.watchlist.unpack import MAX_BYTES, unpack
from service.watchlist.xml_stream import root_name
from service.watchlist.yaml_stream import YamlFile

Reader = Callable[[Source], Reading]
Columns = Mapping[str, str] | None

XML_READERS: dict[str, Reader] = {
    un_xml.ROOT: un_xml.read,
    ofac_xml.ROOT: ofac_xml.read,
    ofac_advanced.ROOT: ofac_advanced.read,
    ofac_enhanced.ROOT: ofac_enhanced.read,
    eu_xml.ROOT: eu_xml.read,
    uk_xml.ROOT: uk_xml.read,
    ca_sema.ROOT: ca_sema.read,
    ch_seco.ROOT: ch_seco.read,
}
"""Root element -> reader."""

_CSV_READERS: tuple[tuple[frozenset[str], Reader], ...] = (
    (us_csl.HEADINGS, us_csl.read_csv),
    (frozenset({"Name 6", "Name 1"}), uk_csv.read),
    (au_dfat.HEADINGS, au_dfat.read_csv),
)
"""Headings that only one publisher's CSV has -> reader."""
_BLANK = b"\xef\xbb\xbf \t\r\n"
"""What may stand before the content: a byte order mark, white space."""
_FIRST_LINE = re.compile(rb"[\xef\xbb\xbf\s]*[^\n]*")
_SEPARATED = re.compile(r"[;|\t]")
_MORE = re.compile(rb"\S")


def load_watchlist(path: Path | str, *, name: str | None = None, columns: Columns = None) -> Watchlist:
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


def read_sent(name: str, filename: str | None, data: bytes, *, columns: Columns = None) -> Watchlist:
    """Read a list that was sent to the place of the list `name`.

    `filename` helps with formats that are told by it (`names.txt`, YAML); `columns` as for `load_watchlist`. Raises
    ListError, also for the list of another publisher: that must not go by this name.
    """
    label = filename or name
    if label.lower() == "names.txt":
        found = read_watchlist(Source(label, data), name=name)
    else:
        found = read_watchlist(Source(f"{slug(name)}.{label.rpartition('.')[2]}", data), columns=columns)
    if found.name != slug(name):
        raise ListError(f"{label}: this is the list {found.name!r}, not {name!r}; send it there")
    return dataclasses.replace(found, source=label)


def _files_beside(path: Path) -> dict[str, bytes]:
    """The further files of OFAC's trio that lie in the same folder."""
    wanted = ofac_csv.siblings(path.stem.lower())
    found = {file.name.lower(): file for file in path.parent.iterdir() if file.name.lower() in wanted}
    return {name: found[name].read_bytes() for name in wanted if name in found}


def read_watchlist(source: Source, *, name: str | None = None, columns: Columns = None) -> Watchlist:
    """Read a list from bytes. Raises ListError with place and remedy."""
    opened = dataclasses.replace(source, data=unpack(source.label, source.data))
    try:
        with no_garbage():
            reading = _read(opened, slug(name or re.sub(r"\.[A-Za-z.]+$", "", source.label)), columns)
    except RecursionError:
        raise refuse(source, "values nested too deeply", "no list is; check the file") from None
    if not reading.entities:
        detail = f" ({reading.unread[0]})" if reading.unread else ""
        raise refuse(source, f"no entries in the list{detail}", "check that this is the complete list")
    digest = hashlib.sha256(source.data)
    for file in reading.used:
        digest.update(source.beside[file])
    sha256 = digest.hexdigest()
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


def _read(source: Source, name: str, columns: Columns) -> Reading:
    """Choose the reader by what stands in the file."""
    head = source.data[:4096].lstrip(_BLANK)
    wide = head[:2] in (b"\xff\xfe", b"\xfe\xff")
    if not head.rstrip(b"\0 \r\n\x1a"):
        raise refuse(source, "the file is empty", "download the list again")
    if head.startswith(b"PK\x03\x04"):
        return _read_workbook(source, name, columns)
    if b"\0" in head and not wide:
        raise refuse(source, "a binary file", "give the list as XML, CSV, JSON lines or XLSX")
    if foreign_letters(source.data):
        raise refuse(source, "neither UTF-8 nor windows-1252, so that names would be garbled", "save the file as UTF-8")
    start = decode(source.data[:4096]).lstrip("\ufeff \t\r\n")
    if start.startswith("<"):
        return _read_xml(source, start)
    if source.label.lower().endswith((".yaml", ".yml")):
        return table.read_document(YamlFile(source), name, columns)
    if start.startswith(("{", "[")):
        return _read_json(source, name, columns)
    return _read_csv(source, name, columns)


def _read_xml(source: Source, start: str) -> Reading:
    """XML of one of the publishers."""
    page = re.match(r"<(!doctype\s+)?html\b", start, re.IGNORECASE)
    root = "html" if page else root_name(source)
    if root.lower() == "html":
        raise refuse(source, "an HTML page instead of a list", "the address answers with a web page; check it")
    if root not in XML_READERS:
        raise refuse(
            source, f"unknown format: XML with root element <{root}>", f"known roots: {', '.join(XML_READERS)}"
        )
    return XML_READERS[root](source)


def _read_workbook(source: Source, name: str, columns: Columns) -> Reading:
    """Japan's or Australia's list, else a customer's table."""
    beginning = list(itertools.islice(workbook.xlsx_cells(source), 10))
    if any(jp_mof.is_heading(cells) for _, _, cells in beginning):
        return jp_mof.read(source, workbook.xlsx_cells(source))
    if any(set(cells) >= au_dfat.HEADINGS for _, _, cells in beginning):
        return au_dfat.read_rows(source, workbook.xlsx_rows(source))
    unread: list[str] = []
    rows = workbook.keyed_sheets(source, columns, unread)
    return table.read_rows(source, name, rows, columns, unread=unread, unit="row")


def _read_json(source: Source, name: str, columns: Columns) -> Reading:
    """One JSON document, or an object on each line, told by the keys of the first."""
    end = match.end() if (match := _FIRST_LINE.match(source.data)) else 0
    one_line = not _MORE.search(source.data, end)
    try:
        first = JsonFile(source if one_line else dataclasses.replace(source, data=source.data[:end]))
    except ListError:
        if one_line:
            raise
        return _read_document(source, name, columns)
    if first.keys >= {"schema", "properties"}:
        return opensanctions.read_ftm(source, name)
    if "RECORD_ID" in first.keys:
        return opensanctions.read_senzing(source, name)
    return _read_lists(first, name, columns) if one_line else table.read_json(source, name, columns)


def _read_document(source: Source, name: str, columns: Columns) -> Reading:
    """JSON over many lines; when it is no document, then several, or JSON lines of which the first is broken."""
    try:
        return _read_lists(JsonFile(source), name, columns)
    except ListError:
        if source.data[:64].lstrip(_BLANK).startswith(b"["):
            raise
    if several_objects(source):
        return table.read_rows(source, name, objects_of(source), columns, unit="item")
    return table.read_json(source, name, columns)


def _read_lists(document: JsonFile, name: str, columns: Columns) -> Reading:
    """The screening list by its `results`, else a customer's."""
    if "results" in document.lists:
        return us_csl.read_json(document.source, document.items("results"))
    return table.read_document(document, name, columns)


def _read_csv(source: Source, name: str, columns: Columns) -> Reading:
    """A publisher's CSV by its headings, OFAC's by its shape, else a customer's table."""
    lines = decode(source.data[:65536]).splitlines()[:3]
    first = next(csv.reader(io.StringIO(lines[0])), [])
    if len(first) > 1 and first[0].isdigit():
        if len(first) == ofac_csv.WIDTH:
            return ofac_csv.read(source)
        if len(first) in (5, 6):
            raise refuse(
                source, "a part of OFAC's CSV trio", "give sdn.csv; alt.csv and add.csv beside it are read too"
            )
    if lines[0].lstrip('\ufeff"').lower().startswith((eu_csv.OLD_START, eu_csv.NEW_START)):
        return eu_csv.read(source)
    for line in lines:
        found = {cell.strip() for cell in next(csv.reader([line]), [])}
        for headings, reader in _CSV_READERS:
            if headings <= found:
                return reader(source)
    if any(set(first) >= headings for headings in opensanctions.TARGET_HEADINGS):
        return opensanctions.read_targets(source, name)
    plain = source.label.lower().endswith(".txt") and not any(map(_SEPARATED.search, lines))
    if plain and not known_columns([lines[0]], columns):
        return opensanctions.read_names(source, name)
    return table.read_csv(source, name, columns)
