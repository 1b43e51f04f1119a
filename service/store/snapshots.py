"""Snapshots: the rules, party policy and lists behind screenings, kept by content so that any can be replayed."""

from __future__ import annotations

import hashlib
from collections.abc import Iterable, Mapping
from datetime import datetime

from sqlalchemy import delete, exists, select

from service.errors import NotFoundError
from service.store.database import Transaction
from service.store.packing import pack_bytes, unpack_bytes
from service.store.tables import blobs, list_versions, screenings, snapshot_blobs, snapshots
from service.store.times import micros


def is_kept(tx: Transaction, sha256: str) -> bool:
    """Whether a snapshot is kept."""
    return tx.execute(select(snapshots.c.sha256).where(snapshots.c.sha256 == sha256)).first() is not None


def keep(tx: Transaction, sha256: str, blobs_by_name: Mapping[str, bytes], *, now: datetime) -> None:
    """Keep a snapshot with its files (`rules/un-dprk/overseas-workers.yaml`, `lists/un`, ...), none of them twice."""
    if is_kept(tx, sha256):
        return
    tx.execute(snapshots.insert(), {"sha256": sha256, "kept_at": micros(now)})
    for name, content in sorted(blobs_by_name.items()):
        digest = hashlib.sha256(content).hexdigest()
        if tx.execute(select(blobs.c.sha256).where(blobs.c.sha256 == digest)).first() is None:
            tx.execute(blobs.insert(), {"sha256": digest, "size": len(content), "content": pack_bytes(content)})
        tx.execute(snapshot_blobs.insert(), {"snapshot": sha256, "name": name, "blob": digest})


def load_blobs(tx: Transaction, sha256: str) -> dict[str, bytes]:
    """The files of a kept snapshot, each checked against its hash. Raises NotFoundError."""
    if not is_kept(tx, sha256):
        raise NotFoundError(f"snapshot {sha256[:12]} is not kept here; it cannot be replayed")
    query = (
        select(snapshot_blobs.c.name, blobs.c.sha256, blobs.c.content)
        .join(blobs, blobs.c.sha256 == snapshot_blobs.c.blob)
        .where(snapshot_blobs.c.snapshot == sha256)
    )
    found = {}
    for name, digest, packed in tx.execute(query):
        content = unpack_bytes(packed)
        if hashlib.sha256(content).hexdigest() != digest:
            raise NotFoundError(f"snapshot {sha256[:12]}: {name} is damaged in the store; restore it from a backup")
        found[name] = content
    return found


def names(tx: Transaction, sha256: str) -> list[str]:
    """The names of a kept snapshot's files."""
    query = select(snapshot_blobs.c.name).where(snapshot_blobs.c.snapshot == sha256).order_by(snapshot_blobs.c.name)
    return [row[0] for row in tx.execute(query)]


def contents(tx: Transaction, sha256: str, wanted: Iterable[str]) -> dict[str, bytes]:
    """Some files of a kept snapshot, by name."""
    query = (
        select(snapshot_blobs.c.name, blobs.c.content)
        .join(blobs, blobs.c.sha256 == snapshot_blobs.c.blob)
        .where(snapshot_blobs.c.snapshot == sha256, snapshot_blobs.c.name.in_(list(wanted)))
    )
    return {name: unpack_bytes(packed) for name, packed in tx.execute(query)}


def history(tx: Transaction, ending: str) -> list[tuple[str, int, bytes]]:
    """(snapshot, kept_at, content) of every kept file whose name ends so, newest snapshot first, each content once."""
    query = (
        select(snapshots.c.sha256, snapshots.c.kept_at, blobs.c.sha256, blobs.c.content)
        .join(snapshot_blobs, snapshot_blobs.c.snapshot == snapshots.c.sha256)
        .join(blobs, blobs.c.sha256 == snapshot_blobs.c.blob)
        .where(snapshot_blobs.c.name.endswith(ending, autoescape=True))
        .order_by(snapshots.c.kept_at.desc(), snapshots.c.sha256)
    )
    found: dict[str, tuple[str, int, bytes]] = {}
    for snapshot, kept_at, digest, packed in tx.execute(query):
        if digest not in found:
            found[digest] = (snapshot, kept_at, unpack_bytes(packed))
    return list(found.values())


def forget_unused(tx: Transaction, *, in_use: str, before: datetime) -> int:
    """Forget snapshots that no screening names, kept before `before`; returns how many."""
    unused = (
        select(snapshots.c.sha256)
        .where(snapshots.c.sha256 != in_use, snapshots.c.kept_at < micros(before))
        .where(~exists().where(screenings.c.snapshot == snapshots.c.sha256))
    )
    names = [row[0] for row in tx.execute(unused)]
    if names:
        tx.execute(delete(snapshot_blobs).where(snapshot_blobs.c.snapshot.in_(names)))
        tx.execute(delete(snapshots).where(snapshots.c.sha256.in_(names)))
        unreferenced = ~exists().where(snapshot_blobs.c.blob == blobs.c.sha256)
        of_no_list = ~exists().where(list_versions.c.blob == blobs.c.sha256)
        tx.execute(delete(blobs).where(unreferenced, of_no_list))
    return len(names)
