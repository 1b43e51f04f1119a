"""What a reader gets and gives: the bytes of a file under its name, and the entries found in it."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field

from service.errors import ListError
from service.model.entity import Entity


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
        return "".join(_BYTES[byte] for byte in data)


_BYTES = [bytes([byte]).decode("cp1252", errors="ignore") or chr(byte) for byte in range(256)]


def refuse(source: Source, place: str, remedy: str) -> ListError:
    """The error for a file that cannot be used, in one form: `sdn.csv: line 3: what is wrong; what to do`."""
    return ListError(f"{source.label}: {place}; {remedy}")
