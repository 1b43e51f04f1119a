"""Files that people put with an alert: bounded in size and kind, hashed, and only ever given back as attachments."""

from __future__ import annotations

import hashlib
from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from service.errors import ConflictError, InputError
from service.review.attempts import Attempt, audited, locked, still_open
from service.store import alerts, audit, files
from service.store.database import Store, Transaction
from service.store.files import KeptFile
from service.store.ids import new_id
from service.store.people import User
from service.store.times import micros

MAX_FILE = 10_000_000
"""Bytes of one file."""
MAX_FILES = 50
"""Files of one alert."""
_MAX_NAME = 200

KINDS: dict[str, tuple[bytes, ...]] = {
    "application/pdf": (b"%PDF-",),
    "image/png": (b"\x89PNG\r\n\x1a\n",),
    "image/jpeg": (b"\xff\xd8\xff",),
    "text/plain": (),
    "text/csv": (),
    "message/rfc822": (),
    "application/json": (),
    "application/vnd.openxmlformats-officedocument.wordprocessingml.document": (b"PK\x03\x04",),
    "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet": (b"PK\x03\x04",),
}
"""Media types that are taken in, and the bytes with which their files begin; text has none and must be UTF-8."""
_ENDINGS = {
    "pdf": "application/pdf",
    "png": "image/png",
    "jpg": "image/jpeg",
    "jpeg": "image/jpeg",
    "txt": "text/plain",
    "csv": "text/csv",
    "eml": "message/rfc822",
    "json": "application/json",
    "docx": "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
    "xlsx": "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
}


def kind_of(name: str, said: str) -> str:
    """The media type of a file from a browser, which may call a table `application/vnd.ms-excel`, or nothing at all.

    A type that is taken stands; else the ending of the name tells. What the file holds is checked when it is kept.
    """
    return said if said in KINDS else _ENDINGS.get(name.rpartition(".")[2].lower(), said)


@dataclass(frozen=True, slots=True, kw_only=True)
class Upload:
    """A file on its way in."""

    name: str
    media_type: str
    content: bytes


@dataclass(frozen=True, slots=True)
class Filing:
    """Files of alerts."""

    store: Store
    clock: Callable[[], datetime]

    def attach(self, alert_id: str, upload: Upload, *, by: User) -> list[dict[str, Any]]:
        """Put a file with an alert; returns all of its files.

        Raises ConflictError for a closed alert, InputError for a file that is too long, of a kind that is not taken, or
        not what it says it is.
        """

        def change(tx: Transaction) -> list[dict[str, Any]]:
            now = self.clock()
            still_open(locked(tx, alert_id, None), "adding a file")
            _check(upload)
            if len(files.of_alert(tx, alert_id)) >= MAX_FILES:
                raise ConflictError(f"the alert has {MAX_FILES} files already; put several into one PDF")
            kept = _kept(alert_id, upload, by, now)
            files.add(tx, kept, upload.content)
            data = {"file": kept.id, "name": kept.name, "size": kept.size, "sha256": kept.sha256}
            audit.append(
                tx, audit.Act(actor=by.name, type="alert.file", subject=f"alert/{alert_id}", data=data), now=now
            )
            return [one.as_dict() for one in files.of_alert(tx, alert_id)]

        return audited(self.store, self.clock, Attempt(f"alert/{alert_id}", "attach", by), change)

    def every(self, alert_id: str) -> list[dict[str, Any]]:
        """The files of an alert. Raises NotFoundError."""
        with self.store.read() as tx:
            alerts.get(tx, alert_id)
            return [one.as_dict() for one in files.of_alert(tx, alert_id)]

    def fetch(self, alert_id: str, file_id: str) -> tuple[KeptFile, bytes]:
        """One file, checked against its hash. Raises NotFoundError."""
        with self.store.read() as tx:
            return files.get(tx, alert_id, file_id)


def _kept(alert_id: str, upload: Upload, by: User, now: datetime) -> KeptFile:
    """What is kept of a file beside its content."""
    return KeptFile(
        id=new_id(now),
        alert_id=alert_id,
        name=_safe(upload.name),
        media_type=upload.media_type,
        size=len(upload.content),
        sha256=hashlib.sha256(upload.content).hexdigest(),
        by=by.name,
        at=micros(now),
    )


def _check(upload: Upload) -> None:
    """Refuse what is not a file of a kind that is taken."""
    if not _safe(upload.name):
        raise InputError("name: give the file a name of 1 to 200 characters")
    if not 0 < len(upload.content) <= MAX_FILE:
        raise InputError(f"the file has {len(upload.content):,} bytes; send 1 to {MAX_FILE:,}")
    if upload.media_type not in KINDS:
        raise InputError(f"Content-Type: {upload.media_type or 'none'} is not taken; use one of {', '.join(KINDS)}")
    beginnings = KINDS[upload.media_type]
    if beginnings and not upload.content.startswith(beginnings):
        raise InputError(f"the file does not begin like {upload.media_type}; send its true Content-Type")
    if not beginnings:
        try:
            upload.content.decode("utf-8")
        except UnicodeDecodeError as error:
            raise InputError(f"the file is not UTF-8 at byte {error.start}; save it as UTF-8") from None


def _safe(name: str) -> str:
    """A file's name without its folders and without what cannot be printed."""
    last = name.replace("\\", "/").rpartition("/")[2]
    return "".join(letter for letter in last if letter.isprintable()).strip(" .")[:_MAX_NAME]
