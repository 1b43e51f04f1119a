"""Versions of watchlists: each import is kept as it was read; one version of a list is in use."""

from __future__ import annotations

import hashlib
import json
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from sqlalchemy import Row, select, update

from service.errors import NotFoundError
from service.store.database import Transaction
from service.store.packing import pack_bytes, unpack_bytes
from service.store.tables import blobs, list_versions
from service.store.times import iso, micros


@dataclass(frozen=True, slots=True)
class ListVersion:
    """One import of one list."""

    list: str
    sha256: str
    version: str
    list_date: str | None
    source: str
    counts: dict[str, Any]
    active: bool
    imported_at: int
    """Microseconds."""

    def as_dict(self) -> dict[str, Any]:
        """The version as JSON, with its counts but not the rows that could not be read."""
        return {
            "list": self.list,
            "version": self.version,
            "sha256": self.sha256,
            "list_date": self.list_date,
            "source": self.source,
            "active": self.active,
            "imported_at": iso(self.imported_at),
            "entities": self.counts.get("entities", 0),
            "names": self.counts.get("names", 0),
            "unread": len(self.counts.get("unread", ())),
        }


def keep(tx: Transaction, version: ListVersion, content: bytes, *, now: datetime) -> bool:
    """Keep an import and put it in use; False when this very version was already in use."""
    kept = _find(tx, version.list, version.sha256)
    if kept is not None and kept.active:
        return False
    if kept is None:
        digest = hashlib.sha256(content).hexdigest()
        if tx.execute(select(blobs.c.sha256).where(blobs.c.sha256 == digest)).first() is None:
            tx.execute(blobs.insert(), {"sha256": digest, "size": len(content), "content": pack_bytes(content)})
        row = {
            "list": version.list,
            "sha256": version.sha256,
            "version": version.version,
            "list_date": version.list_date,
            "source": version.source,
            "counts": json.dumps(version.counts, ensure_ascii=False, sort_keys=True),
            "blob": digest,
            "active": 0,
            "imported_at": micros(now),
        }
        tx.execute(list_versions.insert(), row)
    use(tx, version.list, version.sha256)
    return True


def use(tx: Transaction, name: str, sha256: str) -> None:
    """Put a kept version in use. Raises NotFoundError."""
    if _find(tx, name, sha256) is None:
        raise NotFoundError(f"{name}: no version {sha256[:12]} is kept; `flagstaff lists history {name}` shows them")
    tx.execute(update(list_versions).where(list_versions.c.list == name).values(active=0))
    here = (list_versions.c.list == name) & (list_versions.c.sha256 == sha256)
    tx.execute(update(list_versions).where(here).values(active=1))


def history(tx: Transaction, name: str | None = None) -> list[ListVersion]:
    """The kept versions of a list, or of all, newest import first."""
    query = select(list_versions).order_by(list_versions.c.list, list_versions.c.imported_at.desc())
    if name is not None:
        query = query.where(list_versions.c.list == name)
    return [_version(row) for row in tx.execute(query)]


def in_use(tx: Transaction, name: str) -> ListVersion | None:
    """The version of a list that is in use; None when it was never imported."""
    query = select(list_versions).where(list_versions.c.list == name, list_versions.c.active == 1)
    row = tx.execute(query).first()
    return None if row is None else _version(row)


def names_in_use(tx: Transaction) -> dict[str, str]:
    """List -> sha256 of the version in use: a cheap look at whether anything changed."""
    query = select(list_versions.c.list, list_versions.c.sha256).where(list_versions.c.active == 1)
    return {row[0]: row[1] for row in tx.execute(query)}


def content(tx: Transaction, name: str, sha256: str) -> bytes:
    """A kept version as it was read. Raises NotFoundError."""
    query = (
        select(blobs.c.content)
        .join(list_versions, list_versions.c.blob == blobs.c.sha256)
        .where(list_versions.c.list == name, list_versions.c.sha256 == sha256)
    )
    packed = tx.execute(query).scalar()
    if packed is None:
        raise NotFoundError(f"{name}: no version {sha256[:12]} is kept; `flagstaff lists history {name}` shows them")
    return unpack_bytes(packed)


def _find(tx: Transaction, name: str, sha256: str) -> ListVersion | None:
    query = select(list_versions).where(list_versions.c.list == name, list_versions.c.sha256 == sha256)
    row = tx.execute(query).first()
    return None if row is None else _version(row)


def _version(row: Row[Any]) -> ListVersion:
    kept = row._mapping
    return ListVersion(
        list=kept["list"],
        sha256=kept["sha256"],
        version=kept["version"],
        list_date=kept["list_date"],
        source=kept["source"],
        counts=json.loads(kept["counts"]),
        active=bool(kept["active"]),
        imported_at=kept["imported_at"],
    )
