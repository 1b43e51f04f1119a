"""Bytes of a file, unpacked within bounds: a gzip or zip bomb is refused before it is opened."""

from __future__ import annotations

import io
import zipfile
import zlib
from collections.abc import Iterator

from service.errors import ListError

MAX_BYTES = 512 * 1024 * 1024
"""Largest list that is read, packed or unpacked."""
MAX_RATIO = 100
"""Real lists shrink about tenfold; what shrinks more than this is made to harm."""
_FREE = 8 * 1024 * 1024
_CHUNK = 1024 * 1024


def unpack(label: str, data: bytes) -> bytes:
    """The content of a gzip file or of a zip with one file; other bytes as they are. XLSX stays packed.

    Raises ListError for an empty, oversized, damaged or explosive file.
    """
    if not data:
        raise ListError(f"{label}: the file is empty; download the list again")
    if len(data) > MAX_BYTES:
        raise ListError(f"{label}: larger than {MAX_BYTES // 1024**2} MB; this is no list that we know")
    if data[:2] == b"\x1f\x8b":
        return _gunzip(label, data)
    if data[:4] == b"PK\x03\x04":
        return _unzip(label, data)
    return data


def _gunzip(label: str, data: bytes) -> bytes:
    """All members of a gzip file; a first pass only counts, so that a bomb never stands in memory."""
    total = 0
    for part in _gunzip_parts(label, data):
        total += len(part)
        check_size(label, total, len(data))
    return b"".join(_gunzip_parts(label, data))


def _gunzip_parts(label: str, data: bytes) -> Iterator[bytes]:
    """The unpacked content, a megabyte at a time."""
    rest = data
    try:
        while rest:
            machine = zlib.decompressobj(31)
            pending = rest
            while pending and not machine.eof:
                yield machine.decompress(pending, _CHUNK)
                pending = machine.unconsumed_tail
            if not machine.eof:
                raise ListError(f"{label}: the gzip file is cut off; download the list again")
            rest = machine.unused_data.lstrip(b"\0")
    except zlib.error as error:
        raise ListError(f"{label}: the gzip file is damaged ({error}); download the list again") from None


def _unzip(label: str, data: bytes) -> bytes:
    """The single file of a zip; an XLSX workbook is checked and given back as it is."""
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as archive:
            members = [info for info in archive.infolist() if not info.is_dir()]
            check_size(label, sum(info.file_size for info in members), len(data))
            if any(info.filename == "[Content_Types].xml" for info in members):
                return data
            if len(members) != 1:
                names = ", ".join(info.filename for info in members[:5])
                raise ListError(f"{label}: {len(members)} files in the zip ({names}); give the one that is the list")
            with archive.open(members[0]) as member:
                content = member.read(members[0].file_size + 1)
    except (zipfile.BadZipFile, zlib.error, NotImplementedError, RuntimeError) as error:
        raise ListError(f"{label}: the zip file is damaged or locked ({error}); download the list again") from None
    check_size(label, len(content), len(data))
    return content


def check_size(label: str, total: int, packed: int) -> None:
    """Refuse what is too large, or grows too much to be honest."""
    if total > MAX_BYTES:
        raise ListError(f"{label}: unpacks to more than {MAX_BYTES // 1024**2} MB; refused as a decompression bomb")
    if total > _FREE and total > MAX_RATIO * packed:
        raise ListError(f"{label}: unpacks to more than {MAX_RATIO} times its size; refused as a decompression bomb")
