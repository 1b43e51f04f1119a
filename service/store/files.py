"""Files of alerts, with their hashes."""

from __future__ import annotations

import hashlib
from dataclasses import asdict, dataclass
from typing import Any

from sqlalchemy import select

from service.errors import NotFoundError
from service.store.database import Transaction
from service.store.desk_tables import alert_files
from service.store.times import iso


@dataclass(frozen=True, slots=True, kw_only=True)
class KeptFile:
    """A file without its content; `at` in microseconds."""

    id: str
    alert_id: str
    name: str
    media_type: str
    size: int
    sha256: str
    by: str
    at: int

    def as_dict(self) -> dict[str, Any]:
        """The file as JSON."""
        shown = {"id": self.id, "name": self.name, "media_type": self.media_type, "size": self.size}
        return {**shown, "sha256": self.sha256, "by": self.by, "at": iso(self.at)}


_SHOWN = [column for column in alert_files.c if column.name != "content"]


def add(tx: Transaction, kept: KeptFile, content: bytes) -> None:
    """Keep a file."""
    tx.execute(alert_files.insert(), {**asdict(kept), "content": content})


def of_alert(tx: Transaction, alert_id: str) -> list[KeptFile]:
    """The files of an alert, oldest first."""
    query = select(*_SHOWN).where(alert_files.c.alert_id == alert_id).order_by(alert_files.c.id)
    return [KeptFile(**row._mapping) for row in tx.execute(query)]


def get(tx: Transaction, alert_id: str, file_id: str) -> tuple[KeptFile, bytes]:
    """One file with its content. Raises NotFoundError for one that is unknown, or no longer what was kept."""
    mine = (alert_files.c.alert_id == alert_id) & (alert_files.c.id == file_id)
    row = tx.execute(select(alert_files).where(mine)).first()
    if row is None:
        raise NotFoundError(f"alert {alert_id!r} has no file {file_id!r}")
    kept = dict(row._mapping)
    content = bytes(kept.pop("content"))
    if hashlib.sha256(content).hexdigest() != kept["sha256"]:
        raise NotFoundError(f"file {file_id!r} is damaged in the store; restore it from a backup")
    return KeptFile(**kept), content
