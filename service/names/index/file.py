"""The index as one file: written once, mapped read-only by every process, refused when anything about it is wrong."""

from __future__ import annotations

import hashlib
import json
import mmap
import os
import struct
from pathlib import Path
from typing import Any

import numpy as np

from service.errors import IndexFileError
from service.names.index.alphabet import FOLD_VERSION
from service.names.index.tables import DTYPES, Array, Tables

MAGIC = b"FLAGNAME"
FORMAT = 3
"""Raised whenever the layout of the file or the meaning of an array changes."""
_HEAD = struct.Struct("<8sII32s")
"""Magic, format, length of the JSON header, SHA-256 of the JSON header."""
_ALIGN = 64
_REMEDY = "delete the file and start again: the index is then built anew from the lists"


def checksum(data: Array) -> str:
    """Two sums over 64-bit words and their places: a changed, moved or missing word shows. Not a signature."""
    whole = len(data) // 8 * 8
    words = data[:whole].view(np.uint64)
    tail = int.from_bytes(data[whole:].tobytes(), "little")
    blocks = words[: len(words) // 512 * 512].reshape(-1, 512)
    columns = blocks.sum(axis=0, dtype=np.uint64)
    rows = blocks.sum(axis=1, dtype=np.uint64)
    rest = words[len(words) // 512 * 512 :]
    digest = hashlib.sha256(columns.tobytes() + rows.tobytes() + rest.tobytes())
    digest.update(tail.to_bytes(8, "little"))
    return digest.hexdigest()


def save_index(tables: Tables, path: Path, *, versions: dict[str, str] | None = None) -> None:
    """Write the index to `path` in one step: a reader sees the old file or the whole new one.

    `versions` says which lists it was built from (name -> version) and is kept in the header.
    """
    sections, offset = [], 0
    for name, array in zip(tables._fields, tables, strict=True):
        sections.append([name, DTYPES[name]().dtype.str, offset, len(array)])
        offset += -(-array.nbytes // _ALIGN) * _ALIGN
    body = np.zeros(offset, dtype=np.uint8)
    for (_, _, at, _), array in zip(sections, tables, strict=True):
        body[at : at + array.nbytes] = array.view(np.uint8)
    header: dict[str, Any] = {"checksum": checksum(body), "fold": FOLD_VERSION, "lists": versions or {},
                              "sections": sections, "size": offset}  # fmt: skip
    text = json.dumps(header, sort_keys=True, separators=(",", ":")).encode()
    text += b" " * (-(_HEAD.size + len(text)) % _ALIGN)
    temporary = path.with_name(f"{path.name}.{os.getpid()}.new")
    with temporary.open("wb") as file:
        file.write(_HEAD.pack(MAGIC, FORMAT, len(text), hashlib.sha256(text).digest()))
        file.write(text)
        file.write(body.data)
        file.flush()
        os.fsync(file.fileno())
    temporary.replace(path)


def open_index(path: Path, *, verify: bool = True) -> Tables:
    """Map the index at `path`; nothing is copied, and processes share its memory.

    `verify` reads the file once to compare its checksum (about 2 ms for 50,000 names); without it only the header is
    checked. Raises IndexFileError for a file that is missing, cut, changed or of another version.
    """
    try:
        with path.open("rb") as file:
            size = os.fstat(file.fileno()).st_size
            if size < _HEAD.size:
                raise IndexFileError(f"{path}: too short for a name index; {_REMEDY}")
            data = np.frombuffer(mmap.mmap(file.fileno(), 0, access=mmap.ACCESS_READ), dtype=np.uint8)
    except OSError as error:
        raise IndexFileError(f"{path}: cannot be read ({error.strerror}); {_REMEDY}") from None
    header, begin = _header(path, data)
    body = data[begin:]
    if len(body) != header["size"]:
        raise IndexFileError(f"{path}: {len(body):,} bytes of names where {header['size']:,} were written; {_REMEDY}")
    if verify and checksum(body) != header["checksum"]:
        raise IndexFileError(f"{path}: the names do not match their checksum; {_REMEDY}")
    return Tables(**{name: _section(path, body, row) for name, row in _sections(path, header).items()})


def _header(path: Path, data: Array) -> tuple[dict[str, Any], int]:
    """The JSON header, checked, and where the arrays begin."""
    magic, version, length, digest = _HEAD.unpack(data[: _HEAD.size].tobytes())
    if magic != MAGIC:
        raise IndexFileError(f"{path}: not a name index; {_REMEDY}")
    if version != FORMAT:
        raise IndexFileError(f"{path}: format {version}, this program reads format {FORMAT}; {_REMEDY}")
    text = data[_HEAD.size : _HEAD.size + length].tobytes()
    if hashlib.sha256(text).digest() != digest:
        raise IndexFileError(f"{path}: the header is damaged; {_REMEDY}")
    header: dict[str, Any] = json.loads(text)
    if header["fold"] != FOLD_VERSION:
        raise IndexFileError(f"{path}: folded by table {header['fold']}, this program has {FOLD_VERSION}; {_REMEDY}")
    return header, _HEAD.size + length


def _sections(path: Path, header: dict[str, Any]) -> dict[str, list[Any]]:
    """The rows of the header's table by name."""
    rows = {row[0]: row[1:] for row in header["sections"]}
    if list(rows) != list(Tables._fields):
        raise IndexFileError(f"{path}: holds other arrays than this program reads; {_REMEDY}")
    return rows


def _section(path: Path, body: Array, row: list[Any]) -> Array:
    """One array, within the file's bounds."""
    kind, offset, count = row
    end = offset + np.dtype(kind).itemsize * count
    if not 0 <= offset <= end <= len(body):
        raise IndexFileError(f"{path}: an array lies outside the file; {_REMEDY}")
    return body[offset:end].view(np.dtype(kind))
