"""What a reader gets and gives: the bytes of a file under its name, and the entries found in it."""

from __future__ import annotations

import codecs
import csv
import gc
import io
import itertools
import re
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass, field
from typing import TextIO

from service.errors import ListError
from service.model.entity import Entity

_PIECE = 64 * 1024


@dataclass(frozen=True, slots=True)
class Source:
    """The bytes of one list. `beside` holds files that belong to it, by lower-case name (`alt.csv`)."""

    label: str
    """The file's name, for messages."""
    data: bytes
    beside: Mapping[str, bytes] = field(default_factory=dict)

    def text(self) -> str:
        """The file as text."""
        return decode(self.data)

    def lines(self) -> TextIO:
        """The file as a stream of text, which never stands in memory as a whole."""
        return open_lines(self.data)


@dataclass(frozen=True, slots=True)
class Reading:
    """What a reader found. `unread` names every row that it could not use, with place and reason."""

    name: str
    entities: tuple[Entity, ...]
    unread: tuple[str, ...] = ()
    list_date: str | None = None
    title: str = ""
    publisher: str = ""
    version: str = ""
    custom: bool = False
    used: tuple[str, ...] = ()
    """Names of the files beside that were read."""


@contextmanager
def no_garbage() -> Iterator[None]:
    """While a list is built, nothing is collected: a hundred thousand values that all live on double the time."""
    collecting = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if collecting:
            gc.enable()


def decode(data: bytes) -> str:
    """Text of a byte order mark's encoding, else UTF-8, else windows-1252 with Latin-1 for its five holes."""
    if data[:2] in (b"\xff\xfe", b"\xfe\xff"):
        return data.decode("utf-16", errors="replace")
    try:
        return data.decode("utf-8-sig")
    except UnicodeDecodeError:
        pass
    try:
        return data.decode("cp1252")
    except UnicodeDecodeError:
        return data.decode("latin-1").translate(_WINDOWS)


def open_lines(data: bytes) -> TextIO:
    """A text stream over bytes, line ends as they are, in the encoding that `decode` would take."""
    for encoding in ("utf-16",) if data[:2] in (b"\xff\xfe", b"\xfe\xff") else ("utf-8-sig", "cp1252"):
        if can_decode(data, encoding):
            return io.TextIOWrapper(io.BytesIO(data), encoding, newline="")
    return io.TextIOWrapper(io.BytesIO(decode(data).encode()), "utf-8", newline="")


def can_decode(data: bytes, encoding: str) -> bool:
    """Whether bytes are text of an encoding, found out a piece at a time: whole, text may be four times as large."""
    if encoding.startswith("utf-8") and data.isascii():
        return True
    decoder, pieces = codecs.getincrementaldecoder(encoding)(), memoryview(data)
    try:
        for start in range(0, len(data), _PIECE):
            decoder.decode(pieces[start : start + _PIECE])
        decoder.decode(b"", final=True)
    except UnicodeDecodeError:
        return False
    return True


END = "\x1a"
"""The row that follows the last one: OFAC's own end mark, put behind every table that `whole_lines` gives."""


def whole_lines(lines: TextIO) -> Iterator[str]:
    """The lines of a CSV file, then `END`, which only a file that ends within a quoted cell swallows."""
    return itertools.chain(lines, [END])


def csv_rows(source: Source, *, width: int) -> Iterator[tuple[int, list[str]]]:
    """Each row that is not blank, with its line number.

    Raises ListError where the file ends within a cell, or without a line end before the `width`th one.
    """
    reader = csv.reader(whole_lines(source.lines()))
    row, last = [END], width
    for row in reader:
        if row not in ([], [""], [END]):
            last = len(row)
            yield reader.line_num, row
    if row != [END] or (last < width and source.data[-1:] not in (b"\n", b"\r", END.encode())):
        raise cut_off(source, reader.line_num)


def cut_off(source: Source, line: int) -> ListError:
    """The error for a file that ends before its end."""
    return refuse(source, f"line {line}: the file is cut off within a row", "download the list again")


_HIGH = re.compile(rb"[\x80-\xff]+")


def foreign_letters(data: bytes) -> bool:
    """Whether bytes that are no UTF-8 are most likely of another encoding than windows-1252.

    In the languages that it is for, letters beyond ASCII stand alone or in twos; in Cyrillic, Greek, Korean or Chinese
    text whole words are made of them.
    """
    if data[:2] in (b"\xff\xfe", b"\xfe\xff") or can_decode(data, "utf-8-sig"):
        return False
    runs = [match.end() - match.start() for match in _HIGH.finditer(data, 0, 1024 * 1024)]
    return sum(run for run in runs if run > 2) * 2 > sum(runs)


_WINDOWS = {byte: char for byte in range(0x80, 0xA0) if (char := bytes([byte]).decode("cp1252", errors="ignore"))}
"""What windows-1252 has where Latin-1 has control characters."""


def refuse(source: Source, place: str, remedy: str) -> ListError:
    """The error for a file that cannot be used, in one form: `sdn.csv: line 3: what is wrong; what to do`."""
    return ListError(f"{source.label}: {place}; {remedy}")
